"""The same words in several articles: how they differ, who is said to have said them."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.store.dbt import build_models
from tests.sql.conftest import rows
from tests.sql.newsroom import ROOT, Newsroom, write

DAYS = [date(2030, 3, day) for day in (4, 5, 6)]

DREDGING = "The levy pays for dredging, and the dredging pays for the ships of the farmers"
WATER = "We have water behind the dams and gas in the caverns for thirty days of frost"
BELL = "Every bell in the harbour rang before the old lighthouse went dark for good"
NIGHT = "Nobody sleeps through the winter nights on the northern signal boxes any more"
ROPES = "Frozen ropes broke twice before the pilots could bring the grain barges home"
PIERS = "Old piers rot quietly below the water line while the council counts the gulls"
CRANES = "Seven cranes stood idle all week because the union and the port lost the key"
MILLS = "Paper mills on both rivers close their gates unless the coal trains arrive"


def story() -> Newsroom:
    newsroom = Newsroom()
    _levy(newsroom)
    _near_misses(newsroom)
    _other_speakers(newsroom)
    return newsroom


def say(
    newsroom: Newsroom, name: str, day: str, words: str, speaker: str | None, **values: str
) -> None:
    """Write an article in which `speaker` says this, `told` by another person, if given."""
    told = values.pop("told", f", said {speaker}.")
    paper = newsroom.article(name, f"2030-{day}", f"News of {name}. “{words}”{told}")
    paper.quote(words, speaker, **values)


def _levy(newsroom: Newsroom) -> None:
    say(newsroom, "levy_wire", "03-04 09:00", DREDGING, "Jonas Hallberg")
    say(newsroom, "levy_same", "03-04 10:00", DREDGING.upper(), "Jonas Hallberg")
    cut = "The levy pays for dredging"
    say(newsroom, "levy_cut", "03-04 11:00", f"{cut}, and the dredging", "Hallberg")
    full = f"{DREDGING}, as everybody knew from the first day"
    say(newsroom, "levy_full", "03-04 12:00", full, "Jonas Hallberg")
    mixed = "the levy pays for dredging, and dredging pays for the ships, as he put it"
    say(newsroom, "levy_mixed", "03-05 09:00", mixed, "Jonas Hallberg", quote_type="mixed")
    reworded = "This levy pays for dredging; that dredging pays for ships, not for our ministers"
    say(newsroom, "levy_reworded", "03-06 09:00", reworded, "Jonas Hallberg")


def _near_misses(newsroom: Newsroom) -> None:
    for number, day in enumerate(("03-04", "03-05")):
        say(newsroom, f"thanks_{number}", f"{day} 09:00", "Thank you all very much", "Ana Ruiz")
        water = f"{WATER}, and day {number} changes nothing"
        say(newsroom, f"month_{number}", f"0{3 + number}-1{number} 09:00", water, "Per Aldous")
    grain = "The grain harvest of the northern plains was poor, and prices rose in every town"
    say(newsroom, "grain_1", "03-04 09:00", grain, "Ana Ruiz")
    other = "The grain harvest of southern farms feeds a million people whom nobody counted"
    say(newsroom, "grain_2", "03-05 09:00", other, "Ana Ruiz")


def _other_speakers(newsroom: Newsroom) -> None:
    # Two papers name two people: that cannot be.
    say(newsroom, "bell_1", "03-04 09:00", BELL, "Ida Moss")
    say(newsroom, "bell_2", "03-05 09:00", BELL, "Karl Voss")
    say(newsroom, "bell_3", "03-05 10:00", BELL, "Moss")
    # One names nobody.
    say(newsroom, "night_1", "03-04 09:00", NIGHT, "Ida Moss")
    say(newsroom, "night_2", "03-05 09:00", NIGHT, None, told=", a driver said.")
    # One has it at second hand.
    say(newsroom, "ropes_1", "03-04 09:00", ROPES, "Ida Moss")
    told = ", said Karl Voss, reading what Ida Moss had told the inquiry."
    say(newsroom, "ropes_2", "03-05 09:00", ROPES, "Karl Voss", told=told)
    # Two people of one last name are two people; named both, one tells of the other.
    say(newsroom, "piers_1", "03-04 09:00", PIERS, "John Hale")
    say(newsroom, "piers_2", "03-05 09:00", PIERS, "Mary Hale")
    say(newsroom, "cranes_1", "03-04 09:00", CRANES, "John Hale")
    told = ", said Mary Hale, reading what John Hale had told the inquiry."
    say(newsroom, "cranes_2", "03-05 09:00", CRANES, "Mary Hale", told=told)
    # A body speaks through a person.
    say(newsroom, "mills_1", "03-04 09:00", MILLS, "Paper Board", speaker_kind="organisation")
    say(newsroom, "mills_2", "03-05 09:00", MILLS, "Freya Lind")


@pytest.fixture(scope="module")
def warehouse(
    work_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Generator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("words") / "warehouse.duckdb"
    write(story().tables, path)
    build_models(path, ROOT / "sql", work_dir, DAYS, time_zone="UTC")
    with duckdb.connect(path, read_only=True) as connection:
        yield connection


def variants(warehouse: duckdb.DuckDBPyConnection, name: str) -> dict[str, str | None]:
    found = rows(
        warehouse,
        f"""
        select article_id[3:], variant_of_first from quotes
        where article_id like 'a_{name}%' order by all
        """,  # noqa: S608 - ours
    )
    return dict(found)


def test_one_utterance_is_one_group_that_says_how_each_differs(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert variants(warehouse, "levy") == {
        "levy_wire": "first",
        "levy_same": "identical",
        "levy_cut": "cut",
        "levy_full": "extended",
        "levy_mixed": "mixed",
        "levy_reworded": "reworded",
    }
    groups = "select distinct variant_group from quotes where article_id like 'a_levy%'"
    assert len(rows(warehouse, groups)) == 1


@pytest.mark.parametrize("name", ["thanks", "month", "grain"])
def test_a_phrase_a_month_later_or_a_few_words_are_not_the_same(
    warehouse: duckdb.DuckDBPyConnection, name: str
) -> None:
    assert set(variants(warehouse, name).values()) == {None}


def test_a_briefing_counts_only_what_could_be_read_by_then(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    counted = """
        select article_id[3:], variants from briefing_quotes
        where article_id in ('a_levy_wire', 'a_levy_mixed', 'a_levy_reworded', 'a_bell_1')
        order by all
    """
    assert rows(warehouse, counted) == [
        ("bell_1", 0),
        ("levy_mixed", 4),
        ("levy_reworded", 5),
        ("levy_wire", 3),
    ]


def test_the_same_words_of_two_people_contradict_each_other(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    claims = "select claim, article_id[3:], exact from conflicts where subject = 'quote'"
    assert sorted(rows(warehouse, claims)) == [
        ("Ida Moss", "bell_1", BELL),
        ("John Hale", "piers_1", PIERS),
        ("Karl Voss", "bell_2", BELL),
        ("Mary Hale", "piers_2", PIERS),
        ("Moss", "bell_3", BELL),
    ]
    assert variants(warehouse, "bell")["bell_2"] == "other_speaker"


def test_such_a_contradiction_is_told_from_the_day_on_which_the_second_is_out(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    told = """
        select briefing_date, subject, count(*), count(distinct conflict_id)
        from briefing_conflicts group by all order by all
    """
    assert rows(warehouse, told) == [
        (date(2030, 3, 5), "quote", 5, 2),
        (date(2030, 3, 6), "quote", 5, 2),
    ]
