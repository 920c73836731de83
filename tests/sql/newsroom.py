"""A newsroom that writes raw rows by hand: each finding is given by its words in the body."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

ROOT = Path(__file__).parents[2]
SQL = ROOT / "sql"
SCHEMA = (ROOT / "flows" / "store" / "schema.sql").read_text(encoding="utf-8")

Row = dict[str, Any]
Tables = dict[str, list[Row]]


@dataclass
class Newsroom:
    """Raw rows in the making. A finding's span is looked up in the body by its words."""

    tables: Tables = field(default_factory=dict[str, list[Row]])

    def add(self, table: str, **row: object) -> None:
        self.tables.setdefault(table, []).append(row)

    def article(self, name: str, published_at: str, body: str, **values: object) -> Reporter:
        revision_id = f"r_{name}"
        usual: Row = {
            "revision_id": revision_id,
            "article_id": f"a_{name}",
            "content_sha256": hashlib.sha256(body.encode()).hexdigest(),
            "headline": f"Headline of {name}",
            "outlet": "Harbour Post",
            "authors": [],
            "published_at": datetime.fromisoformat(published_at),
            "published_precision": "minute",
            "published_basis": "metadata",
            "topics": [],
            "metadata_basis": {},
            "body": body,
            "blocks": [],
            "word_count": len(body.split()),
            "minhash": [],
            "source_file": f"inbox/{name}.txt",
            "source_format": "text",
            "run_id": "run_1",
            "loaded_at": datetime.fromisoformat(published_at) + timedelta(minutes=5),
        }
        row = usual | values
        self.add("articles", **row)
        return Reporter(self, str(row["revision_id"]), str(row["article_id"]), body)


@dataclass(frozen=True)
class Reporter:
    """Adds findings to one revision."""

    newsroom: Newsroom
    revision_id: str
    article_id: str
    body: str

    def _evidence(self, words: str) -> Row:
        start = self.body.index(words)
        sentence_start = self.body.rfind(".", 0, start) + 1
        sentence_end = self.body.find(".", start) + 1 or len(self.body)
        return {
            "revision_id": self.revision_id,
            "article_id": self.article_id,
            "start": start,
            "end": start + len(words),
            "exact": words,
            "sentence": self.body[sentence_start:sentence_end].strip(),
            "rule": "by_hand",
            "confidence": 0.9,
        }

    def deadline(self, event_id: str, words: str, due: str, **values: object) -> None:
        row = self._evidence(words)
        row["expression"] = row.pop("exact")
        first, _, last = due.partition("/")
        self.newsroom.add(
            "deadlines",
            **row
            | {
                "deadline_id": f"d_{self.article_id}_{row['start']}_{event_id}",
                "event_id": event_id,
                "event": f"what happens to {event_id}",
                "event_head": "happens",
                "event_type": "other",
                "relation": "on",
                "due_start": date.fromisoformat(first),
                "due_end": date.fromisoformat(last or first),
                "granularity": "range" if last else "day",
                "timex_value": due,
                "anchor_date": date(2030, 3, 4),
                "certainty": "firm",
                "event_start": row["start"],
                "event_end": row["end"],
            }
            | values,
        )

    def quote(self, words: str, speaker: str | None, **values: object) -> None:
        row = self._evidence(words)
        self.newsroom.add(
            "quotes",
            **row
            | {
                "quote_id": f"q_{self.article_id}_{row['start']}",
                "turn_id": f"t_{self.article_id}_{row['start']}",
                "position": 1,
                "quote_type": "direct",
                "speaker_name": speaker,
                "speaker_mention": speaker,
                "speaker_kind": speaker and "person",
            }
            | values,
        )

    def issue(self, issue_id: str, words: str, **values: object) -> None:
        self.mention(issue_id, words)
        row = self._evidence(words)
        del row["rule"], row["confidence"]
        self.newsroom.add(
            "issues",
            **row
            | {
                "article_issue_id": f"i_{self.article_id}_{issue_id}",
                "issue_id": issue_id,
                "name": issue_id.title(),
                "basis": "matched",
                "mentions": 1,
                "salience": 0.5,
            }
            | values,
        )

    def mention(self, issue_id: str, words: str) -> None:
        """Mention an issue in words that stand in the body, and in a paragraph of one sentence."""
        row = self._evidence(words)
        first = self.body.rfind(".", 0, row["start"]) + 1
        last = self.body.find(".", row["start"]) + 1 or len(self.body)
        keys = ("revision_id", "article_id", "start", "end", "exact")
        self.newsroom.add(
            "issue_mentions",
            **{key: row[key] for key in keys},
            issue_id=issue_id,
            sentence_start=first,
            sentence_end=last,
            paragraph_start=0,
            paragraph_end=len(self.body),
        )

    def position(self, actor: str, position_type: str, words: str, **values: object) -> None:
        row = self._evidence(words)
        self.newsroom.add(
            "positions",
            **row
            | {
                "position_id": f"p_{self.article_id}_{row['start']}_{position_type}",
                "actor": actor,
                "position_type": position_type,
                "is_claim": False,
            }
            | values,
        )


def write(tables: Tables, warehouse: Path) -> None:
    """Create the raw tables and put the rows into them."""
    with duckdb.connect(warehouse) as connection:
        connection.execute(SCHEMA)
        for table, rows in tables.items():
            for row in rows:
                names = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" for _ in row)
                connection.execute(
                    f"insert into raw.{table} ({names}) values ({marks})",  # noqa: S608 - ours
                    list(row.values()),
                )
