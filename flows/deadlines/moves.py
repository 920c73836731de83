"""The day from which a sentence moves its event to another one."""

from __future__ import annotations

from datetime import date

from flows.deadlines.expressions import Expression
from flows.deadlines.periods import shifted
from flows.deadlines.sentence import Sentence
from flows.deadlines.standing import is_moved_away
from flows.deadlines.surroundings import surroundings_of
from flows.deadlines.vocabulary import UNIT_KINDS
from flows.deadlines.word_lists import listed
from flows.records import Granularity

_THAN_PLANNED = listed("planned scheduled expected intended promised announced originally first")
# "three weeks later than planned" stands this near to its date.
_REACH = 12


def old_day(sentence: Sentence, new: Expression) -> date | None:
    """Return the March 19 of "moved from March 19 to March 26", if it is a day."""
    for other in sentence.dates:
        is_before = other.last_word < new.first_word and other.granularity is Granularity.DAY
        if is_before and is_moved_away(surroundings_of(sentence, other)):
            return other.first
    return _counted_back(sentence, new)


def _counted_back(sentence: Sentence, new: Expression) -> date | None:
    """Return the day three weeks before "April 10, three weeks later than planned"."""
    if "than" not in sentence.vocabulary:
        return None
    first = new.last_word + 1
    for place, text in enumerate(sentence.texts(first, first + _REACH - 1), first):
        if text != "than" or sentence.text(place + 1) not in _THAN_PLANNED:
            continue
        count, unit = _length_before(sentence, place - 1)
        if new.first is None or new.granularity is not Granularity.DAY or not count:
            return None
        if sentence.text(place - 1) == "later":
            return shifted(new.first, unit, -count)
        return shifted(new.first, unit, count) if sentence.text(place - 1) == "earlier" else None
    return None


def _length_before(sentence: Sentence, place: int) -> tuple[int, str]:
    """Return the (3, "week") of "three weeks later"; (0, "") where none stands there."""
    unit, count = sentence.words[place - 1], sentence.words[place - 2]
    is_length = unit.kind in UNIT_KINDS and isinstance(unit.value, str)
    if not is_length:
        return 0, ""
    number = 1 if count.lower in ("a", "one") else count.value
    return (number, str(unit.value)) if isinstance(number, int) else (0, "")
