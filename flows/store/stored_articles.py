"""Articles as the warehouse keeps them, read back for the finders, and their issues replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from flows.records import Article, Block, BlockKind, KeyPoint, Precision, PublishedBasis
from flows.rows import IssueRows
from flows.store.warehouse import Warehouse

# So many texts are in memory at once.
ARTICLES_AT_ONCE = 1000
ISSUE_TABLES = ("issues", "issue_mentions")

# DuckDB prunes by row number, so that each part of the table is read once.
_ARTICLES = """
    select
        revision_id, article_id, content_sha256, headline, body, blocks, topics,
        published_at, published_precision, published_basis, source_file, source_format
    from raw.articles
    where rowid >= ? and rowid < ? and skipped_because is null
    order by rowid
"""
_KEY_POINTS = """
    select revision_id, label, text, "start", "end"
    from raw.key_points
    where revision_id in (select unnest(?))
    order by revision_id, "start"
"""


def stored_articles(warehouse: Warehouse) -> Iterator[dict[str, Article]]:
    """Yield every revision in which something was looked for, by its id, some at a time."""
    (last,) = warehouse.query("select coalesce(max(rowid), -1) as row_number from raw.articles")
    for first in range(0, int(str(last["row_number"])) + 1, ARTICLES_AT_ONCE):
        rows = warehouse.query(_ARTICLES, [first, first + ARTICLES_AT_ONCE])
        points = _key_points(warehouse, [str(row["revision_id"]) for row in rows])
        yield {str(row["revision_id"]): _article(row, points) for row in rows}


def issue_rows_stored(warehouse: Warehouse, revision_ids: Sequence[str]) -> dict[str, IssueRows]:
    """Return the stored rows of issues of each of these revisions, by table."""
    found: dict[str, IssueRows] = {
        revision_id: {table: [] for table in ISSUE_TABLES} for revision_id in revision_ids
    }
    for table in ISSUE_TABLES:
        query = f"from raw.{table} where revision_id in (select unnest(?))"
        for row in warehouse.query(query, [list(revision_ids)]):
            found[str(row["revision_id"])][table].append(row)
    return found


def replace_issue_rows(warehouse: Warehouse, rows: Mapping[str, IssueRows]) -> None:
    """Put these rows, by revision and table, in the place of all that the revisions had."""
    for table in ISSUE_TABLES:
        query = f"delete from raw.{table} where revision_id in (select unnest(?))"  # noqa: S608 # names are ours
        warehouse.query(query, [list(rows)])
        warehouse.append(table, [row for tables in rows.values() for row in tables[table]])


def _key_points(warehouse: Warehouse, revision_ids: list[str]) -> dict[str, list[KeyPoint]]:
    points: defaultdict[str, list[KeyPoint]] = defaultdict(list)
    for row in warehouse.query(_KEY_POINTS, [revision_ids]):
        values: Any = row
        points[values["revision_id"]].append(
            KeyPoint(values["label"], values["text"], values["start"], values["end"])
        )
    return points


def _article(row: dict[str, Any], points: dict[str, list[KeyPoint]]) -> Article:
    published_at: datetime = row["published_at"]
    return Article(
        article_id=row["article_id"],
        content_sha256=row["content_sha256"],
        headline=row["headline"],
        body=row["body"],
        blocks=tuple(
            Block(BlockKind(block["kind"]), block["start"], block["end"]) for block in row["blocks"]
        ),
        published_at=published_at.replace(tzinfo=UTC),
        published_precision=Precision(row["published_precision"]),
        published_basis=PublishedBasis(row["published_basis"]),
        source_file=row["source_file"],
        source_format=row["source_format"],
        key_points=tuple(points.get(row["revision_id"], ())),
        topics=tuple(row["topics"]),
    )
