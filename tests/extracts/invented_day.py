"""One invented morning: what the briefing tables hold for 5 March 2026."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from flows.extracts.extract import Cell, Column, ColumnType, Extract

DAY = date(2026, 3, 5)

TYPES: dict[str, ColumnType] = {
    "authors": ColumnType.ARRAY,
    "confidence": ColumnType.NUMBER,
    "is_late": ColumnType.BOOLEAN,
    **dict.fromkeys(
        ("briefing_date", "dateline_date", "due_start", "due_end", "first_seen_on", "since"),
        ColumnType.DATE,
    ),
    **dict.fromkeys(("published_at", "due_at"), ColumnType.DATETIME),
    **dict.fromkeys(
        (
            *("revision", "word_count", "rank", "mentions", "articles", "outlets", "origins"),
            *("change_1d", "change_7d", "issue_rank", "days_left", "claims", "moves", "severity"),
            *("expected", "loaded", "late", "rejected", "start", "end"),
        ),
        ColumnType.INTEGER,
    ),
}

EVIDENCE = ("sentence", "headline", "outlet", "url", "published_at", "article_id", "start", "end")


@dataclass(frozen=True, slots=True)
class Source:
    """An invented article."""

    article_id: str
    headline: str
    outlet: str
    url: str | None
    published_at: datetime


HARBOUR = Source(
    "a1f0",
    "Ferry drivers and Lund Harbour agree to keep talking",
    "Sound Courier",
    "https://courier.example/harbour-talks",
    datetime.fromisoformat("2026-03-05T06:30"),
)
TARIFF = Source(
    "a2c7",
    "Ministry puts off battery levy as makers warn of closures",
    "Northern Wire",
    "https://wire.example/levy",
    datetime.fromisoformat("2026-03-05T05:10"),
)
GRID = Source(
    "a3b9",
    "Grid operator books a vote on winter prices",
    "The Ledger",
    None,
    datetime.fromisoformat("2026-03-04T17:45"),
)


def extract(name: str, columns: str, *rows: tuple[Cell, ...]) -> Extract:
    """Return an extract with briefing_date in front of each row; the first column is its key."""
    names = columns.split()
    return Extract(
        name=name,
        description=f"One row per row of {name}.",
        columns=tuple(
            Column(column, TYPES.get(column, ColumnType.STRING), f"The {column} of the row.")
            for column in ("briefing_date", *names)
        ),
        primary_key=("briefing_date", names[0]),
        rows=tuple((DAY, *row) for row in rows),
    )


def said(source: Source, sentence: str | None, exact: str | None, at: int = 0) -> tuple[Cell, ...]:
    """Return the evidence columns of a row: the sentence, its article and the exact words."""
    start = at + (sentence or "").find(exact or "")
    return (
        sentence,
        source.headline,
        source.outlet,
        source.url,
        source.published_at,
        source.article_id,
        start,
        start + len(exact or ""),
        exact,
    )


SENTENCES = {
    "strike": "Drivers will walk out on Monday, March 16, unless the harbour signs the rota.",
    "pact": "The interim pay pact, extended on Wednesday, now expires on March 31.",
    "pact_old": "The pact runs out on March 15, according to the harbour's own notice.",
    "pact_new": "Both sides said the pact now expires on March 31.",
    "levy": "The ministry expects the battery levy to take effect in the second quarter.",
    "vote": "Members vote on the winter price cap at 14:00 UTC on Thursday.",
    "talks": '"Nobody wants an empty quay at Easter," said Ida Holm, who speaks for the drivers.',
    "talks_2": '"But nobody will sign a rota that breaks families," she added.',
    "maker": (
        '"We would close two lines within a year," said Per Lind, chief executive of Voltverk, '
        "in a letter to the ministry."
    ),
    "ministry": "The ministry said it had heard the makers and would publish a new draft.",
    "demand": "The drivers want a rota with two free weekends a month.",
    "threat": "Voltverk would move two lines abroad if the levy passed unchanged.",
    "rota": "The rota has divided the harbour since autumn.",
}

ISSUE_LEVY = ("i-levy", "Battery levy")
ISSUE_ROTA = ("i-rota", "Working hours")
ISSUE_GRID = ("i-grid", "Energy prices")

ARTICLES = extract(
    "articles",
    "article_id revision headline outlet authors edition section dateline_place dateline_date"
    " published_at published_precision published_basis language url summary word_count story_id"
    " copy_of is_late",
    *(
        (
            *(source.article_id, 1, source.headline, source.outlet, ["J. Berg", "M. Ek"], None),
            *("economy", "Lund", DAY, source.published_at, "minute", "metadata", "en"),
            *(source.url, "A summary.", 420, f"s-{source.article_id}", None, source is GRID),
        )
        for source in (HARBOUR, TARIFF, GRID)
    ),
)

ISSUES = extract(
    "issues",
    "rank issue_id name subject_code mentions articles outlets origins change_1d change_7d"
    " top_quote top_quote_speaker " + " ".join(EVIDENCE) + " exact",
    (
        *(1, *ISSUE_LEVY, "medtop:20000382", 14, 3, 3, 2, 6, 9),
        *("We would close two lines within a year", "Per Lind"),
        *said(TARIFF, SENTENCES["levy"], "battery levy"),
    ),
    (
        *(2, *ISSUE_ROTA, "medtop:20000523", 9, 2, 1, 1, -2, 4),
        *("Nobody wants an empty quay at Easter", "Ida Holm"),
        *said(HARBOUR, SENTENCES["rota"], "rota"),
    ),
    (
        *(3, *ISSUE_GRID, None, 3, 1, 1, 1, 0, None, None, None),
        *said(GRID, None, None),
    ),
)

POSITIONS = extract(
    "positions",
    "position_id actor position_type issue_id issue_name condition_of voice since change "
    + " ".join(EVIDENCE)
    + " exact",
    (
        *("p1", "Drivers' union", "request", *ISSUE_ROTA, None, None, date(2026, 2, 24)),
        *("repeated", *said(HARBOUR, SENTENCES["demand"], "a rota with two free weekends a month")),
    ),
    (
        *("p2", "Voltverk", "threat", *ISSUE_LEVY, None, "Per Lind", DAY, "new"),
        *said(TARIFF, SENTENCES["threat"], "move two lines abroad"),
    ),
    (
        *("p3", "Voltverk", "condition", *ISSUE_LEVY, "p2", "Per Lind", DAY, "new"),
        *said(TARIFF, SENTENCES["threat"], "if the levy passed unchanged"),
    ),
)

QUOTES = extract(
    "quotes",
    "quote_id turn_id issue_rank issue_id issue_name speaker_id speaker_name speaker_mention"
    " speaker_role speaker_affiliation quote_type cue confidence " + " ".join(EVIDENCE) + " exact",
    (
        *("q1", "t1", 1, *ISSUE_LEVY, "s1", "Per Lind", "Per Lind", "chief executive", "Voltverk"),
        *("direct", "said", 0.97),
        *said(TARIFF, SENTENCES["maker"], "We would close two lines within a year"),
    ),
    (
        *("q2", "t2", 1, *ISSUE_LEVY, None, None, "The ministry", None, None),
        *("indirect", "said", 0.71),
        *said(
            TARIFF,
            SENTENCES["ministry"],
            "it had heard the makers and would publish a new draft",
        ),
    ),
    (
        *("q3", "t3", 2, *ISSUE_ROTA, "s2", "Ida Holm", "Ida Holm", None, "Drivers' union"),
        *("direct", "said", 0.98),
        *said(HARBOUR, SENTENCES["talks"], "Nobody wants an empty quay at Easter,"),
    ),
    (
        *("q4", "t3", 2, *ISSUE_ROTA, "s2", "Ida Holm", "she", None, "Drivers' union"),
        *("direct", "added", 0.93),
        *said(HARBOUR, SENTENCES["talks_2"], "But nobody will sign a rota that breaks families,"),
    ),
)

DEADLINES = extract(
    "deadlines",
    "event_id event event_type actor voice relation due_start due_end due_at granularity"
    " expression days_left certainty claims outlets moves conflict_id first_seen_on confidence "
    + " ".join(EVIDENCE)
    + " exact",
    (
        *("e1", "vote on the winter price cap", "vote", "Members", None, "on", DAY, DAY),
        *(
            datetime.fromisoformat("2026-03-05T14:00"),
            "minute",
            "at 14:00 UTC on Thursday",
            0,
            "firm",
            1,
            1,
            0,
        ),
        *(None, date(2026, 3, 4), 0.91),
        *said(GRID, SENTENCES["vote"], "at 14:00 UTC on Thursday"),
    ),
    (
        *("e2", "drivers walk out", "other", "Drivers", None, "on", date(2026, 3, 16)),
        *(date(2026, 3, 16), None, "day", "Monday, March 16", 11, "threatened", 2, 2, 0),
        *(None, date(2026, 3, 3), 0.88),
        *said(HARBOUR, SENTENCES["strike"], "Monday, March 16"),
    ),
    (
        *("e3", "interim pay pact expires", "expiry", "Lund Harbour", None, "on"),
        *(date(2026, 3, 31), date(2026, 3, 31), None, "day", "March 31", 26, "firm", 3, 2, 1),
        *("c1", date(2026, 2, 20), 0.95),
        *said(HARBOUR, SENTENCES["pact"], "March 31"),
    ),
    (
        *("e4", "battery levy takes effect", "effective", None, "the ministry", "on"),
        *(date(2026, 4, 1), date(2026, 6, 30), None, "quarter", "the second quarter", 27),
        *("expected", 1, 1, 2, None, date(2026, 2, 2), 0.86),
        *said(TARIFF, SENTENCES["levy"], "the second quarter"),
    ),
)

CONFLICTS = extract(
    "conflicts",
    "conflict_id subject subject_id event claim certainty " + " ".join(EVIDENCE) + " exact",
    (
        *("c1", "deadline", "e3", "interim pay pact expires", "2026-03-15", "firm"),
        *said(GRID, SENTENCES["pact_old"], "March 15"),
    ),
    (
        *("c1", "deadline", "e3", "interim pay pact expires", "2026-03-31", "firm"),
        *said(HARBOUR, SENTENCES["pact_new"], "March 31"),
    ),
)

CHANGES = extract(
    "changes",
    "severity change entity entity_id what was now " + " ".join(EVIDENCE) + " exact",
    (
        *(1, "moved", "deadline", "e3", "interim pay pact expires", "2026-03-15", "2026-03-31"),
        *said(HARBOUR, SENTENCES["pact"], "March 31"),
    ),
    (
        *(2, "due today", "deadline", "e1", "vote on the winter price cap", None, "2026-03-05"),
        *said(GRID, SENTENCES["vote"], "at 14:00 UTC on Thursday"),
    ),
    (
        *(3, "new", "position", "p2", "Voltverk threatens to move two lines abroad", None, None),
        *said(TARIFF, SENTENCES["threat"], "move two lines abroad"),
    ),
)

COVERAGE = extract(
    "coverage",
    "status source expected loaded late rejected reason",
    ("rejected", "desk/agency-0312.html", None, 0, 0, 1, "The file holds no article text."),
    ("silent", "Harbour Gazette", 3, 0, 0, 0, None),
    ("late", "The Ledger", 1, 1, 1, 0, None),
    ("ok", "Sound Courier", 2, 2, 0, 0, None),
    ("ok", "Northern Wire", 1, 1, 0, 0, None),
)

EXTRACTS = {
    table.name: table
    for table in (
        ARTICLES,
        ISSUES,
        POSITIONS,
        QUOTES,
        DEADLINES,
        CONFLICTS,
        CHANGES,
        COVERAGE,
    )
}
