with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

metadata_claims as (

    select * from {{ ref('stg_metadata_claims') }}

),

of_newest_revisions as (

    select
        metadata_claims.metadata_claim_id,
        metadata_claims.article_id,
        metadata_claims.field,
        metadata_claims.value,
        metadata_claims.basis,
        metadata_claims.is_chosen

    from metadata_claims
    inner join article_revisions
        on metadata_claims.revision_id = article_revisions.revision_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
