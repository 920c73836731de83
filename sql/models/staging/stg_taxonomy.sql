with

source_rows as (

    select
        issue_id,
        name,
        parent_id,
        subject_code,
        about as description,
        terms,
        careful_terms,
        never

    from {{ source('raw', 'taxonomy') }}

)

select * from source_rows
