"""The shapes that cross from one part of Dateline to another.

Every `start` and `end` is a half-open offset in Unicode code points into `Article.body`
(so `body[start:end]` is the exact text), unless a field says otherwise. Confidences run
from 0 to 1. Times are aware and in UTC; dates are calendar dates as written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open run of characters."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a run of body text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    KEY_POINT = "key_point"
    LIST_ITEM = "list_item"
    BLOCKQUOTE = "blockquote"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like run of the body, without its line break."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A labelled line of the article's own fact box; `text` is `body[start:end]`."""

    label: str
    text: str
    start: int
    end: int


class Precision(StrEnum):
    """How exactly the publication time is known."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class PublishedBasis(StrEnum):
    """What the publication time was read from."""

    METADATA = "metadata"
    FEED = "feed"
    DATELINE = "dateline"
    SLUG = "slug"
    FILENAME = "filename"
    FILE_TIME = "file time"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was found: its bytes and what its place says of it.

    `declared_encoding` is what the server said that sent it.
    """

    name: str
    content: bytes
    modified_at: datetime | None = None
    declared_encoding: str | None = None


class NoteKind(StrEnum):
    """What an editor's note under a story says of it."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class EditorsNote:
    """One "Correction: …" or "Updated: …" of the article; the day is null where it has none."""

    kind: NoteKind
    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class MetadataClaim:
    """One of several values that the same article states for the same thing."""

    field: str
    value: str
    basis: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One clean article. `basis` says for each metadata value where it came from.

    `published_day` is the calendar day of publication where the publisher is, which a time in
    UTC alone does not tell: an evening story in New York is tomorrow's in UTC.
    """

    article_id: str
    content_sha256: str
    headline: str
    body: str
    blocks: tuple[Block, ...]
    published_at: datetime
    published_precision: Precision
    published_basis: PublishedBasis
    source_file: str
    source_format: str
    source_member: str | None = None
    key_points: tuple[KeyPoint, ...] = ()
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    edition: str | None = None
    section: str | None = None
    filing_place: str | None = None
    dateline_place: str | None = None
    dateline_date: date | None = None
    modified_at: datetime | None = None
    language: str | None = None
    url: str | None = None
    publisher_id: str | None = None
    credit: str | None = None
    summary: str | None = None
    topics: tuple[str, ...] = ()
    published_day: date | None = None
    encoding: str | None = None
    editors_notes: tuple[EditorsNote, ...] = ()
    contradictions: tuple[MetadataClaim, ...] = ()
    basis: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def anchor_date(self) -> date:
        """The day that "Thursday" or "next week" is counted from."""
        return self.dateline_date or self.published_day or self.published_at.date()


class QuoteType(StrEnum):
    """How much of the reported words stands in quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class AttributionKind(StrEnum):
    """How the speaker took part: aloud, in writing, in mind, or by a plan or wish."""

    SPEECH = "speech"
    WRITING = "writing"
    BELIEF = "belief"
    INTENTION = "intention"


class SpeakerKind(StrEnum):
    """What kind of speaker a quote has; null where the article does not tell.

    A person is named, or known to the reader ("the minister"); an anonymous speaker is one whom
    the article does not name ("a senior official", "sources").
    """

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Quote:
    """One unbroken span of reported speech.

    `turn` numbers the utterance within the article: spans of one utterance share it.
    The span has no quotation marks around it. `speaker_name` is the fullest name that the
    article supports, null where it gives none; `speaker_mention` is as written. Several people
    who speak together ("Lee and Orth said") are a group without a name; the mention keeps both.
    `speaker_confidence` is how sure the speaker is, if the words are a quote at all.
    `is_statement` is false where the words say nothing by themselves: what somebody is for or
    against ("supports the levy"), or what nobody in particular is said to expect.
    """

    turn: int
    quote_type: QuoteType
    start: int
    end: int
    rule: str
    confidence: float
    speaker_name: str | None = None
    speaker_mention: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_role: str | None = None
    speaker_affiliation: str | None = None
    speaker_kind: SpeakerKind | None = None
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    attribution: AttributionKind | None = None
    speaker_confidence: float | None = None
    is_statement: bool = True


class Basis(StrEnum):
    """Why an article carries an issue: it says so itself, or its words match the taxonomy."""

    STATED = "stated"
    MATCHED = "matched"


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of one article; the span is its first mention in the body, if there is one.

    Of a stated issue the span is its own words in the fact box. `spans` holds every mention
    in the body, in order.
    """

    issue_id: str
    name: str
    basis: Basis
    mentions: int
    salience: float
    subject_code: str | None = None
    start: int | None = None
    end: int | None = None
    spans: tuple[Span, ...] = ()


class PositionType(StrEnum):
    """What kind of stand an actor takes."""

    GOAL = "goal"
    REQUEST = "request"
    OFFER = "offer"
    CONDITION = "condition"
    THREAT = "threat"
    REFUSAL = "refusal"
    SUPPORT = "support"
    OPPOSITION = "opposition"


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stand; the span is the statement, in the article's own words.

    `side` is the state or body that a person acts for, where the article or the actors file
    says so. `voice` is who says that the actor wants it, where that is another; `is_claim` where
    nothing shows that this one speaks for the actor.
    `condition_of` is the index, in the same list, of the position that this one conditions.
    """

    actor: str
    position_type: PositionType
    start: int
    end: int
    rule: str
    confidence: float
    voice: str | None = None
    condition_of: int | None = None
    side: str | None = None
    is_claim: bool = False


class EventType(StrEnum):
    """What happens on the date."""

    EXPIRY = "expiry"
    EFFECTIVE = "effective"
    MEETING = "meeting"
    VOTE = "vote"
    HEARING = "hearing"
    DUE = "due"
    LAUNCH = "launch"
    DELAY = "delay"
    CLOSE = "close"
    TARGET = "target"
    OTHER = "other"


class Relation(StrEnum):
    """How the event stands to the date."""

    ON = "on"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    WITHIN = "within"


class Granularity(StrEnum):
    """The size of the period that the words name."""

    MINUTE = "minute"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    PART = "part"
    RANGE = "range"


class Certainty(StrEnum):
    """How sure the article is that it will happen."""

    FIRM = "firm"
    EXPECTED = "expected"
    PROPOSED = "proposed"
    THREATENED = "threatened"
    POSSIBLE = "possible"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One claim that something happens on, by or until a date not yet over at publication.

    `start:end` is the date expression as written, `event_start:event_end` the event phrase.
    `due_start` and `due_end` are inclusive. `event_key` is equal for claims about the same
    event, in one article or in several; it is made from words, never from the date.
    `moved_from` is the old day of an event that the sentence itself moves to the new one.
    """

    event: str
    event_head: str
    event_key: str
    event_type: EventType
    relation: Relation
    certainty: Certainty
    due_start: date
    due_end: date
    granularity: Granularity
    timex_value: str
    anchor_date: date
    start: int
    end: int
    event_start: int
    event_end: int
    rule: str
    confidence: float
    actor: str | None = None
    voice: str | None = None
    due_at: datetime | None = None
    moved_from: date | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found in one article; `skipped_because` says why nothing was sought."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    skipped_because: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """One file, or one part of a file of several articles, that could not be read, and why."""

    source_file: str
    reason_code: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileFindings:
    """What one file gave. Without an article the file is rejected for its first problem."""

    articles: tuple[Findings, ...]
    problems: tuple[Rejection, ...] = ()
