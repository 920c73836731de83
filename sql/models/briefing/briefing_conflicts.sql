with

conflicting_claims_by_day as (

    select * from {{ ref('int_conflicting_claims_by_day') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

open_conflicts as (

    select
        briefing_days.briefing_date,
        {{ conflict_id("'deadline'", 'conflicting_claims_by_day.event_id') }}
            as conflict_id,
        'deadline' as subject,
        conflicting_claims_by_day.event_id as subject_id,
        conflicting_claims_by_day.event,
        {{ period(
            'conflicting_claims_by_day.due_start', 'conflicting_claims_by_day.due_end'
        ) }} as claim,
        conflicting_claims_by_day.deadline_id as claim_id,
        conflicting_claims_by_day.voice,
        conflicting_claims_by_day.outlet,
        conflicting_claims_by_day.published_at,
        conflicting_claims_by_day.sentence,
        conflicting_claims_by_day.article_id,
        conflicting_claims_by_day."start",
        conflicting_claims_by_day."end",
        conflicting_claims_by_day.expression as exact

    from briefing_days
    inner join conflicting_claims_by_day
        on briefing_days.briefing_date = conflicting_claims_by_day.day

)

select * from open_conflicts
