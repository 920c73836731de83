with

issue_mentions as (

    select * from {{ ref('stg_issue_mentions') }}

),

issues as (

    select * from {{ ref('stg_issues') }}

),

positions as (

    select * from {{ ref('stg_positions') }}

),

-- Every mention in the paragraph of the stand, by how near it is.
mentions_near as (

    select
        positions.revision_id,
        positions.position_id,
        issue_mentions.issue_id,
        issues.basis,
        issue_mentions."start",
        case
            when
                issue_mentions."start" >= positions."start"
                and issue_mentions."start" < positions."end"
                then 'statement'
            when
                positions."start" >= issue_mentions.sentence_start
                and positions."start" < issue_mentions.sentence_end
                then 'sentence'
            else 'paragraph'
        end as issue_place,
        greatest(
            issue_mentions."start" - positions."end",
            positions."start" - issue_mentions."end",
            0
        ) as distance_chars

    from positions
    inner join issue_mentions
        on
            positions.revision_id = issue_mentions.revision_id
            and positions."start" >= issue_mentions.paragraph_start
            and positions."start" < issue_mentions.paragraph_end
    left join issues
        on
            issue_mentions.revision_id = issues.revision_id
            and issue_mentions.issue_id = issues.issue_id

),

-- The statement's own words come first, then its sentence; among them what the article
-- states of itself, then what stands nearest.
nearest as (

    select
        revision_id,
        position_id,
        issue_id,
        issue_place

    from mentions_near
    qualify
        row_number() over (
            partition by revision_id, position_id
            order by
                case issue_place
                    when 'statement' then 1
                    when 'sentence' then 2
                    else 3
                end asc,
                case
                    when issue_place = 'statement'
                        then coalesce(basis = 'matched', true)
                end asc,
                distance_chars asc,
                "start" asc,
                issue_id asc
        ) = 1

),

matched as (

    select
        positions.*,
        nearest.issue_id,
        nearest.issue_place

    from positions
    left join nearest
        on
            positions.revision_id = nearest.revision_id
            and positions.position_id = nearest.position_id

)

select * from matched
