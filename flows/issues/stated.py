"""The issues that an article names itself: in its fact box and among its keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from flows.issues.media_topics import MediaTopic, media_topics
from flows.issues.taxonomy import Taxonomy
from flows.records import KeyPoint, Span
from flows.text.items import items_within

# What a fact box calls the line that lists its issues.
_LABEL = re.compile(
    r"(?:(?:key|main|core|central|top|big|major|chief)\s+)?"
    r"(?:issues?|topics?|themes?|agenda|sticking points?|flashpoints?|points of contention)"
    r"|(?:what[’']?s |what is )?at stake|on the (?:agenda|table)|(?:in|key) focus",
    re.IGNORECASE,
)
# A list longer than this names no issues: it is a page stuffed with keywords.
MAX_STATED = 50
# An item with more words is a sentence, which is no name of an issue.
MAX_WORDS = 8
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG_CHARS = 60
_CODE = re.compile(r"(?:https?://cv\.iptc\.org/newscodes/|medtop:|subj:)?(?:[a-z]+/)?(\d{8})\Z")


@dataclass(frozen=True, slots=True)
class Stated:
    """One issue in the article's own wording; no span where it is a mere keyword."""

    wording: str
    span: Span | None = None
    media_topic: MediaTopic | None = None


def stated_in(
    body: str, key_points: Sequence[KeyPoint], topics: Sequence[str], taxonomy: Taxonomy
) -> list[Stated]:
    """Return the issues that the article states, fact box first, then keywords."""
    stated = chain(_in_fact_box(body, key_points), _in_keywords(topics, taxonomy))
    return list(islice(stated, MAX_STATED))


def slug_of(wording: str) -> str:
    """Return the id of an issue in its own wording: "Wolf culls!" is "wolf-culls"."""
    return _NOT_SLUG.sub("-", wording.lower()).strip("-")[:_SLUG_CHARS].rstrip("-")


def _in_fact_box(body: str, key_points: Sequence[KeyPoint]) -> Iterator[Stated]:
    for point in key_points:
        if not _LABEL.fullmatch(point.label.strip()):
            continue
        for item in items_within(body, point.start, point.end):
            wording = body[item.start : item.end]
            if _names_issue(wording):
                yield Stated(wording, item)


def _in_keywords(topics: Sequence[str], taxonomy: Taxonomy) -> Iterator[Stated]:
    for topic in topics:
        wording = " ".join(topic.split())
        media_topic = _media_topic_of(wording)
        if media_topic is not None:
            yield Stated(media_topic.name, media_topic=media_topic)
        elif _names_issue(wording) and wording.lower() not in taxonomy.not_issues:
            yield Stated(wording)


def _names_issue(wording: str) -> bool:
    return bool(slug_of(wording)) and len(wording.split()) <= MAX_WORDS


def _media_topic_of(wording: str) -> MediaTopic | None:
    code = _CODE.match(wording)
    if code is not None:
        return _topic_by_number().get(code.group(1))
    return _topic_by_name().get(wording.lower())


@cache
def _topic_by_number() -> dict[str, MediaTopic]:
    """Media Topics by their own number and by the number that older feeds still carry."""
    topics = media_topics().values()
    older = {number: topic for topic in topics for number in topic.subject_codes}
    return older | {topic.code.removeprefix("medtop:"): topic for topic in topics}


@cache
def _topic_by_name() -> dict[str, MediaTopic]:
    return {topic.name.lower(): topic for topic in media_topics().values()}
