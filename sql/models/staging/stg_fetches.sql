with

source_rows as (

    select
        source_url,
        kind,
        saved,
        unchanged,
        problems,
        fetched_at

    from {{ source('raw', 'fetches') }}

)

select * from source_rows
