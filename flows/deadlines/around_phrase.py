"""What stands around a date phrase: the verb that tells its tense, and the dates before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.deadlines.grammar import Phrase
from flows.deadlines.kinds import LETTERS, Words
from flows.deadlines.measures import is_compared, is_record
from flows.deadlines.periods import Period
from flows.deadlines.reading import PRESENT, Expression, Scene
from flows.deadlines.tense import has_past_verb, tense_at

# Words; what stands farther apart is of two sentences or of none.
_LONGEST_SENTENCE = 60
# So far back is a date looked for behind lengths: "nine hours in June and eight hours in January".
_FEW_EXPRESSIONS = 3
_LINKS = ("and", "or")
_LISTED = ("and", "or", "comma")
_LISTING = ("on", "from", "again", "then")
_LONGEST_LINK = len((",", "and", "then", "again", "from"))
_ENDS_OF_SENTENCES = frozenset((LETTERS["stop"], LETTERS["break"]))


def look_around(words: Words, found: Sequence[Expression], phrase: Phrase, scene: Scene) -> None:
    """Let the scene know what stands around the phrase; `found` are the times before it.

    What takes a search is searched for only where a reading asks.
    """
    first = _first_of_list(words, found, phrase)
    scene.tense = lambda: tense_at(words, first, phrase.last)
    scene.is_by_a_past_verb = lambda: has_past_verb(words, phrase.first)
    scene.is_record = lambda: is_record(words, phrase.first)
    scene.is_compared = lambda: is_compared(words, phrase.first, phrase.last)
    scene.given_here = _given_in_the_sentence(words, found, phrase)
    scene.listed_after = _day_listed_before(words, found, phrase)
    scene.word_before = words.words[phrase.first - 1].kind if phrase.first else ""
    scene.next_word = _next_word(words, phrase)


def _first_of_list(words: Words, found: Sequence[Expression], phrase: Phrase) -> int:
    """Return where "Saturday and Sunday" begin: the days of a list look the same way."""
    link = phrase.first - 1
    if not found or found[-1].last_word != link - 1 or words.words[link].kind not in _LINKS:
        return phrase.first
    return found[-1].first_word


def _day_listed_before(words: Words, found: Sequence[Expression], phrase: Phrase) -> date | None:
    """Return the Tuesday of "on Tuesday and again on Friday": the days of a list follow it."""
    if not found or found[-1].rule != phrase.rule:
        return None
    between = words.words[found[-1].last_word + 1 : phrase.first]
    if len(between) > _LONGEST_LINK or not any(word.kind in _LISTED for word in between):
        return None
    is_list = all(word.kind in _LISTED or word.lower in _LISTING for word in between)
    return found[-1].first if is_list else None


def _next_word(words: Words, phrase: Phrase) -> str:
    return words.words[phrase.last + 1].text if phrase.last + 1 < len(words.words) else ""


def _given_in_the_sentence(
    words: Words, found: Sequence[Expression], phrase: Phrase
) -> Period | None:
    """Return the last date that the sentence of the phrase has named before it."""
    for one in reversed(found[-_FEW_EXPRESSIONS:]):
        if phrase.first - one.last_word > _LONGEST_SENTENCE:
            return None
        if _ENDS_OF_SENTENCES.intersection(words.kinds[one.last_word : phrase.first]):
            return None
        if one.first and one.last and one.granularity and one.value != PRESENT:
            return Period(one.first, one.last, one.granularity, one.value)
    return None
