with

events_compared_by_day as (

    select * from {{ ref('int_events_compared_by_day') }}

),

deadlines as (

    select * from {{ ref('stg_deadlines') }}

),

still_ahead as (

    select
        events_compared_by_day.briefing_date,
        events_compared_by_day.event_id,
        deadlines.event,
        events_compared_by_day.event_type,
        deadlines.actor,
        events_compared_by_day.relation,
        events_compared_by_day.due_start,
        events_compared_by_day.due_end,
        deadlines.due_at,
        events_compared_by_day.granularity,
        greatest(
            events_compared_by_day.due_start
            - events_compared_by_day.briefing_date,
            0
        ) as days_left,
        events_compared_by_day.certainty,
        events_compared_by_day.change,
        nullif(
            events_compared_by_day.old_claimed, events_compared_by_day.claimed
        ) as old_due,
        events_compared_by_day.briefing_date
        - events_compared_by_day.last_claimed_day as silent_days,
        events_compared_by_day.moves,
        events_compared_by_day.claims,
        events_compared_by_day.outlets,
        events_compared_by_day.has_conflict,
        deadlines.voice,
        events_compared_by_day.published_at,
        deadlines.rule,
        events_compared_by_day.confidence,
        events_compared_by_day.deadline_id,
        deadlines.sentence,
        events_compared_by_day.article_id,
        deadlines."start",
        deadlines."end",
        deadlines.expression as exact

    from events_compared_by_day
    inner join deadlines
        on
            events_compared_by_day.revision_id = deadlines.revision_id
            and events_compared_by_day.deadline_id = deadlines.deadline_id
    where events_compared_by_day.day = events_compared_by_day.briefing_date

)

select * from still_ahead
