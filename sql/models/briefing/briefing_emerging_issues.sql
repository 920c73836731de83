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

positions as (

    select * from {{ ref('stg_positions') }}

),

quotes as (

    select * from {{ ref('stg_quotes') }}

),

taxonomy as (

    select * from {{ ref('taxonomy') }}

),

-- What an editor put first: the headline and the lead of each independent article.
leads as (

    select
        article_revisions.revision_id,
        article_revisions.article_id,
        article_revisions.outlet,
        article_revisions.authors,
        article_revisions.published_day,
        article_revisions.published_at,
        article_revisions.valid_from,
        coalesce(article_revisions.valid_to, date 'infinity') as valid_to,
        regexp_extract_all(
            lower(
                article_revisions.headline || ' . '
                || left(article_revisions.body, {{ var('emerging_lead_chars') }})
            ),
            '[\p{L}\p{N}][\p{L}\p{N}''’-]*|[^\s\p{L}\p{N}]'
        ) as words

    from article_revisions
    semi join articles
        on
            article_revisions.article_id = articles.article_id
            and articles.copy_of is null
    semi join briefing_days
        on
            article_revisions.published_day
            between briefing_days.briefing_date - {{ var('history_days') }}
            and briefing_days.briefing_date

),

words_in_a_row as (

    select
        revision_id,
        unnest(words) as first_word,
        unnest(words[2:]) as second_word,
        unnest(words[3:]) as third_word

    from leads

),

runs_of_words as (

    select
        revision_id,
        [first_word, second_word] as words

    from words_in_a_row

    union all

    select
        revision_id,
        [first_word, second_word, third_word] as words

    from words_in_a_row

),

-- Two or three words in a row that could name an issue: each begins with a letter, and
-- the run neither begins nor ends with a small word, nor joins two things.
phrases as (

    select distinct
        revision_id,
        array_to_string(words, ' ') as phrase

    from runs_of_words
    where
        not list_contains({{ small_words() }}, words[1])
        and not list_contains({{ small_words() }}, words[-1])
        and not list_has_any(words, {{ calendar_words() }})
        and not list_has_any(words, ['and', 'or', 'but'])
        and regexp_full_match(
            array_to_string(words, ' '),
            '\p{L}[^ ]+( \p{L}[^ ]+)+'
        )

),

read_by_day as (

    select
        briefing_days.briefing_date,
        leads.revision_id,
        leads.article_id,
        leads.outlet,
        leads.published_at,
        briefing_days.briefing_date = leads.published_day as is_of_the_day

    from briefing_days
    inner join leads
        on
            briefing_days.briefing_date
            between leads.published_day
            and leads.published_day + {{ var('history_days') }}
            and briefing_days.briefing_date >= leads.valid_from
            and briefing_days.briefing_date < leads.valid_to

),

totals as (

    select
        briefing_date,
        count(*) filter (where is_of_the_day) as articles_now,
        count(*) filter (where not is_of_the_day) as articles_then

    from read_by_day
    group by briefing_date

),

counted as (

    select
        read_by_day.briefing_date,
        phrases.phrase,
        count(*) filter (where read_by_day.is_of_the_day) as articles,
        count(*) filter (where not read_by_day.is_of_the_day) as articles_before,
        count(distinct read_by_day.outlet) filter (
            where read_by_day.is_of_the_day
        ) as outlets,
        arg_min(
            read_by_day.revision_id,
            { 'at': read_by_day.published_at, 'article_id': read_by_day.article_id }
        ) filter (where read_by_day.is_of_the_day) as revision_id

    from read_by_day
    inner join phrases on read_by_day.revision_id = phrases.revision_id
    group by
        read_by_day.briefing_date,
        phrases.phrase

),

-- The log-likelihood ratio G2 of Dunning: "Accurate Methods for the Statistics of
-- Surprise and Coincidence", Computational Linguistics 19, 1993. Unlike a ratio of
-- shares it takes no phrase for news because it was rare before, and unlike chi-squared
-- it holds for counts as small as a day's.
weighed as (

    select
        counted.*,
        2 * (
            counted.articles * ln(
                counted.articles
                * (totals.articles_now + totals.articles_then)
                / totals.articles_now
                / (counted.articles + counted.articles_before)
            )
            + counted.articles_before * coalesce(
                ln(
                    nullif(counted.articles_before, 0)
                    * (totals.articles_now + totals.articles_then)
                    / totals.articles_then
                    / (counted.articles + counted.articles_before)
                ),
                0
            )
        ) as log_likelihood

    from counted
    inner join totals on counted.briefing_date = totals.briefing_date
    where
        totals.articles_then > 0
        and counted.articles >= {{ var('emerging_articles') }}
        and counted.outlets >= {{ var('emerging_outlets') }}
        and counted.articles * totals.articles_then
        > counted.articles_before * totals.articles_now

),

-- What the taxonomy looks for already, in lower case and without its signs.
taxonomy_words as (

    select distinct lower(trim(term, '=*')) as phrase
    from (
        select unnest([name] || terms || careful_terms) as term
        from taxonomy
    ) as terms
    where term like '% %'

),

-- People, bodies and papers: they rise every day, and are no issue.
names as (

    select lower(speaker_name) as name
    from quotes
    where speaker_name like '% %'

    union

    select lower(actor) as name
    from positions
    where actor like '% %'

    union

    select lower(unnest(authors)) as name
    from leads

    union

    select lower(outlet) as name
    from leads

),

named as (

    select distinct
        string_split(name, ' ')[1] as first_word,
        name
    from names
    where name is not null

),

rising as (

    select weighed.*

    from weighed
    anti join taxonomy_words
        on contains(' ' || weighed.phrase, ' ' || taxonomy_words.phrase)
    anti join named
        on
            contains(' ' || weighed.phrase || ' ', ' ' || named.name || ' ')
            or contains(' ' || named.name || ' ', ' ' || weighed.phrase || ' ')
            -- "Director Ana", cut from "director Ana Ruiz"
            or (
                named.name like '% %'
                and ends_with(weighed.phrase, ' ' || named.first_word)
            )
    where weighed.log_likelihood >= {{ var('emerging_log_likelihood') }}

),

-- "Data residency" says no more than the "data residency act" of most of its articles,
-- and the "old national convention" no more than the national convention of many more.
whole as (

    select rising.*

    from rising
    anti join rising as fuller
        on
            rising.briefing_date = fuller.briefing_date
            and rising.phrase != fuller.phrase
            and contains(' ' || fuller.phrase || ' ', ' ' || rising.phrase || ' ')
            and fuller.articles * 2 >= rising.articles
    anti join rising as plainer
        on
            rising.briefing_date = plainer.briefing_date
            and rising.phrase != plainer.phrase
            and contains(' ' || rising.phrase || ' ', ' ' || plainer.phrase || ' ')
            and rising.articles * 2 < plainer.articles

),

-- The first place in the body; nowhere if the words stand in the headline alone.
placed as (

    select
        whole.*,
        article_revisions.article_id,
        article_revisions.headline,
        article_revisions.body,
        nullif(strpos(lower(article_revisions.body), whole.phrase), 0) - 1 as first_char

    from whole
    inner join article_revisions on whole.revision_id = article_revisions.revision_id

),

written as (

    select
        *,
        substring(body, first_char + 1, length(phrase)) as exact

    from placed

),

-- After the full name news calls a person by the last name alone: "Omar Voss", "Voss".
about_no_person as (

    select *

    from written
    where
        first_char is null
        or regexp_matches(exact, '(^| )\p{Ll}')
        or (
            length(body) - length(replace(body, string_split(exact, ' ')[-1], ''))
        ) / length(string_split(exact, ' ')[-1])
        <= 2 * (length(body) - length(replace(body, exact, ''))) / length(exact)

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
        article_id,
        cast(first_char as integer) as "start",
        cast(first_char + length(phrase) as integer) as "end",
        exact

    from about_no_person

)

select * from ranked
