"""The kits' development sets, what is read off their scorers, and how the peers did there.

The figures are copied from the kits' own README: per cent, or shares for articles.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.table import Table


@dataclass(frozen=True, slots=True)
class Measure:
    """One column: its heading and where the scorer's JSON has the figure."""

    heading: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """What `score` needs to know about one kind of prediction."""

    scorer: str
    mode: tuple[str, ...]
    sets: tuple[str, ...]
    measures: tuple[Measure, ...]
    peers: dict[str, tuple[tuple[str, ...], ...]]
    """By development set: a system's name, then its figures in the order of `measures`."""


def table_of(kit: Kit, name: str, ours: tuple[str, ...]) -> Table:
    """Return our figures on one set above those of the peers."""
    table = Table(title=name, title_justify="left")
    table.add_column("system")
    for measure in kit.measures:
        table.add_column(measure.heading, justify="right")
    table.add_row("dateline", *ours, style="bold")
    for peer in kit.peers.get(name, ()):
        table.add_row(*peer)
    return table


KITS: dict[str, Kit] = {
    "quotes": Kit(
        scorer="quotes/score_quotes.py",
        mode=(),
        sets=("quotes/dev-eval.jsonl.gz",),
        measures=(
            Measure("direct exact", ("direct", "exact", "f")),
            Measure("direct joint", ("direct", "joint", "f")),
            Measure("d+m joint", ("direct+mixed", "joint", "f")),
            Measure("indirect exact", ("indirect", "exact", "f")),
            Measure("all overlap", ("all", "overlap", "f")),
            Measure("all joint", ("all", "joint", "f")),
            Measure("last name d+m", ("direct+mixed", "resolved_any", "last_acc")),
            Measure("full name d+m", ("direct+mixed", "resolved_any", "full_acc")),
        ),
        peers={
            "quotes/dev-eval.jsonl.gz": (
                ("marks + said-verb", "78", "67", "58", "0", "59", "30", "72", ""),
                ("textacy", "69", "72", "61", "0", "44", "29", "76", ""),
                ("Guardian/AFP", "72", "51", "40", "0", "36", "18", "66", ""),
                ("GenderGapTracker", "72", "58", "57", "29", "69", "43", "61", ""),
                ("BBC Citron", "77", "78", "76", "37", "74", "58", "87", "56"),
                ("linear CRF", "93.5", "86.9", "80.8", "43.6", "84.2", "61.4", "", ""),
                ("dilated CNN", "94.1", "89.3", "85.7", "45.2", "87.9", "64.3", "", ""),
                ("MiniLM-L6", "91.8", "89.5", "85.7", "49.2", "89.1", "64.7", "", ""),
                ("second person", "96.7", "97.4", "95.1", "62.0", "91.6", "76.5", "98", ""),
            )
        },
    ),
    "timex": Kit(
        scorer="dates/score_dates.py",
        mode=("timex",),
        sets=(
            "dates/dev/timebank.jsonl",
            "dates/dev/aquaint.jsonl",
            "dates/dev/meantime_dev.jsonl",
        ),
        measures=(
            Measure("value F1", ("all", "value_f1")),
            Measure("relaxed extent", ("all", "relaxed", "f1")),
            Measure("strict extent", ("all", "strict", "f1")),
            Measure("type F1", ("all", "type_f1")),
            Measure("future day F1", ("future_day", "f1")),
        ),
        peers={
            "dates/dev/timebank.jsonl": (
                ("HeidelTime", "79.5", "91.9", "", "", "76"),
                ("SUTime", "69.0", "91.3", "", "", "77"),
                ("Recognizers-Text", "48.3", "80.3", "", "", "28"),
                ("Duckling", "40.7", "75.5", "", "", "26"),
                ("chrono", "43.7", "70.8", "", "", "64"),
                ("dateparser search", "27.8", "55.9", "", "", "4"),
                ("trial grammar", "73.1", "89.6", "", "", "79"),
            ),
            "dates/dev/aquaint.jsonl": (
                ("HeidelTime", "", "", "", "", "60"),
                ("SUTime", "", "", "", "", "58"),
                ("Recognizers-Text", "", "", "", "", "10"),
                ("Duckling", "", "", "", "", "19"),
                ("chrono", "", "", "", "", "67"),
                ("dateparser search", "", "", "", "", "12"),
                ("trial grammar", "", "", "", "", "70"),
            ),
        },
    ),
    "cases": Kit(
        scorer="dates/score_dates.py",
        mode=("cases",),
        sets=("dates/dev/peer_cases_dev.jsonl",),
        measures=(
            Measure("found", ("found",)),
            Measure("exact range", ("exact_range",)),
            Measure("first day", ("start_day",)),
            Measure("spurious", ("spurious_per_find",)),
            Measure("false alarms", ("false_alarms_on_negatives",)),
        ),
        peers={},
    ),
    "deadlines": Kit(
        scorer="dates/score_dates.py",
        mode=("deadline",),
        sets=("dates/dev/deadline_dev.jsonl",),
        measures=(
            Measure("sentence F1", ("sentence", "f1")),
            Measure("date F1", ("date_exact", "f1")),
            Measure("event + date F1", ("event_date", "f1")),
            Measure("false alarms", ("false_alarms_on_negatives",)),
            Measure("kind", ("kind_acc_on_matched",)),
        ),
        peers={
            "dates/dev/deadline_dev.jsonl": (
                ("HeidelTime", "87.6", "79.7", "47.3", "20", ""),
                ("SUTime", "88.0", "80.0", "48.4", "25", ""),
                ("Recognizers-Text", "86.8", "67.1", "41.0", "28", ""),
                ("Duckling", "83.0", "65.1", "39.7", "37", ""),
                ("chrono", "77.9", "69.9", "39.2", "30", ""),
                ("dateparser search", "79.4", "61.4", "36.2", "43", ""),
                ("trial grammar", "89.7", "82.0", "49.0", "22", ""),
            )
        },
    ),
    "articles": Kit(
        scorer="ingest/score_articles.py",
        mode=(),
        sets=(
            "ingest/html_dev/news.jsonl",
            "ingest/html_dev/meta.jsonl",
            "ingest/html_dev/web.jsonl",
            "ingest/structured_dev/structured.jsonl",
        ),
        measures=(
            Measure("title", ("all", "title", "value")),
            Measure("strict", ("all", "title_strict", "value")),
            Measure("author F1", ("all", "authors_f1", "value")),
            Measure("day", ("all", "published_at_day", "value")),
            Measure("minute", ("all", "published_at_minute", "value")),
            Measure("body F1", ("all", "body_zyte_F1", "value")),
            Measure("pages < 0.8", ("all", "body_below_0.8", "value")),
            Measure("paragraphs", ("all", "paragraphs_intact", "value")),
        ),
        peers={
            "ingest/html_dev/news.jsonl": (
                ("trafilatura 2.3", ".76", ".76", ".88", ".96", "0", ".961", ".04", ".93"),
                ("newspaper4k 0.9.6", ".83", ".76", ".82", "1.0", ".71", ".898", ".15", ""),
                ("news-please 1.6.16", ".74", ".64", ".82", "1.0", ".89", ".909", ".13", ""),
                ("readability-lxml", "", ".62", "", "", "", ".931", ".08", ".90"),
                ("resiliparse", "", "", "", "", "", ".910", ".10", ""),
                ("extruct", ".97", ".85", ".78", ".99", ".97", "", "", ""),
                ("trial cascade", "1.0", ".82", ".95", ".99", ".96", ".965", ".04", ""),
            )
        },
    ),
}
