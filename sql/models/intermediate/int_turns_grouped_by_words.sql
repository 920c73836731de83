{{ config(materialized='table') }}

-- The same words elsewhere: utterances of several articles that share runs of words.
--
-- An utterance joins the first one, of the weeks before and of another article, with
-- which it shares runs of three weighty words that make up half of the shorter of the
-- two. What has fewer than four such words ("Thank you very much") never joins.
with

quotes as (

    select * from {{ ref('stg_quotes') }}

),

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

articles as (

    select * from {{ ref('articles') }}

),

speakers_identified as (

    select * from {{ ref('int_speakers_identified') }}

),

-- A copy stands behind its original, whichever came out first.
published as (

    select
        copies.article_id,
        copies.story_id,
        greatest(copies.published_at, originals.published_at) as published_at,
        originals.article_id is not null as is_copy

    from articles as copies
    left join articles as originals on copies.copy_of = originals.article_id

),

turns as (

    select
        quotes.turn_id,
        any_value(quotes.article_id) as article_id,
        any_value(published.story_id) as story_id,
        any_value({
            'at': published.published_at,
            'is_copy': published.is_copy,
            'article_id': quotes.article_id,
            'turn_id': quotes.turn_id
        }) as place,
        min(article_revisions.valid_from) as first_day,
        {{ folded("string_agg(quotes.exact, ' ' order by quotes.start)") }} as words,
        bool_and(quotes.quote_type = 'direct') as is_direct,
        bool_and(quotes.quote_type = 'indirect') as is_indirect,
        arg_min(speakers_identified.speaker_id, quotes.position) as speaker_id,
        arg_min(speakers_identified.kind, quotes.position) as speaker_kind,
        arg_min(speakers_identified.last_name, quotes.position) as speaker_last_name,
        arg_min(speakers_identified.given_name, quotes.position) as speaker_given_name

    from quotes
    inner join article_revisions
        on quotes.revision_id = article_revisions.revision_id
    inner join published on quotes.article_id = published.article_id
    left join speakers_identified
        on
            quotes.revision_id = speakers_identified.revision_id
            and quotes.speaker_name = speakers_identified.speaker_name
    group by quotes.turn_id, quotes.revision_id
    qualify
        row_number() over (partition by quotes.turn_id order by quotes.revision_id) = 1

),

in_weighty_words as (

    select
        *,
        string_split({{ without_filler_words('words') }}, ' ') as weighty_words

    from turns

),

in_runs as (

    select
        *,
        list_distinct(
            list_transform(
                range(1, len(weighty_words) - 1),
                lambda first: hash(
                    weighty_words[first],
                    weighty_words[first + 1],
                    weighty_words[first + 2]
                )
            )
        ) as runs

    from in_weighty_words
    where len(weighty_words) >= 4

),

runs as (

    select
        turn_id,
        article_id,
        place,
        place['at'] as published_at,
        unnest(runs) as run

    from in_runs

),

shared_runs as (

    select run

    from runs
    group by run
    having min(article_id) != max(article_id)

),

-- Each run is held against its first place in the weeks before, so that words which a
-- thousand outlets carry cost a thousand comparisons and not a million.
first_places as (

    select
        runs.turn_id,
        runs.article_id,
        min(runs.place) over (
            partition by runs.run
            order by runs.published_at
            range between
            interval {{ var('same_words_days') }} day preceding and current row
        ) as first_place

    from runs
    inner join shared_runs on runs.run = shared_runs.run

),

pairs as (

    select
        turn_id,
        first_place,
        count(*) as shared

    from first_places
    where article_id != first_place['article_id']
    group by turn_id, first_place

),

-- What is only reported, and in nobody's own words, must share more than what is
-- quoted; so must two people in two stories, who may well use the same few words.
linked as (

    select
        pairs.turn_id,
        min(pairs.first_place)['turn_id'] as earlier_id

    from pairs
    inner join in_runs as later on pairs.turn_id = later.turn_id
    inner join in_runs as earlier on pairs.first_place['turn_id'] = earlier.turn_id
    where
        2 * pairs.shared >= least(len(later.runs), len(earlier.runs))
        and pairs.shared
        >= case
            when later.is_indirect and earlier.is_indirect then 4
            when
                later.story_id != earlier.story_id
                and {{ is_somebody_else('later', 'earlier') }}
                then 4
            else 2
        end
    group by pairs.turn_id

),

-- Each step leads to an earlier utterance, so the walk ends at the first of its group.
firsts as (

    with recursive walk as (

        select
            turn_id,
            earlier_id

        from linked

        union all

        select
            walk.turn_id,
            linked.earlier_id

        from walk
        inner join linked on walk.earlier_id = linked.turn_id

    )

    select
        walk.turn_id,
        walk.earlier_id as first_id

    from walk
    anti join linked on walk.earlier_id = linked.turn_id

),

members as (

    select
        first_id,
        turn_id

    from firsts

    union

    select
        first_id,
        first_id as turn_id

    from firsts

),

compared as (

    select
        turns.turn_id,
        turns.article_id,
        turns.first_day,
        len(turns.weighty_words) as weighty_words,
        'v' || substr(md5(members.first_id), 1, 16) as variant_group,
        case
            when firsts.turn_id = turns.turn_id then 'first'
            when {{ is_somebody_else('turns', 'firsts') }} then 'other_speaker'
            when turns.words = firsts.words then 'identical'
            when contains(firsts.words, turns.words) then 'cut'
            when contains(turns.words, firsts.words) then 'extended'
            when not turns.is_direct or not firsts.is_direct then 'mixed'
            when
                len(turns.runs) < len(firsts.runs)
                and len(list_intersect(turns.runs, firsts.runs))
                >= 0.8 * len(turns.runs)
                then 'cut'
            when
                len(turns.runs) > len(firsts.runs)
                and len(list_intersect(turns.runs, firsts.runs))
                >= 0.8 * len(firsts.runs)
                then 'extended'
            else 'reworded'
        end as variant_of_first

    from members
    inner join in_runs as turns on members.turn_id = turns.turn_id
    inner join in_runs as firsts on members.first_id = firsts.turn_id

)

select * from compared
