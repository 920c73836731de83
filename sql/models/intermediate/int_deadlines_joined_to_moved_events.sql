with

article_revisions as (

    select
        revision_id,
        published_at

    from {{ ref('article_revisions') }}

),

deadlines as (

    select * from {{ ref('stg_deadlines') }}

),

moved_claims as (

    select
        deadlines.event_id,
        deadlines.moved_from,
        article_revisions.published_at,
        {{ words_of('deadlines.event') }} as words

    from deadlines
    inner join article_revisions
        on deadlines.revision_id = article_revisions.revision_id
    where deadlines.moved_from is not null

),

-- "Moved from March 19 to March 26" says itself which event it means: the one that an
-- earlier article put on March 19, in at least two of the same words.
known_under_the_old_date as (

    select
        moved_claims.event_id as moved_event_id,
        deadlines.event_id

    from moved_claims
    inner join deadlines
        on
            moved_claims.moved_from = deadlines.due_start
            and moved_claims.event_id != deadlines.event_id
    inner join article_revisions
        on
            deadlines.revision_id = article_revisions.revision_id
            and moved_claims.published_at > article_revisions.published_at
    where
        len(list_intersect(moved_claims.words, {{ words_of('deadlines.event') }})) >= 2

),

-- What an event was called when it was first told, where it falls on one day.
first_told as (

    select
        deadlines.event_id,
        deadlines.event_type,
        deadlines.due_start,
        deadlines.certainty = 'cancelled' as is_cancelled,
        article_revisions.published_at,
        {{ words_of("concat_ws(' ', deadlines.actor, deadlines.event)") }} as words

    from deadlines
    inner join article_revisions
        on deadlines.revision_id = article_revisions.revision_id
    where deadlines.due_start = deadlines.due_end
    qualify
        article_revisions.published_at
        = min(article_revisions.published_at) over (partition by deadlines.event_id)

),

-- "Patrols by four coast guards begin" and "four coast guards begin joint patrols"
-- on one day are one event: the words of one, three or more, are among the other's.
-- Who acts is one of them, for the words may only say "it". Of two articles that tell
-- but their day either may come first.
-- What is called off was planned before; for that two words are enough.
known_by_their_words as (

    select
        later.event_id as moved_event_id,
        earlier.event_id

    from first_told as later
    inner join first_told as earlier
        on
            later.due_start = earlier.due_start
            and later.event_type = earlier.event_type
            and (later.published_at, later.event_id)
            > (earlier.published_at, earlier.event_id)
            and earlier.published_at + interval 14 days >= later.published_at
            and later.event_id != earlier.event_id
    where
        (
            least(len(later.words), len(earlier.words)) >= 3
            and (
                list_has_all(later.words, earlier.words)
                or list_has_all(earlier.words, later.words)
            )
        )
        or (
            later.is_cancelled
            and not earlier.is_cancelled
            and len(list_intersect(later.words, earlier.words)) >= 2
        )

),

-- An article that tells both means two events.
told_together as (

    select
        one.event_id as moved_event_id,
        two.event_id

    from deadlines as one
    inner join deadlines as two
        on one.revision_id = two.revision_id and one.event_id != two.event_id

),

known as (

    select * from known_under_the_old_date

    union

    select known_by_their_words.*

    from known_by_their_words
    anti join told_together
        on
            known_by_their_words.moved_event_id = told_together.moved_event_id
            and known_by_their_words.event_id = told_together.event_id

),

-- What fits one event alone.
alone as (

    select
        moved_event_id,
        min(event_id) as event_id

    from known
    group by moved_event_id
    having count(distinct event_id) = 1

),

-- Where two events fit that are not one themselves, neither is taken.
sure as (

    select
        known.moved_event_id,
        min(coalesce(alone.event_id, known.event_id)) as event_id

    from known
    left join alone on known.event_id = alone.moved_event_id
    group by known.moved_event_id
    having count(distinct coalesce(alone.event_id, known.event_id)) = 1

),

-- An event that has itself been moved is found under the id of the one before it.
ends_of_chains as (

    select
        sure.moved_event_id,
        coalesce(earlier.event_id, sure.event_id) as event_id

    from sure
    left join sure as earlier on sure.event_id = earlier.moved_event_id

),

joined as (

    select
        deadlines.* exclude (event_id),
        coalesce(ends_of_chains.event_id, deadlines.event_id) as event_id

    from deadlines
    left join ends_of_chains on deadlines.event_id = ends_of_chains.moved_event_id

)

select * from joined
