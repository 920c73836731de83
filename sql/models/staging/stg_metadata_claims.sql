with

source_rows as (

    select
        metadata_claim_id,
        revision_id,
        article_id,
        field,
        value,
        basis,
        is_chosen

    from {{ source('raw', 'metadata_claims') }}

)

select * from source_rows
