with

source_rows as (

    select
        deadline_id,
        event_id,
        revision_id,
        article_id,
        event,
        event_head,
        event_type,
        actor,
        voice,
        relation,
        due_start,
        due_end,
        due_at,
        moved_from,
        granularity,
        expression,
        timex_value,
        anchor_date,
        certainty,
        "start",
        "end",
        event_start,
        event_end,
        sentence,
        rule,
        confidence

    from {{ source('raw', 'deadlines') }}

)

select * from source_rows
