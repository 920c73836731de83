with

source_rows as (

    select briefing_date

    from {{ source('raw', 'stale_days') }}

)

select * from source_rows
