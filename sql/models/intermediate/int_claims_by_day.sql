with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

deadlines as (

    select * from {{ ref('int_deadlines_joined_to_moved_events') }}

),

compared_days as (

    select briefing_date as day
    from briefing_days

    union

    select previous_day as day
    from briefing_days
    where previous_day is not null

),

-- The claims that a reader knew at the end of the day, likelier right than wrong, and
-- whose date was still ahead.
-- Their words stay behind: a backfill holds many days of claims at once.
known as (

    select
        compared_days.day,
        article_revisions.outlet,
        article_revisions.published_at,
        article_revisions.published_day,
        deadlines.deadline_id,
        deadlines.event_id,
        deadlines.revision_id,
        deadlines.article_id,
        deadlines.event_type,
        deadlines.relation,
        deadlines.certainty,
        deadlines.due_start,
        deadlines.due_end,
        deadlines.moved_from,
        deadlines.granularity,
        deadlines.confidence,
        hash(deadlines.sentence) as sentence

    from compared_days
    inner join article_revisions
        on
            compared_days.day >= article_revisions.published_day
            and compared_days.day >= article_revisions.valid_from
            and compared_days.day
            < coalesce(article_revisions.valid_to, date 'infinity')
    inner join deadlines
        on
            article_revisions.revision_id = deadlines.revision_id
            and compared_days.day <= deadlines.due_end
            and deadlines.confidence >= {{ var('deadline_confidence') }}

)

select * from known
