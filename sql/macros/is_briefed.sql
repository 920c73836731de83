{# Whether a quote is shown in a briefing: it says something, and is likelier right than wrong. #}
{% macro is_briefed(quotes) -%}
    {{ quotes }}.is_statement
    and {{ quotes }}.confidence >= {{ var('quote_confidence') }}
{%- endmacro %}
