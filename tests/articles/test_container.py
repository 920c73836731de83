"""Which element of a page holds its story, and when it is the story as it stands."""

from __future__ import annotations

import pytest

from flows.articles.html_blocks import tree_of
from flows.articles.html_body import body_passages
from flows.articles.html_container import container_of

PROSE = "".join(
    f"<p>On day {day} the ferry to the island did not run, and nobody at the port said why.</p>"
    for day in range(8)
)
LINKS = '<ul><li><a href="/a">Storm hits the coast</a></li><li><a href="/b">Port fees</a></li></ul>'


def shown(page: str) -> list[str]:
    tree = tree_of(page)
    assert tree is not None
    container = container_of(tree)
    container.free()
    return [passage.text for passage in body_passages(tree, container, None)]


@pytest.mark.parametrize(
    ("page", "is_story"),
    [
        (f"<div>{PROSE}<h2>What now?</h2>{PROSE}</div><footer>Ours.</footer>", True),
        # Other stories are listed in it.
        (f"<div>{PROSE}{LINKS}</div>", False),
        # It holds more than paragraphs.
        (f"<div>{PROSE}<div>Share</div></div>", False),
        # A fifth of the page's paragraphs stands elsewhere.
        (f"<div>{PROSE}</div><div>{PROSE[: len(PROSE) // 4]}</div>", False),
        # A few words may be a caption, with the story in other elements.
        (f"<div>{PROSE[: len(PROSE) // 8]}</div>", False),
        # Browsers show nothing of it.
        (f"<noscript>{PROSE}</noscript>", False),
    ],
)
def test_an_element_of_paragraphs_alone_is_the_story(page: str, *, is_story: bool) -> None:
    tree = tree_of(f"<html><body>{page}</body></html>")
    assert tree is not None
    assert container_of(tree).is_story is is_story


def test_a_heading_in_the_story_is_kept() -> None:
    texts = shown(f"<body><div>{PROSE}<h2>What now?</h2>{PROSE}</div></body>")
    assert len(texts) == 17
    assert texts[8] == "What now?"


def test_what_stands_beside_the_story_is_left_out() -> None:
    texts = shown(
        f"<body><article><div>{PROSE}</div><aside><p>Our app.</p></aside></article></body>"
    )
    assert len(texts) == 8
    assert "Our app." not in texts


@pytest.mark.parametrize("name", ["aside", "nav", "footer"])
def test_what_is_never_closed_loses_no_story(name: str) -> None:
    page = f"<body><{name}><p>Our app.</p><article><div>{PROSE}<div>Share</div></div></article>"
    assert sum(text.startswith("On day") for text in shown(page)) == 8
