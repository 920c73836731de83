with

runs as (

    select * from {{ ref('stg_runs') }}

),

timed as (

    select
        run_id,
        status,
        as_of,
        started_at,
        finished_at,
        date_diff('millisecond', started_at, finished_at) / 1000.0 as seconds,
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

    from runs

)

select * from timed
