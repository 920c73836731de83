with

quotes_matched_to_issues as (

    select * from {{ ref('int_quotes_matched_to_issues') }}

),

briefing_issues as (

    select * from {{ ref('briefing_issues') }}

),

ranked as (

    select
        quotes_matched_to_issues.briefing_date,
        briefing_issues.rank as issue_rank,
        quotes_matched_to_issues.issue_id,
        quotes_matched_to_issues.issue,
        quotes_matched_to_issues.quote_id,
        quotes_matched_to_issues.turn_id,
        quotes_matched_to_issues.speaker_id,
        quotes_matched_to_issues.speaker_name,
        quotes_matched_to_issues.speaker_role,
        quotes_matched_to_issues.speaker_affiliation,
        quotes_matched_to_issues.speaker_mention,
        quotes_matched_to_issues.cue,
        quotes_matched_to_issues.quote_type,
        quotes_matched_to_issues.headline,
        quotes_matched_to_issues.outlet,
        quotes_matched_to_issues.published_at,
        quotes_matched_to_issues.copy_of,
        quotes_matched_to_issues.rule,
        quotes_matched_to_issues.confidence,
        quotes_matched_to_issues.sentence,
        quotes_matched_to_issues.article_id,
        quotes_matched_to_issues."start",
        quotes_matched_to_issues."end",
        quotes_matched_to_issues.exact

    from quotes_matched_to_issues
    left join briefing_issues
        on
            quotes_matched_to_issues.briefing_date = briefing_issues.briefing_date
            and quotes_matched_to_issues.issue_id = briefing_issues.issue_id

)

select * from ranked
