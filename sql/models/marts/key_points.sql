with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

key_points as (

    select * from {{ ref('stg_key_points') }}

),

of_newest_revisions as (

    select
        key_points.key_point_id,
        key_points.article_id,
        key_points.label,
        key_points.text,
        key_points."start",
        key_points."end"

    from key_points
    inner join article_revisions
        on key_points.revision_id = article_revisions.revision_id
    where article_revisions.is_newest

)

select * from of_newest_revisions
