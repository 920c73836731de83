with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

near_copies as (

    select * from {{ ref('int_articles_paired_with_near_copies') }}

),

newest as (

    select
        article_id,
        published_at,
        lower(outlet) as outlet,
        lower(credit) as credit

    from article_revisions
    where is_newest

),

-- Each step leads to an earlier article, so the walk ends at the first of its group.
firsts as (

    with recursive walk as (

        select
            article_id,
            earlier_id

        from near_copies

        union

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
