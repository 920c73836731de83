"""What stands around a length or a time and says that something is measured by it."""

from __future__ import annotations

from flows.deadlines.word_lists import listed
from flows.deadlines.words import Words

_RECORDS = listed("first only second third most least worst best record time")
_COMPARING = listed(
    """
    than from versus compared $ £ € % ¥ percent rose fell grew rise fall growth increased increase
    dropped drop declined decline jumped narrowed widened
    """
)
_FIGURES = ("digits", "decimal", "number", "multiplier")
_STOPS = ("stop", "break")
# Words farther away than this belong to another clause.
_REACH = 14


def is_record(words: Words, first: int) -> bool:
    """Say whether a length is what a record is held against: "the first rise in two years"."""
    for word in reversed(words.words[max(0, first - _REACH) : first]):
        if word.kind in _STOPS or word.kind == "comma":
            return False
        text = word.lower
        if text in _RECORDS or (text.endswith("est") and len(text) > len("rest")):
            return True
    return False


def is_compared(words: Words, first: int, last: int) -> bool:
    """Say whether figures are held against a time: "$4 million, up from $3 million a year ago"."""
    before = reversed(words.words[max(0, first - _REACH) : first])
    after = words.words[last + 1 : last + 1 + _REACH]
    for side in (before, after):
        for word in side:
            if word.kind in _STOPS:
                break
            if word.kind in _FIGURES or word.lower in _COMPARING:
                return True
    return False
