with

claims_by_day as (

    select * from {{ ref('int_claims_by_day') }}

),

contradicting_claims as (

    {{ contradicting_claims('claims_by_day', per=['day']) }}

)

select * from contradicting_claims
