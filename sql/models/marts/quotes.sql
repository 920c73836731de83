with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

quotes as (

    select * from {{ ref('stg_quotes') }}

),

speakers_identified as (

    select * from {{ ref('int_speakers_identified') }}

),

turns_grouped_by_words as (

    select * from {{ ref('int_turns_grouped_by_words') }}

),

of_newest_revisions as (

    select
        quotes.quote_id,
        quotes.turn_id,
        quotes.article_id,
        quotes.position,
        quotes.quote_type,
        quotes.exact,
        speakers_identified.speaker_id,
        speakers_identified.name as speaker_name,
        quotes.speaker_mention,
        quotes.speaker_role,
        quotes.speaker_affiliation,
        quotes.cue,
        quotes."start",
        quotes."end",
        quotes.speaker_start,
        quotes.speaker_end,
        quotes.rule,
        quotes.confidence,
        quotes.sentence,
        quotes.cue_start,
        quotes.cue_end,
        quotes.attribution,
        quotes.speaker_kind,
        quotes.speaker_confidence,
        quotes.is_statement,
        turns_grouped_by_words.variant_group,
        turns_grouped_by_words.variant_of_first

    from quotes
    inner join article_revisions on quotes.revision_id = article_revisions.revision_id
    left join speakers_identified
        on
            quotes.revision_id = speakers_identified.revision_id
            and quotes.speaker_name = speakers_identified.speaker_name
    left join turns_grouped_by_words
        on quotes.turn_id = turns_grouped_by_words.turn_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
