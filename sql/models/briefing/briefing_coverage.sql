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

fetches as (

    select * from {{ ref('stg_fetches') }}

),

-- One day of a source that is fetched. It failed where no round of the day gave a page.
fetched_by_day as (

    select
        source_url as source,
        {{ day_of('fetched_at') }} as published_day,
        sum(saved) as articles,
        sum(saved + unchanged) = 0 and count(problems[1]) > 0 as has_failed,
        max_by(problems[1], fetched_at) as problem

    from fetches
    group by
        source_url,
        {{ day_of('fetched_at') }}

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

    union all

    select
        source,
        published_day,
        articles

    from fetched_by_day

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
        0 as files_rejected,
        coalesce(fetched_by_day.has_failed, false) as has_failed,
        fetched_by_day.problem

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
    left join fetched_by_day
        on
            sources.source = fetched_by_day.source
            and sources.briefing_date = fetched_by_day.published_day
    -- A source that was not asked on the day was not silent.
    where
        fetched_by_day.source is not null
        or sources.source not in (select fetches.source_url from fetches)

),

-- A file that cannot be read does not say whose it is.
rejected as (

    select
        briefing_days.briefing_date,
        'unreadable files' as source,
        cast(null as double) as articles_expected,
        0 as articles_loaded,
        0 as articles_late,
        count(*) as files_rejected,
        false as has_failed,
        cast(null as varchar) as problem

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
            when has_failed then 'failed'
            when articles_expected is null then 'new'
            when articles_expected >= 1 and articles_loaded = 0 then 'silent'
            when articles_loaded < articles_expected / 2 then 'low'
            else 'ok'
        end as status,
        source,
        articles_expected,
        articles_loaded,
        articles_late,
        files_rejected,
        problem

    from all_sources

)

select * from judged
