with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

quotes as (

    select * from {{ ref('stg_quotes') }}

),

of_newest_revisions as (

    select
        quotes.quote_id,
        quotes.turn_id,
        quotes.article_id,
        quotes.position,
        quotes.quote_type,
        quotes.exact,
        quotes.speaker_id,
        quotes.speaker_name,
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
        quotes.speaker_kind

    from quotes
    inner join article_revisions on quotes.revision_id = article_revisions.revision_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
