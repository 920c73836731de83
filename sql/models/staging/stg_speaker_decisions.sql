with

source_rows as (

    select
        line,
        decision,
        name,
        speaker,
        role,
        article_id,
        note

    from {{ source('raw', 'speaker_decisions') }}

)

select * from source_rows
