with

source_rows as (

    select
        key_point_id,
        revision_id,
        article_id,
        label,
        text,
        "start",
        "end"

    from {{ source('raw', 'key_points') }}

)

select * from source_rows
