"""Findings as rows of the raw tables: the ids, the exact words and the sentence around them."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from flows.records import (
    Article,
    Block,
    Deadline,
    Findings,
    Issue,
    KeyPoint,
    MetadataClaim,
    Position,
    Quote,
    Span,
)
from flows.text.minhash import signature_of
from flows.text.sentences import sentence_around, sentences_of

ID_CHARS = 16

FINDING_TABLES = (
    "key_points", "metadata_claims", "issues", "issue_mentions", "positions", "quotes", "deadlines",
)  # fmt: skip

Row = dict[str, object]
# The rows that come of the taxonomy, by table.
IssueRows = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The raw rows of one article, by table."""

    article: Row
    key_points: list[Row] = field(default_factory=list[Row])
    metadata_claims: list[Row] = field(default_factory=list[Row])
    issues: list[Row] = field(default_factory=list[Row])
    issue_mentions: list[Row] = field(default_factory=list[Row])
    positions: list[Row] = field(default_factory=list[Row])
    quotes: list[Row] = field(default_factory=list[Row])
    deadlines: list[Row] = field(default_factory=list[Row])


def stable_id(prefix: str, *parts: object) -> str:
    """Return an id that depends on its parts alone, with a letter that no spreadsheet misreads."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()
    return f"{prefix}{digest[:ID_CHARS]}"


def rows_of(findings: Findings) -> Rows:
    """Return everything found in one article as rows, each with its id and evidence."""
    article = findings.article
    page = _Page(article, sentences_of(article.body, article.blocks))
    key_points = [page.key_point_row(point) for point in article.key_points]
    deadlines = [page.deadline_row(deadline) for deadline in findings.deadlines]
    return Rows(
        article=_article_row(findings, page.revision_id),
        key_points=_once(key_points, "key_point_id"),
        metadata_claims=[page.claim_row(claim) for claim in article.contradictions],
        issues=page.issue_rows(findings.issues),
        issue_mentions=page.mention_rows(findings.issues),
        positions=_once(page.position_rows(findings.positions), "position_id"),
        quotes=_once(page.quote_rows(findings.quotes), "quote_id"),
        deadlines=_once(deadlines, "deadline_id"),
    )


def issue_rows_of(article: Article, issues: Sequence[Issue]) -> IssueRows:
    """Return the issues of one article, and every mention of them, as rows."""
    page = _Page(article, sentences_of(article.body, article.blocks))
    return {"issues": page.issue_rows(issues), "issue_mentions": page.mention_rows(issues)}


def _once(rows: list[Row], key: str) -> list[Row]:
    """Return the rows without those whose id was there: the same words at the same place."""
    return list({row[key]: row for row in reversed(rows)}.values())[::-1]


class _Page:
    """One article with its sentences, which every finding is tied to."""

    def __init__(self, article: Article, sentences: Sequence[Span]) -> None:
        self.article = article
        self.sentences = sentences
        self.revision_id = stable_id("r", article.article_id, article.content_sha256)
        self.keys: Row = {"revision_id": self.revision_id, "article_id": article.article_id}

    def words(self, start: int | None, end: int | None) -> str | None:
        if start is None or end is None:
            return None
        return self.article.body[start:end]

    def evidence(self, start: int, end: int) -> Row:
        sentence = sentence_around(self.sentences, start)
        body = self.article.body
        return {
            **self.keys,
            "start": start,
            "end": end,
            "exact": body[start:end],
            "sentence": body[sentence.start : sentence.end] if sentence else body[start:end],
        }

    def finding_id(self, prefix: str, kind: str, start: int, end: int) -> str:
        return stable_id(
            prefix, self.article.article_id, kind, start, end, self.article.body[start:end]
        )

    def key_point_row(self, point: KeyPoint) -> Row:
        return {
            "key_point_id": self.finding_id("k", point.label, point.start, point.end),
            **self.keys,
            "label": point.label,
            "text": point.text,
            "start": point.start,
            "end": point.end,
        }

    def claim_row(self, claim: MetadataClaim) -> Row:
        parts = (self.article.article_id, claim.field, claim.basis, claim.value)
        return {
            "metadata_claim_id": stable_id("m", *parts),
            **self.keys,
            "field": claim.field,
            "value": claim.value,
            "basis": claim.basis,
            "is_chosen": claim.is_chosen,
        }

    def issue_rows(self, issues: Sequence[Issue]) -> list[Row]:
        return _once([self._issue_row(issue) for issue in issues], "article_issue_id")

    def mention_rows(self, issues: Sequence[Issue]) -> list[Row]:
        return [self._mention_row(issue.issue_id, span) for issue in issues for span in issue.spans]

    def _mention_row(self, issue_id: str, mention: Span) -> Row:
        """Return one mention with its surroundings, by which SQL finds what is said near it."""
        sentence = sentence_around(self.sentences, mention.start) or mention
        paragraph = self._block_around(mention) or sentence
        return {
            **self.keys,
            "issue_id": issue_id,
            "start": mention.start,
            "end": mention.end,
            "exact": self.article.body[mention.start : mention.end],
            "sentence_start": sentence.start,
            "sentence_end": sentence.end,
            "paragraph_start": paragraph.start,
            "paragraph_end": paragraph.end,
        }

    def _block_around(self, mention: Span) -> Block | None:
        blocks = self.article.blocks
        index = bisect_right(blocks, mention.start, key=lambda block: block.start) - 1
        return blocks[index] if index >= 0 and mention.start < blocks[index].end else None

    def _issue_row(self, issue: Issue) -> Row:
        where: Row = {**self.keys, "start": None, "end": None, "exact": None, "sentence": None}
        if issue.start is not None and issue.end is not None:
            where = self.evidence(issue.start, issue.end)
        return {
            **where,
            "article_issue_id": stable_id("i", self.article.article_id, issue.issue_id),
            "issue_id": issue.issue_id,
            "name": issue.name,
            "subject_code": issue.subject_code,
            "basis": str(issue.basis),
            "mentions": issue.mentions,
            "salience": issue.salience,
        }

    def position_rows(self, positions: Sequence[Position]) -> list[Row]:
        ids = [self._position_id(position) for position in positions]
        return [
            {
                **self.evidence(position.start, position.end),
                "position_id": position_id,
                "actor": position.actor,
                "side": position.side,
                "position_type": str(position.position_type),
                "voice": position.voice,
                "is_claim": position.is_claim,
                "condition_of": (
                    None if position.condition_of is None else ids[position.condition_of]
                ),
                "rule": position.rule,
                "confidence": position.confidence,
            }
            for position, position_id in zip(positions, ids, strict=True)
        ]

    def _position_id(self, position: Position) -> str:
        kind = f"{position.actor}/{position.position_type}"
        return self.finding_id("p", kind, position.start, position.end)

    def quote_rows(self, quotes: Sequence[Quote]) -> list[Row]:
        first_of_turn: dict[int, Quote] = {}
        for quote in quotes:
            first_of_turn.setdefault(quote.turn, quote)
        return [
            self._quote_row(quote, number, first_of_turn[quote.turn])
            for number, quote in enumerate(quotes, start=1)
        ]

    def _quote_row(self, quote: Quote, number: int, first: Quote) -> Row:
        return {
            **self.evidence(quote.start, quote.end),
            "quote_id": self.finding_id("q", "quote", quote.start, quote.end),
            "turn_id": self.finding_id("t", "turn", first.start, first.end),
            "position": number,
            "quote_type": str(quote.quote_type),
            "speaker_name": quote.speaker_name,
            "speaker_mention": quote.speaker_mention,
            "speaker_role": quote.speaker_role,
            "speaker_affiliation": quote.speaker_affiliation,
            "cue": quote.cue,
            "speaker_start": quote.speaker_start,
            "speaker_end": quote.speaker_end,
            "cue_start": quote.cue_start,
            "cue_end": quote.cue_end,
            "attribution": None if quote.attribution is None else str(quote.attribution),
            "speaker_kind": None if quote.speaker_kind is None else str(quote.speaker_kind),
            "rule": quote.rule,
            "confidence": quote.confidence,
            "speaker_confidence": quote.speaker_confidence,
            "is_statement": quote.is_statement,
        }

    def deadline_row(self, deadline: Deadline) -> Row:
        row = self.evidence(deadline.start, deadline.end)
        row["expression"] = row.pop("exact")
        kind = f"{deadline.event_start}-{deadline.event_end}"
        return {
            **row,
            "deadline_id": self.finding_id("d", kind, deadline.start, deadline.end),
            "event_id": stable_id("e", deadline.event_key),
            "event": deadline.event,
            "event_head": deadline.event_head,
            "event_type": str(deadline.event_type),
            "actor": deadline.actor,
            "voice": deadline.voice,
            "relation": str(deadline.relation),
            "due_start": deadline.due_start,
            "due_end": deadline.due_end,
            "due_at": _naive_utc(deadline.due_at),
            "moved_from": deadline.moved_from,
            "granularity": str(deadline.granularity),
            "timex_value": deadline.timex_value,
            "anchor_date": deadline.anchor_date,
            "certainty": str(deadline.certainty),
            "event_start": deadline.event_start,
            "event_end": deadline.event_end,
            "rule": deadline.rule,
            "confidence": deadline.confidence,
        }


def _article_row(findings: Findings, revision_id: str) -> Row:
    article = findings.article
    return {
        "revision_id": revision_id,
        "article_id": article.article_id,
        "content_sha256": article.content_sha256,
        "headline": article.headline,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "edition": article.edition,
        "section": article.section,
        "filing_place": article.filing_place,
        "dateline_place": article.dateline_place,
        "dateline_date": article.dateline_date,
        "published_at": _naive_utc(article.published_at),
        "published_precision": str(article.published_precision),
        "published_basis": str(article.published_basis),
        "modified_at": _naive_utc(article.modified_at),
        "language": article.language,
        "url": article.url,
        "publisher_id": article.publisher_id,
        "credit": article.credit,
        "summary": article.summary,
        "topics": list(article.topics),
        "metadata_basis": sorted(article.basis.items()),
        "encoding": article.encoding,
        "editors_notes": [
            {"kind": str(note.kind), "text": note.text, "day": note.day}
            for note in article.editors_notes
        ],
        "body": article.body,
        "blocks": [
            {"kind": str(block.kind), "start": block.start, "end": block.end}
            for block in article.blocks
        ],
        "word_count": len(article.body.split()),
        "minhash": signature_of(article.body),
        "source_file": article.source_file,
        "source_member": article.source_member,
        "source_format": article.source_format,
        "skipped_because": findings.skipped_because,
    }


def _naive_utc(moment: datetime | None) -> datetime | None:
    """Return the moment as UTC without a zone, which is how the tables keep times."""
    return None if moment is None else moment.astimezone(UTC).replace(tzinfo=None)


def tables_of(rows: Iterable[Rows]) -> dict[str, list[Row]]:
    """Return the rows of many articles, gathered by raw table."""
    tables: dict[str, list[Row]] = {name: [] for name in ("articles", *FINDING_TABLES)}
    for found in rows:
        tables["articles"].append(found.article)
        for name in FINDING_TABLES:
            tables[name].extend(getattr(found, name))
    return tables
