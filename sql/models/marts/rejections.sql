with

rejections as (

    select * from {{ ref('stg_rejections') }}

),

rejected_files as (

    select
        source_file,
        sha256,
        reason_code,
        reason,
        run_id,
        rejected_at,
        quarantined_as

    from rejections

)

select * from rejected_files
