{{
    config(
        materialized='incremental',
        incremental_strategy='append',
        pre_hook="{{ forget_pairs_of_stale_days() }}"
    )
}}

with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

raw_articles as (

    select * from {{ ref('stg_articles') }}

),

stale_days as (

    select * from {{ ref('stg_stale_days') }}

),

-- A day earlier, for in the east a day begins before it does in UTC.
first_stale as (

    select
        cast(
            coalesce(min(briefing_date), date 'infinity') as timestamp
        ) - interval 1 day as moment

    from stale_days

),

-- A pair depends on the days before it alone, so those before the first stale day stay
-- as they are: a million stored articles are not compared again each morning.
newest as (

    select
        article_revisions.article_id,
        article_revisions.published_at,
        raw_articles.minhash

    from article_revisions
    inner join raw_articles
        on article_revisions.revision_id = raw_articles.revision_id
    where
        article_revisions.is_newest
        and len(raw_articles.minhash) > 0
        {% if is_incremental() -%}
            and article_revisions.published_at
            >= (select first_stale.moment from first_stale)
            - interval {{ var('near_copy_days') }} day
        {%- endif %}

),

-- Locality-sensitive hashing: only bodies are compared that share three neighbouring
-- values of the signature. In 24 bands of three meet 96 of 100 pairs that share half of
-- their word sequences, and 2 of 100 that share a tenth.
bands as (

    select
        article_id,
        published_at,
        unnest(
            list_transform(
                range(24),
                lambda band: hash(
                    band,
                    minhash[3 * band + 1],
                    minhash[3 * band + 2],
                    minhash[3 * band + 3]
                )
            )
        ) as band

    from newest

),

crowded_bands as (

    select band

    from bands
    group by band
    having count(*) > 1

),

-- Each article is compared with the first of its band in the days before, so that a
-- text which a thousand outlets carry costs a thousand comparisons and not a million.
candidates as (

    select
        bands.article_id,
        min(
            { 'published_at': bands.published_at, 'article_id': bands.article_id }
        ) over (
            partition by bands.band
            order by bands.published_at
            range between
            interval {{ var('near_copy_days') }} day preceding and current row
        ) as first_in_band

    from bands
    inner join crowded_bands on bands.band = crowded_bands.band

),

pairs as (

    select
        article_id,
        first_in_band['article_id'] as earlier_id

    from candidates
    where article_id != first_in_band['article_id']
    group by
        article_id,
        first_in_band['article_id']

),

near_copies as (

    select
        pairs.article_id,
        min(
            {
                'published_at': earlier.published_at,
                'article_id': earlier.article_id
            }
        ).article_id as earlier_id,
        any_value(later.published_at) as published_at

    from pairs
    inner join newest as later on pairs.article_id = later.article_id
    inner join newest as earlier on pairs.earlier_id = earlier.article_id
    where
        {{ similarity('later.minhash', 'earlier.minhash') }}
        >= {{ var('near_copy_similarity') }}
        {% if is_incremental() -%}
            and later.published_at >= (select first_stale.moment from first_stale)
        {%- endif %}
    group by pairs.article_id

)

select * from near_copies
