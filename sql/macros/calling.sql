{#
    What somebody does who does nothing else: a striker is no bishop and no minister.

    Only words that end a role count, and only callings that hardly anybody changes between.
#}
{% macro calling(role) -%}
    case
        when not regexp_matches(lower({{ role }}), '\b(former|ex|retired)\b')
            then case
                when regexp_matches(
                    lower({{ role }}),
                    '\b(striker|midfielder|goalkeeper|winger|quarterback|linebacker'
                    || '|shortstop|batsman|bowler|wicketkeeper|fly-half)$'
                )
                    then 'sport'
                when regexp_matches(
                    lower({{ role }}),
                    '\b(senator|congressman|congresswoman|lawmaker|minister|premier|mp)$'
                )
                    then 'office'
                when regexp_matches(
                    lower({{ role }}), '\b(archbishop|bishop|cardinal|rabbi|imam)$'
                )
                    then 'church'
                when regexp_matches(
                    lower({{ role }}), '\b(detective|constable|inspector|sergeant)$'
                )
                    then 'police'
            end
    end
{%- endmacro %}
