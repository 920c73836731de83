"""The small language in which the taxonomy writes its terms.

tariff      any case; singular, plural and possessive; "-" and " " are the same
NATO, Fed   a capital letter makes it count: written so, or all in capitals
=Gulf       exactly so, with no plural
deport*     any ending: deported, deportation
"""

from __future__ import annotations

from dataclasses import dataclass

# One character becomes one character, so that offsets hold.
_ONE_FOR_ONE = {"-": " ", "‐": " ", "‑": " ", "–": " ", "\u00a0": " ", "’": "'", "‘": "'"}
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling to look for in folded text."""

    folded: str
    is_open: bool
    exact: str | None


def folded(text: str) -> str:
    """Return the text in lower case with hyphens as spaces, every offset unchanged."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return spaced(lowered)


def spaced(text: str) -> str:
    """Return the text with hyphens as spaces and straight apostrophes, offsets unchanged."""
    for written, plain in _ONE_FOR_ONE.items():
        if written in text:
            text = text.replace(written, plain)
    return text


def forms_of(term: str) -> list[Form]:
    """Return the spellings that a term of the taxonomy stands for."""
    if term.endswith("*"):
        return [_form(term[:-1], is_open=True)]
    if term.startswith("="):
        return [_form(term[1:])]
    return [_form(term), _form(_plural(term))]


def _form(words: str, *, is_open: bool = False) -> Form:
    is_cased = words != words.lower()
    return Form(folded(words), is_open, exact=spaced(words) if is_cased else None)


def _plural(words: str) -> str:
    if words.endswith("y") and words[-2:-1].lower() not in _VOWELS:
        return words[:-1] + "ies"
    if words.lower().endswith(_SIBILANTS):
        return words + "es"
    return words + "s"
