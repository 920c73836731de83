with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

articles as (

    select * from {{ ref('articles') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

positions as (

    select * from {{ ref('int_positions_matched_to_issues') }}

),

-- What it means when an actor who stood so on an issue now stands so: the pairs that
-- can be decided. Any other two stands may go together: they are merely "changed".
moves as (

    select
        move[1] as old_type,
        move[2] as new_type,
        move[3] as change

    from (
        select
            unnest(
                [
                    ['support', 'opposition', 'reversed'],
                    ['opposition', 'support', 'reversed'],
                    ['offer', 'refusal', 'reversed'],
                    ['refusal', 'offer', 'reversed'],
                    ['support', 'refusal', 'reversed'],
                    ['refusal', 'support', 'reversed'],
                    ['goal', 'threat', 'hardened'],
                    ['request', 'threat', 'hardened'],
                    ['offer', 'threat', 'hardened'],
                    ['opposition', 'threat', 'hardened'],
                    ['request', 'refusal', 'hardened'],
                    ['opposition', 'refusal', 'hardened'],
                    ['threat', 'offer', 'softened'],
                    ['threat', 'request', 'softened'],
                    ['threat', 'goal', 'softened'],
                    ['threat', 'opposition', 'softened'],
                    ['refusal', 'request', 'softened'],
                    ['refusal', 'opposition', 'softened']
                ]
            ) as move
    ) as pairs

),

-- A stand is what an actor wants on an issue; without an issue, the words themselves.
-- What only another says of the actor is a stand apart, which moves nothing.
stands as (

    select
        article_revisions.outlet,
        article_revisions.published_at,
        article_revisions.published_day,
        article_revisions.is_newest,
        article_revisions.valid_from,
        coalesce(article_revisions.valid_to, date 'infinity') as valid_to,
        positions.*,
        originals.article_id is not null as is_copy,
        regexp_replace(trim(positions.exact), '\s+', ' ', 'g') as statement,
        'sd' || substr(
            md5(
                concat_ws(
                    '|',
                    lower(positions.actor),
                    positions.position_type,
                    if(positions.is_claim, 'claim', null),
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
    left join articles on article_revisions.article_id = articles.article_id
    left join articles as originals
        on
            articles.copy_of = originals.article_id
            and article_revisions.published_day >= originals.published_day

),

first_days as (

    select
        stand_id,
        min(published_day) as first_seen

    from stands
    where is_newest
    group by stand_id

),

-- What the actor last wanted on the issue, day by day. A copy says nothing anew, and a
-- condition hangs on another stand.
last_words as (

    select
        actor,
        issue_id,
        published_day,
        list(distinct position_type) as old_types,
        list(distinct position_type) filter (
            where issue_place = 'statement'
        ) as old_types_named,
        arg_max(
            position_type,
            { 'at': published_at, 'start': "start", 'position_id': position_id }
        ) as old_type

    from stands
    where
        is_newest
        and not is_copy
        and issue_id is not null
        and position_type != 'condition'
        and not is_claim
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
        coalesce(
            max(published_day) filter (where not is_copy),
            min(published_day)
        ) as last_affirmed,
        greatest(
            count(distinct article_id) filter (where not is_copy),
            1
        ) as articles,
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
            order by
                is_copy asc,
                published_at desc,
                confidence desc,
                position_id desc
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
        last_words.old_types_named,
        last_words.old_type as last_type

    from remembered
    asof left join last_words
        on
            remembered.actor = last_words.actor
            and remembered.issue_id = last_words.issue_id
            and remembered.previous_day >= last_words.published_day

),

-- The gravest of the moves from what the actor last wanted to what it wants now. Both
-- stands must name the issue in their own words: "the farmers' union refused to clear
-- the road" names farming, and is on something else.
moved as (

    select
        compared.briefing_date,
        compared.stand_id,
        min_by(moves.change, {{ gravity('moves.change') }}) as move,
        min_by(moves.old_type, {{ gravity('moves.change') }}) as moved_from

    from compared
    inner join moves
        on
            compared.position_type = moves.new_type
            and list_contains(compared.old_types_named, moves.old_type)
            and compared.issue_place = 'statement'
    group by
        compared.briefing_date,
        compared.stand_id

),

changed as (

    select
        compared.*,
        coalesce(moved.moved_from, compared.last_type) as old_type,
        case
            when not compared.is_affirmed_now then 'silent'
            when compared.is_claim then 'claimed'
            when list_contains(compared.old_types, compared.position_type)
                then 'repeated'
            when
                (
                    compared.last_type is null
                    or compared.position_type = 'condition'
                )
                and coalesce(compared.first_seen > compared.previous_day, true)
                then 'new'
            when
                compared.last_type is null
                or compared.position_type = 'condition'
                then 'repeated'
            else coalesce(moved.move, 'changed')
        end as change

    from compared
    left join moved
        on
            compared.briefing_date = moved.briefing_date
            and compared.stand_id = moved.stand_id
    -- A single statement that nobody repeats is no ledger entry.
    where
        compared.is_affirmed_now
        or compared.issue_id is not null

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
        changed.side,
        changed.issue_id,
        issue_names.issue,
        changed.issue_place,
        changed.position_type,
        changed.statement,
        changed.voice,
        changed.is_claim,
        changed.condition_of,
        regexp_replace(
            trim(conditioned.exact), '\s+', ' ', 'g'
        ) as conditioned_statement,
        changed.change,
        case
            when changed.change not in ('silent', 'claimed', 'repeated', 'new')
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
    left join positions as conditioned
        on
            changed.revision_id = conditioned.revision_id
            and changed.condition_of = conditioned.position_id

)

select * from named
