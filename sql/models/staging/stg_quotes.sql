with

source_rows as (

    select
        quote_id,
        turn_id,
        revision_id,
        article_id,
        position,
        quote_type,
        exact,
        sentence,
        speaker_name,
        speaker_mention,
        speaker_role,
        speaker_affiliation,
        cue,
        "start",
        "end",
        speaker_start,
        speaker_end,
        cue_start,
        cue_end,
        attribution,
        speaker_kind,
        rule,
        confidence,
        speaker_confidence,
        is_statement

    from {{ source('raw', 'quotes') }}

)

select * from source_rows
