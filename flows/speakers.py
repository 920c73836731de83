"""What people decided about speakers: `speakers.csv`, read, checked and brought into the tables.

The file lists who is who where the rules cannot know it. It is applied in SQL at every build, so
it survives them all; a change makes the days stale on which one of its speakers is quoted.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from flows.errors import SpeakersFileError
from flows.rows import Row
from flows.settings import SPEAKERS, Settings
from flows.store.references import keep_reference, references_changed_since
from flows.store.warehouse import Warehouse

EXAMPLE = """\
decision,name,speaker,role,article,note
same,Robert A. Lindqvist,Bob Lindqvist,,,his full name
different,Chris Holm,Chris Holm (goalkeeper),goalkeeper,,not the minister
rename,Ministry,Ministry of Ports,,,
"""

COLUMNS = ("decision", "name", "speaker", "role", "article", "note")
REQUIRED = COLUMNS[:3]

_ARTICLE_ID = re.compile(r"a[0-9a-f]{16}\Z")
# A name as SQL compares it; see sql/macros/folded.sql.
_FOLDED = (
    "trim(regexp_replace(regexp_replace(strip_accents(lower({})), '[.''’]', '', 'g'),"
    " '[^\\p{{L}}\\p{{N}}]+', ' ', 'g'))"
)
_IS_BUILT = "select 1 from duckdb_tables() where table_name = 'int_speakers_identified'"
_DAYS_OF_SPEAKERS = f"""
    with touched as (
        select speaker_id
        from main.int_speakers_identified
        where
            {_FOLDED.format("speaker_name")} in (select {_FOLDED.format("unnest(?)")})
            or {_FOLDED.format("name")} in (select {_FOLDED.format("unnest(?)")})
            or speaker_id in (select unnest(?))
    )
    select distinct article_revisions.published_day
    from main.int_speakers_identified as identified
    inner join main.article_revisions on identified.revision_id = article_revisions.revision_id
    where identified.speaker_id in (select speaker_id from touched)
"""  # noqa: S608 # both parts are ours


class Verdict(StrEnum):
    """What is decided about a name."""

    SAME = "same"
    DIFFERENT = "different"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file. `name` and `speaker` are names as articles give them, or ids.

    Same: whoever is called `name` is `speaker`. Different: whoever is called `name` is none of
    those whom the rules take for one, but `speaker`, a name that nobody has yet. Rename: whoever
    is called `name` is shown as `speaker`. With `role` or `article_id` it holds only there.
    """

    line: int
    decision: Verdict
    name: str
    speaker: str
    role: str | None = None
    article_id: str | None = None
    note: str | None = None


def decisions_in(content: bytes, file: str) -> list[Decision]:
    """Return the decisions of a file, in its order; an empty file has none.

    Raises SpeakersFileError, naming line and column, where it has a mistake.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = "this is no UTF-8; save the file as “CSV UTF-8”"
        raise SpeakersFileError(file, line, None, problem) from error
    decisions = list(_Reader(text, file).decisions())
    _check_together(decisions, file)
    return decisions


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks one file and knows where each mistake stands."""

    text: str
    file: str

    def error(self, line: int, column: str | None, problem: str) -> SpeakersFileError:
        return SpeakersFileError(self.file, line, column, problem)

    def decisions(self) -> Iterator[Decision]:
        """Yield each line that says something, checked."""
        first = self.text.partition("\n")[0]
        # Spreadsheets of half of Europe write semicolons.
        separator = ";" if first.count(";") > first.count(",") else ","
        rows = csv.reader(self.text.splitlines(keepends=True), delimiter=separator, strict=True)
        header: list[str] | None = None
        while True:
            line = rows.line_num + 1
            try:
                cells = [cell.strip() for cell in next(rows)]
            except StopIteration:
                return
            except csv.Error as error:
                raise self.error(line, None, f"this is no line of a table: {error}") from error
            if header is None:
                header = self._header(cells)
            elif any(cells):
                yield self._decision(line, header, cells)

    def _header(self, cells: Sequence[str]) -> list[str]:
        names = [cell.lower() for cell in cells]
        for name in names:
            if name not in COLUMNS:
                raise self.error(1, name, f"unknown column; there are {', '.join(COLUMNS)}")
        for name in REQUIRED:
            if names.count(name) != 1:
                raise self.error(1, name, "this column must be there, once")
        return names

    def _decision(self, line: int, header: Sequence[str], cells: Sequence[str]) -> Decision:
        if len(cells) > len(header):
            problem = "there are more cells than columns; a name with a comma needs quotation marks"
            raise self.error(line, None, problem)
        row = dict(zip(header, cells, strict=False))
        for column in REQUIRED:
            if not row.get(column):
                raise self.error(line, column, "nothing is written here")
        if row["decision"] not in set(Verdict):
            problem = f'"{row["decision"]}" is unknown; write {", ".join(Verdict)}'
            raise self.error(line, "decision", problem)
        decision = Decision(
            line=line,
            decision=Verdict(row["decision"]),
            name=row["name"],
            speaker=row["speaker"],
            role=row.get("role") or None,
            article_id=row.get("article") or None,
            note=row.get("note") or None,
        )
        self._check(decision)
        return decision

    def _check(self, decision: Decision) -> None:
        line, article_id = decision.line, decision.article_id
        if _key(decision.name) == _key(decision.speaker) and decision.decision != Verdict.RENAME:
            raise self.error(line, "speaker", f'this is "{decision.name}" once more')
        if article_id is not None and not _ARTICLE_ID.match(article_id):
            problem = f'"{article_id}" is no article_id, such as a2682193346b3c063'
            raise self.error(line, "article", problem)
        if decision.decision is Verdict.RENAME and decision.role is not None:
            raise self.error(line, "role", "a new name holds everywhere; leave this empty")
        if decision.decision is Verdict.RENAME and article_id is not None:
            raise self.error(line, "article", "a new name holds everywhere; leave this empty")


def _check_together(decisions: Sequence[Decision], file: str) -> None:
    """Check what concerns two lines: nothing twice, and no way that leads on to another."""
    lines: dict[tuple[str | None, ...], int] = {}
    joined = {
        _key(decision.name): decision
        for decision in decisions
        if decision.decision is Verdict.SAME and not (decision.role or decision.article_id)
    }
    for decision in decisions:
        is_rename = str(decision.decision is Verdict.RENAME)
        subject = (is_rename, _key(decision.name), decision.role, decision.article_id)
        if subject in lines:
            problem = f'"{decision.name}" is decided in line {lines[subject]} already'
            raise SpeakersFileError(file, decision.line, "name", problem)
        lines[subject] = decision.line
        onward = joined.get(_key(decision.speaker))
        if decision.decision is Verdict.SAME and onward is not None:
            problem = f'line {onward.line} says that this is "{onward.speaker}"; write that here'
            raise SpeakersFileError(file, decision.line, "speaker", problem)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def take_decisions(warehouse: Warehouse, settings: Settings) -> None:
    """Bring the tables up to the file: the days whose speakers it changes are stale then.

    Raises SpeakersFileError where the file has a mistake: then nothing changes.
    """
    files = {SPEAKERS: settings.speakers_file}
    if not references_changed_since(warehouse, files):
        return
    path = settings.speakers_file
    decisions = decisions_in(path.read_bytes() if path.exists() else b"", str(path))
    rows = [asdict(decision) for decision in decisions]
    with warehouse.transaction():
        before = warehouse.query("select * from raw.speaker_decisions")
        warehouse.append_missing_days(_days_changed(warehouse, before, rows))
        warehouse.query("delete from raw.speaker_decisions")
        warehouse.append("speaker_decisions", rows)
        keep_reference(warehouse, SPEAKERS, path)


def _days_changed(warehouse: Warehouse, before: Sequence[Row], now: Sequence[Row]) -> set[date]:
    """Return the days on which somebody is quoted whom a new or a dropped decision names."""
    changed = {_content(row) for row in before} ^ {_content(row) for row in now}
    names = sorted({name for _, *both, _, _ in changed for name in both if name})
    if not names or not warehouse.query(_IS_BUILT):
        return set()
    found = warehouse.query(_DAYS_OF_SPEAKERS, [names, names, names])
    return {cast("date", row["published_day"]) for row in found}


def _content(row: Row) -> tuple[str | None, ...]:
    """Return what a decision says, without its line and its note."""
    columns = ("decision", "name", "speaker", "role", "article_id")
    return tuple(None if row[column] is None else str(row[column]) for column in columns)
