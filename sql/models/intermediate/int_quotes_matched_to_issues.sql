with

articles_read_by_day as (

    select * from {{ ref('int_articles_read_by_day') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

quotes as (

    select * from {{ ref('stg_quotes') }}

),

quotes_of_the_day as (

    select
        articles_read_by_day.briefing_date,
        articles_read_by_day.headline,
        articles_read_by_day.outlet,
        articles_read_by_day.published_at,
        articles_read_by_day.copy_of,
        quotes.*

    from articles_read_by_day
    inner join quotes on articles_read_by_day.revision_id = quotes.revision_id
    where articles_read_by_day.days_before = 0

),

-- The issue that the quote's own sentence names, else the one that the article is most
-- about.
matched as (

    select
        quotes_of_the_day.briefing_date,
        quotes_of_the_day.quote_id,
        issues.issue_id,
        issues.name as issue

    from quotes_of_the_day
    inner join issues on quotes_of_the_day.revision_id = issues.revision_id
    qualify
        row_number() over (
            partition by quotes_of_the_day.briefing_date, quotes_of_the_day.quote_id
            order by
                coalesce(
                    contains(lower(quotes_of_the_day.sentence), lower(issues.exact)),
                    false
                ) desc,
                issues.salience desc,
                issues.issue_id asc
        ) = 1

),

finished as (

    select
        quotes_of_the_day.*,
        matched.issue_id,
        matched.issue

    from quotes_of_the_day
    left join matched
        on
            quotes_of_the_day.briefing_date = matched.briefing_date
            and quotes_of_the_day.quote_id = matched.quote_id

)

select * from finished
