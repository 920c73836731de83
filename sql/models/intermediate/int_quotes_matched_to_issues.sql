with

articles_read_by_day as (

    select * from {{ ref('int_articles_read_by_day') }}

),

issue_mentions as (

    select * from {{ ref('stg_issue_mentions') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

quotes as (

    select * from {{ ref('stg_quotes') }}

),

speakers_identified as (

    select * from {{ ref('int_speakers_identified') }}

),

quotes_of_the_day as (

    select
        articles_read_by_day.briefing_date,
        articles_read_by_day.headline,
        articles_read_by_day.outlet,
        articles_read_by_day.published_at,
        articles_read_by_day.copy_of,
        quotes.* replace (speakers_identified.name as speaker_name),
        speakers_identified.speaker_id

    from articles_read_by_day
    inner join quotes on articles_read_by_day.revision_id = quotes.revision_id
    left join speakers_identified
        on
            quotes.revision_id = speakers_identified.revision_id
            and quotes.speaker_name = speakers_identified.speaker_name
    where
        articles_read_by_day.days_before = 0
        and {{ is_briefed('quotes') }}

),

-- Every issue that is mentioned in the words, in their sentence or in their paragraph.
mentioned_near as (

    select
        quotes_of_the_day.briefing_date,
        quotes_of_the_day.quote_id,
        issues.issue_id,
        issues.name as issue,
        issues.salience,
        issue_mentions."start",
        case
            when
                issue_mentions."start" >= quotes_of_the_day."start"
                and issue_mentions."start" < quotes_of_the_day."end"
                then 'quote'
            when
                quotes_of_the_day."start" >= issue_mentions.sentence_start
                and quotes_of_the_day."start" < issue_mentions.sentence_end
                then 'sentence'
            else 'paragraph'
        end as issue_place

    from quotes_of_the_day
    inner join issue_mentions
        on
            quotes_of_the_day.revision_id = issue_mentions.revision_id
            and quotes_of_the_day."start" < issue_mentions.paragraph_end
            and quotes_of_the_day."end" > issue_mentions.paragraph_start
    inner join issues
        on
            issue_mentions.revision_id = issues.revision_id
            and issue_mentions.issue_id = issues.issue_id

),

-- The nearest counts; of those equally near, the one that the article is most about.
matched as (

    select *

    from mentioned_near
    qualify
        row_number() over (
            partition by briefing_date, quote_id
            order by
                case issue_place
                    when 'quote' then 1
                    when 'sentence' then 2
                    else 3
                end asc,
                salience desc,
                "start" asc,
                issue_id asc
        ) = 1

),

finished as (

    select
        quotes_of_the_day.*,
        matched.issue_id,
        matched.issue,
        matched.issue_place

    from quotes_of_the_day
    left join matched
        on
            quotes_of_the_day.briefing_date = matched.briefing_date
            and quotes_of_the_day.quote_id = matched.quote_id

)

select * from finished
