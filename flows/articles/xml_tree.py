"""XML of news agencies, read without entities, network or DTD, by local names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.records import SourceFile

# lxml's own name for an element; there is no public one.
Element = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

# libxml2's own limit; no news format nests a tenth of it.
DEEPEST_NESTING = 256


def xml_root(source: SourceFile) -> Element:
    """Return the root of the document, with every name stripped of its namespace.

    Raises UnreadableFileError where the XML is broken.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )
    try:
        root = etree.fromstring(source.content.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        detail = " ".join(str(problem).split())[:200]
        raise unreadable(source.name, Reason.BROKEN_XML, detail) from problem
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


def text_within(element: Element | None) -> str | None:
    """Return the element's whole text on one line, or None where there is none."""
    if element is None:
        return None
    return " ".join(" ".join(str(piece) for piece in element.itertext()).split()) or None


def first_text(root: Element, *paths: str) -> str | None:
    """Return the text of the first of the paths that leads to some."""
    found = (text_within(element) for path in paths for element in root.iterfind(path))
    return next((text for text in found if text), None)


def first_attribute(root: Element, name: str, *paths: str) -> str | None:
    """Return the attribute of the first of the paths that leads to one."""
    found = (element.get(name) for path in paths for element in root.iterfind(path))
    return next((str(value) for value in found if value), None)


def texts(root: Element, path: str) -> Iterator[str]:
    """Yield the text of every element on the path that has one."""
    for element in root.iterfind(path):
        if text := text_within(element):
            yield text
