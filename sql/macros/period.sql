{# A claimed period as text: one day as its date, a longer one as "first/last" (ISO 8601). #}
{% macro period(first_day, last_day) -%}
    case
        when {{ first_day }} = {{ last_day }} then strftime({{ first_day }}, '%Y-%m-%d')
        else
            strftime({{ first_day }}, '%Y-%m-%d')
            || '/'
            || strftime({{ last_day }}, '%Y-%m-%d')
    end
{%- endmacro %}
