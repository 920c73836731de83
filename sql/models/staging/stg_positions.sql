with

source_rows as (

    select
        position_id,
        revision_id,
        article_id,
        actor,
        side,
        position_type,
        voice,
        condition_of,
        "start",
        "end",
        exact,
        sentence,
        rule,
        confidence

    from {{ source('raw', 'positions') }}

)

select * from source_rows
