"""Which issues an article states or touches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from flows.issues.matcher import Matcher, Mention, matcher_of
from flows.issues.salience import Layout, layout_of, salience_of
from flows.issues.stated import Stated, slug_of, stated_in
from flows.issues.taxonomy import Entry, Taxonomy, default_taxonomy
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
    tagger = default_tagger()
    paragraphs = [Span(block.start, block.end) for block in blocks]
    in_body = tagger.matcher.mentions_in(body, paragraphs, title=headline)
    in_headline = tagger.matcher.mentions_in(headline, [Span(0, len(headline))])
    found = _Found(body, layout_of(blocks))
    for mention in in_body:
        found.spans[tagger.subject(mention.entry)].append(Span(mention.start, mention.end))
    found.headline.update(tagger.subject(mention.entry) for mention in in_headline)
    for stated in stated_in(body, key_points, topics, tagger.taxonomy):
        for subject in tagger.subjects_of(stated, in_body):
            found.state(subject, stated)
    return sorted(found.issues(), key=_weightiest_first)


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
    by_name: dict[str, Entry]

    def subject(self, entry: int) -> Subject:
        """Return the issue of this number in the taxonomy."""
        return _subject(self.taxonomy.entries[entry])

    def subjects_of(self, stated: Stated, in_body: Iterable[Mention]) -> list[Subject]:
        """Return what a stated issue is in the taxonomy, or itself where it is in none."""
        slug, code = slug_of(stated.wording), _code(stated)
        named = self.by_name.get(slug) or (code and self.by_name.get(code))
        if named:
            return [_subject(named)]
        if stated.span is None:
            wording = stated.wording
            inside = self.matcher.mentions_in(wording, [Span(0, len(wording))])
        else:
            start, end = stated.span
            inside = [mention for mention in in_body if start <= mention.start < end]
        if inside:
            return list(dict.fromkeys(self.subject(mention.entry) for mention in inside))
        return [Subject(slug, stated.wording, code)]


@cache
def default_tagger() -> Tagger:
    """Return the tagger of the taxonomy that ships with Dateline."""
    return tagger_of(default_taxonomy())


def tagger_of(taxonomy: Taxonomy) -> Tagger:
    """Return the tagger of a taxonomy. Of issues that share an IPTC code the first has it."""
    by_name: dict[str, Entry] = {}
    for entry in taxonomy.entries:
        for name in (entry.issue_id, slug_of(entry.name), entry.subject_code):
            if name is not None:
                by_name.setdefault(name, entry)
    return Tagger(taxonomy, matcher_of(taxonomy), by_name)


class _Found:
    """What one article has shown so far, by subject."""

    def __init__(self, body: str, layout: Layout) -> None:
        self.body = body
        self.layout = layout
        self.spans: defaultdict[Subject, list[Span]] = defaultdict(list)
        self.headline: Counter[Subject] = Counter()
        self.stated: dict[Subject, Stated] = {}

    def state(self, subject: Subject, stated: Stated) -> None:
        """Note that the article itself names the issue; its first naming counts."""
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
        first = stated.span if stated is not None and stated.span is not None else None
        first = first or (spans[0] if spans else None)
        return Issue(
            issue_id=subject.issue_id,
            name=subject.name,
            basis=Basis.MATCHED if stated is None else Basis.STATED,
            mentions=len(spans) + in_headline,
            salience=salience_of(
                spans, self.layout, in_headline=in_headline, is_stated=stated is not None
            ),
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


def _subject(entry: Entry) -> Subject:
    return Subject(entry.issue_id, entry.name, entry.subject_code)


def _code(stated: Stated) -> str | None:
    return stated.media_topic and stated.media_topic.code


def _weightiest_first(issue: Issue) -> tuple[float, int, str]:
    return -issue.salience, -1 if issue.start is None else issue.start, issue.issue_id
