"""NewsML 1.x, still sent by AFP and Business Wire: one news item a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.articles.bylines import authors_in, unique_names
from flows.articles.dateline import stated_dateline
from flows.articles.draft import Draft, Passage, Stated
from flows.articles.html_blocks import passages_in, passages_of_html
from flows.articles.moments import Moment, day_moment, moment_of
from flows.articles.xml_tree import Element, first_attribute, first_text, texts, xml_root

if TYPE_CHECKING:
    from flows.records import SourceFile

FORMAT = "newsml"


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the article of the file."""
    root = xml_root(source)

    def stated(text: str | None) -> Stated[str] | None:
        return Stated(text, FORMAT) if text else None

    written = first_text(root, ".//NewsLines/DateLine")
    dateline = stated_dateline(written) if written else None
    day = day_moment(dateline.day) if dateline and dateline.day else None
    authors = unique_names(
        [name for byline in texts(root, ".//NewsLines/ByLine") for name in authors_in(byline)]
    )
    draft = Draft(
        source_format=FORMAT,
        passages=_passages(root),
        headline=stated(first_text(root, ".//NewsLines/HeadLine")),
        authors=Stated(authors, FORMAT) if authors else None,
        outlet=stated(_outlet(root)),
        dateline_place=stated(dateline.place if dateline else None),
        dateline_date=Stated(day.day, FORMAT) if day else None,
        published=_moment(root, "FirstCreated", "ThisRevisionCreated", "DateAndTime"),
        modified=_moment(root, "ThisRevisionCreated"),
        language=stated(first_attribute(root, "FormalName", ".//DescriptiveMetadata/Language")),
        publisher_id=stated(first_text(root, ".//NewsIdentifier/PublicIdentifier")),
        credit=stated(dateline.credit if dateline else None),
    )
    return [draft]


def _outlet(root: Element) -> str | None:
    paths = (".//Provider/Party", ".//SentFrom/Party", ".//Source/Party")
    named = first_attribute(root, "FormalName", *paths)
    return named or first_text(root, ".//NewsIdentifier/ProviderId")


def _moment(root: Element, *names: str) -> Stated[Moment] | None:
    texts_found = (first_text(root, f".//{name}") for name in names)
    read = next((moment for text in texts_found if (moment := moment_of(text))), None)
    return Stated(read, FORMAT) if read else None


def _passages(root: Element) -> tuple[Passage, ...]:
    """Return the longest text that one of the item's contents holds."""
    candidates = [_content(content) for content in root.iterfind(".//ContentItem/DataContent")]
    return max(candidates, key=_length, default=())


def _length(passages: tuple[Passage, ...]) -> int:
    return sum(len(passage.text) for passage in passages)


def _content(content: Element) -> tuple[Passage, ...]:
    if len(content):
        bodies = [*content.iter("body.content"), *content.iter("body")]
        return tuple(passages_in(bodies[0] if bodies else content))
    return passages_of_html(content.text) if content.text else ()
