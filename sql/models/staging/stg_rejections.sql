with

source_rows as (

    select
        source_file,
        file_sha256 as sha256,
        reason_code,
        reason,
        quarantined_as,
        run_id,
        rejected_at

    from {{ source('raw', 'rejections') }}

)

select * from source_rows
