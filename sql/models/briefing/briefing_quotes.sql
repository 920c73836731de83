with

quotes_matched_to_issues as (

    select * from {{ ref('int_quotes_matched_to_issues') }}

),

briefing_issues as (

    select * from {{ ref('briefing_issues') }}

),

turns_grouped_by_words as (

    select * from {{ ref('int_turns_grouped_by_words') }}

),

-- The groups of the day's quotes, with the articles that a reader of the day knew.
groups as (

    select
        quotes_matched_to_issues.briefing_date,
        turns_grouped_by_words.variant_group

    from quotes_matched_to_issues
    inner join turns_grouped_by_words
        on quotes_matched_to_issues.turn_id = turns_grouped_by_words.turn_id
    group by
        quotes_matched_to_issues.briefing_date,
        turns_grouped_by_words.variant_group

),

elsewhere as (

    select
        groups.briefing_date,
        groups.variant_group,
        count(distinct turns_grouped_by_words.origin_id) - 1 as variants

    from groups
    inner join turns_grouped_by_words
        on
            groups.variant_group = turns_grouped_by_words.variant_group
            and groups.briefing_date >= turns_grouped_by_words.first_day
    group by groups.briefing_date, groups.variant_group
    having count(distinct turns_grouped_by_words.article_id) > 1

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
        quotes_matched_to_issues.speaker_kind,
        quotes_matched_to_issues.speaker_mention,
        quotes_matched_to_issues.cue,
        quotes_matched_to_issues.attribution,
        quotes_matched_to_issues.quote_type,
        quotes_matched_to_issues.headline,
        quotes_matched_to_issues.outlet,
        quotes_matched_to_issues.published_at,
        quotes_matched_to_issues.copy_of,
        quotes_matched_to_issues.rule,
        quotes_matched_to_issues.confidence,
        quotes_matched_to_issues.speaker_confidence,
        elsewhere.variant_group,
        case
            when elsewhere.variant_group is not null
                then turns_grouped_by_words.variant_of_first
        end as variant_of_first,
        coalesce(elsewhere.variants, 0) as variants,
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
    left join turns_grouped_by_words
        on quotes_matched_to_issues.turn_id = turns_grouped_by_words.turn_id
    left join elsewhere
        on
            quotes_matched_to_issues.briefing_date = elsewhere.briefing_date
            and turns_grouped_by_words.variant_group = elsewhere.variant_group

)

select * from ranked
