with

raw_articles as (

    select * from {{ ref('stg_articles') }}

),

-- The long texts stay out of the sorting.
days as (

    select
        revision_id,
        article_id,
        loaded_at,
        source_file,
        coalesce(modified_at, published_at) as revised_at,
        {{ published_day('published_at', 'published_precision') }} as published_day,
        {{ day_of('modified_at') }} as modified_day

    from raw_articles

),

numbered as (

    select
        *,
        row_number() over (
            partition by article_id
            order by revised_at, loaded_at, source_file, revision_id
        ) as revision,
        min(loaded_at) over (partition by article_id) as first_loaded_at

    from days

),

-- A revision is read from its own day until the day of the next one. A modification
-- time that lies before the publication does not make an article known earlier.
dated as (

    select
        *,
        max(greatest(published_day, modified_day)) over (
            partition by article_id
            order by revision
        ) as valid_from,
        max(revision) over (partition by article_id) = revision as is_newest

    from numbered

),

bounded as (

    select
        *,
        lead(valid_from) over (partition by article_id order by revision) as valid_to

    from dated

),

finished as (

    select
        raw_articles.revision_id,
        raw_articles.article_id,
        bounded.revision,
        bounded.is_newest,
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
        bounded.published_day,
        raw_articles.modified_at,
        raw_articles.language,
        raw_articles.url,
        raw_articles.publisher_id,
        raw_articles.credit,
        raw_articles.summary,
        raw_articles.topics,
        raw_articles.metadata_basis,
        raw_articles.body,
        length(raw_articles.body) as body_chars,
        raw_articles.word_count,
        raw_articles.source_file,
        raw_articles.source_member,
        raw_articles.skipped_because,
        raw_articles.source_format,
        raw_articles.content_sha256,
        bounded.valid_from,
        bounded.valid_to,
        bounded.first_loaded_at,
        raw_articles.loaded_at,
        raw_articles.run_id

    from raw_articles
    inner join bounded on raw_articles.revision_id = bounded.revision_id

)

select * from finished
