"""One invented morning: what the briefing tables hold for 5 March 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from flows.extracts.extract import Briefing, Cell, Column, ColumnType, Extract, Source

DAY = date(2026, 3, 5)

TYPES: dict[str, ColumnType] = {
    "articles_expected": ColumnType.NUMBER,
    "confidence": ColumnType.NUMBER,
    "speaker_confidence": ColumnType.NUMBER,
    "has_conflict": ColumnType.BOOLEAN,
    "is_claim": ColumnType.BOOLEAN,
    **dict.fromkeys(
        (
            *("briefing_date", "dateline_date", "due_start", "due_end", "first_seen"),
            "last_affirmed",
        ),
        ColumnType.DATE,
    ),
    **dict.fromkeys(("published_at", "due_at"), ColumnType.DATETIME),
    **dict.fromkeys(
        (
            *("revision", "word_count", "quotes", "deadlines", "rank", "mentions", "articles"),
            *("outlets", "origins", "change_1_day", "change_7_days", "issue_rank", "days_left"),
            *("silent_days", "claims", "moves", "severity", "articles_loaded", "articles_late"),
            *("files_rejected", "start", "end", "variants"),
        ),
        ColumnType.INTEGER,
    ),
}

EVIDENCE = " sentence article_id start end exact"

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


def extract(name: str, key: str, columns: str, *rows: tuple[Cell, ...]) -> Extract:
    """Return an extract with briefing_date in front of each row."""
    return Extract(
        name=name,
        description=f"One row per row of {name}.",
        columns=tuple(
            Column(column, TYPES.get(column, ColumnType.STRING), f"The {column} of the row.")
            for column in ("briefing_date", *columns.split())
        ),
        primary_key=tuple(key.split()),
        rows=tuple((DAY, *row) for row in rows),
    )


def said(source: Source, sentence: str | None, exact: str | None) -> tuple[Cell, ...]:
    """Return the evidence columns of a row, as if the sentence opened the article."""
    if sentence is None or exact is None:
        return (None, source.article_id, None, None, None)
    start = sentence.index(exact)
    return (sentence, source.article_id, start, start + len(exact), exact)


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
    "article_id",
    "article_id headline outlet authors edition section dateline_place dateline_date"
    " published_at published_precision published_basis arrival revision language word_count"
    " quotes deadlines issues story_id copy_of url summary source_file",
    *(
        (
            *(source.article_id, source.headline, source.outlet, "J. Berg; M. Ek", None),
            *("economy", "Lund", DAY, source.published_at, "minute", "metadata", "on time", 1),
            *("en", 420, 2, 2, "Battery levy", f"s-{source.article_id}", None, source.url),
            *("A summary.", f"inbox/{source.article_id}.html"),
        )
        for source in (HARBOUR, TARIFF, GRID)
    ),
)

ISSUES = extract(
    "issues",
    "issue_id",
    "rank issue_id name subject_code mentions articles outlets origins change_1_day"
    " change_7_days top_quote top_quote_speaker" + EVIDENCE,
    (
        *(1, *ISSUE_LEVY, "medtop:20000382", 14, 3, 3, 2, 6, 9),
        *("We would close two lines within a year", "Per Lind"),
        *said(TARIFF, SENTENCES["maker"], "We would close two lines within a year"),
    ),
    (
        *(2, *ISSUE_ROTA, "medtop:20000523", 9, 2, 1, 1, -2, 4, None, None),
        *said(HARBOUR, SENTENCES["rota"], "rota"),
    ),
    (*(3, *ISSUE_GRID, None, 3, 1, 1, 1, 0, 3, None, None), *said(GRID, None, None)),
)

POSITIONS = extract(
    "positions",
    "stand_id",
    "stand_id actor issue_id issue position_type statement voice is_claim"
    " condition_of conditioned_statement change old_type"
    " first_seen last_affirmed articles outlets position_id rule confidence" + EVIDENCE,
    (
        *("st1", "Drivers' union", *ISSUE_ROTA, "request", "a rota with two free weekends"),
        *(None, False, None, None, "repeated", None),
        *(date(2026, 2, 24), DAY, 3, 2, "p1", "wants", 0.9),
        *said(HARBOUR, SENTENCES["demand"], "a rota with two free weekends a month"),
    ),
    (
        *("st2", "Voltverk", *ISSUE_LEVY, "condition", "if the levy passed unchanged"),
        *("Per Lind", False, "p3", "move two lines abroad", "new", None),
        *(DAY, DAY, 1, 1, "p2", "if", 0.7),
        *said(TARIFF, SENTENCES["threat"], "if the levy passed unchanged"),
    ),
    (
        *("st3", "Voltverk", *ISSUE_LEVY, "threat", "move two lines abroad"),
        *("Per Lind", False, None, None, "hardened", "request", DAY, DAY, 1, 1, "p3", "would", 0.8),
        *said(TARIFF, SENTENCES["threat"], "move two lines abroad"),
    ),
)

QUOTES = extract(
    "quotes",
    "quote_id",
    "issue_rank issue_id issue quote_id turn_id speaker_id speaker_name speaker_role"
    " speaker_affiliation speaker_kind speaker_mention cue attribution quote_type"
    " headline outlet published_at copy_of"
    " rule confidence speaker_confidence variant_group variant_of_first variants" + EVIDENCE,
    (
        *(1, *ISSUE_LEVY, "q1", "t1", "s1", "Per Lind", "chief executive", "Voltverk", "person"),
        *(
            "Per Lind",
            "said",
            "speech",
            "direct",
            TARIFF.headline,
            TARIFF.outlet,
            TARIFF.published_at,
        ),
        *(None, "name_after_verb", 0.97, 0.98, "v1", "cut", 2),
        *said(TARIFF, SENTENCES["maker"], "We would close two lines within a year"),
    ),
    (
        *(1, *ISSUE_LEVY, "q2", "t2", None, None, None, None, "organisation"),
        *("The ministry", "said", "speech", "indirect", TARIFF.headline, TARIFF.outlet),
        *(TARIFF.published_at, None, "name_before_verb", 0.71, None, None, None, 0),
        *said(
            TARIFF,
            SENTENCES["ministry"],
            "it had heard the makers and would publish a new draft",
        ),
    ),
    (
        *(2, *ISSUE_ROTA, "q3", "t3", "s2", "Ida Holm", None, "Drivers' union", "person"),
        *("Ida Holm", "said", "speech", "direct", HARBOUR.headline, HARBOUR.outlet),
        *(HARBOUR.published_at, None),
        *("name_after_verb", 0.98, 0.98, None, None, 0),
        *said(HARBOUR, SENTENCES["talks"], "Nobody wants an empty quay at Easter,"),
    ),
    (
        *(2, *ISSUE_ROTA, "q4", "t3", "s2", "Ida Holm", None, "Drivers' union", "person"),
        *("she", "added", "speech", "direct", HARBOUR.headline, HARBOUR.outlet),
        *(HARBOUR.published_at, None),
        *("pronoun", 0.93, 0.9, None, None, 0),
        *said(HARBOUR, SENTENCES["talks_2"], "But nobody will sign a rota that breaks families,"),
    ),
)

DEADLINES = extract(
    "deadlines",
    "event_id",
    "event_id event event_type actor relation due_start due_end due_at granularity days_left"
    " certainty change old_due silent_days claims outlets has_conflict voice published_at rule"
    " confidence deadline_id moves" + EVIDENCE,
    (
        *("e1", "vote on the winter price cap", "vote", "Members", "on", DAY, DAY),
        *(datetime.fromisoformat("2026-03-05T14:00"), "minute", 0, "firm", "due today", None),
        *(1, 1, 1, False, None, GRID.published_at, "trigger", 0.91, "d1", 0),
        *said(GRID, SENTENCES["vote"], "at 14:00 UTC on Thursday"),
    ),
    (
        *("e2", "drivers walk out", "other", "Drivers", "on", date(2026, 3, 16)),
        *(date(2026, 3, 16), None, "day", 11, "threatened", "confirmed", None, 0, 2, 2, False),
        *(None, HARBOUR.published_at, "trigger", 0.88, "d2", 0),
        *said(HARBOUR, SENTENCES["strike"], "Monday, March 16"),
    ),
    (
        *("e3", "interim pay pact expires", "expiry", "Lund Harbour", "until"),
        *(date(2026, 3, 31), date(2026, 3, 31), None, "day", 26, "firm", "moved", "2026-03-15"),
        *(0, 3, 2, True, None, HARBOUR.published_at, "trigger", 0.95, "d3", 1),
        *said(HARBOUR, SENTENCES["pact"], "March 31"),
    ),
    (
        *("e4", "battery levy takes effect", "effective", None, "on", date(2026, 4, 1)),
        *(date(2026, 6, 30), None, "quarter", 27, "expected", "silent", None, 3, 1, 1, False),
        *("the ministry", TARIFF.published_at, "trigger", 0.86, "d4", 2),
        *said(TARIFF, SENTENCES["levy"], "the second quarter"),
    ),
)

CONFLICTS = extract(
    "conflicts",
    "conflict_id claim_id",
    "conflict_id subject subject_id event claim claim_id voice outlet published_at" + EVIDENCE,
    (
        *("c1", "deadline", "e3", "interim pay pact expires", "2026-03-15", "d9", None),
        *(GRID.outlet, GRID.published_at),
        *said(GRID, SENTENCES["pact_old"], "March 15"),
    ),
    (
        *("c1", "deadline", "e3", "interim pay pact expires", "2026-03-31", "d3", None),
        *(HARBOUR.outlet, HARBOUR.published_at),
        *said(HARBOUR, SENTENCES["pact_new"], "March 31"),
    ),
)

CHANGES = extract(
    "changes",
    "entity_type entity_id change",
    "severity change entity_type entity entity_id old_value new_value" + EVIDENCE,
    (
        *(1, "corrected", "article", GRID.headline, "a3b9", "revision 1", "revision 2"),
        *said(GRID, None, None),
    ),
    (
        *(1, "due today", "deadline", "vote on the winter price cap", "e1", None, "2026-03-05"),
        *said(GRID, SENTENCES["vote"], "at 14:00 UTC on Thursday"),
    ),
    (
        *(1, "moved", "deadline", "interim pay pact expires", "e3", "2026-03-15", "2026-03-31"),
        *said(HARBOUR, SENTENCES["pact"], "March 31"),
    ),
    (
        *(2, "hardened", "position", "Voltverk: Battery levy", "st3", "request", "threat"),
        *said(TARIFF, SENTENCES["threat"], "move two lines abroad"),
    ),
    (
        *(2, "passed", "deadline", "harbour council meets", "e0", "2026-03-04", None),
        *said(GRID, None, None),
    ),
)

COVERAGE = extract(
    "coverage",
    "source",
    "status source articles_expected articles_loaded articles_late files_rejected problem",
    ("failed", "https://ledger.example/rss", None, 0, 0, 0, "HTTP 500"),
    ("ok", "Northern Wire", 1.0, 1, 0, 0, None),
    ("ok", "Sound Courier", 1.5, 2, 0, 0, None),
    ("ok", "The Ledger", 1.0, 1, 1, 0, None),
    ("rejected", "unreadable files", None, 0, 0, 1, None),
    ("silent", "Harbour Gazette", 3.0, 0, 0, 0, None),
)

BRIEFING = Briefing(
    day=DAY,
    extracts={
        table.name: table
        for table in (
            *(ARTICLES, ISSUES, POSITIONS, QUOTES),
            *(DEADLINES, CONFLICTS, CHANGES, COVERAGE),
        )
    },
    sources={source.article_id: source for source in (HARBOUR, TARIFF, GRID)},
)


def hostile(text: str) -> Briefing:
    """Return the invented morning with every text that comes from an article replaced."""
    ours = {"article_id", "change", "conflict_id", "event_id", "granularity", "relation"}
    extracts = {
        name: replace(
            table,
            rows=tuple(
                tuple(
                    text if isinstance(cell, str) and column.name not in ours else cell
                    for column, cell in zip(table.columns, row, strict=True)
                )
                for row in table.rows
            ),
        )
        for name, table in BRIEFING.extracts.items()
    }
    sources = {
        key: Source(key, text, text, text, source.published_at)
        for key, source in BRIEFING.sources.items()
    }
    return Briefing(DAY, extracts, sources)
