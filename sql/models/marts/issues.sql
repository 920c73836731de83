with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

of_newest_revisions as (

    select
        issues.article_issue_id,
        issues.article_id,
        issues.issue_id,
        issues.name,
        issues.subject_code,
        issues.basis,
        issues.mentions,
        issues.salience,
        issues."start",
        issues."end",
        issues.exact,
        issues.sentence

    from issues
    inner join article_revisions on issues.revision_id = article_revisions.revision_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
