-- Fails if all claims of a conflict say the same.
with

conflicts as (

    select * from {{ ref('conflicts') }}

)

select conflict_id

from conflicts
group by conflict_id
having count(distinct claim) < 2
