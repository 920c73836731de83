with

claims_by_day as (

    select * from {{ ref('int_claims_by_day') }}

),

contradicting_claims as (

    {{ contradicting_claims('claims_by_day', per=['day']) }}

),

open_conflicts as (

    select * from contradicting_claims
    where not is_settled

)

select * from open_conflicts
