{#
    The calendar day of a moment in UTC, as the briefing's time zone counts days.
    A time that is known to the day only is that day everywhere.
#}
{% macro day_of(moment) -%}
    cast(
        timezone('{{ var("time_zone") }}', timezone('UTC', {{ moment }})) as date
    )
{%- endmacro %}

{% macro published_day(published_at, precision) -%}
    case
        when {{ precision }} = 'day' then cast({{ published_at }} as date)
        else {{ day_of(published_at) }}
    end
{%- endmacro %}
