{#
    Whether two speakers are surely two people: their last names differ, or their given
    names do and neither is an initial. A body may speak through a person, and a last name
    alone may be anybody's who bears it.
#}
{% macro is_somebody_else(one, other) -%}
    (
        {{ one }}.speaker_id != {{ other }}.speaker_id
        and {{ one }}.speaker_kind = 'person'
        and {{ other }}.speaker_kind = 'person'
        and (
            {{ one }}.speaker_last_name != {{ other }}.speaker_last_name
            or (
                {{ one }}.speaker_last_name = {{ other }}.speaker_last_name
                and not starts_with(
                    {{ one }}.speaker_given_name, {{ other }}.speaker_given_name
                )
                and not starts_with(
                    {{ other }}.speaker_given_name, {{ one }}.speaker_given_name
                )
            )
        )
    )
{%- endmacro %}
