{#
    The incremental strategy of the briefing models: the days of this build are replaced
    whole, also where a day has no row any more; every other day stays as it was built.
#}
{% macro get_incremental_replace_days_sql(arguments) %}
    {%- set days = arguments["target_relation"].incorporate(
        path={"identifier": "briefing_days"}
    ) -%}
    {%- set columns = arguments["dest_columns"] | map(attribute="quoted") | join(", ") -%}

    delete from {{ arguments["target_relation"] }}
    where briefing_date in (select briefing_date from {{ days }});

    insert into {{ arguments["target_relation"] }} ({{ columns }})
    select {{ columns }} from {{ arguments["temp_relation"] }}
{% endmacro %}
