-- Fails if a run read a file and does not say what became of it.
with

runs as (

    select * from {{ ref('runs') }}

)

select
    run_id,
    files_read,
    files_loaded,
    files_unchanged,
    files_duplicate,
    files_rejected

from runs
where
    status = 'done'
    and files_read
    != files_loaded + files_unchanged + files_duplicate + files_rejected
