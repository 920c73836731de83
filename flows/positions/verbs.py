"""The cues of a sentence, each with its subject and with whoever says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from flows.positions.actors import speaks_for
from flows.positions.book import Actor, actor_book
from flows.positions.cues import (
    HOSTILE_PHRASES,
    MINDSETS,
    NOUNS,
    Cue,
    cues,
)
from flows.positions.grammar import (
    ADVERBS,
    AUXILIARIES,
    BEING,
    CANNOT,
    CLOSING,
    DOING,
    MODALS,
    NEGATIONS,
    NEW_SUBJECTS,
    OWN_PEOPLE,
    STRANGERS,
    SUBORDINATES,
)
from flows.positions.nouns import Noun, cue_nouns, noun_at
from flows.positions.subjects import Manner, Subject, SubjectReader
from flows.positions.words import Words

# "said on Monday that it would": so few words may stand between speech and what it embeds.
_EMBEDDED_WORDS = 6
# So many words may stand between speech and the quotation: "said of the fee in Oslo:".
_INTRODUCING_WORDS = 10
# So near the cue a quotation begins with the statement, or just after its "to".
_NEAR_WORDS = 4


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
    def is_adjective(self) -> bool:
        """Say whether the stand is told by what the actor is: "is willing to"."""
        return self.cue.form == "adjective"

    @property
    def is_past(self) -> bool:
        """Say whether the simple past tells the stand: "called for", "did support"."""
        helpers = self.subject.helpers
        is_told = self.cue.form == "ed" and not helpers & {"has", "have"}
        return is_told or self.cue.form == "noun" or "did" in helpers

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
        full_names = self.subjects.people.by_mention
        for at, cue in self._cues():
            if cue is None:
                person = full_names[self.words.text[at]]
                self.subjects.scene.mention(Actor(person, can_be_he=True))
                continue
            noun = noun_at(self.words, at)
            if noun is None and cue.form == "noun":
                continue
            verb = self._verb(at, cue, verbs) if noun is None else self._voiced(at, noun, verbs)
            if cue.is_speech and noun is None and not self.words.quoted[at]:
                self.subjects.scene.speaker = next(iter(verb.subject.actors), None)
            if verb.subject.actors and _agrees(verb) and not self._is_disowned(verb, verbs):
                actors = tuple(self.subjects.scene.note(actor) for actor in verb.subject.actors)
                verbs.append(replace(verb, subject=replace(verb.subject, actors=actors)))
        return verbs

    def _cues(self) -> Iterator[tuple[int, Cue | None]]:
        """Yield the place of each cue, and of each last name with None, in their order."""
        text, lower = self.words.text, self.words.lower
        known, full_names = _cue_words(), self.subjects.people.by_mention
        has_modal = not (MODALS | CANNOT).isdisjoint(lower)
        for at in [at for at, word in enumerate(lower) if word in known or text[at] in full_names]:
            if text[at] in full_names:
                yield at, None
            cue = known.get(lower[at])
            # Without "will" or "would" in the sentence a mere verb of will is no cue.
            if cue is not None and not text[at].isupper() and (has_modal or cue.form != "modal"):
                yield at, cue

    def _verb(self, at: int, cue: Cue, before: Sequence[Verb]) -> Verb:
        subject = self.subjects.subject_of(at)
        match subject.manner:
            case Manner.LISTED if cue.form == "ing":
                subject = self._trailing(at, subject, before)
            case Manner.SHARED if not self.words.quoted[at]:
                actors = self._shared_by(cue, subject, before)
                is_doubtful = bool(before) and before[-1].subject.is_doubtful
                subject = replace(subject, actors=actors, is_doubtful=is_doubtful)
            case Manner.LISTED if cue.form == "s" and before and before[-1].cue.form == "s":
                subject = replace(subject, actors=before[-1].subject.actors)
            case Manner.FIRST_PERSON:
                subject = replace(subject, actors=self._quoted_speaker(at))
            case _ if self.words.quoted[subject.start] and cue.form != "duty":
                is_own = self._is_own_state(subject, at)
                subject = subject if is_own else replace(subject, actors=())
            case _:
                pass
        is_willed = is_negated(subject.helpers) or cue.word in HOSTILE_PHRASES
        if cue.form == "base" and is_willed and subject.helpers & (MODALS | CANNOT):
            cue = Cue(cue.word, "modal")
        if cue.is_speech and cue.word != "tell":
            subject = self.subjects.inverted(at) or subject
        speaker = self._speaker_over(subject, before)
        if cue.form == "duty" and subject.manner == Manner.PRONOUN:
            subject = replace(subject, actors=())
        is_named = subject.manner == Manner.NAMED and self.words.quoted[subject.start]
        if speaker is None and (cue.form == "duty" or (is_named and not cue.is_speech)):
            speaker = next(iter(self._quoted_speaker(at)), None)
        return Verb(at, cue, subject, speaker)

    def _is_own_state(self, subject: Subject, at: int) -> bool:
        """Say whether somebody quoted speaks of his own state: "China opposes it," Lin said."""
        states, speakers = actor_book().states, self._quoted_speaker(at)
        if subject.manner != Manner.NAMED or not speakers:
            return False
        own = [one for one in subject.actors if one.name in states]
        return bool(own) and all(speaks_for(speakers[0], one) for one in own)

    def _trailing(self, at: int, subject: Subject, before: Sequence[Verb]) -> Subject:
        """Read ", demanding a review" as the deed of whoever the clause before is about."""
        if self.words.quoted[at]:
            return subject
        before = [one for one in before if not one.cue.is_presupposed]
        last = before[-1].at if before else 0
        if NEW_SUBJECTS & set(self.words.lower[last + 1 : at]):
            return subject
        opening = None if before else self.subjects.opening_subject(at - 1)
        actors = () if opening is None else (opening,)
        actors = before[-1].subject.actors if before else actors
        return replace(subject, actors=actors, manner=Manner.TRAILING)

    def _voiced(self, at: int, noun: Noun, before: Sequence[Verb]) -> Verb:
        """Read a noun as if it were the verb: "renewed its call" as "calls"."""
        if noun.verb is not None and noun.voicing is not None:
            voicing = self._verb(noun.verb, noun.voicing, before)
            is_said = noun.voicing.word != "have" or noun.voicing.form != "ed" or voicing.speaker
            subject = voicing.subject
            if not is_said or not subject.actors or not _agrees(voicing):
                subject = replace(subject, actors=())
        else:
            subject = self.subjects.owner_at(noun.owner or 0, noun.pronoun)
            if self.words.quoted[at]:
                subject = replace(subject, actors=())
        return Verb(at, noun.cue, subject, self._speaker_over(subject, before))

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

        What somebody unknown says of another is a claim that nobody here vouches for, unless it
        is the other's own people who say so.
        """
        # "what I want my party to be" asks for nothing.
        if self.words.lower[max(0, verb.subject.start - 1)] in {"what", "whatever", "everything"}:
            return True
        if verb.is_first_person:
            return False
        is_theirs = self.words.lower[0] in STRANGERS and _is_speech(self.words.lower[1])
        if is_theirs and verb.at > 1:
            return not any(one.at == 1 for one in before)
        at = self._speech_over(verb.subject.start)
        if at is None:
            return self._is_told_by_nobody_known(verb.at)
        over = next((one for one in before if one.at == at), None)
        if over is not None:
            return is_negated(over.subject.helpers)
        return verb.subject.manner == Manner.PRONOUN or self._teller(at) not in OWN_PEOPLE

    def _speech_over(self, start: int) -> int | None:
        """Return the verb of speech that embeds the clause: "told reporters on Monday that"."""
        for at in range(start - 1, max(-1, start - 2 - _EMBEDDED_WORDS), -1):
            if self.words.lower[at] in {",", ";"}:
                return None
            if _is_speech(self.words.lower[at]):
                return at
        return None

    def _teller(self, speech: int) -> str:
        """Return the last word before the verb of speech that is not its helper."""
        at = speech - 1
        while at > 0 and (self.words.lower[at] in ADVERBS | AUXILIARIES):
            at -= 1
        return self.words.lower[at] if at >= 0 else ""

    def _is_told_by_nobody_known(self, verb: int) -> bool:
        """Say whether ", he said" follows, or ", critics say", and nobody knows who that is."""
        lower = self.words.lower
        for at in range(verb + 2, len(lower)):
            is_tag = lower[at - 2] == "," or (lower[at - 2] in CLOSING and lower[at - 3] == ",")
            if is_tag and _is_speech(lower[at]) and lower[at - 1] in STRANGERS:
                return self.subjects.scene.pronoun(lower[at - 1]) is None
        return False

    def _shared_by(self, cue: Cue, subject: Subject, before: Sequence[Verb]) -> tuple[Actor, ...]:
        """Return the subject of the verb to the left: "rejected the plan and demanded …".

        After a verb of speech only "but" or a comma shows that the speaker is meant.
        """
        joint = subject.start
        before = [one for one in before if not one.cue.is_presupposed]
        if not before:
            is_noun = cue.form == "s" and cue.word in NOUNS
            opening = None if is_noun else self.subjects.opening_subject(joint)
            return () if opening is None else (opening,)
        last = before[-1]
        is_contrast = self.words.lower[joint] == "but" or self.words.lower[joint - 1] == ","
        if last.cue.is_speech and not is_contrast:
            return ()
        # "speeches and promises": only after "seeks" can "and promises" be a verb.
        if cue.form == "s" and cue.word in NOUNS and last.cue.form != "s":
            return ()
        # "pledged that Oslo was for it, but wants": now Oslo may be meant.
        is_clause = "that" in self.words.lower[last.at : last.at + 2]
        if is_clause and last.cue.form == "ed" and cue.form == "s":
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
                is_turned = cue.word != "tell"
                inverted = self.subjects.inverted(index) if is_turned else None
                return (inverted or self.subjects.subject_of(index)).actors
        speakers = self._introduced_speaker(at)
        last = self.subjects.scene.speaker
        return (last,) if not speakers and last is not None and self.words.quoted[0] else speakers

    def _introduced_speaker(self, at: int) -> tuple[Actor, ...]:
        """Return who speaks where the quotation follows: "Lunde said: “We reject it”"."""
        opened = next((one for one in range(at, 0, -1) if not self.words.quoted[one - 1]), 0)
        if opened == 0 or self.words.lower[opened - 1] not in {",", ":"}:
            return ()
        for index in range(opened - 2, max(-1, opened - 2 - _INTRODUCING_WORDS), -1):
            if _is_speech(self.words.lower[index]) and not self.words.quoted[index]:
                return self.subjects.subject_of(index).actors
        return ()

    def teller_of(self, verb: Verb, verbs: Sequence[Verb]) -> Actor | None:
        """Return who says so: "… , the minister said".

        What another "wants" in quotation marks is in the words of whoever spoke before: "Peck
        said she would stay while Oslo wants “chaos”".
        """
        if verb.cue.is_presupposed:
            return None
        tag = next((later for later in verbs if later.at > verb.at and self._is_tag(later)), None)
        speaker = verb.speaker
        if speaker is None and tag is not None:
            speaker = tag.subject.actors[0]
        is_guess = verb.cue.word in MINDSETS
        if (
            speaker is None
            and is_guess
            and any(self.words.quoted[verb.at + 1 : verb.at + _NEAR_WORDS])
        ):
            tellers = [one for one in verbs if one.at < verb.at and one.cue.is_speech]
            speaker = tellers[-1].subject.actors[0] if tellers else None
        return speaker

    def _is_tag(self, verb: Verb) -> bool:
        """Say whether the verb hands what stands before it to its speaker: "…, he said Monday".

        "Oslo seeks a deal, Bergen said that …" has two speakers.
        """
        if not verb.cue.is_speech:
            return False
        before = self.words.lower[max(0, verb.subject.start - 2) : verb.subject.start]
        # "While Oslo seeks a deal, Bergen says": the first clause is the article's own.
        if SUBORDINATES & set(self.words.lower[:2]):
            return False
        is_aside = before[-1:] == (",",) or (before[:1] == (",",) and before[-1] in CLOSING)
        first = max(verb.at, verb.subject.start) + 1
        following = self.words.lower[first : first + _EMBEDDED_WORDS]
        if "," in following:
            following = following[: following.index(",")]
        return is_aside and "that" not in following

    def end_for(self, verb: Verb, after: Sequence[Verb]) -> int:
        """Return the word where the statement of this verb must end: at the next clause."""
        end = len(self.words)
        for later in after:
            # "drop its plan for a levy": the noun begins no clause.
            if later.cue.is_presupposed:
                continue
            start = min(later.subject.start, later.at)
            if start > verb.at + 1 and self.words.lower[start - 1] != "that":
                end = start
                break
        if verb.is_first_person:
            end = next((at for at in range(verb.at, end) if not self.words.quoted[at]), end)
        # "Stone, who backs the bill, said" and "While Oslo seeks a deal, others": to the comma.
        is_first = "," not in self.words.lower[: verb.subject.start]
        if verb.subject.is_relative or (is_first and SUBORDINATES & set(self.words.lower[:2])):
            end = next((at for at in range(verb.at, end) if self.words.text[at] == ","), end)
        while end > verb.at and self.words.lower[end - 1] in {"and", "but", ",", "while", "as"}:
            end -= 1
        return end


@cache
def _cue_words() -> dict[str, Cue]:
    return cue_nouns() | cues()


def _is_speech(word: str) -> bool:
    cue = cues().get(word)
    return cue is not None and cue.is_speech


def is_negated(helpers: frozenset[str]) -> bool:
    """Say whether the words before the verb deny it."""
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in helpers)


def _agrees(verb: Verb) -> bool:
    """Say whether the form of the cue can be the verb of this subject."""
    subject, helpers = verb.subject, verb.subject.helpers
    is_having = bool(helpers & {"has", "have"})
    is_many = len(subject.actors) > 1 or any(actor.is_plural for actor in subject.actors)
    is_many = is_many or verb.is_first_person or subject.manner == Manner.PROMPTED
    agrees = {
        "ed": not helpers & BEING,
        "en": is_having and not helpers & BEING,
        "s": not helpers & (BEING | DOING)
        and not (verb.cue.word in NOUNS and subject.is_adjective),
        "ing": subject.manner == Manner.TRAILING or bool(helpers & {"is", "are", "been"}),
        "adjective": bool(helpers & BEING),
        "noun": True,
        "modal": bool(helpers & (MODALS | CANNOT)),
        "duty": not helpers,
        # "has come": of this verb the bare form is a participle as well.
        "base": not helpers & BEING
        and (is_many or bool(helpers & DOING) or (verb.cue.word == "come" and is_having)),
    }
    return agrees[verb.cue.form]
