with

source_rows as (

    select
        revision_id,
        article_id,
        content_sha256,
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
        modified_at,
        language,
        url,
        publisher_id,
        credit,
        summary,
        topics,
        metadata_basis,
        encoding,
        editors_notes,
        body,
        blocks,
        word_count,
        minhash,
        source_file,
        source_member,
        skipped_because,
        source_format,
        run_id,
        loaded_at

    from {{ source('raw', 'articles') }}

)

select * from source_rows
