"""The words that name a speaker or report, as the tagger marks them, without what trails behind."""

from __future__ import annotations

from flows.quotes.features import Encoded
from flows.quotes.labels import Layer
from flows.text.names import words_of


def mentions_in(body: str, encoded: Encoded, layer: Layer) -> list[tuple[int, int]]:
    """Return the spans of speakers, or of verbs, without commas and clauses at their ends."""
    found: list[tuple[int, int]] = []
    for first, end in layer.spans():
        stop = _before_relative_clause(body, encoded, first, end)
        stop = _before_last_aside(body, encoded, first, stop)
        while stop - first > 1 and body[encoded.starts[stop - 1]] in _MENTION_ENDS:
            stop -= 1
        if stop - first > 1 or not _is_loose(body, encoded, first):
            found.append((first, stop))
    return found


_RELATIVE = words_of("who whose which whom")


def _before_relative_clause(body: str, encoded: Encoded, first: int, end: int) -> int:
    """Return where ", who had left" begins, which tells of the speaker and does not name one."""
    for token in range(first + 2, end):
        is_behind_comma = body[encoded.starts[token - 1]] == ","
        if is_behind_comma and body[encoded.starts[token] : encoded.ends[token]] in _RELATIVE:
            return token - 1
    return end


# "Per Lund, a fellow at the Hale Institute, who …": more words tell of a speaker and name nobody.
_MOST_MENTION_TOKENS = 16


def _before_last_aside(body: str, encoded: Encoded, first: int, end: int) -> int:
    """Return the last comma of a long mention that leaves it short enough; its end if none does."""
    if end - first <= _MOST_MENTION_TOKENS:
        return end
    commas = (
        token
        for token in range(first + _MOST_MENTION_TOKENS, first, -1)
        if body[encoded.starts[token]] == ","
    )
    return next(commas, end)


# A lone one of these is the rest of a mention that broke off.
_LOOSE = words_of("the a an that this these those his her its their our my many of new")


def _is_loose(body: str, encoded: Encoded, token: int) -> bool:
    return body[encoded.starts[token] : encoded.ends[token]].lower() in _LOOSE


_MENTION_ENDS = frozenset(',.;:“”"—–-')
