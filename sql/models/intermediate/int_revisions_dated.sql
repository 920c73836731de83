{{ config(materialized='table') }}

with

raw_articles as (

    select * from {{ ref('stg_articles') }}

),

days as (

    select
        revision_id,
        article_id,
        loaded_at,
        source_file,
        coalesce(modified_at, published_at) as revised_at,
        {{ published_day('published_at', 'published_precision') }} as published_day,
        {{ day_of('modified_at') }} as modified_day

    from raw_articles

),

numbered as (

    select
        *,
        row_number() over (
            partition by article_id
            order by revised_at, loaded_at, source_file, revision_id
        ) as revision,
        min(loaded_at) over (partition by article_id) as first_loaded_at

    from days

),

-- A revision is read from its own day until the day of the next one. A modification
-- time that lies before the publication does not make an article known earlier.
dated as (

    select
        *,
        max(greatest(published_day, modified_day)) over (
            partition by article_id
            order by revision
        ) as valid_from,
        max(revision) over (partition by article_id) = revision as is_newest

    from numbered

),

bounded as (

    select
        revision_id,
        article_id,
        revision,
        is_newest,
        published_day,
        valid_from,
        lead(valid_from) over (partition by article_id order by revision) as valid_to,
        first_loaded_at

    from dated

)

select * from bounded
