with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

raw_articles as (

    select * from {{ ref('stg_articles') }}

),

newest as (

    select
        article_revisions.article_id,
        article_revisions.published_at,
        lower(article_revisions.outlet) as outlet,
        lower(article_revisions.credit) as credit,
        raw_articles.minhash

    from article_revisions
    inner join raw_articles
        on article_revisions.revision_id = raw_articles.revision_id
    where
        article_revisions.is_newest
        and len(raw_articles.minhash) > 0

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
        ).article_id as earlier_id

    from pairs
    inner join newest as later on pairs.article_id = later.article_id
    inner join newest as earlier on pairs.earlier_id = earlier.article_id
    where
        {{ similarity('later.minhash', 'earlier.minhash') }}
        >= {{ var('near_copy_similarity') }}
    group by pairs.article_id

),

-- Each step leads to an earlier article, so the walk ends at the first of its group.
firsts as (

    with recursive walk as (

        select
            article_id,
            earlier_id

        from near_copies

        union all

        select
            walk.article_id,
            near_copies.earlier_id

        from walk
        inner join near_copies on walk.earlier_id = near_copies.article_id

    )

    select
        walk.article_id,
        min(
            { 'published_at': newest.published_at, 'article_id': newest.article_id }
        ).article_id as first_id

    from walk
    inner join newest on walk.earlier_id = newest.article_id
    group by walk.article_id

),

members as (

    select
        first_id,
        article_id

    from firsts

    union

    select
        first_id,
        first_id as article_id

    from firsts

),

-- The outlet that another copy credits is the original, whenever it published.
credited as (

    select
        members.first_id,
        min(
            { 'published_at': newest.published_at, 'article_id': newest.article_id }
        ).article_id as credited_id

    from members
    inner join newest on members.article_id = newest.article_id
    inner join members as other_members on members.first_id = other_members.first_id
    inner join newest as other
        on
            other_members.article_id = other.article_id
            and newest.outlet = other.credit
            and newest.article_id != other.article_id
    group by members.first_id

),

matched as (

    select
        members.article_id,
        coalesce(credited.credited_id, members.first_id) as copy_of

    from members
    left join credited on members.first_id = credited.first_id

),

-- What an outlet publishes again is its own. An outlet that is not known may be
-- another.
copies as (

    select
        matched.article_id,
        matched.copy_of

    from matched
    inner join newest as copy on matched.article_id = copy.article_id
    inner join newest as original on matched.copy_of = original.article_id
    where
        matched.article_id != matched.copy_of
        and coalesce(copy.outlet != original.outlet, true)

)

select * from copies
