with

source_rows as (

    select
        article_issue_id,
        revision_id,
        article_id,
        issue_id,
        name,
        subject_code,
        basis,
        mentions,
        salience,
        "start",
        "end",
        exact,
        sentence

    from {{ source('raw', 'issues') }}

)

select * from source_rows
