"""speakers.csv: what it says, what is wrong with it, and which days a change of it touches."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.errors import SpeakersFileError
from flows.settings import Settings, load_settings
from flows.speakers import EXAMPLE, Decision, Verdict, decisions_in, take_decisions
from flows.store.dbt import build_models
from flows.store.warehouse import open_warehouse
from tests.sql.newsroom import SQL, Newsroom, write

HEADER = "decision,name,speaker,role,article,note\n"


def test_the_example_says_what_it_says() -> None:
    same, different, rename = decisions_in(EXAMPLE.encode(), "speakers.csv")
    assert same == Decision(
        2, Verdict.SAME, "Robert A. Lindqvist", "Bob Lindqvist", note="his full name"
    )
    assert (different.line, different.decision, different.role) == (3, "different", "goalkeeper")
    assert (rename.name, rename.speaker) == ("Ministry", "Ministry of Ports")


def test_a_spreadsheet_may_write_semicolons_a_mark_before_them_and_empty_lines() -> None:
    content = "\ufeffdecision;name;speaker\r\n\r\nsame;Ana M. Ruiz;Ana Ruiz\r\n;;\r\n".encode()
    (decision,) = decisions_in(content, "speakers.csv")
    assert (decision.line, decision.name, decision.speaker) == (3, "Ana M. Ruiz", "Ana Ruiz")


def test_an_empty_file_decides_nothing() -> None:
    assert decisions_in(b"", "speakers.csv") == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("decision,name\n", 'line 1, column "speaker": this column must be there, once'),
        ("decision,name,speaker,who\n", 'line 1, column "who": unknown column'),
        (HEADER + "joined,A B,C D,,,\n", 'line 2, column "decision": "joined" is unknown'),
        (HEADER + "\nsame,,C D,,,\n", 'line 3, column "name": nothing is written here'),
        (HEADER + "same,A B,a  b,,,\n", 'line 2, column "speaker": this is "A B" once more'),
        (HEADER + "same,A B,C D,,x1,\n", 'line 2, column "article": "x1" is no article_id'),
        (HEADER + "rename,A B,C D,mayor,,\n", 'line 2, column "role": a new name holds'),
        (HEADER + "same,A B,C D,,,one,two\n", "line 2: there are more cells than columns"),
        (HEADER + 'same,"A B,C D,,,\n', "line 2: this is no line of a table"),
        (
            HEADER + "same,A B,C D,,,\ndifferent,a b,E F,,,\n",
            'line 3, column "name": "a b" is decided in line 2 already',
        ),
        (
            HEADER + "same,A B,C D,,,\nsame,C D,E F,,,\n",
            'line 2, column "speaker": line 3 says that this is "E F"',
        ),
    ],
)
def test_a_mistake_is_named_with_line_and_column(content: str, said: str) -> None:
    with pytest.raises(SpeakersFileError) as raised:
        decisions_in(content.encode(), "speakers.csv")
    assert f"speakers.csv, {said}" in str(raised.value)


def test_a_file_of_another_encoding_is_named() -> None:
    with pytest.raises(SpeakersFileError, match="line 2: this is no UTF-8"):
        decisions_in(HEADER.encode() + "same,Åse Lie,Åse L.\n".encode("latin-1"), "speakers.csv")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Three days of quotes, modelled, and nothing stale."""
    settings = load_settings(tmp_path_factory.mktemp("data"))
    newsroom = Newsroom()
    for day, speaker in ((4, "Ana Ruiz"), (5, "J.D. Vane"), (6, "Ana M. Ruiz")):
        paper = newsroom.article(f"d{day}", f"2030-03-0{day} 09:00", f"It is fine, said {speaker}.")
        paper.quote("It is fine", speaker)
    write(newsroom.tables, settings.warehouse)
    days = [date(2030, 3, 6)]
    build_models(settings.warehouse, SQL, settings.work_dir, days, time_zone="UTC")
    return settings


def days_touched(settings: Settings, *lines: str) -> list[int]:
    """Write the file, take it in, and return which days of March are stale because of it."""
    settings.speakers_file.write_text(HEADER + "\n".join(lines), encoding="utf-8")
    with open_warehouse(settings.warehouse) as warehouse:
        warehouse.query("delete from raw.stale_days")
        take_decisions(warehouse, settings)
        found = warehouse.query("select briefing_date from raw.stale_days order by all")
        return [row["briefing_date"].day for row in found if isinstance(row["briefing_date"], date)]


def test_a_change_touches_the_days_of_its_speakers_alone(settings: Settings) -> None:
    vane = "same,JD Vane,James Vane,,,"
    assert days_touched(settings, vane) == [5]
    assert days_touched(settings, "", vane + "a note") == []
    assert days_touched(settings, vane, "rename,ANA RUIZ,Ana Ruiz of the port,,,") == [4, 6]
    assert days_touched(settings, vane, "same,Nobody Known,Someone Else,,,") == [4, 6]
    assert days_touched(settings) == [5]


def test_a_mistake_leaves_everything_as_it_was(settings: Settings) -> None:
    days_touched(settings, "same,JD Vane,James Vane,,,")
    with pytest.raises(SpeakersFileError):
        days_touched(settings, "joined,A B,C D,,,")
    with open_warehouse(settings.warehouse) as warehouse:
        assert [row["name"] for row in warehouse.query("from raw.speaker_decisions")] == ["JD Vane"]


def test_no_file_is_no_decision(settings: Settings) -> None:
    days_touched(settings, "same,JD Vane,James Vane,,,")
    Path(settings.speakers_file).unlink()
    with open_warehouse(settings.warehouse) as warehouse:
        take_decisions(warehouse, settings)
        assert warehouse.query("from raw.speaker_decisions") == []
