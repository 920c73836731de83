{#
    The claims that cannot all be true, out of a relation of claims about dated events.

    Two claims of one event contradict each other where
    - both say it as a fact or an expectation, not as a proposal, threat or possibility,
    - no firm delay or cancellation lies between them: "extended to November 24" moves the
      event, and what was said before it is past, not wrong,
    - each was said while the other's date was still ahead: the meeting of next month
      does not contradict the one of last month,
    - no sentence gives both dates: "talks on Monday and Friday" is a series,
    - their periods lie apart. "By" and "before" name a latest day, "after" and "from" an
      earliest one: "on November 5" agrees with "by November 10". Of something that ends,
      "until" names the day itself.

    A later delay or cancellation settles the contradiction (`is_settled`).

    `per` lists columns that hold separate worlds apart, as the day that looks back.
#}
{% macro contradicting_claims(claims, per=[]) %}
    {%- set world = per | join(", ") ~ (", " if per else "") -%}
    with

    turned as (

        select
            *,
            case
                when relation in ('by', 'before', 'within') then 'latest'
                when relation in ('after', 'from') then 'earliest'
                when relation = 'until' and event_type not in ('expiry', 'close', 'delay')
                    then 'latest'
                else 'day'
            end as bound,
            -- The fact box of the article that reports the delay gives the new date, too.
            bool_or(
                certainty = 'cancelled'
                or (event_type = 'delay' and certainty = 'firm')
                or (moved_from is not null and certainty in ('firm', 'expected'))
            ) over (
                partition by {{ world }}event_id, article_id, due_start, due_end
            ) as is_turn

        from {{ claims }}

    ),

    placed as (

        select
            *,
            max(published_at) filter (where is_turn) over (
                partition by {{ world }}event_id
                order by published_at, is_turn
            ) as turned_at,
            max(published_at) filter (where is_turn) over (
                partition by {{ world }}event_id
            ) as last_turned_at,
            min(due_start) over same_sentence
            != max(due_start) over same_sentence as is_series

        from turned
        window
            same_sentence as (
                partition by {{ world }}event_id, article_id, sentence
            )

    ),

    asserted as (

        select
            *,
            coalesce(turned_at != last_turned_at, last_turned_at is not null)
                as is_settled

        from placed
        where
            certainty in ('firm', 'expected')
            and not is_series

    ),

    claimed_dates as (

        select
            {{ world }}event_id,
            turned_at,
            bound,
            due_start,
            due_end,
            min(published_day) as first_day

        from asserted
        group by {{ world }}event_id, turned_at, bound, due_start, due_end

    ),

    contradictions as (

        select
            {%- for column in per %}
            later.{{ column }},
            {%- endfor %}
            later.event_id,
            later.turned_at,
            unnest([
                {'bound': later.bound, 'first': later.due_start, 'last': later.due_end},
                {'bound': earlier.bound, 'first': earlier.due_start, 'last': earlier.due_end}
            ]) as claimed

        from claimed_dates as later
        inner join claimed_dates as earlier
            on
                later.event_id = earlier.event_id
                {%- for column in per %}
                and later.{{ column }} = earlier.{{ column }}
                {%- endfor %}
                and later.turned_at is not distinct from earlier.turned_at
                and later.due_start > earlier.due_end
                and greatest(later.first_day, earlier.first_day) <= earlier.due_end
        where
            not (later.bound = 'latest' and earlier.bound != 'latest')
            and not (earlier.bound = 'earliest' and later.bound != 'earliest')

    )

    select asserted.*

    from asserted
    semi join contradictions
        on
            asserted.event_id = contradictions.event_id
            {%- for column in per %}
            and asserted.{{ column }} = contradictions.{{ column }}
            {%- endfor %}
            and asserted.turned_at is not distinct from contradictions.turned_at
            and asserted.bound = contradictions.claimed.bound
            and asserted.due_start = contradictions.claimed.first
            and asserted.due_end = contradictions.claimed.last
{% endmacro %}
