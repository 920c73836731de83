with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

briefing_positions as (

    select * from {{ ref('briefing_positions') }}

),

briefing_issues as (

    select * from {{ ref('briefing_issues') }}

),

events_compared_by_day as (

    select * from {{ ref('int_events_compared_by_day') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

deadlines as (

    select * from {{ ref('stg_deadlines') }}

),

changed_deadlines as (

    select
        events_compared_by_day.briefing_date,
        events_compared_by_day.change,
        'deadline' as entity_type,
        events_compared_by_day.event_id as entity_id,
        deadlines.event as entity,
        case
            when events_compared_by_day.change in ('passed', 'withdrawn')
                then coalesce(
                    events_compared_by_day.old_claimed, events_compared_by_day.claimed
                )
            else
                nullif(
                    events_compared_by_day.old_claimed, events_compared_by_day.claimed
                )
        end as old_value,
        case
            when events_compared_by_day.change not in ('passed', 'withdrawn')
                then events_compared_by_day.claimed
        end as new_value,
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
    where events_compared_by_day.change != 'silent'

),

changed_positions as (

    select
        briefing_positions.briefing_date,
        briefing_positions.change,
        'position' as entity_type,
        briefing_positions.stand_id as entity_id,
        concat_ws(
            ': ', briefing_positions.actor, briefing_positions.issue
        ) as entity,
        briefing_positions.old_type as old_value,
        briefing_positions.position_type as new_value,
        briefing_positions.sentence,
        briefing_positions.article_id,
        briefing_positions."start",
        briefing_positions."end",
        briefing_positions.exact

    from briefing_positions
    inner join briefing_days
        on briefing_positions.briefing_date = briefing_days.briefing_date
    where briefing_positions.change not in ('silent', 'repeated')

),

first_days as (

    select
        issues.issue_id,
        min(article_revisions.published_day) as first_seen

    from issues
    inner join article_revisions on issues.revision_id = article_revisions.revision_id
    group by issues.issue_id

),

new_issues as (

    select
        briefing_issues.briefing_date,
        'new' as change,
        'issue' as entity_type,
        briefing_issues.issue_id as entity_id,
        briefing_issues.name as entity,
        cast(null as varchar) as old_value,
        cast(briefing_issues.mentions as varchar) as new_value,
        briefing_issues.sentence,
        briefing_issues.article_id,
        briefing_issues."start",
        briefing_issues."end",
        briefing_issues.exact

    from briefing_issues
    inner join briefing_days
        on briefing_issues.briefing_date = briefing_days.briefing_date
    inner join first_days on briefing_issues.issue_id = first_days.issue_id
    where
        -- No news: a label that an article carries without a word on it, and one
        -- article's word in passing (one in its headline or lead weighs 0.15 or more).
        briefing_issues.mentions > 0
        and (briefing_issues.origins > 1 or briefing_issues.salience >= 0.15)
        and (
            briefing_days.previous_day is null
            or first_days.first_seen > briefing_days.previous_day
        )

),

-- A reader of the briefing before saw another revision: its successor's day lies
-- between, or it was loaded only after that briefing was published.
corrected_articles as (

    select
        briefing_days.briefing_date,
        'corrected' as change,
        'article' as entity_type,
        revised.article_id as entity_id,
        revised.headline as entity,
        case
            when revised.removed = [] and revised.added = []
                then 'revision ' || max(seen.revision)
            else nullif(array_to_string(revised.removed, ' ¶ '), '')
        end as old_value,
        case
            when revised.removed = [] and revised.added = []
                then 'revision ' || revised.revision
            else nullif(array_to_string(revised.added, ' ¶ '), '')
        end as new_value,
        cast(null as varchar) as sentence,
        revised.article_id,
        cast(null as integer) as "start",
        cast(null as integer) as "end",
        cast(null as varchar) as exact

    from briefing_days
    inner join article_revisions as revised
        on
            briefing_days.briefing_date >= revised.valid_from
            and coalesce(revised.valid_to, date 'infinity')
            > briefing_days.briefing_date
            and revised.revision > 1
    inner join article_revisions as seen
        on
            revised.article_id = seen.article_id
            and revised.revision > seen.revision
            and briefing_days.previous_day >= seen.published_day
            and briefing_days.previous_day >= seen.valid_from
            and coalesce(briefing_days.previous_first_published_at, seen.loaded_at)
            >= seen.loaded_at
    where
        revised.valid_from > briefing_days.previous_day
        or revised.loaded_at > briefing_days.previous_first_published_at
    group by
        briefing_days.briefing_date,
        revised.article_id,
        revised.headline,
        revised.revision,
        revised.removed,
        revised.added

),

all_changes as (

    select * from changed_deadlines

    union all

    select * from changed_positions

    union all

    select * from new_issues

    union all

    select * from corrected_articles

),

weighed as (

    select
        briefing_date,
        case
            when
                change in (
                    'contradicted',
                    'moved',
                    'withdrawn',
                    'corrected',
                    'reversed',
                    'due today'
                )
                then 1
            when change in ('new', 'hardened', 'softened', 'changed', 'passed') then 2
            else 3
        end as severity,
        change,
        entity_type,
        entity,
        entity_id,
        old_value,
        new_value,
        sentence,
        article_id,
        "start",
        "end",
        exact

    from all_changes

)

select * from weighed
