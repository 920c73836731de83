"""One file in, everything that was found in it out. Pure: no clock, disk or network."""

from __future__ import annotations

from collections.abc import Iterator

from flows.articles.date_order import writes_day_first
from flows.articles.json_mapping import JsonMapping
from flows.articles.parse import Reading, reading_of
from flows.deadlines.find import deadlines_of
from flows.issues.find import Tagger, default_tagger
from flows.positions.find import positions_of
from flows.quotes.find import quotes_of
from flows.records import Article, FileFindings, Findings, Rejection, SourceFile


def findings_of(
    source: SourceFile, tagger: Tagger | None = None, mappings: tuple[JsonMapping, ...] = ()
) -> FileFindings:
    """Return the findings of each article in the file, and why its other parts gave none.

    The tagger knows which issues to look for: those that ship with Dateline, if none is given.
    The mappings say how a desk's own JSON is read.
    """
    reading = reading_of(source, mappings)
    return FileFindings(
        articles=tuple(findings_in(article, tagger) for article in reading.articles),
        problems=tuple(_rejections_of(reading)),
    )


def _rejections_of(reading: Reading) -> Iterator[Rejection]:
    for problem in reading.problems:
        yield Rejection(problem.file, problem.reason_code, problem.reason)


def findings_in(article: Article, tagger: Tagger | None = None) -> Findings:
    """Return everything found in one clean article.

    English rules would find nonsense in another language, so there they find nothing.
    """
    if article.language is not None and not article.language.startswith("en"):
        reason = f"The language is {article.language}; only English is read."
        return Findings(article, skipped_because=reason)
    body, blocks, key_points = article.body, article.blocks, article.key_points
    issues = (tagger or default_tagger()).issues_of(
        article.headline, body, blocks, key_points, topics=article.topics
    )
    return Findings(
        article=article,
        quotes=tuple(quotes_of(body, blocks)),
        issues=tuple(issues),
        positions=tuple(positions_of(body, blocks, key_points, article.anchor_date)),
        deadlines=tuple(
            deadlines_of(body, blocks, article.anchor_date, day_first=writes_day_first(article))
        ),
    )
