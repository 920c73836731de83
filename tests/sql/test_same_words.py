"""The same words in several articles: how they differ, who is said to have said them."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.store.dbt import build_models
from tests.sql.conftest import rows
from tests.sql.newsroom import ROOT, Newsroom, Reporter, write

DAYS = [date(2030, 3, day) for day in (4, 5, 6)]

DREDGING = "The levy pays for dredging, and the dredging pays for the ships of the farmers"
WATER = "We have water behind the dams and gas in the caverns for thirty days of frost"
BELL = "Every bell in the harbour rang before the old lighthouse went dark for good"
NIGHT = "Nobody sleeps through the winter nights on the northern signal boxes any more"
ROPES = "Frozen ropes broke twice before the pilots could bring the grain barges home"
PIERS = "Old piers rot quietly below the water line while the council counts the gulls"
CRANES = "Seven cranes stood idle all week because the union and the port lost the key"
MILLS = "Paper mills on both rivers close their gates unless the coal trains arrive"
RUST = "Rust eats bridges, frost splits pipes, salt kills orchards"
MOTHS = "moths ruin archives, damp warps violins, soot blackens churches"
WOLVES = "wolves circle villages, hail flattens barley, floods drown cellars"
SHEDS = "Those wet sheds are a disgrace to the navy, and no admiral ever slept in one"
KILNS = "Brick kilns burn cheap tyres while the inspectors drink coffee upstairs"
TOWERS = "Water towers lean because nobody paid the masons for proper foundations"
WEIRS = "Broken weirs let eels through while salmon wait below the rotten gates"
FROGS = "Green frogs crossed the tramway before dawn and stopped four trains near Holm"
SIGNATURE = list(range(1, 129))


def story() -> Newsroom:
    newsroom = Newsroom()
    _levy(newsroom)
    _near_misses(newsroom)
    _other_speakers(newsroom)
    _chains_and_parts(newsroom)
    _short_cuts(newsroom)
    _halves_and_copies(newsroom)
    _voices(newsroom)
    return newsroom


def say(
    newsroom: Newsroom, name: str, day: str, words: str, speaker: str | None, **values: str
) -> Reporter:
    """Write an article in which `speaker` says this, `told` by another person, if given."""
    told = values.pop("told", f", said {speaker}.")
    paper = newsroom.article(name, f"2030-{day}", f"News of {name}. “{words}”{told}")
    paper.quote(words, speaker, **values)
    return paper


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


def _chains_and_parts(newsroom: Newsroom) -> None:
    # The third begins as the second goes on, and has nothing of the first; the fourth repeats it.
    moths, wolves = MOTHS.capitalize(), WOLVES.capitalize()
    say(newsroom, "chain_1", "03-04 09:00", f"Gulls nest early, {MOTHS}", "Tove Lind")
    say(newsroom, "chain_2", "03-04 10:00", f"{moths}, {WOLVES}", "Tove Lind")
    say(newsroom, "chain_3", "03-05 09:00", f"{wolves}, gulls nest early", "Tove Lind")
    say(newsroom, "chain_4", "03-06 09:00", f"{wolves}, gulls nest early", "Tove Lind")
    # Two papers print one half each of what a third prints whole.
    whole = f"{RUST}, and the trams stop at noon, and the bakers close at two"
    say(newsroom, "whole_1", "03-04 09:00", RUST, "Nils Orth")
    say(newsroom, "whole_2", "03-04 10:00", whole, "Nils Orth")
    say(newsroom, "whole_3", "03-05 09:00", "The trams stop at noon, and bakers close", "Nils Orth")


def _short_cuts(newsroom: Newsroom) -> None:
    say(newsroom, "sheds_1", "03-04 09:00", SHEDS, "Rolf Maas")
    say(newsroom, "sheds_2", "03-05 09:00", "a disgrace to the navy", "Rolf Maas")
    # Another says it, nobody has said more, or the speaker has said it of several things.
    say(newsroom, "few_other", "03-05 09:00", "a disgrace to the navy", "Lea Brandt")
    say(newsroom, "few_alone", "03-05 09:00", "a shameful harvest", "Rolf Maas")
    for number, what in enumerate(("Lighthouse keepers sleep by day", "Postmen carry their coal")):
        say(newsroom, f"few_{number}", "03-04 09:00", f"{what} as proud people do", "Ivo Kern")
    say(newsroom, "few_often", "03-05 09:00", "the proud people", "Ivo Kern")


def _halves_and_copies(newsroom: Newsroom) -> None:
    first, second = TOWERS.split(" because ")
    body = f"“{first},” said Ana Ruiz, “because {second}.”"
    paper = newsroom.article("towers_1", "2030-03-04 09:00", body)
    paper.quote(first, "Ana Ruiz", turn_id="t_towers")
    paper.quote(f"because {second}", "Ana Ruiz", turn_id="t_towers", position=2)
    say(newsroom, "towers_2", "03-05 09:00", TOWERS, "Ana Ruiz")
    for name, outlet in (("kilns_1", "Harbour Post"), ("kilns_2", "Lantern"), ("kilns_3", "Bee")):
        body = f"News. “{KILNS},” said Bo Falk."
        is_copy = {"minhash": SIGNATURE} if name != "kilns_3" else {}
        paper = newsroom.article(name, "2030-03-04 09:00", body, outlet=outlet, **is_copy)
        paper.quote(KILNS, "Bo Falk")


def _voices(newsroom: Newsroom) -> None:
    # A minister and who speaks for him; two who speak for others.
    voice = {"speaker_role": "spokeswoman", "speaker_affiliation": "Rivers Ministry"}
    say(newsroom, "weirs_1", "03-04 09:00", WEIRS, "Emil Sand", speaker_role="rivers minister")
    say(newsroom, "weirs_2", "03-05 09:00", WEIRS, "Vera Quist", **voice)
    other = {"speaker_role": "police spokesman"}
    say(newsroom, "frogs_1", "03-04 09:00", FROGS, "Knut Berg", **other)
    say(newsroom, "frogs_2", "03-05 09:00", FROGS, "Vera Quist", **voice)


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


def test_no_group_drifts_along_a_chain_of_articles(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert variants(warehouse, "chain") == {
        "chain_1": "first",
        "chain_2": "reworded",
        "chain_3": "first",
        "chain_4": "identical",
    }


def test_two_parts_join_by_way_of_the_whole(warehouse: duckdb.DuckDBPyConnection) -> None:
    told = {"whole_1": "first", "whole_2": "extended", "whole_3": "reworded"}
    assert variants(warehouse, "whole") == told
    groups = "select distinct variant_group from quotes where article_id like 'a_whole%'"
    assert len(rows(warehouse, groups)) == 1


def test_a_few_words_are_a_cut_of_what_their_speaker_said_once(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert variants(warehouse, "sheds") == {"sheds_1": "first", "sheds_2": "cut"}
    assert set(variants(warehouse, "few").values()) == {None}


def test_two_halves_round_their_verb_are_one_utterance(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert variants(warehouse, "towers") == {"towers_1": "first", "towers_2": "identical"}


def test_a_syndicated_copy_is_no_further_source(warehouse: duckdb.DuckDBPyConnection) -> None:
    told = {"kilns_1": "first", "kilns_2": "identical", "kilns_3": "identical"}
    assert variants(warehouse, "kilns") == told
    counted = "select variants from briefing_quotes where article_id like 'a_kilns%'"
    assert rows(warehouse, counted) == [(1,), (1,), (1,)]


def test_a_spokeswoman_speaks_for_her_minister(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert variants(warehouse, "weirs") == {"weirs_1": "first", "weirs_2": "other_speaker"}
    claims = "select count(*) from conflicts where article_id like 'a_weirs%'"
    assert rows(warehouse, claims) == [(0,)]


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
        ("Knut Berg", "frogs_1", FROGS),
        ("Mary Hale", "piers_2", PIERS),
        ("Moss", "bell_3", BELL),
        ("Vera Quist", "frogs_2", FROGS),
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
        (date(2030, 3, 5), "quote", 7, 3),
        (date(2030, 3, 6), "quote", 7, 3),
    ]
