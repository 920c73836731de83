with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

positions as (

    select * from {{ ref('stg_positions') }}

),

-- A stand is what an actor wants on an issue; without an issue, the words themselves.
stands as (

    select
        article_revisions.outlet,
        article_revisions.published_at,
        article_revisions.published_day,
        article_revisions.is_newest,
        article_revisions.valid_from,
        coalesce(article_revisions.valid_to, date 'infinity') as valid_to,
        positions.*,
        regexp_replace(trim(positions.exact), '\s+', ' ', 'g') as statement,
        'sd' || substr(
            md5(
                concat_ws(
                    '|',
                    lower(positions.actor),
                    positions.position_type,
                    coalesce(
                        positions.issue_id,
                        lower(regexp_replace(trim(positions.exact), '\s+', ' ', 'g'))
                    )
                )
            ),
            1,
            16
        ) as stand_id

    from positions
    inner join article_revisions
        on positions.revision_id = article_revisions.revision_id

),

first_days as (

    select
        stand_id,
        min(published_day) as first_seen

    from stands
    where is_newest
    group by stand_id

),

-- What the actor last wanted on the issue, day by day.
last_words as (

    select
        actor,
        issue_id,
        published_day,
        list(distinct position_type) as position_types,
        arg_max(
            position_type, {'at': published_at, 'start': "start", 'id': position_id}
        ) as position_type

    from stands
    where
        is_newest
        and issue_id is not null
    group by
        actor,
        issue_id,
        published_day

),

affirmed as (

    select
        briefing_days.briefing_date,
        briefing_days.previous_day,
        stands.stand_id,
        max(stands.published_day) as last_affirmed,
        min(stands.published_day) as first_in_window,
        count(distinct stands.article_id) as articles,
        count(distinct stands.outlet) as outlets,
        arg_max(
            stands,
            {
                'at': stands.published_at,
                'confidence': stands.confidence,
                'id': stands.position_id
            }
        ) as newest

    from briefing_days
    inner join stands
        on
            stands.published_day
            between briefing_days.briefing_date - {{ var('history_days') }} + 1
            and briefing_days.briefing_date
            and stands.valid_from <= briefing_days.briefing_date
            and briefing_days.briefing_date < stands.valid_to
    group by
        briefing_days.briefing_date,
        briefing_days.previous_day,
        stands.stand_id

),

remembered as (

    select
        affirmed.*,
        least(
            affirmed.first_in_window,
            coalesce(first_days.first_seen, affirmed.first_in_window)
        ) as first_seen,
        affirmed.newest.actor as actor,
        affirmed.newest.issue_id as issue_id,
        affirmed.newest.position_type as position_type

    from affirmed
    left join first_days on affirmed.stand_id = first_days.stand_id

),

compared as (

    select
        remembered.*,
        last_words.position_types as old_types,
        last_words.position_type as old_type

    from remembered
    asof left join last_words
        on
            remembered.actor = last_words.actor
            and remembered.issue_id = last_words.issue_id
            and remembered.previous_day >= last_words.published_day

),

-- How hard a stand is: a threat presses more than a request, an offer gives way.
changed as (

    select
        *,
        {{ firmness('position_type') }} as firmness,
        {{ firmness('old_type') }} as old_firmness,
        previous_day is null or last_affirmed > previous_day as is_affirmed_now

    from compared

),

named as (

    select
        changed.briefing_date,
        changed.stand_id,
        changed.actor,
        changed.issue_id,
        issue_names.name as issue,
        changed.position_type,
        changed.newest.statement as statement,
        changed.newest.voice as voice,
        changed.newest.condition_of as condition_of,
        case
            when not changed.is_affirmed_now then 'silent'
            when list_contains(changed.old_types, changed.position_type) then 'repeated'
            when changed.old_type is null and changed.first_seen > changed.previous_day
                then 'new'
            when changed.old_type is null and changed.previous_day is null then 'new'
            when changed.old_type is null then 'repeated'
            when (changed.old_type, changed.position_type) in (
                ('support', 'opposition'),
                ('opposition', 'support'),
                ('offer', 'refusal'),
                ('refusal', 'offer')
            ) then 'reversed'
            when changed.firmness > changed.old_firmness then 'hardened'
            when changed.firmness < changed.old_firmness then 'softened'
            else 'changed'
        end as change,
        case
            when
                changed.is_affirmed_now
                and not list_contains(changed.old_types, changed.position_type)
                then changed.old_type
        end as old_type,
        changed.first_seen,
        changed.last_affirmed,
        changed.articles,
        changed.outlets,
        changed.newest.position_id as position_id,
        changed.newest.rule as rule,
        changed.newest.confidence as confidence,
        changed.newest.sentence as sentence,
        changed.newest.article_id as article_id,
        changed.newest.start as "start",
        changed.newest.end as "end",
        changed.newest.exact as exact

    from changed
    left join (
        select
            issue_id,
            min(name) as name

        from issues
        group by issue_id
    ) as issue_names on changed.issue_id = issue_names.issue_id

)

select * from named
