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
        is_claim,
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
