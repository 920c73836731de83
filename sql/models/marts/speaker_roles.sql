with

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

roles as (

    select
        'sr' || substr(
            md5(
                concat_ws(
                    '|',
                    quotes.speaker_id,
                    coalesce(quotes.speaker_role, ''),
                    quotes.speaker_affiliation
                )
            ),
            1,
            16
        ) as speaker_role_id,
        quotes.speaker_id,
        quotes.speaker_role as role,
        quotes.speaker_affiliation as affiliation,
        min(articles.published_at) as first_said_at,
        max(articles.published_at) as last_said_at,
        count(distinct quotes.article_id) as articles

    from quotes
    inner join articles on quotes.article_id = articles.article_id
    where
        quotes.speaker_id is not null
        and (
            quotes.speaker_role is not null or quotes.speaker_affiliation is not null
        )
    group by
        quotes.speaker_id,
        quotes.speaker_role,
        quotes.speaker_affiliation

)

select * from roles
