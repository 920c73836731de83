with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

articles_matched_to_originals as (

    select * from {{ ref('int_articles_matched_to_originals') }}

),

deadlines as (

    select * from {{ ref('stg_deadlines') }}

),

originals as (

    select
        article_revisions.article_id,
        article_revisions.revision_id,
        article_revisions.published_at

    from article_revisions
    anti join articles_matched_to_originals
        on article_revisions.article_id = articles_matched_to_originals.article_id
    where article_revisions.is_newest

),

article_events as (

    select
        originals.article_id,
        originals.published_at,
        deadlines.event_id

    from originals
    inner join deadlines on originals.revision_id = deadlines.revision_id
    group by
        originals.article_id,
        originals.published_at,
        deadlines.event_id

),

event_counts as (

    select
        article_id,
        count(*) as events

    from article_events
    group by article_id

),

-- Each article is held against the first one of the days before that speaks of its
-- event.
event_links as (

    select
        article_id,
        event_id,
        min({ 'published_at': published_at, 'article_id': article_id }) over (
            partition by event_id
            order by published_at
            range between interval {{ var('story_days') }} day preceding and current row
        ) as first_of_event

    from article_events

),

pairs as (

    select
        article_id,
        first_of_event['article_id'] as earlier_id,
        first_of_event['published_at'] as earlier_published_at,
        count(*) as shared_events

    from event_links
    where article_id != first_of_event['article_id']
    group by
        article_id,
        first_of_event

),

-- One event among many does not make two articles one story: half of them must be
-- shared.
linked as (

    select
        pairs.article_id,
        min(
            {
                'published_at': pairs.earlier_published_at,
                'article_id': pairs.earlier_id
            }
        ).article_id as earlier_id

    from pairs
    inner join event_counts as later on pairs.article_id = later.article_id
    inner join event_counts as earlier on pairs.earlier_id = earlier.article_id
    where 2 * pairs.shared_events >= least(later.events, earlier.events)
    group by pairs.article_id

),

firsts as (

    with recursive walk as (

        select
            article_id,
            earlier_id

        from linked

        union all

        select
            walk.article_id,
            linked.earlier_id

        from walk
        inner join linked on walk.earlier_id = linked.article_id

    )

    select
        walk.article_id,
        walk.earlier_id as first_id

    from walk
    anti join linked on walk.earlier_id = linked.article_id

),

grouped as (

    select
        article_revisions.article_id,
        articles_matched_to_originals.copy_of,
        coalesce(
            firsts.first_id,
            articles_matched_to_originals.copy_of,
            article_revisions.article_id
        ) as first_id

    from article_revisions
    left join articles_matched_to_originals
        on article_revisions.article_id = articles_matched_to_originals.article_id
    left join firsts
        on
            coalesce(
                articles_matched_to_originals.copy_of,
                article_revisions.article_id
            ) = firsts.article_id
    where article_revisions.is_newest

),

named as (

    select
        article_id,
        copy_of,
        'st' || substr(md5(first_id), 1, 16) as story_id

    from grouped

)

select * from named
