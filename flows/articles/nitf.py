"""NITF 3, the XML of news agencies: one article a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.articles.bylines import authors_in, unique_names
from flows.articles.dateline import stated_dateline
from flows.articles.draft import Draft, Stated
from flows.articles.html_blocks import passages_in
from flows.articles.moments import Moment, moment_of
from flows.articles.xml_tree import Element, first_attribute, first_text, texts, xml_root

if TYPE_CHECKING:
    from flows.articles.draft import Passage
    from flows.records import SourceFile

FORMAT = "nitf"

# NITF's own names for what HTML calls otherwise; the rest of the body is XHTML-like.
_HTML_NAMES = {"hl2": "h2", "block": "div", "bq": "blockquote", "media": "figure", "note": "aside"}


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the article of the file."""
    return [nitf_draft(xml_root(source), FORMAT)]


def nitf_draft(root: Element, source_format: str) -> Draft:
    """Return what an NITF element states, also where it stands inside another format."""

    def stated(text: str | None) -> Stated[str] | None:
        return Stated(text, FORMAT) if text else None

    authors = unique_names(
        [name for byline in texts(root, ".//body.head/byline") for name in authors_in(byline)]
    )
    topics = unique_names(
        [element.get("key") or "" for element in root.iterfind(".//docdata/key-list/keyword")]
    )
    return Draft(
        source_format=source_format,
        passages=nitf_passages(root),
        headline=stated(first_text(root, ".//body.head/hedline/hl1", ".//head/title")),
        authors=Stated(authors, FORMAT) if authors else None,
        outlet=stated(_outlet(root)),
        dateline_place=stated(_place(root)),
        published=_published(root),
        language=stated(root.get("baselang") or root.get("lang")),
        publisher_id=stated(first_attribute(root, "id-string", ".//docdata/doc-id")),
        credit=stated(first_attribute(root, "regsrc", ".//docdata/doc-id")),
        summary=stated(first_text(root, ".//body.head/abstract")),
        topics=Stated(topics, FORMAT) if topics else None,
    )


def nitf_passages(root: Element) -> tuple[Passage, ...]:
    """Return the passages of the body."""
    content = root.find(".//body.content")
    if content is None:
        return ()
    for element in content.iter(*_HTML_NAMES):
        element.tag = _HTML_NAMES[str(element.tag)]
    return tuple(passages_in(content))


def _outlet(root: Element) -> str | None:
    return (
        first_text(root, ".//body.head/distributor/org", ".//body.head/distributor")
        or first_attribute(root, "name", ".//head/pubdata")
        or first_attribute(root, "content", ".//head/meta[@name='aap-source']")
        or first_attribute(root, "regsrc", ".//docdata/doc-id")
        or first_text(root, ".//body.head/rights/rights.owner")
        or first_attribute(root, "holder", ".//docdata/doc.copyright")
    )


def _place(root: Element) -> str | None:
    written = first_text(root, ".//body.head/dateline/location", ".//body.head/dateline")
    dateline = stated_dateline(written) if written else None
    return dateline.place if dateline else None


def _published(root: Element) -> Stated[Moment] | None:
    values = (
        first_attribute(root, "norm", ".//docdata/date.issue"),
        first_attribute(root, "norm", ".//docdata/date.release"),
        first_attribute(root, "date.publication", ".//head/pubdata"),
        first_attribute(root, "norm", ".//body.head/dateline/story.date"),
    )
    read = next((moment for value in values if (moment := moment_of(value))), None)
    return Stated(read, FORMAT) if read else None
