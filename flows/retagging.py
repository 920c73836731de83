"""A changed taxonomy: the stored articles that it reads otherwise get their issues anew.

No file is read again. What the change cannot touch is not even looked at twice, and what comes
out the same is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from flows.batches import published_day
from flows.errors import TaxonomyError
from flows.issues.changes import Change, change_between
from flows.issues.find import Tagger, tagger_of
from flows.issues.taxonomy import Taxonomy
from flows.issues.taxonomy_file import TAXONOMY_FILE, taxonomy_of
from flows.own_taxonomy import taxonomy_in
from flows.records import Article
from flows.rows import IssueRows, Row, issue_rows_of
from flows.settings import OWN_TAXONOMY, SHIPPED_TAXONOMY, Settings
from flows.store.references import keep_reference, references_changed_since
from flows.store.stored_articles import (
    issue_rows_stored,
    replace_issue_rows,
    stored_articles,
)
from flows.store.warehouse import Warehouse


def retag(warehouse: Warehouse, settings: Settings) -> int:
    """Bring the stored issues up to the taxonomy of today; return how many articles changed.

    Raises TaxonomyError where the analyst's file has a mistake: then nothing changes.
    """
    if not references_changed_since(warehouse, settings.taxonomy_files):
        return 0
    taxonomy = taxonomy_in(settings.taxonomy_file)
    tagger = tagger_of(taxonomy)
    change = change_between(tagger_of(_taxonomy_before(warehouse)), tagger)
    with warehouse.transaction():
        retagged, days = _retag_stored(warehouse, tagger, change, settings.zone)
        # The table of the taxonomy itself is built with any day.
        warehouse.append_missing_days(days or warehouse.last_briefed_days())
        warehouse.query("delete from raw.taxonomy")
        warehouse.append("taxonomy", _rows_of(taxonomy))
        for name, path in settings.taxonomy_files.items():
            keep_reference(warehouse, name, path)
    return retagged


def _taxonomy_before(warehouse: Warehouse) -> Taxonomy:
    """Return the taxonomy that the stored issues were found with; an empty one if unknown."""
    shipped = warehouse.reference_text(SHIPPED_TAXONOMY)
    own = warehouse.reference_text(OWN_TAXONOMY)
    try:
        return taxonomy_of(own, OWN_TAXONOMY, taxonomy_of(shipped, TAXONOMY_FILE.name))
    except TaxonomyError:
        # Another version of Dateline took it for good; then every article is looked at.
        return Taxonomy((), ())


def _retag_stored(
    warehouse: Warehouse, tagger: Tagger, change: Change | None, zone: ZoneInfo
) -> tuple[int, set[date]]:
    """Return how many articles have other issues now, and the days on which they stand."""
    article_ids: set[str] = set()
    days: set[date] = set()
    if change is None:
        return 0, days
    for articles in stored_articles(warehouse):
        touched = {
            revision_id: article
            for revision_id, article in articles.items()
            if change.touches(article.headline, article.body, article.key_points, article.topics)
        }
        changed = _changed_rows(warehouse, touched, tagger)
        replace_issue_rows(warehouse, changed)
        article_ids |= {touched[revision_id].article_id for revision_id in changed}
        days |= {_day(touched[revision_id], zone) for revision_id in changed}
    return len(article_ids), days


def _changed_rows(
    warehouse: Warehouse, articles: Mapping[str, Article], tagger: Tagger
) -> dict[str, IssueRows]:
    """Return the new rows, by table, of each revision whose issues are not as they were."""
    before = issue_rows_stored(warehouse, list(articles))
    changed: dict[str, IssueRows] = {}
    for revision_id, article in articles.items():
        issues = tagger.issues_of(
            article.headline,
            article.body,
            article.blocks,
            article.key_points,
            topics=article.topics,
        )
        rows = issue_rows_of(article, issues)
        if any(_values(rows[table]) != _values(before[revision_id][table]) for table in rows):
            changed[revision_id] = rows
    return changed


def _values(rows: Sequence[Row]) -> set[tuple[object, ...]]:
    return {tuple(row[column] for column in sorted(row)) for row in rows}


def _day(article: Article, zone: ZoneInfo) -> date:
    return published_day(
        {
            "published_at": article.published_at,
            "published_precision": article.published_precision,
        },
        zone,
    )


def _rows_of(taxonomy: Taxonomy) -> list[Row]:
    return [
        {
            "issue_id": entry.issue_id,
            "name": entry.name,
            "parent_id": entry.parent_id,
            "subject_code": entry.subject_code,
            "about": entry.about,
            "terms": [term.words for term in entry.terms if not term.near and not term.unless],
            "careful_terms": [term.words for term in entry.terms if term.near or term.unless],
            "never": list(entry.never),
        }
        for entry in taxonomy.entries
    ]
