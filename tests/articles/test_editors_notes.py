"""Which paragraphs are the editors' notes on a story, and which tell the story."""

from __future__ import annotations

from datetime import date

import pytest

from flows.articles.draft import Passage
from flows.articles.editors_notes import is_story, note_in, parted
from flows.records import BlockKind, NoteKind

STORY = Passage(BlockKind.PARAGRAPH, "Ferry crews agreed on Monday to return to the table.")


def paragraph(text: str) -> Passage:
    return Passage(BlockKind.PARAGRAPH, text)


@pytest.mark.parametrize(
    ("text", "kind", "said", "day"),
    [
        ("Correction: The crossing costs 4 euros, not 5.", NoteKind.CORRECTION,
         "The crossing costs 4 euros, not 5.", None),
        ("Correction (March 9, 2026): The fare was wrong.", NoteKind.CORRECTION,
         "The fare was wrong.", date(2026, 3, 9)),
        ("CLARIFICATION — The port lies in Leixões.", NoteKind.CLARIFICATION,
         "The port lies in Leixões.", None),
        ("Editor’s note: This story was first published in May.", NoteKind.NOTE,
         "This story was first published in May.", None),
        ("This article was amended on 10 March 2026 to correct a name.", NoteKind.UPDATE,
         "This article was amended on 10 March 2026 to correct a name.", date(2026, 3, 10)),
        ("An earlier version of this article misspelled the name of the ferry.",
         NoteKind.CORRECTION,
         "An earlier version of this article misspelled the name of the ferry.", None),
        ("Updated: March 9, 2026, 6:40 p.m.", NoteKind.UPDATE, "March 9, 2026, 6:40 p.m.",
         date(2026, 3, 9)),
    ],
)  # fmt: skip
def test_a_note_leaves_the_body_and_is_kept(
    text: str, kind: NoteKind, said: str, day: date | None
) -> None:
    story, (note,) = parted((STORY, paragraph(text)))
    assert story == (STORY,)
    assert (note.kind, note.text, note.day) == (kind, said, day)


@pytest.mark.parametrize(
    "text",
    [
        "Correction of the fares will take a year, the port said.",
        "Updated forecasts show: more rain is to come.",
        "Corrections officers in Porto walked out on Monday.",
        "This article of faith was updated by the bishops.",
        "The minister said: correction is needed.",
    ],
)
def test_a_sentence_of_the_story_is_no_note(text: str) -> None:
    note = note_in(paragraph(text))
    assert note is None or is_story(note)


def test_an_update_with_news_is_kept_and_stays_in_the_body() -> None:
    news = paragraph("UPDATE: Police have opened the bridge, the mayor said on Monday.")
    story, (note,) = parted((STORY, news))
    assert story == (STORY, news)
    assert note.kind is NoteKind.UPDATE


def test_a_file_that_is_nothing_but_a_correction_keeps_its_text() -> None:
    alone = (paragraph("Correction: The crossing costs 4 euros."),)
    assert parted(alone)[0] == alone
