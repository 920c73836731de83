from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from flows.records import (
    Article,
    Basis,
    Block,
    BlockKind,
    Certainty,
    Deadline,
    EventType,
    Findings,
    Granularity,
    Issue,
    KeyPoint,
    Position,
    PositionType,
    Precision,
    PublishedBasis,
    Quote,
    QuoteType,
    Relation,
)
from flows.rows import rows_of, stable_id

BODY = "Vote: 9 March\n\nThe ferries stop. “We will sail again,” Ada Brandt said on Monday."
ARTICLE = Article(
    article_id="a1",
    content_sha256="c1",
    headline="Ferries stop",
    body=BODY,
    blocks=(Block(BlockKind.KEY_POINT, 0, 13), Block(BlockKind.PARAGRAPH, 15, len(BODY))),
    published_at=datetime(2026, 3, 2, 10, tzinfo=UTC),
    published_precision=Precision.MINUTE,
    published_basis=PublishedBasis.METADATA,
    source_file="inbox/ferries.html",
    source_format="html",
    key_points=(KeyPoint("Vote", "9 March", 6, 13),),
    authors=("Ida Moss",),
    basis={"headline": "meta"},
)
QUOTE = Quote(
    turn=1,
    quote_type=QuoteType.DIRECT,
    start=34,
    end=52,
    rule="name_before_verb",
    confidence=0.9,
    speaker_name="Ada Brandt",
    speaker_mention="Ada Brandt",
    speaker_start=54,
    speaker_end=64,
)


def test_a_quote_row_carries_its_exact_words_and_its_sentence() -> None:
    (row,) = rows_of(Findings(ARTICLE, quotes=(QUOTE,))).quotes
    assert row["exact"] == "We will sail again"
    assert row["sentence"] == "“We will sail again,” Ada Brandt said on Monday."
    assert row["position"] == 1


def test_spans_of_one_turn_share_its_id_and_other_turns_do_not() -> None:
    second = Quote(1, QuoteType.DIRECT, 15, 32, "turn", 0.9)
    third = Quote(2, QuoteType.DIRECT, 15, 26, "turn", 0.9)
    rows = rows_of(Findings(ARTICLE, quotes=(QUOTE, second, third))).quotes
    assert rows[0]["turn_id"] == rows[1]["turn_id"] != rows[2]["turn_id"]
    assert len({row["quote_id"] for row in rows}) == 3


def test_a_condition_points_at_the_position_that_it_conditions() -> None:
    goal = Position("Arvenia", PositionType.GOAL, 15, 32, "fact_box", 0.9)
    condition = Position(
        "Keldmark", PositionType.CONDITION, 34, 52, "fact_box", 0.9, condition_of=0
    )
    first, second = rows_of(Findings(ARTICLE, positions=(goal, condition))).positions
    assert first["condition_of"] is None
    assert second["condition_of"] == first["position_id"]


def test_an_issue_that_stands_in_the_headline_alone_has_no_span() -> None:
    issue = Issue("ferries", "Ferries", Basis.MATCHED, mentions=1, salience=0.4)
    (row,) = rows_of(Findings(ARTICLE, issues=(issue,))).issues
    assert (row["start"], row["end"], row["exact"]) == (None, None, None)


def test_a_deadline_row_names_its_expression_and_event() -> None:
    deadline = Deadline(
        event="Vote",
        event_head="Vote",
        event_key="vote",
        event_type=EventType.VOTE,
        relation=Relation.ON,
        certainty=Certainty.FIRM,
        due_start=date(2026, 3, 9),
        due_end=date(2026, 3, 9),
        granularity=Granularity.DAY,
        timex_value="2026-03-09",
        anchor_date=date(2026, 3, 2),
        start=6,
        end=13,
        event_start=0,
        event_end=4,
        rule="fact_box",
        confidence=0.9,
    )
    (row,) = rows_of(Findings(ARTICLE, deadlines=(deadline,))).deadlines
    assert row["expression"] == "9 March"
    assert row["event_id"] == stable_id("e", "vote")
    assert row["due_start"] == date(2026, 3, 9)


def test_an_id_depends_on_its_parts_and_on_where_one_ends() -> None:
    assert stable_id("q", "ab", "c") == stable_id("q", "ab", "c")
    assert stable_id("q", "ab", "c") != stable_id("q", "a", "bc")


def test_times_are_kept_as_utc_without_a_zone() -> None:
    row = rows_of(Findings(ARTICLE)).article
    assert row["published_at"] == datetime(2026, 3, 2, 10)  # noqa: DTZ001 # the tables keep UTC
    assert row["word_count"] == 15


def test_the_same_words_found_twice_are_one_row_and_the_first_counts() -> None:
    surer = replace(QUOTE, rule="tagger")
    (row,) = rows_of(Findings(ARTICLE, quotes=(QUOTE, surer))).quotes
    assert row["rule"] == "name_before_verb"
