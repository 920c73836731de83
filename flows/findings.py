"""One file in, everything that was found in it out. Pure: no clock, disk or network."""

from __future__ import annotations

from flows.articles.parse import articles_of
from flows.deadlines.find import deadlines_of
from flows.issues.find import issues_of
from flows.positions.find import positions_of
from flows.quotes.find import quotes_of
from flows.records import Article, Findings, SourceFile


def findings_of(source: SourceFile) -> list[Findings]:
    """Return the findings of each article in the file.

    Raises UnreadableFileError where the file holds no article.
    """
    return [findings_in(article) for article in articles_of(source)]


def findings_in(article: Article) -> Findings:
    """Return everything found in one clean article.

    English rules would find nonsense in another language, so there they find nothing.
    """
    if article.language is not None and not article.language.startswith("en"):
        reason = f"The language is {article.language}; only English is read."
        return Findings(article, skipped_because=reason)
    body, blocks, key_points = article.body, article.blocks, article.key_points
    issues = issues_of(article.headline, body, blocks, key_points, topics=article.topics)
    return Findings(
        article=article,
        quotes=tuple(quotes_of(body, blocks)),
        issues=tuple(issues),
        positions=tuple(positions_of(body, blocks, key_points, issues)),
        deadlines=tuple(deadlines_of(body, blocks, article.anchor_date)),
    )
