with

events_compared_by_day as (

    select * from {{ ref('int_events_compared_by_day') }}

),

still_ahead as (

    select
        briefing_date,
        event_id,
        event,
        event_type,
        actor,
        relation,
        due_start,
        due_end,
        due_at,
        granularity,
        greatest(due_start - briefing_date, 0) as days_left,
        certainty,
        change,
        case
            when (due_start, due_end) != (old_due_start, old_due_end)
                then {{ period('old_due_start', 'old_due_end') }}
        end as old_due,
        briefing_date - last_claimed_day as silent_days,
        moves,
        claims,
        outlets,
        has_conflict,
        voice,
        published_at,
        rule,
        confidence,
        deadline_id,
        sentence,
        article_id,
        "start",
        "end",
        expression as exact

    from events_compared_by_day
    where day = briefing_date

)

select * from still_ahead
