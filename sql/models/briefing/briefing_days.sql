{{ config(materialized='table') }}
{% set dates = env_var('DATELINE_BRIEFING_DATES', '') %}

-- The days are read from the environment and not from a dbt variable: another variable
-- would make dbt parse the whole project again every morning.
with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

briefings as (

    select * from {{ ref('stg_briefings') }}

),

given_dates as (

    select
        unnest(string_split('{{ dates }}', ',')) as iso_date

),

requested_days as (

    select cast(iso_date as date) as briefing_date

    from given_dates
    where iso_date != ''

),

article_days as (

    select published_day

    from article_revisions
    group by published_day

),

dated as (

    select
        requested_days.briefing_date,
        max(article_days.published_day) as previous_day

    from requested_days
    left join article_days on requested_days.briefing_date > article_days.published_day
    group by requested_days.briefing_date

),

finished as (

    select
        dated.briefing_date,
        dated.previous_day,
        briefings.first_published_at,
        previous.first_published_at as previous_first_published_at

    from dated
    left join briefings on dated.briefing_date = briefings.briefing_date
    left join briefings as previous on dated.previous_day = previous.briefing_date

)

select * from finished
