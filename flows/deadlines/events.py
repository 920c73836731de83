"""Words of a sentence that name an event, and where each looks: back, or ahead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from flows.deadlines import triggers
from flows.deadlines.event_words import (
    IRREGULAR,
    NOUN_TYPES,
    RESCHEDULING,
    STRONG_TYPES,
    VERB_LEMMAS,
    lemma_of,
    type_of,
    type_of_verb,
)
from flows.deadlines.reading import Tense
from flows.deadlines.verb_groups import Group, group_at, text_at
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word
from flows.records import Certainty, EventType

_SHORTEST_NOUN = len("vote")
# "brought the vote on the harbour forward to Friday"
_SHIFTED_WORDS = 8
_NEW_DATE = listed("to until till from for by")
_WISHES = listed("want wants wanted prefer prefers seek seeks demand demands like")
_WISH_WORDS = 6
# Half of all words: asked first, for it is quick.
_NO_EVENTS = listed("the a of in and or that for on at as by from stop comma other break hyphen")
_AFTERWARDS = frozenset(("after", "since"))
_SHIFTS = listed("put puts push pushed pushes bring brought brings move moved moves set")
# Their forms are nouns as often as verbs.
_SET_SOMETHING = listed("off out up aside")
_NOUNS_TOO = listed(
    "campaign debate tour report host present release address visit mark issue face delay hand"
)
# What is handed in or drawn up is not yet done.
_PAPERS = listed("plan plans proposal proposals")
_AFTER_A_NOUN = listed("of in on at for with between and or to from is was will has had")
# "The lawsuit also contests a rule".
_BEFORE_A_VERB = listed("also now then still never always")
_AFTER_A_VERB = triggers.DETERMINERS | {"with"}
# What takes place in these is made up: "the novel takes place in 2040".
_TALES = listed("novel film movie play story series show book drama tale episode")


@dataclass(frozen=True, slots=True)
class Event:
    """One event word: a verb with what says that it is to come, or a noun."""

    head: int
    first: int
    lemma: str
    event_type: EventType
    tense: Tense = Tense.NONE
    certainty: Certainty = Certainty.FIRM
    trigger: str = ""
    is_noun: bool = False
    is_schedule: bool = False
    is_negated: bool = False
    is_unreal: bool = False

    @property
    def is_present(self) -> bool:
        """Say whether only the present tense tells it: "opens on Friday", "is opening"."""
        is_bare = not (self.is_noun or self.is_schedule or self.trigger)
        return is_bare and self.tense is Tense.FUTURE

    @property
    def is_reporting(self) -> bool:
        """Say whether the verb only reports: "said Thursday"."""
        return self.lemma in triggers.REPORTING and self.tense is Tense.PAST


def events_in(
    words: Sequence[Word], first: int, last: int, dated: Collection[int] = ()
) -> list[Event]:
    """Return the events that the words `first` to `last` name, in order.

    `dated` are the words of date expressions: "the end of the year" ends nothing.
    """
    events: list[Event] = []
    place = first
    while place <= last:
        is_none = words[place].kind in _NO_EVENTS or place in dated
        event = None if is_none else _event_at(words, place, last)
        if event is not None and event.head not in dated and not _only_describes(event, events):
            event = _as_the_verb_before(words, event, events)
            events.append(_negated(words, event))
            place = max(place, event.head)
        place += 1
    return events


def _as_the_verb_before(words: Sequence[Word], event: Event, before: Sequence[Event]) -> Event:
    """Return "airing" of "began airing" with the tense of "began"; what follows "after" is past."""
    text = text_at(words, event.head)
    is_bare = event.first == event.head and not (event.is_noun or event.is_reporting)
    if not is_bare or not text.endswith("ing"):
        return event
    place = event.head - 1
    while text_at(words, place) in triggers.ADVERBS:
        place -= 1
    previous = text_at(words, place)
    if previous in ("was", "were") or (previous == "been" and not _will_have(words, place)):
        return replace(event, tense=Tense.PAST)
    if previous in triggers.BE or previous.endswith(("’re", "'re", "’s", "'s", "’m", "'m")):
        return event
    if previous in triggers.PREPOSITIONS:
        return replace(event, tense=Tense.PAST if previous in _AFTERWARDS else Tense.NONE)
    verb = next((other for other in reversed(before) if not other.is_noun), None)
    # "Laid plans for states holding contests on March 15": these are not held yet.
    is_of_a_noun = verb is not None and verb.tense is Tense.PAST and verb.head != place
    return replace(event, tense=Tense.NONE if verb is None or is_of_a_noun else verb.tense)


def _will_have(words: Sequence[Word], been: int) -> bool:
    """Say whether "been" is of "will have been": "has been raising money" looks back."""
    near = (text_at(words, place) for place in range(been - _WISH_WORDS, been))
    return any(text in triggers.MODALS for text in near)


def _negated(words: Sequence[Word], event: Event) -> Event:
    """Return the event with the "not" before a form of its own: "is also not holding a rally"."""
    before = text_at(words, event.head - 1)
    is_denied = before in triggers.NOT or before.endswith(("n’t", "n't"))
    return replace(event, is_negated=True) if is_denied and not event.is_noun else event


def _only_describes(event: Event, before: Sequence[Event]) -> bool:
    """Say whether a form describes the object of a verb: "recover misused funds".

    So does the infinitive of "must submit plans to recover the funds".
    """
    if not before or before[-1].is_noun:
        return False
    if event.trigger in _PAPERS:
        return before[-1].head == event.first - 1 and before[-1].tense is Tense.FUTURE
    return event.tense is Tense.PAST and before[-1].head == event.head - 1


def _event_at(words: Sequence[Word], place: int, last: int) -> Event | None:
    group = group_at(words, place, last)
    if group is not None:
        return _of_group(words, group)
    text = text_at(words, place)
    if not words[place].text[0].islower() and NOUN_TYPES.get(text) not in STRONG_TYPES:
        is_first = place == 0 or words[place - 1].kind in ("stop", "other", "break")
        return _noun_at(words, place) if is_first else None
    if text == "effect" and text_at(words, place - 1) == "with":
        return Event(place, place, text, EventType.EFFECTIVE, is_schedule=True)
    if text in triggers.BEFORE_DATE and not _only_qualifies(words, place):
        certainty = triggers.BEFORE_DATE[text]
        kind = EventType.EFFECTIVE if text == "effective" else EventType.OTHER
        return Event(place, place, text, kind, certainty=certainty, is_schedule=True)
    if _is_shifted(words, place):
        certainty = _certainty_of_move(words, place)
        return Event(place, place, "postpone", EventType.DELAY, certainty=certainty)
    return _noun_at(words, place) or _finite_verb_at(words, place)


def _only_qualifies(words: Sequence[Word], place: int) -> bool:
    """Say whether the word tells no date: "set off a panic", "an effective campaign"."""
    text, following = text_at(words, place), text_at(words, place + 1)
    if text == "effective":
        return place + 1 < len(words) and words[place + 1].kind == "word"
    is_done = following in _SET_SOMETHING or following in triggers.DETERMINERS
    return text == "set" and is_done


def _of_group(words: Sequence[Word], group: Group) -> Event:
    head = text_at(words, group.head)
    is_state = text_at(words, group.head - 1) in ("in", "be", "under")
    kind = type_of(head) if is_state else type_of_verb(head)
    kind = EventType.EFFECTIVE if head in ("effect", "force") else kind
    return Event(
        head=group.head,
        first=group.first,
        lemma=_lemma_at(words, group.head),
        event_type=EventType.DELAY if _is_shifted(words, group.head) else kind,
        tense=Tense.FUTURE,
        certainty=group.certainty,
        trigger=group.trigger,
        is_negated=group.is_negated,
        is_unreal=group.is_unreal,
    )


def _is_shifted(words: Sequence[Word], place: int) -> bool:
    """Say whether the verb is "put off", "pushed back" or "brought forward"."""
    if text_at(words, place) not in _SHIFTS:
        return False
    for particle in range(place + 1, place + _SHIFTED_WORDS):
        is_off = text_at(words, particle) == "off" and text_at(words, place) != "set"
        if is_off or text_at(words, particle) in ("back", "forward"):
            return particle == place + 1 or text_at(words, particle + 1) in _NEW_DATE
    return False


def _certainty_of_move(words: Sequence[Word], place: int) -> Certainty:
    """Return PROPOSED for "want the vote brought forward": a wish moves nothing."""
    before = (text_at(words, near) for near in range(place - _WISH_WORDS, place))
    return Certainty.PROPOSED if any(text in _WISHES for text in before) else Certainty.FIRM


def _lemma_at(words: Sequence[Word], place: int) -> str:
    return "postpone" if _is_shifted(words, place) else lemma_of(words[place].lower)


def _noun_at(words: Sequence[Word], place: int) -> Event | None:
    """Return the event of a noun, unless it only describes the next one ("its launch customer")."""
    text = text_at(words, place)
    if text not in NOUN_TYPES:
        return None
    before = text_at(words, place - 1)
    is_verb = text in VERB_LEMMAS and before in triggers.PRONOUNS - triggers.DETERMINERS
    is_verb = is_verb or before in _BEFORE_A_VERB
    is_other = _names_the_next(words, place) or _is_a_body(words, place)
    if is_verb or is_other or _is_doing(words, place):
        return None
    is_none = text_at(words, place - 1) == "no" or text_at(words, place - 2) == "no"
    return Event(place, place, text, NOUN_TYPES[text], is_noun=True, is_negated=is_none)


def _is_doing(words: Sequence[Word], place: int) -> bool:
    """Say whether the form is a verb's: "inviting him, meeting with him in July"."""
    text, before, after = text_at(words, place), words[place - 1], text_at(words, place + 1)
    is_joined = place > 0 and (before.kind == "comma" or before.lower in ("and", "then"))
    return is_joined and text.endswith("ing") and after in _AFTER_A_VERB


def _names_the_next(words: Sequence[Word], place: int) -> bool:
    """Say whether the noun only describes what follows: "its launch customer", "final pre-vote"."""
    following, after = words[place + 1 : place + 3], text_at(words, place + 1)
    if not following or following[0].kind == "year_unit":
        return bool(following)
    is_compound = len(following) > 1 and following[1].kind == "hyphen"
    return following[0].kind == "word" and (is_compound or _is_noun(after))


def _is_a_body(words: Sequence[Word], place: int) -> bool:
    """Say whether it is the house of that name: "Congress", but not "party congress"."""
    is_name = words[place].text == "Congress"
    return is_name and (place == 0 or words[place - 1].kind != "capitalised")


def _is_noun(text: str) -> bool:
    """Say whether a word after a noun can only be another noun."""
    is_other = text in _AFTER_A_NOUN or text in triggers.ADVERBS or text in triggers.BEFORE_DATE
    is_verb = text.endswith(("ed", "s", "ing", "ly")) or text in triggers.PAST_FORMS
    is_modal = text in triggers.MODALS or text in triggers.BE or text in VERB_LEMMAS
    return not (
        is_other
        or is_verb
        or is_modal
        or text in triggers.PREPOSITIONS
        or len(text) < _SHORTEST_NOUN
    )


def _finite_verb_at(words: Sequence[Word], place: int) -> Event | None:
    text = text_at(words, place)
    if text in ("takes", "comes", "goes", "enters", "come", "take", "into", "bringing"):
        return _set_phrase_at(words, place)
    if text in triggers.REPORTING:
        return Event(place, place, text, EventType.OTHER, Tense.PAST)
    lemma = VERB_LEMMAS.get(text)
    is_regular = text.endswith("ed") and text not in triggers.NO_PAST_FORMS
    if is_regular or text in triggers.PAST_FORMS or text in IRREGULAR:
        return _past_form_at(words, place, lemma or text)
    if lemma is None or _is_no_verb(words, place):
        return None
    before = text_at(words, place - 1)
    has_subject = before.endswith("s") or before in triggers.PRONOUNS or before == "and"
    if lemma != text or has_subject:
        return Event(place, place, lemma, type_of(text), Tense.FUTURE)
    return None


def _is_no_verb(words: Sequence[Word], place: int) -> bool:
    """Say whether the form is part of a noun: "the visit", "run-off", "the Sanders campaign"."""
    is_owned = place > 0 and words[place - 1].kind == "possessive"
    is_named = is_owned or text_at(words, place - 1) in triggers.DETERMINERS
    is_hyphened = place + 1 < len(words) and words[place + 1].kind == "hyphen"
    return is_named or is_hyphened or _is_noun_too(words, place)


def _is_noun_too(words: Sequence[Word], place: int) -> bool:
    """Say whether the form is a noun here: "Fox News host Lena Holm", "the Sanders campaign"."""
    text = words[place].lower
    if text.endswith("ing") or lemma_of(text) not in _NOUNS_TOO:
        return False
    before = text_at(words, place - 1)
    if before in triggers.PRONOUNS or before == "and":
        return False
    is_plural = before.endswith("s") and words[place - 1].kind == "word"
    is_bare = text in _NOUNS_TOO
    return not is_plural if is_bare else not _is_capital(words, place - 1)


def _is_capital(words: Sequence[Word], place: int) -> bool:
    return 0 <= place < len(words) and words[place].text[0].isupper()


def _set_phrase_at(words: Sequence[Word], place: int) -> Event | None:
    """Return the event of "takes effect", "comes into force" and "takes place"."""
    if text_at(words, place + 1) == "place" and text_at(words, place) in ("take", "takes"):
        is_told = text_at(words, place - 1) in _TALES
        return None if is_told else Event(place, place, "take", EventType.MEETING, Tense.FUTURE)
    for noun in (place + 1, place + 2, place + 4):
        if text_at(words, noun) in ("effect", "force"):
            return Event(noun, place, "effect", EventType.EFFECTIVE, Tense.FUTURE)
    return None


def _past_form_at(words: Sequence[Word], place: int, lemma: str) -> Event | None:
    """Return the event of a past verb; none of one that describes: "an extended recess"."""
    before = text_at(words, place - 1)
    if before in triggers.DETERMINERS or (place and words[place - 1].kind == "hyphen"):
        return None
    if lemma in RESCHEDULING:
        certainty = _certainty_of_move(words, place)
        return Event(place, place, lemma, type_of(lemma), Tense.NONE, certainty)
    if before in triggers.PRESENT_BE | {"being", "if", "once", "unless"}:
        certainty = Certainty.POSSIBLE if before == "if" else Certainty.FIRM
        return Event(place, place, lemma, type_of(lemma), Tense.NONE, certainty)
    return Event(place, place, lemma, type_of(lemma), Tense.PAST)
