"""A mistake in the actors file is told with its line and column."""

from __future__ import annotations

import pytest

from flows.errors import ActorsError
from flows.positions.book import Actor, actor_book, book_of

LISTS = "\n".join(
    f"{key} = []" for key in ("ranks", "trades", "bodies", "offices", "persons", "things")
)
OSLO = '[[actor]]\nname = "Norway"\naliases = ["Oslo"]\nadjectives = ["Norwegian"]\n'


def test_names_aliases_and_adjectives_mean_one_actor() -> None:
    book = book_of(f"{LISTS}\n{OSLO}", "actors.toml")
    assert book.by_alias == {"Norway": Actor("Norway"), "Oslo": Actor("Norway")}
    assert book.state_of("Norwegian") == "Norway"


def test_the_file_that_ships_has_no_mistake() -> None:
    assert actor_book().by_alias["Beijing"].name == "China"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param('ranks = ["a" "b"]', "line 1, column 14: Unclosed array", id="no TOML"),
        pytest.param("rank = []", 'line 1, column 1: "rank" is not known here', id="unknown list"),
        pytest.param("ranks = []", 'line 1, column 1: there is no "actor"', id="nothing in it"),
        pytest.param(
            f'{LISTS}\n{OSLO}[[actor]]\nname = "Iceland"\n  alias = ["Reykjavik"]',
            'line 13, column 3: unknown key "alias"',
            id="unknown key",
        ),
        pytest.param(
            f'{LISTS}\n{OSLO}[[actor]]\nname = "Iceland"\naliases = ["Oslo"]',
            'line 13, column 12: "Oslo" already means "Norway"',
            id="a name of two",
        ),
        pytest.param(
            f'{LISTS}\n[[actor]]\naliases = ["Oslo"]',
            'line 7, column 1: this actor has no "name"',
            id="no name",
        ),
        pytest.param(
            f'{LISTS}\n[[actor]]\nname = "Norway"\nplural = "no"',
            'line 9, column 1: "plural" must be true or false',
            id="no flag",
        ),
        pytest.param(
            f'{LISTS}\n[[actor]]\nname = "Norway"\naliases = "Oslo"',
            'line 9, column 1: "aliases" must be a list of texts in [ ]',
            id="no list",
        ),
    ],
)
def test_a_mistake_is_told_where_it_stands(text: str, told: str) -> None:
    with pytest.raises(ActorsError) as error:
        book_of(text, "actors.toml")
    assert str(error.value) == f"actors.toml, {told}"
