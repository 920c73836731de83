{# The share of equal values in two MinHash signatures: about the share of equal words. #}
{% macro similarity(one, other) -%}
    list_avg(
        list_transform(
            range(1, len({{ one }}) + 1),
            lambda place: cast({{ one }}[place] = {{ other }}[place] as integer)
        )
    )
{%- endmacro %}
