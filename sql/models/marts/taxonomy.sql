with

taxonomy as (

    select * from {{ ref('stg_taxonomy') }}

)

select * from taxonomy
