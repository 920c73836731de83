{# How hard a kind of position is, from giving way (1) to pressing (4). #}
{% macro firmness(position_type) -%}
    case
        when {{ position_type }} in ('offer', 'support') then 1
        when {{ position_type }} in ('goal', 'request') then 2
        when {{ position_type }} in ('condition', 'opposition') then 3
        when {{ position_type }} in ('refusal', 'threat') then 4
    end
{%- endmacro %}
