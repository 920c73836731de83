with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

deadlines as (

    select * from {{ ref('int_deadlines_joined_to_moved_events') }}

),

of_newest_revisions as (

    select
        deadlines.deadline_id,
        deadlines.event_id,
        deadlines.article_id,
        deadlines.event,
        deadlines.event_head,
        deadlines.event_type,
        deadlines.actor,
        deadlines.relation,
        deadlines.due_start,
        deadlines.due_end,
        deadlines.granularity,
        deadlines.expression,
        deadlines.timex_value,
        deadlines.anchor_date,
        deadlines.certainty,
        deadlines."start",
        deadlines."end",
        deadlines.event_start,
        deadlines.event_end,
        deadlines.rule,
        deadlines.confidence,
        deadlines.due_at,
        deadlines.voice,
        deadlines.moved_from,
        deadlines.sentence

    from deadlines
    inner join article_revisions
        on deadlines.revision_id = article_revisions.revision_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
