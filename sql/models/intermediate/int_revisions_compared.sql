{{ config(materialized='table') }}

with

raw_articles as (

    select * from {{ ref('stg_articles') }}

),

revisions_dated as (

    select * from {{ ref('int_revisions_dated') }}

),

steps as (

    select
        later.revision_id,
        earlier.revision_id as earlier_id

    from revisions_dated as later
    inner join revisions_dated as earlier
        on
            later.article_id = earlier.article_id
            and later.revision = earlier.revision + 1

),

-- The headline counts as a paragraph, before the first.
texts as (

    select
        raw_articles.revision_id,
        [raw_articles.headline]
        || string_split(raw_articles.body, chr(10)) as paragraphs

    from raw_articles
    where
        raw_articles.revision_id in (
            select steps.revision_id from steps
            union all
            select steps.earlier_id from steps
        )

),

paragraphs as (

    select
        revision_id,
        unnest(paragraphs) as paragraph,
        generate_subscripts(paragraphs, 1) as place

    from texts

),

removed as (

    select
        steps.revision_id,
        list(paragraphs.paragraph order by paragraphs.place) as removed

    from steps
    inner join paragraphs on steps.earlier_id = paragraphs.revision_id
    left join paragraphs as kept
        on
            steps.revision_id = kept.revision_id
            and paragraphs.paragraph = kept.paragraph
    where kept.revision_id is null and paragraphs.paragraph != ''
    group by steps.revision_id

),

added as (

    select
        steps.revision_id,
        list(paragraphs.paragraph order by paragraphs.place) as added

    from steps
    inner join paragraphs on steps.revision_id = paragraphs.revision_id
    left join paragraphs as known
        on
            steps.earlier_id = known.revision_id
            and paragraphs.paragraph = known.paragraph
    where known.revision_id is null and paragraphs.paragraph != ''
    group by steps.revision_id

),

compared as (

    select
        steps.revision_id,
        coalesce(removed.removed, []) as removed,
        coalesce(added.added, []) as added

    from steps
    left join removed on steps.revision_id = removed.revision_id
    left join added on steps.revision_id = added.revision_id

)

select * from compared
