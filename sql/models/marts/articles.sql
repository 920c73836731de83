{{ config(materialized='view') }}

with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

articles_grouped_into_stories as (

    select * from {{ ref('int_articles_grouped_into_stories') }}

),

newest as (

    select
        article_revisions.article_id,
        article_revisions.revision,
        article_revisions.headline,
        article_revisions.outlet,
        article_revisions.authors,
        article_revisions.edition,
        article_revisions.section,
        article_revisions.filing_place,
        article_revisions.dateline_place,
        article_revisions.dateline_date,
        article_revisions.published_at,
        article_revisions.published_precision,
        article_revisions.published_basis,
        article_revisions.modified_at,
        article_revisions.language,
        article_revisions.url,
        article_revisions.summary,
        article_revisions.body,
        article_revisions.body_chars,
        article_revisions.word_count,
        article_revisions.source_file,
        article_revisions.source_format,
        article_revisions.content_sha256,
        articles_grouped_into_stories.story_id,
        articles_grouped_into_stories.copy_of,
        article_revisions.first_loaded_at,
        article_revisions.loaded_at,
        article_revisions.revision_id,
        article_revisions.published_day,
        article_revisions.publisher_id,
        article_revisions.credit,
        article_revisions.topics,
        article_revisions.metadata_basis,
        article_revisions.encoding,
        article_revisions.editors_notes,
        article_revisions.source_member,
        article_revisions.skipped_because

    from article_revisions
    inner join articles_grouped_into_stories
        on article_revisions.article_id = articles_grouped_into_stories.article_id
    where article_revisions.is_newest

)

select * from newest
