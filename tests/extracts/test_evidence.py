"""The exact words are marked in their sentence, and no sentence drowns the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extracts.evidence import evidence_of


def shown(sentence: str | None, *exacts: str) -> str:
    return "".join(
        f"[{piece.text}]" if piece.is_marked else piece.text
        for piece in evidence_of(sentence, exacts)
    )


@pytest.mark.parametrize(
    ("sentence", "exacts", "expected"),
    [
        ("Talks open Monday in Lund.", ["Monday"], "Talks open [Monday] in Lund."),
        ("Talks open Monday.", ["Talks open Monday."], "[Talks open Monday.]"),
        ('"No," she said, "never."', ["No,", "never."], '"[No,]" she said, "[never.]"'),
        ("No and no.", ["no", "no"], "No and [no]."),
        ("Said twice, said.", ["said"], "Said twice, [said]."),
        ("Talks open Monday.", [], "Talks open Monday."),
        ("Talks open Monday.", [""], "Talks open Monday."),
        (None, ["alone"], "[alone]"),
        (None, [], ""),
    ],
)
def test_the_exact_words_are_marked_in_the_sentence(
    sentence: str | None, exacts: list[str], expected: str
) -> None:
    assert shown(sentence, *exacts) == expected


def test_words_that_run_beyond_the_sentence_are_shown_in_full_after_its_beginning() -> None:
    assert shown('She said: "We will stay.', "We will stay. We always have.") == (
        'She said: "[We will stay. We always have.]'
    )


def test_words_that_stand_elsewhere_are_shown_alone() -> None:
    assert shown("Talks open Monday.", "We will stay.") == "[We will stay.]"


def test_a_sentence_without_end_is_cut_around_the_words() -> None:
    text = shown("a" * 10**6 + "MARK" + "b" * 10**6, "MARK")
    assert text == "… " + "a" * 400 + "[MARK]" + "b" * 400 + " …"


def test_a_quote_without_end_keeps_its_beginning_and_its_end() -> None:
    text = shown(None, "a" * 10**6 + "z" * 10**6)
    assert text == "[" + "a" * 600 + " … " + "z" * 600 + "]"


@settings(deadline=None)
@given(st.text(), st.lists(st.text(), max_size=3))
def test_short_evidence_loses_no_word(sentence: str, exacts: list[str]) -> None:
    pieces = evidence_of(sentence, exacts)
    if all(exact in sentence for exact in exacts):
        assert "".join(piece.text for piece in pieces) == sentence
    marked = [piece.text for piece in pieces if piece.is_marked]
    assert not any(exacts) or marked
