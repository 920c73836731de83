"""Who acts in a claim, and who voices it."""

from __future__ import annotations

import re

from flows.deadlines.article_names import ArticleNames
from flows.deadlines.claims import Claim
from flows.deadlines.event_phrase import grant_of, opens_a_clause, subject_of
from flows.deadlines.grammar import MONTH_KINDS
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import (
    ADVERBS,
    BE,
    BEFORE_INFINITIVE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
)
from flows.deadlines.verb_groups import is_infinitive
from flows.deadlines.vocabulary import WEEKDAYS
from flows.deadlines.word_lists import listed
from flows.records import EventType
from flows.text.names import NameKind, without_possessive

_SAYS = listed("""
    said says told added announced reported warned wrote insisted argued explained declared
    confirmed predicted noted stated expects expected hopes hoped predicts warns adds believes
    """)
# "officials in Sella said": Sella says nothing.
_PLACED = re.compile(r"\b(?:in|at|near|of|from) (?:the )?\Z")
# "…on Saturday. Emil Horak said": the name begins after the stop.
_NEW_SENTENCE = re.compile(r"(?<=[a-zA-Z]{3})\. ")
_PRONOUNS = frozenset(("he", "she"))
_STAND_INS = listed("it he she they we")
_OWNERS = listed("its his her their our")
# Of "ordered large platforms to store their records" the platforms are to act.
_CAUSING = listed("""
    order orders ordered tell tells told ask asks asked urge urges urged require requires required
    oblige obliges obliged want wants wanted expect expects expected allow allows allowed permit
    permits permitted instruct instructs instructed direct directs directed force forces forced
    """)
_CONJUNCTIONS = listed(
    "that which who whom whose if when while as because whether though although even but to"
    " noted notes says proposed argued challenged asked so"
)
_MARKS = frozenset(("comma", "stop", "dash", "open", "close", "other"))
# A word that stands for somebody names nobody.
_NOBODY = PRONOUNS | listed(
    "them him her us me one ones others another each both all some any none nobody everyone"
    " someone anyone many most few the a an his its their"
)
_NO_ENDS = _NOBODY | ADVERBS | listed("and or but")
_AUXILIARIES = listed("has have had also still now then to not")
# What happens to a thing by itself has no actor: "the levy takes effect".
_WITHOUT_ACTOR = frozenset((EventType.EXPIRY, EventType.EFFECTIVE))
# A person named farther back than this is not who "he" is.
_FAR_CHARS = 400
_LONGEST_ACTOR = 6


def actor_of(names: ArticleNames, claim: Claim) -> str | None:
    """Return who is to act: "China" in "expects China to delay its curbs"."""
    event, sentence = claim.event, claim.sentence
    if event.is_noun or event.event_type in _WITHOUT_ACTOR or _is_passive(claim):
        return None
    places = range(event.first + 1, event.head)
    to = next((place for place in places if is_infinitive(sentence.words, place)), None)
    if to is not None and to > event.first + 1:
        inner = names.within(sentence.words[event.first].end, sentence.words[to].start)
        if inner:
            return without_possessive(inner[0].text)
        if sentence.text(event.first) in _CAUSING:
            return _phrase(names, sentence, event.first + 1, to)
    grant = grant_of(claim)
    if grant is not None:
        return _granted(names, claim, grant)
    return _subject(names, claim, event.first)


def _granted(names: ArticleNames, claim: Claim, grant: int) -> str | None:
    """Return who has until Friday: the subject of "has", the last one named after "gave"."""
    if claim.sentence.text(grant) in ("has", "have"):
        return _subject(names, claim, grant)
    words = claim.sentence.words
    inner = names.within(words[grant].end, words[claim.date.first_word].start)
    if inner:
        return without_possessive(inner[-1].text)
    until = claim.date.first_word - (claim.sentence.text(claim.date.first_word - 1) == "until")
    return _phrase(names, claim.sentence, grant + 1, until)


def _phrase(names: ArticleNames, sentence: Sentence, first: int, end: int) -> str | None:
    """Return the words as they are written, if they are but a few and name somebody."""
    while first < end and _only_opens(sentence, first):
        first += 1
    row = sentence.words[first:end]
    if not 0 < len(row) <= _LONGEST_ACTOR or any(word.kind in _MARKS for word in row):
        return None
    if row[0].lower in PREPOSITIONS or row[-1].lower in _NO_ENDS:
        return None
    return without_possessive(names.body[row[0].start : row[-1].end])


def _is_passive(claim: Claim) -> bool:
    """Say whether the head is something done to the subject: "will be released"."""
    event, sentence = claim.event, claim.sentence
    if sentence.text(event.head).endswith("ing"):
        return False
    if event.first == event.head:
        place = event.first - 1
        while sentence.text(place) in ADVERBS:
            place -= 1
        return sentence.text(place) in BE
    return any(sentence.text(place) == "be" for place in range(event.first, event.head))


def _subject(names: ArticleNames, claim: Claim, verb: int) -> str | None:
    """Return a short subject as it is written, of a long one its first name.

    "It", "they" and the like are who the sentence says is speaking, or the one before named.
    """
    sentence, last = claim.sentence, verb
    while last > sentence.first and _belongs_to_verb(sentence.text(last - 1)):
        last -= 1
    first = _begin_of_noun(claim, last)
    if first == last - 1 and sentence.text(first) in _STAND_INS:
        return _meant_by(names, claim, first)
    while first < last and _only_opens(sentence, first):
        first += 1
    if (
        first >= last
        or sentence.text(last - 1) in _NOBODY | PREPOSITIONS
        or _holds_a_clause(sentence, first, last)
    ):
        return None
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    inside = names.within(start, end)
    is_person = bool(inside) and inside[-1].kind is NameKind.PERSON and inside[-1].end == end
    if is_person:
        return without_possessive(inside[-1].text)
    if last - first <= _LONGEST_ACTOR:
        words = without_possessive(names.body[start:end])
        owner = sentence.text(first - 1) if first > sentence.first else ""
        meant = _meant_by(names, claim, first - 1) if owner in _OWNERS else None
        return f"{meant}{'’' if meant.endswith('s') else '’s'} {words}" if meant else words
    is_named = bool(inside) and (inside[0].kind is not NameKind.UNKNOWN or inside[0].end == end)
    return without_possessive(inside[0].text) if is_named else None


def _meant_by(names: ArticleNames, claim: Claim, pronoun: int) -> str | None:
    """Return who "it" or "her" is; None where that is not plain.

    It is who tells it in the same sentence ("The union said it would strike"), for a person the
    one named last, and for a body the one that begins the sentence before.
    """
    sentence, text = claim.sentence, claim.sentence.text(pronoun)
    position = sentence.words[pronoun].start
    if text in ("he", "she", "his", "her"):
        return _person_before(names, position)
    for place in range(pronoun - 1, sentence.first, -1):
        if sentence.text(place) in _SAYS and sentence.text(place - 1) not in BE:
            return _teller(names, sentence, place)
    if text in ("we", "our") or pronoun != sentence.first:
        return None
    return _body_that_began(names, sentence.span.start)


def _teller(names: ArticleNames, sentence: Sentence, verb: int) -> str | None:
    """Return the words before a verb of saying: "Arvenia's farmers' union"."""
    first, last = verb, verb
    while first > sentence.first and sentence.words[first - 1].kind not in _MARKS:
        if sentence.text(first - 1) in _CONJUNCTIONS | {"after", "before"}:
            break
        first -= 1
    while last > first and (
        sentence.words[last - 1].kind in ("weekday", "on") or sentence.text(last - 1) in ADVERBS
    ):
        last -= 1
    return _phrase(names, sentence, first, last)


def _body_that_began(names: ArticleNames, start: int) -> str | None:
    """Return the body or state whose name begins the sentence before, in the same paragraph."""
    far = max(0, start - _FAR_CHARS)
    opening = names.body.rfind("\n", far, start) + 1 or far
    begun = names.body.rfind(". ", opening, start - 2)
    first = begun + 2 if begun >= 0 else opening
    found = names.within(first, start)
    if not found or names.body[first : found[0].start].strip() not in ("", "The"):
        return None
    if found[0].kind is NameKind.PERSON:
        return None
    end = found[0].end
    if len(found) > 1 and names.body[end : found[1].start] == " of ":
        end = found[1].end
    return without_possessive(names.body[found[0].start : end])


def _holds_a_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether another clause is in the words: "leaders we're", "until May to move"."""
    is_dated = any(word.kind in MONTH_KINDS for word in sentence.words[first:last])
    if is_dated or sentence.text(first) in PREPOSITIONS:
        return True
    words = (sentence.text(place) for place in range(first, last))
    return any(re.split(r"[’']", word)[0] in PRONOUNS for word in words)


def _begin_of_noun(claim: Claim, last: int) -> int:
    """Return where the words for the subject begin: after another verb, "that" or "when"."""
    sentence, floor = claim.sentence, subject_of(claim, last)
    for place in range(last - 1, floor - 1, -1):
        is_joined = sentence.text(place) in _CONJUNCTIONS or opens_a_clause(claim, place)
        if sentence.is_verb(place) or is_joined or sentence.words[place].kind in _MARKS:
            return place + 1
    return floor


def _only_opens(sentence: Sentence, place: int) -> bool:
    """Say whether the word only opens the subject: "the", "Thursday's", a quotation mark."""
    word = sentence.words[place]
    is_day = word.kind in ("weekday", "relative_day", "possessive")
    return is_day or word.lower in DETERMINERS or not word.text[0].isalnum()


def _belongs_to_verb(text: str) -> bool:
    """Say whether the word between subject and trigger is the verb's: "was expected to"."""
    is_adverb = text.endswith("ly") and len(text) > len("only")
    return (
        is_adverb
        or text in BE
        or text in _AUXILIARIES
        or text in BEFORE_INFINITIVE
        or text in MODALS
    )


def voice_of(names: ArticleNames, sentence: Sentence) -> str | None:
    """Return who says so: the subject of "said" or "expects", with a pronoun resolved."""
    if sentence.vocabulary.isdisjoint(_SAYS):
        return None
    for place, text in enumerate(sentence.all_texts, sentence.first):
        if text in _SAYS and sentence.text(place - 1) not in BE:
            speaker = _speaker_at(names, sentence, place)
            if speaker is not None:
                name = _NEW_SENTENCE.split(without_possessive(speaker))[-1]
                return names.person_called(_without_day(name))
    return None


def _without_day(name: str) -> str:
    """Return the CNN of "told CNN Tuesday"."""
    first, _, last = name.rpartition(" ")
    return first if first and last.lower() in WEEKDAYS else name


def _speaker_at(names: ArticleNames, sentence: Sentence, place: int) -> str | None:
    """Return the name that stands just before or after the verb of saying."""
    verb = sentence.words[place]
    if sentence.text(place - 1) in _PRONOUNS:
        return _person_before(names, sentence.words[place - 1].start)
    before = names.within(sentence.span.start, verb.start)
    is_next = bool(before) and not names.body[before[-1].end : verb.start].strip(" ,")
    if is_next and not _PLACED.search(names.body, sentence.span.start, before[-1].title_start):
        return before[-1].text
    after = next(iter(names.within(verb.end, sentence.span.end)), None)
    if after is not None and not names.body[verb.end : after.title_start].strip():
        return after.text
    return None


def _person_before(names: ArticleNames, position: int) -> str | None:
    before = names.within(max(0, position - _FAR_CHARS), position)
    people = [name for name in before if name.kind is NameKind.PERSON]
    return people[-1].text if people else None
