with

source_rows as (

    select
        run_id,
        status,
        as_of,
        started_at,
        finished_at,
        files_read,
        files_loaded,
        files_unchanged,
        files_duplicate,
        files_rejected,
        articles_loaded,
        articles_retagged,
        parts_rejected,
        briefings_published,
        seconds_by_stage,
        versions,
        parameters,
        problem

    from {{ source('raw', 'runs') }}

)

select * from source_rows
