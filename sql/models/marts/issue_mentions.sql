with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

issue_mentions as (

    select * from {{ ref('stg_issue_mentions') }}

),

of_newest_revisions as (

    select
        issue_mentions.article_id,
        issue_mentions.issue_id,
        issue_mentions."start",
        issue_mentions."end",
        issue_mentions.exact,
        issue_mentions.sentence_start,
        issue_mentions.sentence_end,
        issue_mentions.paragraph_start,
        issue_mentions.paragraph_end

    from issue_mentions
    inner join article_revisions
        on issue_mentions.revision_id = article_revisions.revision_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
