with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

articles as (

    select * from {{ ref('articles') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

-- The revision that was the newest at the end of the day, of what was published on that
-- day or in the week before.
read_by_day as (

    select
        briefing_days.briefing_date,
        briefing_days.briefing_date - article_revisions.published_day as days_before,
        case
            when article_revisions.first_loaded_at > briefing_days.first_published_at
                then 'late'
            else 'on time'
        end as arrival,
        article_revisions.*

    from briefing_days
    inner join article_revisions
        on
            briefing_days.briefing_date
            between article_revisions.published_day
            and article_revisions.published_day + 7
            and briefing_days.briefing_date >= article_revisions.valid_from
            and briefing_days.briefing_date
            < coalesce(article_revisions.valid_to, date 'infinity')

),

-- An original that was published after the day is not known to the day.
related as (

    select
        read_by_day.*,
        articles.story_id,
        originals.article_id as copy_of

    from read_by_day
    inner join articles on read_by_day.article_id = articles.article_id
    left join articles as originals
        on
            articles.copy_of = originals.article_id
            and read_by_day.briefing_date >= originals.published_day

)

select * from related
