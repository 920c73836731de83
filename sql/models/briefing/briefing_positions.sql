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
        list(distinct position_type) as old_types,
        arg_max(
            position_type,
            { 'at': published_at, 'start': "start", 'position_id': position_id }
        ) as old_type

    from stands
    where
        is_newest
        and issue_id is not null
    group by
        actor,
        issue_id,
        published_day

),

read_by_day as (

    select
        briefing_days.briefing_date,
        briefing_days.previous_day,
        stands.*

    from briefing_days
    inner join stands
        on
            briefing_days.briefing_date >= stands.published_day
            and briefing_days.briefing_date
            < stands.published_day + {{ var('history_days') }}
            and briefing_days.briefing_date >= stands.valid_from
            and briefing_days.briefing_date < stands.valid_to

),

counted as (

    select
        briefing_date,
        stand_id,
        min(published_day) as first_seen_lately,
        max(published_day) as last_affirmed,
        count(distinct article_id) as articles,
        count(distinct outlet) as outlets

    from read_by_day
    group by
        briefing_date,
        stand_id

),

newest_reports as (

    select *

    from read_by_day
    qualify
        row_number() over (
            partition by briefing_date, stand_id
            order by published_at desc, confidence desc, position_id desc
        ) = 1

),

remembered as (

    select
        newest_reports.*,
        counted.last_affirmed,
        counted.articles,
        counted.outlets,
        least(counted.first_seen_lately, first_days.first_seen) as first_seen,
        newest_reports.previous_day is null
        or counted.last_affirmed > newest_reports.previous_day as is_affirmed_now

    from newest_reports
    inner join counted
        on
            newest_reports.briefing_date = counted.briefing_date
            and newest_reports.stand_id = counted.stand_id
    left join first_days on newest_reports.stand_id = first_days.stand_id

),

compared as (

    select
        remembered.*,
        last_words.old_types,
        last_words.old_type,
        {{ firmness('remembered.position_type') }} as firmness,
        {{ firmness('last_words.old_type') }} as old_firmness

    from remembered
    asof left join last_words
        on
            remembered.actor = last_words.actor
            and remembered.issue_id = last_words.issue_id
            and remembered.previous_day >= last_words.published_day

),

changed as (

    select
        *,
        case
            when not is_affirmed_now then 'silent'
            when list_contains(old_types, position_type) then 'repeated'
            when
                old_type is null
                and coalesce(first_seen > previous_day, true)
                then 'new'
            when old_type is null then 'repeated'
            when
                (old_type, position_type) in (
                    ('support', 'opposition'),
                    ('opposition', 'support'),
                    ('offer', 'refusal'),
                    ('refusal', 'offer')
                )
                then 'reversed'
            when firmness > old_firmness then 'hardened'
            when firmness < old_firmness then 'softened'
            else 'changed'
        end as change

    from compared
    -- A single statement that nobody repeats is no ledger entry.
    where
        is_affirmed_now
        or issue_id is not null

),

issue_names as (

    select
        issue_id,
        min(name) as issue

    from issues
    group by issue_id

),

named as (

    select
        changed.briefing_date,
        changed.stand_id,
        changed.actor,
        changed.issue_id,
        issue_names.issue,
        changed.position_type,
        changed.statement,
        changed.voice,
        changed.condition_of,
        changed.change,
        case
            when changed.change not in ('silent', 'repeated', 'new')
                then changed.old_type
        end as old_type,
        changed.first_seen,
        changed.last_affirmed,
        changed.articles,
        changed.outlets,
        changed.position_id,
        changed.rule,
        changed.confidence,
        changed.sentence,
        changed.article_id,
        changed."start",
        changed."end",
        changed.exact

    from changed
    left join issue_names on changed.issue_id = issue_names.issue_id

)

select * from named
