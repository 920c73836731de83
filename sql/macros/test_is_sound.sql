{#
    Fails for a key that stands in more than one row or has a gap, for a value that the
    contract does not list, and for a row whose parent is missing.

    One query for what dbt's own unique, not_null, accepted_values and relationships ask in
    one query a column: the models are tested every morning, and each query costs its time.
#}
{% test is_sound(model, key, values={}, parents={}) %}
    select 'a key is doubled or has a gap' as problem

    from {{ model }}
    group by {{ key | join(", ") }}
    having
        count(*) > 1
        {%- for column in key %}
        or {{ column }} is null
        {%- endfor %}
    {%- for column, known in values.items() %}

    union all

    select 'unknown {{ column }}: ' || {{ column }} as problem

    from {{ model }}
    where {{ column }} not in ('{{ known | join("', '") }}')
    {%- endfor %}
    {%- for column, parent in parents.items() %}

    union all

    select 'missing in {{ parent }}: ' || child.{{ column }} as problem

    from {{ model }} as child
    anti join {{ ref(parent) }} as parent
        on child.{{ column }} = parent.{{ column.replace("copy_of", "article_id") }}
    where child.{{ column }} is not null
    {%- endfor %}
{% endtest %}
