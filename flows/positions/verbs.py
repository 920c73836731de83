"""The cues of a sentence, each with its subject and with whoever says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.positions.actors import Actor
from flows.positions.cues import (
    NOUNS,
    Cue,
    cues,
)
from flows.positions.grammar import (
    BEING,
    DOING,
    MODALS,
    NEGATIONS,
    SUBORDINATES,
)
from flows.positions.subjects import Manner, Subject, SubjectReader
from flows.positions.words import Words

# "said on Monday that it would": so few words may stand between speech and what it embeds.
_EMBEDDED_WORDS = 6


@dataclass(frozen=True, slots=True)
class Verb:
    """One cue. `speaker` is the known one whose words embed it."""

    at: int
    cue: Cue
    subject: Subject
    speaker: Actor | None = None

    @property
    def is_first_person(self) -> bool:
        """Say whether somebody quoted speaks of himself: "We reject …"."""
        return self.subject.manner == Manner.FIRST_PERSON

    @property
    def is_said(self) -> bool:
        """Say whether the verb stands in somebody's words, reported or quoted."""
        return self.speaker is not None or self.is_first_person


@dataclass(frozen=True, slots=True)
class VerbReader:
    """Finds the verbs of one sentence."""

    words: Words
    subjects: SubjectReader

    def verbs(self) -> list[Verb]:
        """Return the cues whose subject is known, and note whom the sentence speaks of."""
        opening = self.subjects.opening()
        if opening is not None:
            self.subjects.scene.note(opening)
        verbs: list[Verb] = []
        known, full_names = cues(), self.subjects.people.by_last_name
        for at, word in enumerate(self.words.lower):
            person = full_names.get(self.words.text[at])
            if person is not None:
                self.subjects.scene.mention(Actor(person, can_be_he=True))
            cue = known.get(word)
            if cue is None:
                continue
            verb = self._verb(at, cue, verbs)
            if verb.subject.actors and _agrees(verb) and not self._is_disowned(verb, verbs):
                actors = tuple(self.subjects.scene.note(actor) for actor in verb.subject.actors)
                verbs.append(replace(verb, subject=replace(verb.subject, actors=actors)))
        return verbs

    def _verb(self, at: int, cue: Cue, before: Sequence[Verb]) -> Verb:
        subject = self.subjects.subject_of(at)
        match subject.manner:
            case Manner.SHARED if not self.words.quoted[at]:
                actors = self._shared_by(cue, subject, before)
                subject = replace(subject, actors=actors)
            case Manner.LISTED if cue.form == "s" and before and before[-1].cue.form == "s":
                subject = replace(subject, actors=before[-1].subject.actors)
            case Manner.FIRST_PERSON:
                subject = replace(subject, actors=self._quoted_speaker(at))
            case _ if self.words.quoted[subject.start]:
                subject = replace(subject, actors=())
            case _:
                pass
        if cue.form == "base" and subject.helpers & MODALS and is_negated(subject.helpers):
            cue = Cue(cue.word, "modal")
        if cue.is_speech and cue.word != "tell":
            subject = self.subjects.inverted(at) or subject
        return Verb(at, cue, subject, self._speaker_over(subject, before))

    def _speaker_over(self, subject: Subject, before: Sequence[Verb]) -> Actor | None:
        """Return in whose words this clause stands: "said on Monday it would"."""
        for verb in reversed(before):
            between = self.words.lower[verb.at + 1 : subject.start]
            if verb.cue.is_speech and len(between) <= _EMBEDDED_WORDS:
                return None if {",", ";"} & set(between) else verb.subject.actors[0]
            if subject.manner == Manner.SHARED and verb.speaker is not None:
                return verb.speaker
        return None

    def _is_disowned(self, verb: Verb, before: Sequence[Verb]) -> bool:
        """Say whether the words that embed the verb are not owned to: "never said he wanted".

        After words of somebody unknown, "he" is unknown too.
        """
        near = range(max(0, verb.subject.start - 2), verb.subject.start)
        speech = [at for at in near if _is_speech(self.words.lower[at])]
        if not speech or verb.is_first_person:
            return False
        over = next((one for one in before if one.at == speech[-1]), None)
        if over is None:
            return verb.subject.manner == Manner.PRONOUN
        return is_negated(over.subject.helpers)

    def _shared_by(self, cue: Cue, subject: Subject, before: Sequence[Verb]) -> tuple[Actor, ...]:
        """Return the subject of the verb to the left: "rejected the plan and demanded …".

        After a verb of speech only "but" or a comma shows that the speaker is meant.
        """
        joint = subject.start
        if not before:
            opening = self.subjects.opening_subject(joint)
            return () if opening is None else (opening,)
        last = before[-1]
        is_contrast = self.words.lower[joint] == "but" or self.words.lower[joint - 1] == ","
        if last.cue.is_speech and not is_contrast:
            return ()
        # "speeches and promises": only after "seeks" can "and promises" be a verb.
        if cue.form == "s" and cue.word in NOUNS and last.cue.form != "s":
            return ()
        return last.subject.actors

    def _quoted_speaker(self, at: int) -> tuple[Actor, ...]:
        """Return who says "we": the subject of the verb of speech after the quotation."""
        # A quotation within the quotation has another speaker.
        if not self.words.quoted[at] or {"‘", "'"} & set(self.words.text[:at]):
            return ()
        for index in range(at, len(self.words)):
            cue = cues().get(self.words.lower[index])
            if cue is not None and cue.is_speech and not self.words.quoted[index]:
                subject = self.subjects.inverted(index) or self.subjects.subject_of(index)
                return subject.actors
        return ()

    def voice_of(self, verb: Verb, verbs: Sequence[Verb]) -> str | None:
        """Return who says so, where that is another: "… , the minister said"."""
        speaker = verb.speaker
        for later in verbs:
            before = self.words.lower[max(0, later.subject.start - 1) : later.subject.start]
            is_tag = later.cue.is_speech and later.at > verb.at and before == (",",)
            if speaker is None and is_tag:
                speaker = later.subject.actors[0]
        own = {actor.name for actor in verb.subject.actors}
        return None if speaker is None or speaker.name in own else speaker.name

    def end_for(self, verb: Verb, after: Sequence[Verb]) -> int:
        """Return the word where the statement of this verb must end: at the next clause."""
        end = len(self.words)
        for later in after:
            start = min(later.subject.start, later.at)
            if start > verb.at + 1 and self.words.lower[start - 1] != "that":
                end = start
                break
        if verb.is_first_person:
            end = next((at for at in range(verb.at, end) if not self.words.quoted[at]), end)
        # "Stone, who backs the bill, said" and "While Oslo seeks a deal, others": to the comma.
        if verb.subject.is_relative or SUBORDINATES & set(self.words.lower[:2]):
            end = next((at for at in range(verb.at, end) if self.words.text[at] == ","), end)
        while end > verb.at and self.words.lower[end - 1] in {"and", "but", ",", "while", "as"}:
            end -= 1
        return end


def _is_speech(word: str) -> bool:
    cue = cues().get(word)
    return cue is not None and cue.is_speech


def is_negated(helpers: frozenset[str]) -> bool:
    """Say whether the words before the verb deny it."""
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in helpers)


def _agrees(verb: Verb) -> bool:
    """Say whether the form of the cue can be the verb of this subject."""
    subject, helpers = verb.subject, verb.subject.helpers
    match verb.cue.form:
        case "ed":
            return not helpers & BEING
        case "s":
            is_noun = verb.cue.word in NOUNS and subject.is_adjective
            return not helpers & (BEING | DOING) and not is_noun
        case "ing":
            return bool(helpers & {"is", "are", "been"})
        case "adjective":
            return bool(helpers & BEING)
        case "modal":
            return bool(helpers & MODALS)
        case _:
            is_many = len(subject.actors) > 1 or any(actor.is_plural for actor in subject.actors)
            is_many = is_many or verb.is_first_person or subject.manner == Manner.PROMPTED
            return is_many or bool(helpers & DOING)
