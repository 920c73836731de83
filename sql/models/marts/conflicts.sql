with

metadata_claims as (

    select * from {{ ref('metadata_claims') }}

),

articles as (

    select
        article_id,
        revision_id,
        dateline_date,
        published_at,
        published_day,
        published_basis

    from {{ ref('articles') }}

),

deadlines as (

    select * from {{ ref('deadlines') }}

),

turns_attributed as (

    select * from {{ ref('int_turns_attributed') }}

),

deadline_claims as (

    select
        deadlines.*,
        articles.published_at,
        articles.published_day

    from deadlines
    inner join articles on deadlines.article_id = articles.article_id

),

contradicting_claims as (

    {{ contradicting_claims('deadline_claims') }}

),

deadline_conflicts as (

    select
        'deadline' as subject,
        event_id as subject_id,
        {{ period('due_start', 'due_end') }} as claim,
        article_id,
        "start",
        "end",
        deadline_id as claim_id,
        event,
        sentence,
        expression as exact,
        is_settled

    from contradicting_claims

),

-- Nobody files a report from a day after it was published. One day may be the time
-- zone.
impossible_datelines as (

    select
        article_id,
        dateline_date,
        published_day

    from articles
    where
        published_basis in ('metadata', 'feed')
        and dateline_date > published_day + 1

),

dateline_conflicts as (

    select
        'dateline' as subject,
        article_id as subject_id,
        unnest([
            'dateline ' || strftime(dateline_date, '%Y-%m-%d'),
            'published ' || strftime(published_day, '%Y-%m-%d')
        ]) as claim,
        article_id,
        cast(null as integer) as "start",
        cast(null as integer) as "end",
        unnest([article_id || ':dateline', article_id || ':published']) as claim_id,
        cast(null as varchar) as event,
        cast(null as varchar) as sentence,
        cast(null as varchar) as exact,
        false as is_settled

    from impossible_datelines

),

attributions as (

    select turns_attributed.*

    from turns_attributed
    inner join articles on turns_attributed.revision_id = articles.revision_id

),

contradicting_attributions as (

    {{ contradicting_attributions('attributions') }}

),

quote_conflicts as (

    select
        'quote' as subject,
        variant_group as subject_id,
        speaker_name as claim,
        article_id,
        "start",
        "end",
        quote_id as claim_id,
        exact as event,
        sentence,
        exact,
        false as is_settled

    from contradicting_attributions

),

-- The dateline is no word of its own on the day of publication: it is a subject above.
contradicting_publications as (

    select *

    from metadata_claims
    where field = 'published_at' and basis != 'dateline'
    qualify count(*) over (partition by article_id) > 1

),

publication_conflicts as (

    select
        'publication' as subject,
        article_id as subject_id,
        basis || ' ' || value as claim,
        article_id,
        cast(null as integer) as "start",
        cast(null as integer) as "end",
        metadata_claim_id as claim_id,
        cast(null as varchar) as event,
        cast(null as varchar) as sentence,
        cast(null as varchar) as exact,
        false as is_settled

    from contradicting_publications

),

all_conflicts as (

    select * from deadline_conflicts

    union all

    select * from quote_conflicts

    union all

    select * from dateline_conflicts

    union all

    select * from publication_conflicts

),

named as (

    select
        {{ conflict_id('subject', 'subject_id') }} as conflict_id,
        subject,
        subject_id,
        claim,
        article_id,
        "start",
        "end",
        claim_id,
        event,
        sentence,
        exact,
        is_settled

    from all_conflicts

)

select * from named
