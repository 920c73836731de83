{# The id of a group of contradicting claims: one for each thing that they are about. #}
{% macro conflict_id(subject, subject_id) -%}
    'c' || substr(md5({{ subject }} || ':' || {{ subject_id }}), 1, 16)
{%- endmacro %}
