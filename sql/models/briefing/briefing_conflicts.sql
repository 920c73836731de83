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

articles_read_by_day as (

    select * from {{ ref('int_articles_read_by_day') }}

),

turns_attributed as (

    select * from {{ ref('int_turns_attributed') }}

),

deadline_conflicts as (

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

),

-- The words as the articles of the day and of the week before have them.
attributions as (

    select
        articles_read_by_day.briefing_date,
        articles_read_by_day.outlet,
        articles_read_by_day.published_at,
        turns_attributed.*

    from articles_read_by_day
    inner join turns_attributed
        on articles_read_by_day.revision_id = turns_attributed.revision_id

),

contradicting_attributions as (

    {{ contradicting_attributions('attributions', per=['briefing_date']) }}

),

quote_conflicts as (

    select
        briefing_date,
        {{ conflict_id("'quote'", 'variant_group') }} as conflict_id,
        'quote' as subject,
        variant_group as subject_id,
        exact as event,
        speaker_name as claim,
        quote_id as claim_id,
        cast(null as varchar) as voice,
        outlet,
        published_at,
        sentence,
        article_id,
        "start",
        "end",
        exact

    from contradicting_attributions

),

open_conflicts as (

    select * from deadline_conflicts

    union all

    select * from quote_conflicts

)

select * from open_conflicts
