with

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

events_by_day as (

    select * from {{ ref('int_events_by_day') }}

),

events_now as (

    select
        briefing_days.briefing_date,
        briefing_days.previous_day,
        events_by_day.*

    from briefing_days
    inner join events_by_day on briefing_days.briefing_date = events_by_day.day

),

events_before as (

    select
        briefing_days.briefing_date,
        events_by_day.*

    from briefing_days
    inner join events_by_day on briefing_days.previous_day = events_by_day.day

),

still_ahead as (

    select
        events_now.*,
        events_before.claimed as old_claimed,
        case
            when
                events_now.certainty = 'cancelled'
                and coalesce(events_before.certainty, '') != 'cancelled'
                then 'withdrawn'
            when
                events_now.has_conflict
                and not coalesce(events_before.has_conflict, false)
                then 'contradicted'
            when
                events_now.due_start > events_before.due_end
                or events_now.due_end < events_before.due_start
                then 'moved'
            when
                events_now.certainty != 'cancelled'
                and (
                    events_now.due_end = events_now.briefing_date
                    or (
                        events_now.due_start = events_now.briefing_date
                        and events_now.granularity
                        in ('minute', 'day', 'weekend', 'range')
                    )
                )
                then 'due today'
            when
                events_now.previous_day is null
                or events_now.first_claimed_day > events_now.previous_day
                then 'new'
            when events_now.last_claimed_day > events_now.previous_day then 'confirmed'
            else 'silent'
        end as change

    from events_now
    left join events_before
        on
            events_now.briefing_date = events_before.briefing_date
            and events_now.event_id = events_before.event_id
            -- A date that has passed since was kept, not moved.
            and events_now.briefing_date <= events_before.due_end

),

-- What stood in the briefing before and is no longer ahead: its day has passed, or the
-- article that said it has been corrected.
gone as (

    select
        events_before.*,
        case
            when events_before.due_end < events_before.briefing_date then 'passed'
            else 'withdrawn'
        end as change

    from events_before
    left join still_ahead
        on
            events_before.briefing_date = still_ahead.briefing_date
            and events_before.event_id = still_ahead.event_id
    where
        events_before.certainty != 'cancelled'
        and (
            events_before.due_end < events_before.briefing_date
            or still_ahead.event_id is null
        )

),

compared as (

    select * from still_ahead

    union all by name

    select * from gone

)

select * from compared
