"""Which issues an article states or touches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from flows.issues.matcher import Matcher, Mention, matcher_of
from flows.issues.salience import Layout, Signs, layout_of, salience_of
from flows.issues.stated import Stated, slug_of, stated_in
from flows.issues.taxonomy import Taxonomy
from flows.issues.taxonomy_file import default_taxonomy
from flows.issues.terms import folded
from flows.records import Basis, Block, Issue, KeyPoint, Span


def issues_of(
    headline: str,
    body: str,
    blocks: Sequence[Block],
    key_points: Sequence[KeyPoint],
    *,
    topics: Sequence[str] = (),
) -> list[Issue]:
    """Return the issues of one article, the most salient first.

    `topics` are the publisher's own keywords: words, or IPTC codes.
    """
    return default_tagger().issues_of(headline, body, blocks, key_points, topics=topics)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an issue is, apart from any article."""

    issue_id: str
    name: str
    subject_code: str | None


@dataclass(frozen=True, slots=True)
class Tagger:
    """A taxonomy made ready for tagging; `by_name` knows its issues by id, name and code."""

    taxonomy: Taxonomy
    matcher: Matcher
    subjects: tuple[Subject, ...]
    by_name: dict[str, Subject]

    def issues_of(
        self,
        headline: str,
        body: str,
        blocks: Sequence[Block],
        key_points: Sequence[KeyPoint],
        *,
        topics: Sequence[str] = (),
    ) -> list[Issue]:
        """Return the issues of one article, the most salient first."""
        paragraphs = [Span(block.start, block.end) for block in blocks]
        in_body = self.matcher.mentions_in(body, paragraphs, title=headline)
        found = _Found(body, layout_of(blocks))
        for mention in in_body:
            found.spans[self._subject(mention)].append(Span(mention.start, mention.end))
        found.headline.update(map(self._subject, self._mentions_alone(headline)))
        for stated in stated_in(body, key_points, topics, self.taxonomy):
            for subject in self._subjects_of(stated, in_body):
                found.state(subject, stated)
        return sorted(found.issues(), key=_weightiest_first)

    def _subject(self, mention: Mention) -> Subject:
        return self.subjects[mention.entry]

    def _mentions_alone(self, words: str) -> list[Mention]:
        return self.matcher.mentions_in(words, [Span(0, len(words))])

    def _subjects_of(self, stated: Stated, in_body: Iterable[Mention]) -> list[Subject]:
        """Return what a stated issue is in the taxonomy, or itself where it is in none."""
        slug, code = slug_of(stated.wording), _code(stated)
        # "strike" among the keywords is the issue "Strikes".
        named = self.by_name.get(slug) or self.by_name.get(f"{slug}s")
        named = named or (code and self.by_name.get(code))
        if named:
            return [named]
        if stated.span is None:
            # Keywords are often written small: "russia ukraine war".
            inside = self._mentions_alone(stated.wording) or self._mentions_alone(
                stated.wording.title()
            )
        else:
            start, end = stated.span
            inside = [mention for mention in in_body if start <= mention.start < end]
        if inside:
            return list(dict.fromkeys(map(self._subject, inside)))
        return [Subject(slug, stated.wording, code)]


@cache
def default_tagger() -> Tagger:
    """Return the tagger of the taxonomy that ships with Dateline."""
    return tagger_of(default_taxonomy())


def tagger_of(taxonomy: Taxonomy) -> Tagger:
    """Return the tagger of a taxonomy. Of issues that share an IPTC code the first has it."""
    by_name: dict[str, Subject] = {}
    subjects = tuple(
        Subject(entry.issue_id, entry.name, entry.subject_code) for entry in taxonomy.entries
    )
    for subject in subjects:
        for name in (subject.issue_id, slug_of(subject.name), subject.subject_code):
            if name is not None:
                by_name.setdefault(name, subject)
    return Tagger(taxonomy, matcher_of(taxonomy), subjects, by_name)


class _Found:
    """What one article has shown so far, by subject."""

    def __init__(self, body: str, layout: Layout) -> None:
        self.body = body
        self.layout = layout
        self.spans: defaultdict[Subject, list[Span]] = defaultdict(list)
        self.headline: Counter[Subject] = Counter()
        self.stated: dict[Subject, Stated] = {}
        # "The port levy, the port levy" is one issue, however its words are written.
        self.by_id: dict[str, Subject] = {}

    def state(self, subject: Subject, stated: Stated) -> None:
        """Note that the article itself names the issue; its first naming counts."""
        subject = self.by_id.setdefault(subject.issue_id, subject)
        if subject not in self.spans:
            self.spans[subject] = occurrences_of(stated.wording, self.body)
        self.stated.setdefault(subject, stated)

    def issues(self) -> Iterable[Issue]:
        for subject in {**self.spans, **self.headline, **self.stated}:
            yield self._issue(subject)

    def _issue(self, subject: Subject) -> Issue:
        spans = self.spans.get(subject, [])
        stated = self.stated.get(subject)
        in_headline = self.headline[subject]
        in_box = stated is not None and stated.span is not None
        in_keywords = stated is not None and not in_box
        first = stated.span if stated is not None and in_box else None
        first = first or (spans[0] if spans else None)
        return Issue(
            issue_id=subject.issue_id,
            name=subject.name,
            basis=Basis.MATCHED if stated is None else Basis.STATED,
            mentions=len(spans) + in_headline,
            salience=salience_of(spans, self.layout, Signs(in_headline, in_box, in_keywords)),
            subject_code=subject.subject_code,
            start=first and first.start,
            end=first and first.end,
            spans=tuple(spans),
        )


def occurrences_of(wording: str, body: str) -> list[Span]:
    """Return where the words stand in the body, in any case, as whole words."""
    words, text = folded(wording), folded(body)
    spans: list[Span] = []
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        is_whole = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        if is_whole:
            spans.append(Span(start, end))
        start = text.find(words, end)
    return spans


def _code(stated: Stated) -> str | None:
    return stated.media_topic and stated.media_topic.code


def _weightiest_first(issue: Issue) -> tuple[float, int, str]:
    return -issue.salience, -1 if issue.start is None else issue.start, issue.issue_id
