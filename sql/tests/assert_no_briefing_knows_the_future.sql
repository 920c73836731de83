-- Fails if a briefing shows an article that was published after the end of its day.
with

article_revisions as (

    select
        article_id,
        min(published_day) as published_day

    from {{ ref('article_revisions') }}
    group by article_id

),

shown as (

    {%- for model in [
        'briefing_articles',
        'briefing_issues',
        'briefing_positions',
        'briefing_quotes',
        'briefing_deadlines',
        'briefing_conflicts',
        'briefing_changes',
    ] %}
        {% if not loop.first %}union all{% endif %}

        select
            '{{ model }}' as model,
            briefing_date,
            article_id

        from {{ ref(model) }}
    {% endfor %}

),

too_early as (

    select
        shown.model,
        shown.briefing_date,
        shown.article_id

    from shown
    left join article_revisions on shown.article_id = article_revisions.article_id
    where
        shown.briefing_date < article_revisions.published_day
        or (shown.article_id is not null and article_revisions.article_id is null)

)

select * from too_early
