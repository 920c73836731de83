{{ config(materialized='table') }}

-- The same words elsewhere: utterances of several articles that share runs of words,
-- and short cuts of them ("a national disgrace") by the same speaker.
with

turns_cut_into_runs as (

    select * from {{ ref('int_turns_cut_into_runs') }}

),

long_turns as (

    select *

    from turns_cut_into_runs
    where len(weighty_words) >= 4

),

joined as (

    {{ joined_to_first('long_turns') }}

),

-- What resembles only a later form of some first words is held against its like anew.
left_over as (

    select long_turns.*

    from long_turns
    semi join joined
        on long_turns.turn_id = joined.turn_id and joined.first_id is null

),

joined_anew as (

    {{ joined_to_first('left_over') }}

),

later_forms as (

    select
        turn_id,
        first_id

    from joined
    where first_id is not null

    union all

    select
        turn_id,
        first_id

    from joined_anew
    where first_id is not null

),

-- Two or three weighty words in marks are a cut of what their speaker said in the weeks
-- before, if these words stand in one utterance of that speaker alone.
phrases as (

    select
        long_turns.turn_id,
        long_turns.article_id,
        long_turns.speaker_id,
        long_turns.published_at,
        coalesce(later_forms.first_id, long_turns.turn_id) as whole_id,
        unnest(list_concat(long_turns.runs, long_turns.pairs)) as phrase

    from long_turns
    left join later_forms on long_turns.turn_id = later_forms.turn_id
    where not long_turns.is_indirect and long_turns.speaker_id is not null

    union all

    select
        turn_id,
        article_id,
        speaker_id,
        published_at,
        cast(null as varchar) as whole_id,
        coalesce(runs[1], pairs[1]) as phrase

    from turns_cut_into_runs
    where
        len(weighty_words) < 4
        and not is_indirect
        and speaker_id is not null

),

wholes as (

    select
        turn_id,
        article_id,
        whole_id,
        min(whole_id) over weeks_before as least_id,
        max(whole_id) over weeks_before as greatest_id,
        min(article_id) filter (where whole_id is not null)
            over weeks_before as least_article_id,
        max(article_id) filter (where whole_id is not null)
            over weeks_before as greatest_article_id

    from phrases
    window weeks_before as (
        partition by speaker_id, phrase
        order by published_at
        range between
        interval {{ var('same_words_days') }} day preceding and current row
    )

),

cuts as (

    select
        turn_id,
        least_id as first_id

    from wholes
    where
        whole_id is null
        and least_id = greatest_id
        and (article_id != least_article_id or article_id != greatest_article_id)

),

firsts as (

    select * from later_forms

    union all

    select * from cuts

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
        turns.origin_id,
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
    inner join turns_cut_into_runs as turns on members.turn_id = turns.turn_id
    inner join turns_cut_into_runs as firsts on members.first_id = firsts.turn_id

)

select * from compared
