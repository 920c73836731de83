{{ config(materialized='table') }}

-- The words of every utterance as they are compared: without case, marks and filler,
-- and in runs of three weighty words. What has a single such word is no one's alone.
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
        coalesce(originals.article_id, copies.article_id) as origin_id,
        greatest(copies.published_at, originals.published_at) as published_at,
        originals.article_id is not null as is_copy

    from articles as copies
    left join articles as originals on copies.copy_of = originals.article_id

),

turns as (

    select
        quotes.turn_id,
        any_value(quotes.article_id) as article_id,
        any_value(published.origin_id) as origin_id,
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
        place['at'] as published_at,
        list_distinct(
            list_transform(
                range(1, len(weighty_words) - 1),
                lambda first: hash(
                    weighty_words[first],
                    weighty_words[first + 1],
                    weighty_words[first + 2]
                )
            )
        ) as runs,
        list_distinct(
            list_transform(
                range(1, len(weighty_words)),
                lambda first: hash(weighty_words[first], weighty_words[first + 1])
            )
        ) as pairs

    from in_weighty_words
    where len(weighty_words) >= 2

)

select * from in_runs
