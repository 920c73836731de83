with

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

articles as (

    select * from {{ ref('articles') }}

),

briefing_days as (

    select * from {{ ref('briefing_days') }}

),

issues as (

    select * from {{ ref('issues') }}

),

-- One headline for each independent article of the day and the weeks before it.
headlines as (

    select
        briefing_days.briefing_date,
        article_revisions.article_id,
        article_revisions.outlet,
        article_revisions.headline,
        article_revisions.published_at,
        briefing_days.briefing_date = article_revisions.published_day as is_of_the_day,
        regexp_extract_all(
            lower(article_revisions.headline),
            '[\p{L}\p{N}][\p{L}\p{N}''’-]*|[,.:;!?]'
        ) as words

    from briefing_days
    inner join article_revisions
        on
            briefing_days.briefing_date
            between article_revisions.published_day
            and article_revisions.published_day + {{ var('history_days') }}
            and briefing_days.briefing_date >= article_revisions.valid_from
            and briefing_days.briefing_date
            < coalesce(article_revisions.valid_to, date 'infinity')
    semi join articles
        on
            article_revisions.article_id = articles.article_id
            and articles.copy_of is null

),

totals as (

    select
        briefing_date,
        count(*) filter (where is_of_the_day) as headlines_now,
        count(*) filter (where not is_of_the_day) as headlines_before

    from headlines
    group by briefing_date

),

sizes as (

    select unnest([2, 3]) as size

),

places as (

    select unnest(range(1, 40)) as place

),

runs_of_words as (

    select
        headlines.*,
        headlines.words[places.place:places.place + sizes.size - 1] as run_of_words

    from headlines
    cross join sizes
    cross join places
    where places.place + sizes.size - 1 <= len(headlines.words)

),

-- Two or three words in a row, neither beginning nor ending with a small word.
phrases as (

    select distinct
        briefing_date,
        article_id,
        outlet,
        headline,
        published_at,
        is_of_the_day,
        array_to_string(run_of_words, ' ') as phrase

    from runs_of_words
    where
        not list_contains({{ small_words() }}, run_of_words[1])
        and not list_contains({{ small_words() }}, run_of_words[-1])
        and not list_has_any(run_of_words, [',', '.', ':', ';', '!', '?'])

),

counted as (

    select
        briefing_date,
        phrase,
        count(*) filter (where is_of_the_day) as articles,
        count(*) filter (where not is_of_the_day) as articles_before,
        count(distinct outlet) filter (where is_of_the_day) as outlets,
        arg_min(
            headline, { 'at': published_at, 'article_id': article_id }
        ) filter (where is_of_the_day) as headline,
        arg_min(
            article_id, { 'at': published_at, 'article_id': article_id }
        ) filter (where is_of_the_day) as article_id

    from phrases
    group by
        briefing_date,
        phrase

),

-- Dunning's log-likelihood (Computational Linguistics 19, 1993): unlike a ratio it does
-- not take a phrase for news because it was rare before.
weighed as (

    select
        counted.*,
        2 * (
            counted.articles * ln(
                counted.articles
                * (totals.headlines_now + totals.headlines_before)
                / totals.headlines_now
                / (counted.articles + counted.articles_before)
            )
            + counted.articles_before * coalesce(
                ln(
                    nullif(counted.articles_before, 0)
                    * (totals.headlines_now + totals.headlines_before)
                    / totals.headlines_before
                    / (counted.articles + counted.articles_before)
                ),
                0
            )
        ) as log_likelihood

    from counted
    inner join totals on counted.briefing_date = totals.briefing_date
    where
        totals.headlines_before > 0
        and counted.articles >= {{ var('emerging_articles') }}
        and counted.articles * totals.headlines_before
        > counted.articles_before * totals.headlines_now

),

taxonomy_words as (

    select lower(exact) as phrase
    from issues
    where exact like '% %'

    union

    select lower(name) as phrase
    from issues
    where name like '% %'

),

rising as (

    select weighed.*

    from weighed
    anti join taxonomy_words on contains(weighed.phrase, taxonomy_words.phrase)
    where weighed.log_likelihood >= {{ var('emerging_log_likelihood') }}

),

-- "Data residency" says no more than the "data residency act" of the same headlines.
whole as (

    select rising.*

    from rising
    anti join rising as longer
        on
            rising.briefing_date = longer.briefing_date
            and rising.articles = longer.articles
            and rising.phrase != longer.phrase
            and contains(' ' || longer.phrase || ' ', ' ' || rising.phrase || ' ')

),

ranked as (

    select
        briefing_date,
        row_number() over (
            partition by briefing_date
            order by log_likelihood desc, phrase asc
        ) as rank,
        phrase,
        articles,
        articles_before,
        outlets,
        round(log_likelihood, 2) as log_likelihood,
        headline,
        article_id

    from whole

)

select * from ranked
