with

raw_articles as (

    select * from {{ ref('stg_articles') }}

),

numbered as (

    select
        *,
        row_number() over article_history as revision,
        {{ published_day('published_at', 'published_precision') }} as published_day,
        coalesce(
            {{ day_of('modified_at') }},
            {{ published_day('published_at', 'published_precision') }}
        ) as revised_day

    from raw_articles
    window
        article_history as (
            partition by article_id
            order by
                coalesce(modified_at, published_at),
                loaded_at,
                source_file,
                revision_id
        )

),

-- A revision is read from its own day until the day of the next one. A modification time
-- that lies before the publication does not make an article known earlier.
dated as (

    select
        *,
        max(greatest(published_day, revised_day)) over (
            partition by article_id
            order by revision
        ) as valid_from,
        min(loaded_at) over (partition by article_id) as first_loaded_at

    from numbered

),

bounded as (

    select
        *,
        lead(valid_from) over (partition by article_id order by revision) as valid_to,
        lead(revision) over (
            partition by article_id
            order by revision
        ) is null as is_newest

    from dated

),

finished as (

    select
        revision_id,
        article_id,
        revision,
        is_newest,
        headline,
        outlet,
        authors,
        edition,
        section,
        filing_place,
        dateline_place,
        dateline_date,
        published_at,
        published_precision,
        published_basis,
        published_day,
        modified_at,
        language,
        url,
        publisher_id,
        credit,
        summary,
        topics,
        metadata_basis,
        body,
        length(body) as body_chars,
        word_count,
        blocks,
        minhash,
        source_file,
        source_member,
        source_format,
        content_sha256,
        valid_from,
        valid_to,
        first_loaded_at,
        loaded_at,
        run_id

    from bounded

)

select * from finished
