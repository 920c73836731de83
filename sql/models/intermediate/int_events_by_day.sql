with

claims_by_day as (

    select * from {{ ref('int_claims_by_day') }}

),

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

deadlines as (

    select * from {{ ref('int_deadlines_joined_to_moved_events') }}

),

conflicting_claims_by_day as (

    select * from {{ ref('int_conflicting_claims_by_day') }}

),

conflicting_events as (

    select
        day,
        event_id,
        string_agg(
            distinct {{ period('due_start', 'due_end') }},
            ' | '
            order by {{ period('due_start', 'due_end') }}
        ) as claimed

    from conflicting_claims_by_day
    group by
        day,
        event_id

),

counted as (

    select
        day,
        event_id,
        count(*) as claims,
        count(distinct outlet) as outlets,
        min(published_day) as first_claimed_day,
        max(published_day) as last_claimed_day

    from claims_by_day
    group by
        day,
        event_id

),

-- The newest article wins; within it the surest claim, then the nearest date.
newest_claims as (

    select
        day,
        event_id,
        due_start,
        due_end,
        certainty

    from claims_by_day
    qualify
        row_number() over (
            partition by day, event_id
            order by
                published_at desc,
                confidence desc,
                due_start asc,
                deadline_id asc
        ) = 1

),

-- "In November" does not unsay the "November 10" of an older article: among the claims
-- that the newest one allows, the most exact stands.
standing_claims as (

    select claims_by_day.*

    from claims_by_day
    inner join newest_claims
        on
            claims_by_day.day = newest_claims.day
            and claims_by_day.event_id = newest_claims.event_id
            and claims_by_day.due_start >= newest_claims.due_start
            and claims_by_day.due_end <= newest_claims.due_end
            and (
                claims_by_day.certainty = newest_claims.certainty
                or newest_claims.certainty != 'cancelled'
            )
    qualify
        row_number() over (
            partition by claims_by_day.day, claims_by_day.event_id
            order by
                claims_by_day.due_end - claims_by_day.due_start asc,
                claims_by_day.published_at desc,
                claims_by_day.confidence desc,
                claims_by_day.due_start asc,
                claims_by_day.deadline_id asc
        ) = 1

),

claimed_dates as (

    select
        deadlines.event_id,
        deadlines.due_start,
        deadlines.due_end,
        deadlines.certainty = 'cancelled' as is_cancelled,
        -- A corrected page says its new date from the day of the correction.
        min(
            greatest(article_revisions.published_day, article_revisions.valid_from)
        ) as first_day

    from deadlines
    inner join article_revisions
        on deadlines.revision_id = article_revisions.revision_id
    group by
        deadlines.event_id,
        deadlines.due_start,
        deadlines.due_end,
        deadlines.certainty = 'cancelled'

),

-- Counts also what is over or was corrected since, so that it never falls from day to
-- day: calendars take an entry with a lower number for an old one.
counted_moves as (

    select
        standing_claims.day,
        standing_claims.event_id,
        count(*) - 1 as moves

    from standing_claims
    inner join claimed_dates
        on
            standing_claims.event_id = claimed_dates.event_id
            and standing_claims.day >= claimed_dates.first_day
    group by
        standing_claims.day,
        standing_claims.event_id

),

described as (

    select
        standing_claims.*,
        counted.claims,
        counted.outlets,
        counted.first_claimed_day,
        counted.last_claimed_day,
        counted_moves.moves,
        conflicting_events.event_id is not null as has_conflict,
        -- Of dates that contradict each other none is the winner.
        coalesce(
            conflicting_events.claimed,
            {{ period('standing_claims.due_start', 'standing_claims.due_end') }}
        ) as claimed

    from standing_claims
    inner join counted
        on
            standing_claims.day = counted.day
            and standing_claims.event_id = counted.event_id
    inner join counted_moves
        on
            standing_claims.day = counted_moves.day
            and standing_claims.event_id = counted_moves.event_id
    left join conflicting_events
        on
            standing_claims.day = conflicting_events.day
            and standing_claims.event_id = conflicting_events.event_id

)

select * from described
