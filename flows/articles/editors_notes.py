"""Notes of the editors under or above a story: "Correction: …", "Updated: March 5, 2026"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.articles.moments import day_in
from flows.records import BlockKind, EditorsNote, NoteKind

if TYPE_CHECKING:
    from flows.articles.draft import Passage

# A longer paragraph is the story of a correction, not the note.
LONGEST_NOTE_CHARS = 1200
# "Updated: March 5, 2026, 2:10 p.m. EST" says nothing but when.
LONGEST_STAMP_CHARS = 60

_OPENING = re.compile(
    r"[(\[*\s]{0,3}(?P<word>corrections?|corrected|clarifications?|editor[’']?s[’']? note"
    r"|updated?)\b(?:\s?\([^()]{1,40}\)|,?\s[^:—–]{1,40})?\s?[:—–]\s+(?=\S)",
    re.IGNORECASE,
)
_THIS_STORY = re.compile(
    r"[(\[*\s]{0,3}(?:this|an earlier version of this|a previous version of this)"
    r" (?:article|story|report|headline|piece|post),? (?=was|has|had|originally|incorrectly"
    r"|previously|contained|included|gave|said|mis).{0,80}?"
    r"\b(?P<word>correct|updat|amend|clarif|misstat|misspell|misidentif|incorrect|wrong)",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = (
    ("clarif", NoteKind.CLARIFICATION),
    ("updat", NoteKind.UPDATE),
    ("amend", NoteKind.UPDATE),
    ("editor", NoteKind.NOTE),
)


def note_in(passage: Passage) -> EditorsNote | None:
    """Return the note that the passage is, or None where it is part of the story."""
    text = passage.text
    if passage.kind is BlockKind.KEY_POINT or len(text) > LONGEST_NOTE_CHARS:
        return None
    opening = _OPENING.match(text)
    found = opening or _THIS_STORY.match(text)
    if found is None:
        return None
    said = text[opening.end() :].strip("()[]* ") if opening else text.strip("()[]* ")
    return EditorsNote(_kind_of(found["word"]), said, day_in(text))


def is_story(note: EditorsNote) -> bool:
    """Say whether the note tells news, as "Update: Police have opened the bridge" does."""
    is_about_text = _THIS_STORY.match(note.text) is not None
    is_stamp = len(note.text) <= LONGEST_STAMP_CHARS and any(map(str.isdigit, note.text))
    return note.kind is NoteKind.UPDATE and not is_about_text and not is_stamp


def parted(
    passages: tuple[Passage, ...],
) -> tuple[tuple[Passage, ...], tuple[EditorsNote, ...]]:
    """Return the story without its notes, and the notes; a story of nothing else keeps them."""
    notes = [note_in(passage) for passage in passages]
    kept = tuple(
        passage
        for passage, note in zip(passages, notes, strict=True)
        if note is None or is_story(note)
    )
    has_text = any(passage.kind is BlockKind.PARAGRAPH for passage in kept)
    return kept if has_text else passages, tuple(note for note in notes if note is not None)


def _kind_of(word: str) -> NoteKind:
    folded = word.lower()
    return next((kind for start, kind in _KINDS if folded.startswith(start)), NoteKind.CORRECTION)
