{# How much a move tells: a stand turned round (1), hardened (2) or softened (3). #}
{% macro gravity(move) -%}
    case {{ move }} when 'reversed' then 1 when 'hardened' then 2 else 3 end
{%- endmacro %}
