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
        coalesce(sum(mentions) filter (where days_before = 0), 0) as mentions,
        coalesce(sum(mentions) filter (where days_before = 1), 0) as mentions_day_before,
        coalesce(sum(mentions) filter (where days_before = 7), 0) as mentions_week_before,
        arg_max(
            {
                'sentence': sentence,
                'article_id': article_id,
                'start': "start",
                'end': "end",
                'exact': exact
            },
            {
                'has_span': exact is not null,
                'salience': salience,
                'article_issue_id': article_issue_id
            }
        ) filter (where days_before = 0) as mention

    from read_issues
    group by
        briefing_date,
        issue_id

),

-- Straight from the speaker's mouth, known by name, and short enough to be read.
top_quotes as (

    select
        briefing_date,
        issue_id,
        arg_max(
            {
                'quote': exact,
                'speaker': speaker_name,
                'sentence': sentence,
                'article_id': article_id,
                'start': "start",
                'end': "end",
                'exact': exact
            },
            {
                'is_named': speaker_name is not null,
                'is_direct': quote_type = 'direct',
                'is_original': copy_of is null,
                'is_readable': length(exact) between 40 and 300,
                'confidence': confidence,
                'quote_id': quote_id
            }
        ) as top

    from quotes_matched_to_issues
    where issue_id is not null
    group by
        briefing_date,
        issue_id

),

ranked as (

    select
        counted.briefing_date,
        row_number() over (
            partition by counted.briefing_date
            order by
                counted.origins desc,
                counted.mentions desc,
                counted.issue_id
        ) as rank,
        counted.issue_id,
        counted.name,
        counted.subject_code,
        cast(counted.mentions as integer) as mentions,
        counted.articles,
        counted.outlets,
        counted.origins,
        cast(counted.mentions - counted.mentions_day_before as integer) as change_1_day,
        cast(counted.mentions - counted.mentions_week_before as integer) as change_7_days,
        top_quotes.top.quote as top_quote,
        top_quotes.top.speaker as top_quote_speaker,
        coalesce(top_quotes.top.sentence, counted.mention.sentence) as sentence,
        coalesce(top_quotes.top.article_id, counted.mention.article_id) as article_id,
        coalesce(top_quotes.top.start, counted.mention.start) as "start",
        coalesce(top_quotes.top.end, counted.mention.end) as "end",
        coalesce(top_quotes.top.exact, counted.mention.exact) as exact

    from counted
    left join top_quotes
        on
            counted.briefing_date = top_quotes.briefing_date
            and counted.issue_id = top_quotes.issue_id
    where counted.articles > 0

)

select * from ranked
