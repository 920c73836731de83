-- What the words of each name say: the given name, the last name, and what tells
-- namesakes apart.
with

quotes as (

    select * from {{ ref('stg_quotes') }}

),

article_revisions as (

    select * from {{ ref('article_revisions') }}

),

articles as (

    select * from {{ ref('articles') }}

),

named as (

    select
        quotes.revision_id,
        quotes.speaker_name,
        any_value(quotes.article_id) as article_id,
        any_value(articles.story_id) as story_id,
        any_value({
            'day': article_revisions.valid_from,
            'at': article_revisions.published_at,
            'revision_id': quotes.revision_id
        }) as seen,
        max(quotes.speaker_kind) as kind,
        max({{ folded('quotes.speaker_affiliation') }}) as folded_affiliation,
        string_agg(
            distinct concat_ws(' ', quotes.speaker_role, quotes.speaker_affiliation),
            ' '
        ) as roles,
        min({{ calling('quotes.speaker_role') }}) as calling

    from quotes
    inner join article_revisions
        on quotes.revision_id = article_revisions.revision_id
    inner join articles on quotes.article_id = articles.article_id
    where quotes.speaker_name is not null
    group by quotes.revision_id, quotes.speaker_name

),

compared as (

    select
        *,
        {{ folded('speaker_name') }} as folded_name,
        {{ folded('roles') }} as folded_roles,
        -- "Norrkraft", of which the article tells nothing, was a company before.
        coalesce(
            bool_or(kind != 'person') over (
                partition by {{ folded('speaker_name') }}
                order by seen
            ),
            false
        ) as was_body

    from named

),

-- "J. D. Vance" and "JD Vance" are one: initials stand together.
in_words as (

    select
        *,
        string_split(
            regexp_replace(folded_name, '^(\w) (\w) (?:(\w) )?', '\1\2\3 '), ' '
        ) as all_words,
        list_filter(
            all_words, lambda word: word not in ('jr', 'sr', 'ii', 'iii', 'iv')
        ) as words

    from compared

),

parsed as (

    select
        revision_id,
        speaker_name,
        article_id,
        story_id,
        seen,
        kind,
        calling,
        folded_name,
        folded_roles,
        folded_affiliation,
        words[1] as first_word,
        {{ given_name('words[1]') }} as given_name,
        words[-1] as last_name,
        case
            when all_words[-1] in ('jr', 'sr', 'ii', 'iii', 'iv') then all_words[-1]
        end as suffix,
        left(
            list_filter(
                words[2:-2],
                lambda word: word not in (
                    'al', 'bin', 'da', 'de', 'del', 'della', 'den', 'der', 'di', 'dos',
                    'du', 'el', 'ibn', 'la', 'le', 'ten', 'ter', 'van', 'von', 'y', 'zu'
                )
            )[1],
            1
        ) as middle_initial,
        case
            when kind != 'person' or (kind is null and was_body) then 'body'
            when len(words) < 2 then 'last name'
            when length(words[1]) = 1 then 'initial'
            else 'full name'
        end as form

    from in_words

)

select * from parsed
