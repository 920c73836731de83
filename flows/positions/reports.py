"""Stands that a sentence reports: "Ottawa threatened new duties on dairy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.positions.clauses import Shape, Statement, parts_of, statement_within
from flows.positions.cues import (
    ASSENTS,
    BACKINGS,
    COOPERATIVE,
    DECISIONS,
    DEEDS,
    FIGHTING,
    FRIENDLY,
    HARMFUL,
    HARMLESS,
    HOSTILE,
    HOSTILE_PHRASES,
    MINDSETS,
    PLANS_OF_ONE,
    POINTING,
    PROMISES,
    WILFUL,
)
from flows.positions.grammar import BEING, CANNOT, PRESENT_DENIALS
from flows.positions.idle import is_duty, is_idle
from flows.positions.nouns import noun_end
from flows.positions.past import Clock
from flows.positions.people import People
from flows.positions.scene import Scene
from flows.positions.stand import Stand
from flows.positions.statements import begin_of, is_candidacy
from flows.positions.subjects import Manner, SubjectReader
from flows.positions.verbs import Verb, VerbReader, is_negated
from flows.positions.words import Words, quotes_in, words_of
from flows.records import Block, BlockKind, PositionType, Span
from flows.text.sentences import sentences_within

# A longer sentence is no prose, and reading it would cost too much.
_SENTENCE_CHARS = 1200
# "the order", "its final offer"
_POINTER_WORDS = 3
# Share of right stands, by rule, as judged on political news that no rule was tuned on; what was
# seen less than ten times there is set lower.
CONFIDENCE = {
    "verb": 0.93,
    "adjective": 0.9,
    "will_not": 0.9,
    "would": 0.85,
    "expected": 0.8,
    "prompted": 0.9,
    "first_person": 0.85,
    "noun": 0.85,
    "duty": 0.8,
}
_POSSIBLE = frozenset({"could", "may", "might", "can", "must", "should", "shall"})
_PAST = frozenset({"had", "once", "initially", "first", "earlier", "originally", "previously",
                   "formerly"})  # fmt: skip
_PLEDGED = frozenset({PositionType.SUPPORT, PositionType.OPPOSITION, PositionType.REFUSAL})


def stands_reported(
    body: str, blocks: Sequence[Block], people: People, year: int
) -> Iterator[Stand]:
    """Yield the stands that the sentences report, in the order of the text."""
    scene, clock = Scene(), Clock(year)
    before = 0
    for block in blocks:
        if block.kind == BlockKind.HEADING:
            continue
        clock.next_block()
        scene.next_block()
        quotes = quotes_in(body, block)
        is_told = False
        for sentence in sentences_within(body, block.start, block.end):
            scene.next_sentence()
            if sentence.end - sentence.start <= _SENTENCE_CHARS:
                words = words_of(body, sentence, quotes)
                verbs = VerbReader(words, SubjectReader(words, people, scene))
                clock.read(body, sentence)
                for stand in _Sentence(body, sentence, clock, words, verbs).stands():
                    if is_told or not _is_pointer(body, before, stand.span):
                        yield stand
                        is_told = True
        before = block.start


def _is_pointer(body: str, before: int, span: Span) -> bool:
    """Say whether the statement points back, at what nothing from `before` on says."""
    words = body[slice(*span)].lower().split()
    is_bare = len(words) <= _POINTER_WORDS and words[-1] in POINTING
    return is_bare and words[-1] not in body[before : span.start].lower()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Reads one sentence: first its verbs and their subjects, then what each one states."""

    body: str
    span: Span
    clock: Clock
    words: Words
    reader: VerbReader

    def stands(self) -> Iterator[Stand]:
        """Yield the stands of the sentence."""
        verbs = self.reader.verbs()
        stands: list[Stand] = []
        for index, found in enumerate(verbs):
            verb = found
            if verb.cue.form == "duty" and verb.speaker is None:
                verb = replace(verb, speaker=self.reader.teller_of(verb, verbs))
            end = self.reader.end_for(verb, verbs[index + 1 :])
            for stand in self._stands_of(verb, end):
                voice = stand.voice or self.reader.teller_of(verb, verbs)
                own = {stand.actor.name, *(actor.name for actor in verb.subject.actors)}
                is_own = voice is not None and voice.name in own and voice != stand.voice
                stands.append(replace(stand, voice=None if is_own else voice))
        # Few sentences take a stand, so what rules it out is asked last.
        sentence = self.body[self.span.start : self.span.end]
        if stands and not self.words.is_title and not self.clock.is_past(sentence):
            yield from stands

    def _stands_of(self, verb: Verb, end: int) -> Iterator[Stand]:
        helpers = verb.subject.helpers
        # "would not have run": what never was.
        is_unreal = "would" in helpers and "have" in helpers
        if verb.subject.is_doubtful or is_unreal or helpers & (_POSSIBLE | _PAST):
            return
        if verb.cue.form == "modal":
            yield from self._announced(verb, Span(verb.at, end))
        elif verb.cue.form == "duty":
            yield from self._imposed(verb, end)
        elif not _is_held(verb) or (self.clock.is_story and verb.is_past):
            return
        elif verb.cue.is_expectation:
            yield from self._expected(verb, end)
        else:
            yield from self._taken(verb, end)

    def _taken(self, verb: Verb, end: int) -> Iterator[Stand]:
        """Yield what follows the cue: "demanded a pact", "is willing to talk"."""
        for follower, kind in verb.cue.follows:
            begin = begin_of(self.words, verb.at + 1, end, follower)
            if begin is None:
                continue
            if is_idle(verb, follower, self.words.lower[begin:end]):
                return
            if is_candidacy(self.words, begin, end) and kind is PositionType.GOAL:
                return
            taken = _kind_of(verb, self.words.lower[begin], kind)
            if "would" in verb.subject.helpers and taken not in _PLEDGED and not verb.is_adjective:
                return
            last = noun_end(self.words, begin, end) if verb.cue.form == "noun" else end
            yield from self._stated(verb, Span(begin, last), taken, _shape_of(verb, follower))
            return

    def _announced(self, verb: Verb, run: Span) -> Iterator[Stand]:
        """Yield what somebody will or will not do: "said it would sue", "will not sign"."""
        statement = self._statement(run, Shape.DEED)
        if statement is None:
            return
        helpers = verb.subject.helpers
        if is_negated(helpers):
            is_own = verb.is_said or "will" in helpers or bool(helpers & {"won't", "won’t"})
            is_will = verb.cue.word in (ASSENTS if helpers & CANNOT else WILFUL)
            if is_will and (is_own or helpers & CANNOT):
                yield from self._stated(verb, run, PositionType.REFUSAL, rule="will_not")
            return
        kind = self._announced_kind(verb.cue.word, statement)
        is_ultimatum = "will" in helpers and self._is_unless(statement)
        if kind is not None and (verb.is_said or (is_ultimatum and kind is PositionType.THREAT)):
            yield from self._stated(verb, run, kind, rule="would")

    def _imposed(self, verb: Verb, end: int) -> Iterator[Stand]:
        """Yield what somebody says that another must do: "said Oslo must cut its quota"."""
        speaker = verb.speaker
        if speaker is None or not is_duty(self.words.lower[verb.at + 1 : end]):
            return
        own = {speaker.name, speaker.side}
        if any(party.name in own or party.side in own - {None} for party in verb.subject.actors):
            return
        for stand in self._stated(
            verb,
            Span(verb.subject.start, end),
            PositionType.REQUEST,
            Shape.OTHERS_DEED,
            rule="duty",
        ):
            yield replace(stand, actor=speaker)
            return

    def _is_unless(self, statement: Statement) -> bool:
        """Say whether "unless" ties the statement to its condition."""
        if statement.condition is None:
            return False
        return "unless" in self.body[statement.span.end : statement.condition.start].lower()

    def _announced_kind(self, word: str, statement: Statement) -> PositionType | None:
        """Return what is announced: harm threatens, what has an "if" offers, the rest is a goal."""
        phrases = HOSTILE_PHRASES.get(word, ())
        is_harm = self.body.startswith(phrases, *statement.span) if phrases else word in HOSTILE
        if self.body.startswith(HARMLESS, *statement.span):
            return None
        if is_harm and word not in COOPERATIVE:
            is_fight = word in FIGHTING and statement.condition is None
            return PositionType.OPPOSITION if is_fight else PositionType.THREAT
        if word in COOPERATIVE and statement.condition is not None:
            return PositionType.THREAT if self._is_unless(statement) else PositionType.OFFER
        return PositionType.GOAL if word in DECISIONS else None

    def _expected(self, verb: Verb, end: int) -> Iterator[Stand]:
        """Yield what a state is expected to grant: "expects Oslo to lift its ban"."""
        party = self.reader.subjects.party_after(verb.at + 1, end)
        if party is None or self.words.lower[party.end] not in COOPERATIVE:
            return
        voice = verb.subject.actors[0]
        run = Span(party.end, end)
        for stand in self._stated(verb, run, PositionType.OFFER, rule="expected"):
            yield replace(stand, actor=party.actor, voice=voice)

    def _stated(
        self,
        verb: Verb,
        run: Span,
        kind: PositionType,
        shape: Shape = Shape.DEED,
        *,
        rule: str = "verb",
    ) -> Iterator[Stand]:
        """Yield a stand for each actor and each thing or deed."""
        statement = self._statement(run, shape)
        if statement is None or self.clock.is_done(self.body[slice(*statement.span)]):
            return
        if verb.is_first_person:
            rule = "first_person"
        elif verb.subject.manner == Manner.PROMPTED:
            rule = "prompted"
        elif verb.cue.form in {"adjective", "noun"}:
            rule = verb.cue.form
        for actor in verb.subject.actors:
            condition = statement.condition
            for part in parts_of(self.body, statement.span, shape):
                yield Stand(actor, kind, part, rule, CONFIDENCE[rule], condition)
                condition = None

    def _statement(self, run: Span, shape: Shape) -> Statement | None:
        if run.start >= run.end:
            return None
        spans = self.words.spans
        (start, _), (_, end) = spans[run.start], spans[run.end - 1]
        return statement_within(self.body, start, end, shape)


def _shape_of(verb: Verb, follower: str) -> Shape:
    """Return what the statement of this verb consists of."""
    if follower in DEEDS:
        return Shape.DEED
    if "other" in follower:
        return Shape.OTHERS_DEED
    return Shape.THING_THEN if verb.is_past else Shape.THING


def _is_held(verb: Verb) -> bool:
    """Say whether the verb tells of a stand that is held now, and not of its absence."""
    helpers = verb.subject.helpers
    if verb.cue.form == "noun":
        return not is_negated(helpers)
    # A vote cast is a deed of the past; "will vote against" is a stand.
    if (is_negated(helpers) and not _is_refusing(verb)) or (verb.cue.word, verb.cue.form) == (
        "vote",
        "ed",
    ):
        return False
    if verb.is_past and verb.cue.word in MINDSETS and verb.speaker is None:
        return False
    if helpers & {"was", "were"} and verb.cue.form == "adjective":
        return verb.speaker is not None
    # "Oslo will demand": a forecast, unless Oslo or its minister says so.
    if helpers & {"will", "would"} and not helpers & BEING:
        return verb.is_said or ("will" in helpers and verb.cue.word in MINDSETS | {"vote"})
    return True


def _is_refusing(verb: Verb) -> bool:
    """Say whether the "not" is itself a stand: "is not prepared to pay", "does not back it"."""
    helpers = verb.subject.helpers
    if verb.is_adjective:
        return verb.cue.word in {"prepared", "willing"}
    return bool(helpers & PRESENT_DENIALS) and verb.cue.word in BACKINGS


def _kind_of(verb: Verb, first: str, kind: PositionType) -> PositionType:
    """Return the kind of stand, where a promise is one to fight or to harm."""
    if is_negated(verb.subject.helpers):
        return PositionType.REFUSAL if verb.is_adjective else PositionType.OPPOSITION
    if verb.cue.word in PROMISES | PLANS_OF_ONE and first in FRIENDLY:
        return PositionType.SUPPORT
    if verb.cue.word not in PROMISES and kind is not PositionType.OFFER:
        return kind
    if first in FIGHTING:
        return PositionType.OPPOSITION
    return PositionType.THREAT if first in HARMFUL else kind
