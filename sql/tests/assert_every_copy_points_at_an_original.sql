-- Fails if an article is called a copy of itself or of another copy.
with

articles as (

    select * from {{ ref('articles') }}

)

select
    copies.article_id,
    copies.copy_of

from articles as copies
inner join articles as originals on copies.copy_of = originals.article_id
where originals.copy_of is not null
