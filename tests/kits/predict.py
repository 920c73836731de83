"""One row of a kit to predictions, by the same public functions as the pipeline calls."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flows.articles.body import body_of
from flows.articles.html_page import draft_of
from flows.articles.parse import articles_of
from flows.articles.rejections import Reason
from flows.deadlines.expressions import expressions_of
from flows.deadlines.find import deadlines_of
from flows.errors import UnreadableFileError
from flows.quotes.find import quotes_of
from flows.records import Article, Precision, SourceFile
from flows.text.blocks import blocks_of
from tests.kits.lines import Line, predictions_of, read_bytes, read_lines, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable


def predict(kind: str, source: Path, target: Path, *, processes: int) -> int:
    """Write the predictions for every row of `source` to `target`; return how many."""
    rows = read_lines(source)
    if kind == "articles":
        folder = source.resolve().parent
        return write_lines(
            target,
            predictions_of(partial(articles, folder=folder), _files(rows), processes=processes),
        )
    return write_lines(target, predictions_of(PREDICTORS[kind], rows, processes=processes))


def quotes(row: Line) -> list[Line]:
    """Return the quotes of a text, with their speakers."""
    text = row["text"]
    found = [
        {
            "start": quote.start,
            "end": quote.end,
            "type": str(quote.quote_type),
            "speaker": quote.speaker_mention,
            "speaker_start": quote.speaker_start,
            "speaker_end": quote.speaker_end,
            "speaker_name": quote.speaker_name,
        }
        for quote in quotes_of(text, blocks_of(text))
    ]
    return [{"id": row["id"], "quotes": found}]


def timex(row: Line) -> list[Line]:
    """Return the temporal expressions of a text as TIMEX3, which tags each end of a range."""
    found = [
        {
            "start": tag.start,
            "end": tag.end,
            "type": str(tag.timex_type),
            "value": tag.value,
        }
        for expression in expressions_of(row["text"], _day(row["published"]))
        for tag in expression.ends or (expression,)
    ]
    return [{"id": row["id"], "timexes": found}]


def cases(row: Line) -> list[Line]:
    """Return the dates of a sentence as first and last day; durations and sets name none.

    The peers' tests are written for the United States: 3/4 is March 4.
    """
    found = [
        {
            "start": expression.start,
            "end": expression.end,
            "date_start": expression.first.isoformat(),
            "date_end": expression.last.isoformat(),
        }
        for expression in expressions_of(row["text"], _day(row["reference"]), day_first=False)
        if expression.first and expression.last
    ]
    return [{"id": row["id"], "found": found}]


def deadlines(row: Line) -> list[Line]:
    """Return what is still ahead in a sentence."""
    text = row["text"]
    found = [
        {
            "date_start": deadline.due_start.isoformat(),
            "date_end": deadline.due_end.isoformat(),
            "kind": str(deadline.event_type),
            "event_head": deadline.event_head,
            "event": deadline.event,
        }
        for deadline in deadlines_of(text, blocks_of(text), _day(row["published"]))
    ]
    return [{"id": row["id"], "deadlines": found}]


def articles(row: Line, folder: Path) -> list[Line]:
    """Return the articles of one file of the kit, none where it holds none.

    A page is known by its id, a container by its path: the scorer pairs its articles.
    """
    if "html_path" in row:
        return [{"id": row["id"], **_page(row["html_path"], folder)}]
    path = row["path"]
    modified_at = datetime.fromtimestamp((folder / path).stat().st_mtime, tz=UTC)
    try:
        found = articles_of(SourceFile(path, (folder / path).read_bytes(), modified_at))
    except UnreadableFileError:
        return []
    return [{"path": path, **_fields_of(article)} for article in found]


def _page(path: str, folder: Path) -> Line:
    """Return what was read of a page; a page without a date is read, but never loaded.

    Peers say what a page holds and leave it to others whether it is news.
    """
    source = SourceFile(path, read_bytes(folder / path))
    try:
        return _fields_of(articles_of(source)[0]) | {"loaded": True}
    except UnreadableFileError as problem:
        if problem.reason_code != Reason.NO_DATE:
            return {"loaded": False}
    draft = draft_of(source)
    return {
        "title": draft.headline.value if draft.headline else None,
        "authors": list(draft.authors.value) if draft.authors else [],
        "body": body_of(draft.passages).text,
        "loaded": False,
    }


PREDICTORS: dict[str, Callable[[Line], list[Line]]] = {
    "quotes": quotes,
    "timex": timex,
    "cases": cases,
    "deadlines": deadlines,
}
KINDS = (*PREDICTORS, "articles")


def _files(rows: list[Line]) -> list[Line]:
    """Return one row a file: several rows share a container."""
    return list({row.get("html_path") or row["path"]: row for row in rows}.values())


def _day(written: str) -> date:
    return date.fromisoformat(written[:10])


def _local_time(article: Article) -> datetime:
    """Return when it was published, in a zone where that was the day that the publisher counts."""
    zones = (timezone(timedelta(hours=hours)) for hours in (0, *range(-1, -13, -1), *range(1, 15)))
    times = (article.published_at.astimezone(zone) for zone in zones)
    return next((at for at in times if at.date() == article.published_day), article.published_at)


def _fields_of(article: Article) -> Line:
    is_day = article.published_precision is Precision.DAY
    published_at = article.published_at.date() if is_day else _local_time(article)
    return {
        "title": article.headline,
        "authors": list(article.authors),
        "published_at": published_at.isoformat(),
        "modified_at": article.modified_at.isoformat() if article.modified_at else None,
        "dateline_place": article.dateline_place,
        "dateline_date": article.dateline_date.isoformat() if article.dateline_date else None,
        "outlet": article.outlet,
        "edition": article.edition,
        "section": article.section,
        "language": article.language,
        "url": article.url,
        "summary": article.summary,
        "topics": list(article.topics),
        "body": article.body,
    }
