"""Whatever the text: no crash, no span outside it, and time that grows with it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.deadlines.expressions import expressions_of
from flows.deadlines.find import deadlines_of
from flows.deadlines.glance import may_name_a_time
from flows.deadlines.word_lists import listed
from flows.text.blocks import blocks_of

ANCHOR = date(2026, 3, 2)
PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        *sorted(
            listed(
                """
                on by until the end of next last this week month year May March 5 31 2026 1999 99
                Monday Friday's two 60-day deadline within 90 days will expire meet vote talks , .
                ; — ( ) “ ” ' 10 p.m. GMT 3/4/2026 2026-13-45 0000-00-00 Q3 FY27 '80s 1980s first
                half fiscal quarter ago later earlier for one not had been due extended to
                postponed Summit Date : and or between from through mid- a twenty nineteen second
                thousand 2/15 9/11 8/10 starting autumn Christmas weekend business time now the
                nineties 70s Fridays long later/ 2026/03/04 10:30 0735 in evening Tue 13th could be
                again that is than ’08 quarter century Sun. earlier took
                """
            )
        ),
    ]
)
PROSE = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))
ANCHORS = st.one_of(st.dates(), st.just(date.min), st.just(date.max))
# Linear time takes about four seconds here at worst; square time would take many minutes.
LIMIT_SECONDS = 30
HOSTILE_CHARS = 100_000


@settings(max_examples=300, deadline=None)
@given(text=PROSE, anchor=ANCHORS)
def test_expressions_lie_in_the_text_and_in_order(text: str, anchor: date) -> None:
    end = 0
    for expression in expressions_of(text, anchor):
        assert end <= expression.start < expression.end <= len(text)
        end = expression.end
        if expression.first is not None and expression.last is not None:
            assert expression.first <= expression.last
        for one in expression.ends:
            assert expression.start <= one.start < one.end <= expression.end


@settings(max_examples=300, deadline=None)
@given(text=PROSE)
def test_a_glance_overlooks_no_expression(text: str) -> None:
    assert may_name_a_time(text) or not expressions_of(text, ANCHOR)


@settings(max_examples=300, deadline=None)
@given(text=PROSE, anchor=ANCHORS)
def test_deadlines_lie_in_the_text_and_ahead(text: str, anchor: date) -> None:
    for deadline in deadlines_of(text, blocks_of(text), anchor):
        assert 0 <= deadline.start < deadline.end <= len(text)
        assert text[deadline.event_start : deadline.event_end] == deadline.event
        assert deadline.due_start <= deadline.due_end
        assert deadline.due_end >= anchor


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "'",
        "“",
        "1",
        "1,",
        "will ",
        "to ",
        "\n ",
        "March ",
        "The vote on May 5 ",
        "on Monday, ",
        "Anna Berg will meet Ivo Kral in Ostrava on May 5 and ",
        "(May 5 — ",
        "the end of the end of ",
        "-1",
        "nineteen ",
        "from May 5 to ",
        "May 5 2 p.m. 25 p.m. ",
        "2/15-",
        "two weeks before ",
        "a day-",
        "Friday's ",
        "Monday and then again on ",
        "’08 and ",
        "5, 6, 7, ",
        "May 5, 6, 7, ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * (HOSTILE_CHARS // len(piece) + 1))[:HOSTILE_CHARS]
    started = time.process_time()
    deadlines_of(text, blocks_of(text), ANCHOR)
    assert time.process_time() - started < LIMIT_SECONDS
