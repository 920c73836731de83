{# Deletes the pairs that the model is about to make again: the later article is of a stale day. #}
{% macro forget_pairs_of_stale_days() -%}
    {% if is_incremental() -%}
        delete from {{ this }}
        where published_at >= (
            select cast(min(briefing_date) as timestamp) - interval 1 day
            from raw.stale_days
        )
    {%- endif %}
{%- endmacro %}
