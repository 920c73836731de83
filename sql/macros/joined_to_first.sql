{#
    Whose words each of the `turns` repeats: turn_id and first_id, of another article and of
    the weeks before. first_id is null where the turn resembles only what has itself joined
    another.

    A turn joins the first one with which it shares runs that make up half of the shorter
    of the two. It never joins by way of a third, which may have begun like the one and
    gone on like the other, unless the third says whole what both are parts of.
#}
{% macro joined_to_first(turns) -%}
    with

    runs as (

        select
            turn_id,
            article_id,
            place,
            published_at,
            unnest(runs) as run

        from {{ turns }}

    ),

    shared_runs as (

        select run

        from runs
        group by run
        having min(article_id) != max(article_id)

    ),

    -- Each run is held against its first place in the weeks before, so that words which
    -- a thousand outlets carry cost a thousand comparisons and not a million.
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
    alike as (

        select
            pairs.turn_id,
            pairs.first_place as earlier_place,
            pairs.first_place['turn_id'] as earlier_id,
            pairs.shared >= 0.8 * len(later.runs) as is_part,
            pairs.shared >= 0.8 * len(earlier.runs) as is_whole

        from pairs
        inner join {{ turns }} as later on pairs.turn_id = later.turn_id
        inner join {{ turns }} as earlier
            on pairs.first_place['turn_id'] = earlier.turn_id
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

    ),

    -- The first that others may join resembles nothing before it.
    direct as (

        select
            alike.turn_id,
            min(alike.earlier_place) as first_place,
            arg_min(alike.is_whole, alike.earlier_place) as is_whole

        from alike
        anti join alike as before on alike.earlier_id = before.turn_id
        group by alike.turn_id

    ),

    through_a_whole as (

        select
            alike.turn_id,
            min(direct.first_place) as first_place

        from alike
        inner join direct on alike.earlier_id = direct.turn_id
        where alike.is_part and direct.is_whole
        group by alike.turn_id

    )

    select
        alike.turn_id,
        coalesce(
            any_value(direct.first_place), any_value(through_a_whole.first_place)
        )['turn_id'] as first_id

    from alike
    left join direct on alike.turn_id = direct.turn_id
    left join through_a_whole on alike.turn_id = through_a_whole.turn_id
    group by alike.turn_id
{%- endmacro %}
