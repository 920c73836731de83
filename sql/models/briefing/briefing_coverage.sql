with

articles as (

    select * from {{ ref('articles') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

rejections as (

    select * from {{ ref('rejections') }}

),

loaded_by_day as (

    select
        coalesce(outlet, 'unknown outlet') as source,
        published_day,
        count(*) as articles

    from articles
    group by
        coalesce(outlet, 'unknown outlet'),
        published_day

),

sources as (

    select
        briefing_days.briefing_date,
        loaded_by_day.source,
        min(loaded_by_day.published_day) as first_day

    from briefing_days
    inner join loaded_by_day
        on
            loaded_by_day.published_day
            between briefing_days.briefing_date - {{ var('history_days') }}
            and briefing_days.briefing_date
    group by
        briefing_days.briefing_date,
        loaded_by_day.source

),

article_days as (

    select published_day

    from loaded_by_day
    group by published_day

),

-- The usual volume: the middle of the days on which anything was published, from the
-- source's first day on. A day without the source counts as none.
expected as (

    select
        sources.briefing_date,
        sources.source,
        median(coalesce(loaded_by_day.articles, 0)) as articles_expected

    from sources
    inner join article_days
        on
            sources.first_day <= article_days.published_day
            and sources.briefing_date > article_days.published_day
    left join loaded_by_day
        on
            sources.source = loaded_by_day.source
            and article_days.published_day = loaded_by_day.published_day
    group by
        sources.briefing_date,
        sources.source

),

late as (

    select
        briefing_days.briefing_date,
        coalesce(articles.outlet, 'unknown outlet') as source,
        count(*) as articles_late

    from briefing_days
    inner join articles
        on
            briefing_days.briefing_date = articles.published_day
            and briefing_days.first_published_at < articles.first_loaded_at
    group by
        briefing_days.briefing_date,
        coalesce(articles.outlet, 'unknown outlet')

),

counted as (

    select
        sources.briefing_date,
        sources.source,
        expected.articles_expected,
        coalesce(loaded_by_day.articles, 0) as articles_loaded,
        coalesce(late.articles_late, 0) as articles_late,
        0 as files_rejected

    from sources
    left join expected
        on
            sources.briefing_date = expected.briefing_date
            and sources.source = expected.source
    left join loaded_by_day
        on
            sources.source = loaded_by_day.source
            and sources.briefing_date = loaded_by_day.published_day
    left join late
        on
            sources.briefing_date = late.briefing_date
            and sources.source = late.source

),

-- A file that cannot be read does not say whose it is.
rejected as (

    select
        briefing_days.briefing_date,
        'unreadable files' as source,
        cast(null as double) as articles_expected,
        0 as articles_loaded,
        0 as articles_late,
        count(*) as files_rejected

    from briefing_days
    inner join rejections
        on briefing_days.briefing_date = {{ day_of('rejections.rejected_at') }}
    group by briefing_days.briefing_date

),

all_sources as (

    select * from counted

    union all

    select * from rejected

),

judged as (

    select
        briefing_date,
        case
            when files_rejected > 0 then 'rejected'
            when articles_expected is null then 'new'
            when articles_expected >= 1 and articles_loaded = 0 then 'silent'
            when articles_loaded < articles_expected / 2 then 'low'
            else 'ok'
        end as status,
        source,
        articles_expected,
        articles_loaded,
        articles_late,
        files_rejected

    from all_sources

)

select * from judged
