with

articles_read_by_day as (

    select * from {{ ref('int_articles_read_by_day') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

quotes_matched_to_issues as (

    select * from {{ ref('int_quotes_matched_to_issues') }}

),

read_issues as (

    select
        articles_read_by_day.briefing_date,
        articles_read_by_day.days_before,
        articles_read_by_day.outlet,
        articles_read_by_day.copy_of,
        articles_read_by_day.published_at,
        issues.*

    from articles_read_by_day
    inner join issues on articles_read_by_day.revision_id = issues.revision_id
    where articles_read_by_day.days_before in (0, 1, 7)

),

counted as (

    select
        briefing_date,
        issue_id,
        min(name) as name,
        min(subject_code) as subject_code,
        count(distinct article_id) filter (where days_before = 0) as articles,
        count(distinct outlet) filter (where days_before = 0) as outlets,
        count(distinct coalesce(copy_of, article_id)) filter (
            where days_before = 0
        ) as origins,
        max(salience) filter (where days_before = 0) as salience,
        coalesce(sum(mentions) filter (where days_before = 0), 0) as mentions,
        coalesce(sum(mentions) filter (where days_before = 1), 0) as mentions_1_day,
        coalesce(sum(mentions) filter (where days_before = 7), 0) as mentions_7_days

    from read_issues
    group by
        briefing_date,
        issue_id

),

top_mentions as (

    select *

    from read_issues
    where days_before = 0
    qualify
        row_number() over (
            partition by briefing_date, issue_id
            order by
                exact is not null desc,
                salience desc,
                article_issue_id desc
        ) = 1

),

-- Straight from the speaker's mouth, known by name, and short enough to be read.
top_quotes as (

    select *

    from quotes_matched_to_issues
    where issue_id is not null and quote_type = 'direct'
    qualify
        row_number() over (
            partition by briefing_date, issue_id
            order by
                speaker_name is not null desc,
                copy_of is null desc,
                length(exact) between 40 and 300 desc,
                confidence desc,
                quote_id desc
        ) = 1

),

ranked as (

    select
        counted.briefing_date,
        row_number() over (
            partition by counted.briefing_date
            order by
                counted.origins desc,
                counted.mentions desc,
                counted.issue_id asc
        ) as rank,
        counted.issue_id,
        counted.name,
        counted.subject_code,
        cast(counted.mentions as integer) as mentions,
        counted.articles,
        counted.outlets,
        counted.origins,
        counted.salience,
        cast(counted.mentions - counted.mentions_1_day as integer) as change_1_day,
        cast(counted.mentions - counted.mentions_7_days as integer) as change_7_days,
        top_quotes.exact as top_quote,
        top_quotes.speaker_name as top_quote_speaker,
        coalesce(top_quotes.sentence, top_mentions.sentence) as sentence,
        coalesce(top_quotes.article_id, top_mentions.article_id) as article_id,
        coalesce(top_quotes."start", top_mentions."start") as "start",
        coalesce(top_quotes."end", top_mentions."end") as "end",
        coalesce(top_quotes.exact, top_mentions.exact) as exact

    from counted
    inner join top_mentions
        on
            counted.briefing_date = top_mentions.briefing_date
            and counted.issue_id = top_mentions.issue_id
    left join top_quotes
        on
            counted.briefing_date = top_quotes.briefing_date
            and counted.issue_id = top_quotes.issue_id

)

select * from ranked
