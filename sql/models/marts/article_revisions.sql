-- A view: the texts lie in the raw table alone, and are copied once, into the snapshot.
{{ config(materialized='view') }}

with

raw_articles as (

    select * from {{ ref('stg_articles') }}

),

revisions_dated as (

    select * from {{ ref('int_revisions_dated') }}

),

revisions_compared as (

    select * from {{ ref('int_revisions_compared') }}

),

finished as (

    select
        raw_articles.revision_id,
        raw_articles.article_id,
        revisions_dated.revision,
        revisions_dated.is_newest,
        raw_articles.headline,
        raw_articles.outlet,
        raw_articles.authors,
        raw_articles.edition,
        raw_articles.section,
        raw_articles.filing_place,
        raw_articles.dateline_place,
        raw_articles.dateline_date,
        raw_articles.published_at,
        raw_articles.published_precision,
        raw_articles.published_basis,
        revisions_dated.published_day,
        raw_articles.modified_at,
        raw_articles.language,
        raw_articles.url,
        raw_articles.publisher_id,
        raw_articles.credit,
        raw_articles.summary,
        raw_articles.topics,
        raw_articles.metadata_basis,
        raw_articles.encoding,
        raw_articles.editors_notes,
        raw_articles.body,
        length(raw_articles.body) as body_chars,
        raw_articles.word_count,
        raw_articles.source_file,
        raw_articles.source_member,
        raw_articles.skipped_because,
        raw_articles.source_format,
        raw_articles.content_sha256,
        revisions_dated.valid_from,
        revisions_dated.valid_to,
        revisions_dated.first_loaded_at,
        raw_articles.loaded_at,
        raw_articles.run_id,
        revisions_compared.removed,
        revisions_compared.added

    from raw_articles
    inner join revisions_dated on raw_articles.revision_id = revisions_dated.revision_id
    left join revisions_compared
        on raw_articles.revision_id = revisions_compared.revision_id

)

select * from finished
