with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

positions as (

    select * from {{ ref('int_positions_matched_to_issues') }}

),

of_newest_revisions as (

    select
        positions.position_id,
        positions.article_id,
        positions.actor,
        positions.side,
        positions.position_type,
        regexp_replace(trim(positions.exact), '\s+', ' ', 'g') as statement,
        positions.issue_id,
        positions.issue_place,
        positions.condition_of,
        positions."start",
        positions."end",
        positions.exact,
        positions.voice,
        positions.is_claim,
        positions.sentence,
        positions.rule,
        positions.confidence

    from positions
    inner join article_revisions
        on positions.revision_id = article_revisions.revision_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
