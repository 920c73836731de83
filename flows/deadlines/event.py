"""An event word of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from flows.deadlines import triggers
from flows.deadlines.reading import Tense
from flows.records import Certainty, EventType


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
