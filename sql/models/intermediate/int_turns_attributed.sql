-- Who is said to have said the words that several articles carry: one row per
-- utterance in marks whose speaker is a person named beside it.
with

quotes as (

    select * from {{ ref('stg_quotes') }}

),

speakers_identified as (

    select * from {{ ref('int_speakers_identified') }}

),

turns_grouped_by_words as (

    select * from {{ ref('int_turns_grouped_by_words') }}

),

attributed as (

    select
        quotes.revision_id,
        quotes.article_id,
        quotes.quote_id,
        quotes.exact,
        quotes.sentence,
        quotes."start",
        quotes."end",
        speakers_identified.speaker_id,
        speakers_identified.name as speaker_name,
        speakers_identified.kind as speaker_kind,
        speakers_identified.last_name as speaker_last_name,
        speakers_identified.given_name as speaker_given_name,
        turns_grouped_by_words.variant_group,
        regexp_matches(
            lower(quotes.speaker_role),
            '\bspokes(man|woman|person)\b|\bpress (secretary|officer)\b'
        ) is true as is_voice,
        ' ' || {{ folded('quotes.sentence') }} || ' ' as folded_sentence

    from quotes
    inner join turns_grouped_by_words
        on quotes.turn_id = turns_grouped_by_words.turn_id
    inner join speakers_identified
        on
            quotes.revision_id = speakers_identified.revision_id
            and quotes.speaker_name = speakers_identified.speaker_name
    where
        quotes.quote_type != 'indirect'
        and speakers_identified.kind = 'person'
        and contains(
            {{ folded('quotes.speaker_mention') }}, speakers_identified.last_name
        )
        and turns_grouped_by_words.weighty_words >= 5
    qualify
        row_number() over (
            partition by quotes.revision_id, quotes.turn_id
            order by quotes.position
        ) = 1

)

select * from attributed
