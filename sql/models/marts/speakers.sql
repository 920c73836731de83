with

speakers_identified as (

    select * from {{ ref('int_speakers_identified') }}

),

quotes as (

    select * from {{ ref('quotes') }}

),

articles as (

    select
        article_id,
        published_at

    from {{ ref('article_revisions') }}
    where is_newest

),

counted as (

    select
        quotes.speaker_id,
        min(articles.published_at) as first_quoted_at,
        max(articles.published_at) as last_quoted_at,
        arg_max(
            quotes.speaker_role,
            { 'at': articles.published_at, 'quote_id': quotes.quote_id }
        ) as role,
        arg_max(
            quotes.speaker_affiliation,
            { 'at': articles.published_at, 'quote_id': quotes.quote_id }
        ) as affiliation,
        count(*) as quotes,
        count(distinct quotes.article_id) as articles

    from quotes
    inner join articles on quotes.article_id = articles.article_id
    where quotes.speaker_id is not null
    group by quotes.speaker_id

),

-- A name that people gave wins; else the fullest one that an article gives.
named as (

    select
        speakers_identified.speaker_id,
        coalesce(
            max(speakers_identified.new_name),
            arg_max(
                speakers_identified.name,
                {
                    'length': length(speakers_identified.name),
                    'name': speakers_identified.name
                }
            )
        ) as name,
        list_sort(list(distinct speakers_identified.speaker_name)) as aliases,
        min(speakers_identified.kind) as kind,
        bool_or(
            speakers_identified.basis = 'decision'
            or speakers_identified.new_name is not null
        ) as is_decided

    from speakers_identified
    group by speakers_identified.speaker_id

),

described as (

    select
        counted.speaker_id,
        named.name,
        counted.role,
        counted.affiliation,
        counted.first_quoted_at,
        counted.last_quoted_at,
        counted.quotes,
        counted.articles,
        named.kind,
        named.aliases,
        named.is_decided

    from counted
    inner join named on counted.speaker_id = named.speaker_id

)

select * from described
