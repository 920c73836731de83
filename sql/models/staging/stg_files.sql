with

source_rows as (

    select
        source_file,
        file_sha256,
        bytes,
        modified_ns,
        outcome,
        source_format,
        articles,
        run_id,
        seen_at

    from {{ source('raw', 'files') }}

)

select * from source_rows
