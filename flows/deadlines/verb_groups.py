"""Groups of words that say that something is to happen: "is not expected to be released"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.deadlines import triggers
from flows.deadlines.event_words import VERB_LEMMAS
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word
from flows.records import Certainty

# Words between "agreed" and its infinitive: "agreed on Tuesday in Geneva to extend".
_WIDEST_GAP = 6
# "demands that the union of harbour workers withdraw": a longer subject is not read.
_LONGEST_SUBJECT = 9
_TOLD = listed("asked told urged ordered")
_INTO = ("into", "in")
_SET_NOUNS = ("effect", "force", "office", "place")
# "To be carbon neutral".
_QUALITIES = listed("neutral zero free")
_NOT_VERBS = ("ing", "ers", "tion", "ity", "ness", "ors")


@dataclass(frozen=True, slots=True)
class Group:
    """One verb group: the words `first` to `head`, whose last is the verb that tells the event."""

    first: int
    head: int
    certainty: Certainty
    trigger: str
    is_negated: bool = False
    is_unreal: bool = False


def text_at(words: Sequence[Word], place: int) -> str:
    """Return the word in lower case, or nothing beyond the text."""
    return words[place].lower if 0 <= place < len(words) else ""


def group_at(words: Sequence[Word], place: int, last: int) -> Group | None:
    """Return the group that begins at the word, or None."""
    text = text_at(words, place)
    is_negated = text.endswith(("n’t", "n't")) and text[:-3] in triggers.MODALS
    is_modal = text in triggers.MODALS and words[place].text[0].islower()
    if is_modal or is_negated or text.endswith(("’ll", "'ll")):
        return _after(words, place, place + 1, last)
    if text == "to":
        is_done = text_at(words, place - 1) in triggers.DONE or is_achieved(words, place)
        is_ahead = is_infinitive(words, place) and not (is_done or _follows_a_record(words, place))
        return _after(words, place, place + 1, last) if is_ahead else None
    if text == "be":
        return _subjunctive(words, place, last)
    if text in triggers.DEMANDS and text_at(words, place + 1) == "that":
        return _demanded(words, place, last)
    if text in _TOLD and words[place].text != text:
        return None  # "Asked to comment on the report, he said": so he was
    return _triggered(words, place, last) if text in triggers.BEFORE_INFINITIVE else None


def is_achieved(words: Sequence[Word], place: int) -> bool:
    """Say whether what the infinitive tells came about: "prompted the station to suspend him"."""
    near = {text_at(words, before) for before in range(max(0, place - _WIDEST_GAP - 1), place)}
    return not near.isdisjoint(triggers.ACHIEVED) and near.isdisjoint(triggers.AHEAD)


def _demanded(words: Sequence[Word], place: int, last: int) -> Group | None:
    """Return the group of "demands that the union withdraw its notice": a bare verb follows."""
    for verb in range(place + 3, min(last, place + _LONGEST_SUBJECT) + 1):
        text = text_at(words, verb)
        if words[verb].kind in ("comma", "stop") or text in triggers.MODALS or text == "be":
            return None
        is_named = text_at(words, verb - 1) in triggers.DETERMINERS
        is_bare = VERB_LEMMAS.get(text) == text or text in triggers.BARE_VERBS
        if is_bare and not is_named:
            trigger = text_at(words, place)
            return Group(verb, verb, triggers.DEMANDS[trigger], trigger)
    return None


def _triggered(words: Sequence[Word], place: int, last: int) -> Group | None:
    """Return the group of "agreed on Tuesday to extend"."""
    text, limit = text_at(words, place), min(last, place + _WIDEST_GAP)
    if text in ("have", "has"):
        limit = place + 1
    elif text in triggers.BEFORE_DATE:
        limit = min(limit, place + 2)
    to = place + 1
    while to <= limit and not (text_at(words, to) == "to" and is_infinitive(words, to)):
        if words[to].kind in ("stop", "comma") or text_at(words, to) in triggers.MODALS:
            return None
        to += 1
    group = _after(words, place, to + 1, last) if to <= limit else None
    is_negated = any(text_at(words, between) in triggers.NOT for between in range(place + 1, to))
    return replace(group, is_negated=True) if group is not None and is_negated else group


def _subjunctive(words: Sequence[Word], place: int, last: int) -> Group | None:
    """Return the group of "ordered that the files be released"."""
    if not is_participle(words, place + 1) or place + 1 > last:
        return None
    before = (text_at(words, near) for near in range(place, place - _LONGEST_SUBJECT, -1))
    demand = next((text for text in before if text in triggers.DEMANDS), None)
    certainty = triggers.DEMANDS[demand] if demand else Certainty.FIRM
    return Group(place, place + 1, certainty, "be")


def _follows_a_record(words: Sequence[Word], place: int) -> bool:
    """Say whether the infinitive tells who did it: "became the first woman to win"."""
    near = (text_at(words, before) for before in range(place - 3, place - 1))
    verb = (text_at(words, before) for before in range(place - _WIDEST_GAP, place - 2))
    return any(text in ("first", "last", "only") for text in near) and not any(
        text in triggers.MODALS or text in triggers.PRESENT_BE for text in verb
    )


def is_infinitive(words: Sequence[Word], place: int) -> bool:
    """Say whether the "to" stands before a verb: "to meet", not "to date", "to $16", "to Paris"."""
    following = place + 1
    while _is_adverb(text_at(words, following)):
        following += 1
    text = text_at(words, following)
    if not text or not words[following].text[0].islower() or text in triggers.DETERMINERS:
        return False
    if text in triggers.NO_VERBS or words[following].kind not in _VERB_KINDS:
        return False
    if text.endswith(("al", "ern", "ous", "ish")) and _is_named(words, following + 1):
        return False
    is_plural = text.endswith("s") and not text.endswith(("ss", "us"))
    return not is_plural and not text.endswith(_NOT_VERBS)


def _is_named(words: Sequence[Word], place: int) -> bool:
    """Say whether a name follows: "an address to central Iowa"."""
    return place < len(words) and words[place].kind == "capitalised"


_VERB_KINDS = frozenset(("word", "spend", "end", "start", "weak_month", "of", "second", "half"))


def _is_adverb(text: str) -> bool:
    return text in triggers.ADVERBS or (text.endswith("ly") and text not in triggers.VERBS_IN_LY)


def is_participle(words: Sequence[Word], place: int) -> bool:
    """Say whether the word is what is done to something: "released", "held"."""
    text = text_at(words, place)
    return text.endswith(("ed", "en")) or text in _PARTICIPLES or text in triggers.PAST_FORMS


_PARTICIPLES = listed("put set shut cut hit read known born proven")


def _after(words: Sequence[Word], first: int, place: int, last: int) -> Group | None:
    """Return the group whose verb starts at `place` or after adverbs and "be", "have"."""
    trigger = text_at(words, first)
    certainty = triggers.MODALS.get(trigger) or triggers.BEFORE_INFINITIVE.get(trigger)
    negated = trigger.endswith(("n’t", "n't", "cannot")) or _negated_before(words, first)
    unreal = False
    while place <= last:
        text = text_at(words, place)
        if text in triggers.NOT:
            negated = True
        elif (
            text == "have"
            and trigger in ("would", "could", "should", "might")
            and _is_past_perfect(words, place)
        ):
            unreal = True
        elif text in triggers.BEFORE_INFINITIVE and text_at(words, place + 1) == "to":
            certainty, place = triggers.BEFORE_INFINITIVE[text], place + 1
        elif not _is_skipped(words, place):
            break
        place += 1
    head = _head(words, place, last)
    if head is None:
        return None
    return Group(first, head, certainty or Certainty.FIRM, trigger, negated, unreal)


def _is_skipped(words: Sequence[Word], place: int) -> bool:
    text = text_at(words, place)
    if text == "be":
        return not _is_date_word(words, place + 1)
    return _is_adverb(text) or text in ("been", "to") or words[place].kind == "other"


def _is_date_word(words: Sequence[Word], place: int) -> bool:
    return place < len(words) and words[place].kind in (
        "weekday",
        "month",
        "relative_day",
        "on",
        "year",
    )


def _is_past_perfect(words: Sequence[Word], place: int) -> bool:
    """Say whether "have" makes a perfect: "would have been delivered", not "would have a vote"."""
    return text_at(words, place + 1) == "been" or is_participle(words, place + 1)


def _negated_before(words: Sequence[Word], place: int) -> bool:
    near = [text_at(words, i) for i in range(max(0, place - 3), place)]
    return any(text in triggers.NOT or text.endswith(("n’t", "n't")) for text in near)


def _head(words: Sequence[Word], place: int, last: int) -> int | None:
    """Return the word that tells the event: "effect" of "take effect"."""
    if place > last or not words[place].text[0].isalpha():
        return None
    text = text_at(words, place)
    if text in ("take", "come", "go", "enter", "put", "bring", "be"):
        noun = place + 2 if text_at(words, place + 1) in _INTO else place + 1
        if noun <= last and text_at(words, noun) in _SET_NOUNS[:3]:
            return noun
    if text in ("in", "on", "at", "under") and text_at(words, place - 1) == "be":
        noun = place + 2 if text_at(words, place + 1) in triggers.DETERMINERS else place + 1
        return noun if noun <= last and words[noun].kind == "word" else None
    if words[place].text[0].isupper() or text in triggers.DETERMINERS:
        return None
    if place + 2 <= last and words[place + 1].kind == "hyphen":
        place += 2  # "co-host"
    is_quality = text_at(words, place - 1) == "be" and text_at(words, place + 1) in _QUALITIES
    return place + 1 if is_quality else place
