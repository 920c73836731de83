with

source_rows as (

    select
        briefing_date,
        first_published_at,
        published_at,
        run_id

    from {{ source('raw', 'briefings') }}

)

select * from source_rows
