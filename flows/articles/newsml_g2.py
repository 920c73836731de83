"""NewsML-G2: one news item or a message of several; the text is XHTML, NITF or plain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.articles.bylines import authors_in, unique_names
from flows.articles.dateline import stated_dateline
from flows.articles.draft import Draft, Passage, Stated
from flows.articles.html_blocks import passages_in, passages_of_html
from flows.articles.moments import Moment, moment_of
from flows.articles.nitf import nitf_draft
from flows.articles.passages import passages_of, unwrapped
from flows.articles.rejections import Reason, unreadable
from flows.articles.xml_tree import Element, first_attribute, first_text, texts, xml_root

if TYPE_CHECKING:
    from flows.records import SourceFile

FORMAT = "newsml-g2"


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the text items of the file.

    Raises UnreadableFileError where it holds none, such as a package of links.
    """
    root = xml_root(source)
    items = [root] if root.tag == "newsItem" else list(root.iterfind(".//newsItem"))
    drafts = [_draft(item) for item in items if item.find("contentSet") is not None]
    if not drafts:
        raise unreadable(source.name, Reason.NOT_AN_ARTICLE, "the NewsML item carries no text")
    if len(drafts) == 1:
        return drafts
    return [replace(draft, member=f"item {n}") for n, draft in enumerate(drafts, start=1)]


def _draft(item: Element) -> Draft:
    def stated(text: str | None) -> Stated[str] | None:
        return Stated(text, FORMAT) if text else None

    nitf = item.find(".//inlineXML/nitf")
    inner = nitf_draft(nitf, FORMAT) if nitf is not None else Draft(FORMAT, _passages(item))
    topics = unique_names([*texts(item, "contentMeta/keyword")])
    authors = _authors(item)
    return replace(
        inner,
        headline=stated(first_text(item, "contentMeta/headline")) or inner.headline,
        authors=Stated(authors, FORMAT) if authors else inner.authors,
        outlet=stated(_outlet(item)),
        dateline_place=stated(_place(item)) or inner.dateline_place,
        published=_moment(item, "contentMeta/contentCreated", "itemMeta/firstCreated",
                          "itemMeta/versionCreated") or inner.published,
        modified=_moment(item, "contentMeta/contentModified", "itemMeta/versionCreated"),
        language=stated(first_attribute(item, "tag", "contentMeta/language")),
        publisher_id=stated(item.get("guid")),
        credit=stated(first_text(item, "contentMeta/creditline")),
        summary=stated(first_text(item, "contentMeta/description")),
        topics=Stated(topics, FORMAT) if topics else None,
    )  # fmt: skip


def _passages(item: Element) -> tuple[Passage, ...]:
    for inline in item.iterfind("contentSet/inlineXML"):
        bodies = list(inline.iter("body"))
        if passages := tuple(passages_in(bodies[0] if bodies else inline)):
            return passages
    for inline in item.iterfind("contentSet/inlineData"):
        text = "".join(str(piece) for piece in inline.itertext())
        if "html" in (inline.get("contenttype") or ""):
            return passages_of_html(text)
        lines = unwrapped([line.strip() for line in text.split("\n")])
        return tuple(passages_of(lines, ""))
    return ()


def _authors(item: Element) -> tuple[str, ...]:
    """Return the names of the byline; a creator counts only where he has a person's name."""
    bylines = [name for text in texts(item, "contentMeta/by") for name in authors_in(text)]
    return unique_names(bylines)


def _named(item: Element, path: str) -> str | None:
    return first_text(item, f"{path}/name") or first_attribute(item, "literal", path)


def _outlet(item: Element) -> str | None:
    paths = ("contentMeta/infoSource", "itemMeta/provider", "rightsInfo/copyrightHolder")
    return next((name for path in paths if (name := _named(item, path))), None)


def _place(item: Element) -> str | None:
    written = first_text(item, "contentMeta/dateline")
    dateline = stated_dateline(written) if written else None
    return dateline.place if dateline else _named(item, "contentMeta/located")


def _moment(item: Element, *paths: str) -> Stated[Moment] | None:
    read = next((moment for path in paths if (moment := moment_of(first_text(item, path)))), None)
    return Stated(read, FORMAT) if read else None
