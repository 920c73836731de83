{# Fails for each combination of the columns that stands in more than one row, or has a gap. #}
{% test is_key(model, columns) %}
    select
        {{ columns | join(", ") }},
        count(*) as rows_with_it

    from {{ model }}
    group by {{ columns | join(", ") }}
    having
        count(*) > 1
        {%- for column in columns %}
        or {{ column }} is null
        {%- endfor %}
{% endtest %}
