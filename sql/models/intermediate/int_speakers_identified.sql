{{ config(materialized='table') }}

-- Which person or body each name in each article stands for: as the names tell, unless
-- people decided otherwise in speakers.csv.
with

speakers_known_by_name as (

    select * from {{ ref('int_speakers_known_by_name') }}

),

decisions as (

    select
        *,
        {{ folded('name') }} as folded_name,
        {{ folded('speaker') }} as folded_speaker,
        {{ folded('role') }} as folded_role,
        role is not null or article_id is not null as is_narrow

    from {{ ref('stg_speaker_decisions') }}

),

-- A decision names its speaker by an id, by any name that an article gives, or by the
-- full name that is shown where an article has the last name alone.
named_speakers as (

    select
        decisions.line,
        arg_min(
            speakers_known_by_name.speaker_id, speakers_known_by_name.seen
        ) as speaker_id,
        arg_min(speakers_known_by_name.name, speakers_known_by_name.seen) as name

    from decisions
    inner join speakers_known_by_name
        on
            decisions.folded_speaker = speakers_known_by_name.folded_name
            or decisions.folded_speaker = speakers_known_by_name.folded_full_name
            or decisions.speaker = speakers_known_by_name.speaker_id
    where decisions.decision = 'same'
    group by decisions.line

),

-- "Same" without a narrower condition holds for all names of that speaker.
subjects as (

    select
        decisions.line,
        speakers_known_by_name.speaker_id

    from decisions
    inner join speakers_known_by_name
        on
            decisions.folded_name = speakers_known_by_name.folded_name
            or decisions.folded_name = speakers_known_by_name.folded_full_name
            or decisions.name = speakers_known_by_name.speaker_id
    where decisions.decision = 'same' and not decisions.is_narrow
    group by decisions.line, speakers_known_by_name.speaker_id

),

matched as (

    select
        speakers_known_by_name.revision_id,
        speakers_known_by_name.speaker_name,
        decisions.line,
        decisions.is_narrow

    from speakers_known_by_name
    inner join decisions
        on
            (
                speakers_known_by_name.folded_name = decisions.folded_name
                or speakers_known_by_name.folded_full_name = decisions.folded_name
                or speakers_known_by_name.speaker_id = decisions.name
            )
            and speakers_known_by_name.article_id
            = coalesce(decisions.article_id, speakers_known_by_name.article_id)
            and contains(
                speakers_known_by_name.folded_roles, coalesce(decisions.folded_role, '')
            )
    where decisions.decision in ('same', 'different')

    union all

    select
        speakers_known_by_name.revision_id,
        speakers_known_by_name.speaker_name,
        subjects.line,
        false as is_narrow

    from speakers_known_by_name
    inner join subjects
        on speakers_known_by_name.speaker_id = subjects.speaker_id

),

-- The narrowest decision is the one that is meant; "different" is narrower than "same".
decided as (

    select
        matched.revision_id,
        matched.speaker_name,
        decisions.line,
        coalesce(
            named_speakers.speaker_id,
            's' || substr(md5('decided|' || decisions.folded_speaker), 1, 16)
        ) as speaker_id,
        case
            when named_speakers.speaker_id = decisions.speaker then named_speakers.name
            else decisions.speaker
        end as name

    from matched
    inner join decisions on matched.line = decisions.line
    left join named_speakers on matched.line = named_speakers.line
    qualify
        row_number() over (
            partition by matched.revision_id, matched.speaker_name
            order by matched.is_narrow desc, decisions.decision asc, matched.line asc
        ) = 1

),

identified as (

    select
        speakers_known_by_name.revision_id,
        speakers_known_by_name.speaker_name,
        speakers_known_by_name.folded_name,
        speakers_known_by_name.kind,
        speakers_known_by_name.last_name,
        speakers_known_by_name.given_name,
        coalesce(decided.speaker_id, speakers_known_by_name.speaker_id) as speaker_id,
        coalesce(decided.name, speakers_known_by_name.name) as name,
        case
            when decided.line is null then speakers_known_by_name.basis
            else 'decision'
        end as basis

    from speakers_known_by_name
    left join decided
        on
            speakers_known_by_name.revision_id = decided.revision_id
            and speakers_known_by_name.speaker_name = decided.speaker_name

),

new_names as (

    select
        identified.speaker_id,
        arg_max(decisions.speaker, decisions.line) as new_name

    from identified
    inner join decisions
        on
            identified.folded_name = decisions.folded_name
            or identified.speaker_id = decisions.name
    where decisions.decision = 'rename'
    group by identified.speaker_id

),

renamed as (

    select
        identified.revision_id,
        identified.speaker_name,
        identified.speaker_id,
        coalesce(new_names.new_name, identified.name) as name,
        new_names.new_name,
        identified.kind,
        identified.last_name,
        identified.given_name,
        identified.basis

    from identified
    left join new_names on identified.speaker_id = new_names.speaker_id

)

select * from renamed
