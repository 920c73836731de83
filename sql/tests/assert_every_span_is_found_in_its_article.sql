-- Fails if the words of a finding do not stand where it says, in its revision's body.
-- Looks at the articles of stale days, for the others were looked at before; with no
-- stale day, at all of them.
with

stale_days as (

    select * from {{ ref('stg_stale_days') }}

),

article_revisions as (

    select
        revision_id,
        body

    from {{ ref('article_revisions') }}
    where
        published_day in (select stale_days.briefing_date from stale_days)
        or (select count(*) from stale_days) = 0

),

spans as (

    {%- for model, words in [
        ('stg_key_points', 'text'),
        ('stg_issues', 'exact'),
        ('stg_issue_mentions', 'exact'),
        ('stg_positions', 'exact'),
        ('stg_quotes', 'exact'),
        ('stg_deadlines', 'expression'),
    ] %}
        {% if not loop.first %}union all{% endif %}

        select
            revision_id,
            "start",
            "end",
            {{ words }} as exact

        from {{ ref(model) }}
        where "start" is not null
    {% endfor %}

),

misplaced as (

    select
        spans.revision_id,
        spans."start",
        spans."end",
        spans.exact

    from spans
    inner join article_revisions on spans.revision_id = article_revisions.revision_id
    where
        spans.exact is distinct from substring(
            article_revisions.body,
            spans."start" + 1,
            spans."end" - spans."start"
        )

)

select * from misplaced
