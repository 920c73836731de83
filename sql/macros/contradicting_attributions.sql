{#
    The claims that cannot all be true, out of a relation of claims about who said the
    same words.

    Two articles contradict each other where each names another person beside the words.
    No claim is made by a sentence that names the other person too ("Lee quoted Orth as
    saying"), and words that more than three people are said to have said are a saying. A
    spokeswoman says the words of others: she contradicts only another voice.

    `per` lists columns that hold separate worlds apart, as the day that looks back.
#}
{% macro contradicting_attributions(claims, per=[]) %}
    {%- set world = per | join(", ") ~ (", " if per else "") -%}
    with

    named_speakers as (

        select
            {{ world }}variant_group,
            speaker_id,
            speaker_kind,
            speaker_last_name,
            speaker_given_name

        from {{ claims }}
        group by
            {{ world }}variant_group,
            speaker_id,
            speaker_kind,
            speaker_last_name,
            speaker_given_name

    ),

    plain_claims as (

        select claims.*

        from {{ claims }} as claims
        anti join named_speakers
            on
                claims.variant_group = named_speakers.variant_group
                {%- for column in per %}
                and claims.{{ column }} = named_speakers.{{ column }}
                {%- endfor %}
                and contains(
                    claims.folded_sentence,
                    ' ' || named_speakers.speaker_last_name || ' '
                )
                -- Of two people of one last name the given name tells which is named.
                and (
                    claims.speaker_last_name != named_speakers.speaker_last_name
                    or contains(
                        claims.folded_sentence,
                        ' ' || named_speakers.speaker_given_name || ' '
                    )
                )
                and {{ is_somebody_else('claims', 'named_speakers') }}

    ),

    candidates as (

        select
            {{ world }}variant_group,
            speaker_id,
            speaker_kind,
            speaker_last_name,
            speaker_given_name,
            bool_or(is_voice) as is_voice,
            count(distinct speaker_id) over (
                partition by {{ world }}variant_group
            ) as speakers

        from plain_claims
        group by
            {{ world }}variant_group,
            speaker_id,
            speaker_kind,
            speaker_last_name,
            speaker_given_name

    ),

    contradicted as (

        select
            {%- for column in per %}
            one.{{ column }},
            {%- endfor %}
            one.variant_group

        from candidates as one
        inner join candidates as other
            on
                one.variant_group = other.variant_group
                {%- for column in per %}
                and one.{{ column }} = other.{{ column }}
                {%- endfor %}
                and one.is_voice = other.is_voice
                and {{ is_somebody_else('one', 'other') }}
        where one.speakers <= 3
        group by all

    )

    select plain_claims.*

    from plain_claims
    semi join contradicted
        on
            plain_claims.variant_group = contradicted.variant_group
            {%- for column in per %}
            and plain_claims.{{ column }} = contradicted.{{ column }}
            {%- endfor %}
{% endmacro %}
