with

conflicting_claims_by_day as (

    select * from {{ ref('int_conflicting_claims_by_day') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

deadlines as (

    select * from {{ ref('stg_deadlines') }}

),

open_conflicts as (

    select
        briefing_days.briefing_date,
        {{ conflict_id("'deadline'", 'conflicting_claims_by_day.event_id') }}
            as conflict_id,
        'deadline' as subject,
        conflicting_claims_by_day.event_id as subject_id,
        deadlines.event,
        {{ period(
            'conflicting_claims_by_day.due_start', 'conflicting_claims_by_day.due_end'
        ) }} as claim,
        conflicting_claims_by_day.deadline_id as claim_id,
        deadlines.voice,
        conflicting_claims_by_day.outlet,
        conflicting_claims_by_day.published_at,
        deadlines.sentence,
        conflicting_claims_by_day.article_id,
        deadlines."start",
        deadlines."end",
        deadlines.expression as exact

    from briefing_days
    inner join conflicting_claims_by_day
        on briefing_days.briefing_date = conflicting_claims_by_day.day
    inner join deadlines
        on
            conflicting_claims_by_day.revision_id = deadlines.revision_id
            and conflicting_claims_by_day.deadline_id = deadlines.deadline_id

)

select * from open_conflicts
