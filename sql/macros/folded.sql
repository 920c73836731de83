{# A name as it is compared: without case, accents, full stops and apostrophes. #}
{% macro folded(name) -%}
    trim(
        regexp_replace(
            regexp_replace(strip_accents(lower({{ name }})), '[.''’]', '', 'g'),
            '[^\p{L}\p{N}]+',
            ' ',
            'g'
        )
    )
{%- endmacro %}
