with

quotes as (

    select * from {{ ref('quotes') }}

),

articles as (

    select
        article_id,
        published_at

    from {{ ref('articles') }}

),

spoken as (

    select
        quotes.speaker_id,
        quotes.speaker_name,
        quotes.speaker_role,
        quotes.speaker_affiliation,
        quotes.quote_id,
        articles.published_at

    from quotes
    inner join articles on quotes.article_id = articles.article_id
    where quotes.speaker_id is not null

),

-- The fullest name that any article gives, and the newest role and affiliation.
described as (

    select
        speaker_id,
        arg_max(
            speaker_name, { 'length': length(speaker_name), 'name': speaker_name }
        ) as name,
        arg_max(speaker_role, { 'at': published_at, 'quote_id': quote_id }) as role,
        arg_max(
            speaker_affiliation, { 'at': published_at, 'quote_id': quote_id }
        ) as affiliation,
        min(published_at) as first_quoted_at,
        max(published_at) as last_quoted_at,
        count(*) as quotes

    from spoken
    group by speaker_id

)

select * from described
