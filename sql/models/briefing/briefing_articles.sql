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

deadlines as (

    select * from {{ ref('stg_deadlines') }}

),

articles_of_the_day as (

    select * from articles_read_by_day
    where days_before = 0

),

issue_names as (

    select
        issues.revision_id,
        string_agg(
            issues.name, '; '
            order by issues.salience desc, issues.name asc
        ) as issues

    from issues
    semi join articles_of_the_day
        on issues.revision_id = articles_of_the_day.revision_id
    group by issues.revision_id

),

quote_counts as (

    select
        quotes.revision_id,
        count(*) as quotes

    from quotes
    semi join articles_of_the_day
        on quotes.revision_id = articles_of_the_day.revision_id
    where {{ is_briefed('quotes') }}
    group by quotes.revision_id

),

deadline_counts as (

    select
        deadlines.revision_id,
        count(*) as deadlines

    from deadlines
    semi join articles_of_the_day
        on deadlines.revision_id = articles_of_the_day.revision_id
    group by deadlines.revision_id

),

described as (

    select
        articles_of_the_day.briefing_date,
        articles_of_the_day.article_id,
        articles_of_the_day.headline,
        articles_of_the_day.outlet,
        array_to_string(articles_of_the_day.authors, '; ') as authors,
        articles_of_the_day.edition,
        articles_of_the_day.section,
        articles_of_the_day.dateline_place,
        articles_of_the_day.dateline_date,
        articles_of_the_day.published_at,
        articles_of_the_day.published_precision,
        articles_of_the_day.published_basis,
        articles_of_the_day.arrival,
        articles_of_the_day.revision,
        articles_of_the_day.language,
        articles_of_the_day.word_count,
        coalesce(quote_counts.quotes, 0) as quotes,
        coalesce(deadline_counts.deadlines, 0) as deadlines,
        issue_names.issues,
        articles_of_the_day.story_id,
        articles_of_the_day.copy_of,
        articles_of_the_day.url,
        articles_of_the_day.summary,
        articles_of_the_day.source_file

    from articles_of_the_day
    left join issue_names on articles_of_the_day.revision_id = issue_names.revision_id
    left join quote_counts on articles_of_the_day.revision_id = quote_counts.revision_id
    left join deadline_counts
        on articles_of_the_day.revision_id = deadline_counts.revision_id

)

select * from described
