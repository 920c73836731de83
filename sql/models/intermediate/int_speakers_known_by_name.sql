-- Which person or body each name in each article stands for, as its words and its story
-- tell.
--
-- An id is made from the name's own words, never from the order of loading, and what
-- is published later never changes the id of what was published before:
-- - a person's id comes from the given name in its long form ("Bill" is "William"),
--   the last name and "Jr."; a middle name does not count,
-- - a namesake is whoever bears that name with another middle initial or with a calling
--   that nobody has beside the first one's (a striker, a bishop, a minister); the first
--   to be published keeps the plain id, the other one's is made with what is different,
-- - an article that does not tell two known namesakes apart has an id of its own,
-- - an initial is the one person known by then whom it fits,
-- - a last name alone is the one person whom articles of its story, or those with the
--   same affiliation, have named by then; else it is somebody in this article alone,
-- - a body is its whole name.
with

speaker_names_read as (

    select * from {{ ref('int_speaker_names_read') }}

),

namesakes as (

    select
        *,
        concat_ws('|', given_name, last_name, suffix) as person,
        min({ 'seen': seen, 'is': middle_initial }) filter (
            where middle_initial is not null
        ) over known_by_then as first_middle_initial,
        min(middle_initial) over known_by_then
        != max(middle_initial) over known_by_then as has_middle_initials,
        min({ 'seen': seen, 'is': calling }) filter (
            where calling is not null
        ) over known_by_then as first_calling,
        min(calling) over known_by_then
        != max(calling) over known_by_then as has_callings

    from speaker_names_read
    where form = 'full name'
    window
        known_by_then as (
            partition by given_name, last_name, suffix
            order by seen
        )

),

people as (

    select
        *,
        concat_ws(
            '|',
            person,
            nullif(middle_initial, first_middle_initial['is']),
            nullif(calling, first_calling['is']),
            case
                when
                    (has_middle_initials and middle_initial is null)
                    or (has_callings and calling is null)
                    then article_id
            end
        ) as seed

    from namesakes

),

full_names as (

    select
        revision_id,
        speaker_name,
        seed,
        speaker_name as name,
        'full name' as basis

    from people

),

initials as (

    select
        initial.revision_id,
        initial.speaker_name,
        case
            when count(distinct people.seed) = 1 then any_value(people.seed)
            else any_value(initial.given_name || '|' || initial.last_name)
        end as seed,
        initial.speaker_name as name,
        'initial' as basis

    from speaker_names_read as initial
    left join people
        on
            initial.last_name = people.last_name
            and initial.seen >= people.seen
            and (
                starts_with(people.first_word, initial.first_word)
                or starts_with(people.given_name, initial.first_word)
            )
    where initial.form = 'initial'
    group by initial.revision_id, initial.speaker_name

),

last_names_in_context as (

    select
        last_name.revision_id,
        last_name.speaker_name,
        any_value(last_name.article_id || '|' || last_name.last_name) as own_seed,
        count(distinct people.seed) = 1 as is_known,
        any_value(people.seed) as seed,
        arg_min(people.speaker_name, people.seen) as full_name

    from speaker_names_read as last_name
    left join people
        on
            last_name.last_name = people.last_name
            and (
                last_name.story_id = people.story_id
                or last_name.folded_affiliation = people.folded_affiliation
            )
            and last_name.seen >= people.seen
    where last_name.form = 'last name'
    group by last_name.revision_id, last_name.speaker_name

),

last_names as (

    select
        revision_id,
        speaker_name,
        case when is_known then seed else own_seed end as seed,
        case when is_known then full_name else speaker_name end as name,
        case when is_known then 'context' else 'article' end as basis

    from last_names_in_context

),

bodies as (

    select
        revision_id,
        speaker_name,
        'body|' || regexp_replace(folded_name, '^the ', '') as seed,
        speaker_name as name,
        'body' as basis

    from speaker_names_read
    where form = 'body'

),

by_name as (

    select * from full_names

    union all

    select * from initials

    union all

    select * from last_names

    union all

    select * from bodies

),

known as (

    select
        speaker_names_read.revision_id,
        speaker_names_read.speaker_name,
        speaker_names_read.article_id,
        speaker_names_read.kind,
        speaker_names_read.last_name,
        case
            when speaker_names_read.form in ('full name', 'initial')
                then speaker_names_read.given_name
        end as given_name,
        speaker_names_read.seen,
        speaker_names_read.folded_name,
        speaker_names_read.folded_roles,
        's' || substr(md5(by_name.seed), 1, 16) as speaker_id,
        by_name.name,
        {{ folded('by_name.name') }} as folded_full_name,
        by_name.basis

    from speaker_names_read
    inner join by_name
        on
            speaker_names_read.revision_id = by_name.revision_id
            and speaker_names_read.speaker_name = by_name.speaker_name

)

select * from known
