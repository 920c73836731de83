with

source_rows as (

    select
        revision_id,
        article_id,
        issue_id,
        "start",
        "end",
        exact,
        sentence_start,
        sentence_end,
        paragraph_start,
        paragraph_end

    from {{ source('raw', 'issue_mentions') }}

)

select * from source_rows
