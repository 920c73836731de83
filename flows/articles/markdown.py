"""Markdown with front matter, in YAML between "---" or in TOML between "+++"."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, cast

import yaml
from markdown_it import MarkdownIt

from flows.articles.bylines import authors_in, unique_names
from flows.articles.dating import day_in_name
from flows.articles.draft import Draft, Passage, Stated
from flows.articles.html_blocks import passages_of_html
from flows.articles.moments import Moment, day_moment, moment_of
from flows.articles.passages import folded
from flows.articles.plain_text import lined_text_of
from flows.articles.rejections import Reason, unreadable
from flows.records import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.records import SourceFile

FORMAT = "markdown"
LONGEST_FRONT_MATTER_CHARS = 100_000

_FRONT_MATTER = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|$)", re.DOTALL)
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])[*&][A-Za-z0-9_]", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%][^{}]{0,2000}[>%]\}\}")
_NO_ALIAS = "an alias (*name) is not allowed"
_MARKUP = MarkdownIt("commonmark", {"html": True}).enable("table")

NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("title", "headline"),
    "authors": ("authors", "author", "byline", "by"),
    "published": ("date", "published", "published_at", "pubdate", "publishdate", "datepublished"),
    "modified": ("lastmod", "updated", "modified", "updated_at", "modified_at"),
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "section": ("section", "category"),
    "edition": ("edition",),
    "summary": ("summary", "description", "excerpt", "dek", "lead"),
    "url": ("url", "canonical_url", "canonical", "link", "permalink"),
    "publisher_id": ("id", "guid", "uuid"),
    "language": ("language", "lang"),
    "topics": ("tags", "topics", "keywords", "categories"),
    "path": ("path", "slug", "filename"),
}


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the article of the file."""
    return [_draft_of(lined_text_of(source), source.name)]


def _draft_of(text: str, name: str) -> Draft:
    """Return what the front matter and the text state.

    Raises UnreadableFileError where the front matter cannot be read.
    """
    found = _FRONT_MATTER.match(text)
    values = _front_matter(found, name) if found else {}
    passages = passages_of_html(
        _MARKUP.render(_SHORTCODE.sub("", text[found.end() if found else 0 :]))
    )
    headline = _text(values, "headline")
    stated = Stated(headline, "front matter") if headline else None
    if passages and passages[0].kind is BlockKind.HEADING and stated is None:
        stated, passages = Stated(passages[0].text, "first heading"), passages[1:]
    if stated:
        passages = _without_repeated(stated.value, passages)
    return _draft(values, stated, passages)


def _draft(
    values: Mapping[str, object], headline: Stated[str] | None, passages: tuple[Passage, ...]
) -> Draft:
    def stated(field: str) -> Stated[str] | None:
        text = _text(values, field)
        return Stated(text, "front matter") if text else None

    def moment(field: str) -> Stated[Moment] | None:
        read = moment_of(_first(values, field))
        return Stated(read, "front matter") if read else None

    authors, topics = _names(values, "authors"), _names(values, "topics")
    return Draft(
        source_format=FORMAT,
        passages=passages,
        headline=headline,
        outlet=stated("outlet"),
        authors=Stated(authors, "front matter") if authors else None,
        edition=stated("edition"),
        section=stated("section"),
        language=stated("language"),
        published=moment("published"),
        slug_date=_slug_date(values),
        modified=moment("modified"),
        url=stated("url"),
        publisher_id=stated("publisher_id"),
        summary=stated("summary"),
        topics=Stated(topics, "front matter") if topics else None,
    )


def _slug_date(values: Mapping[str, object]) -> Stated[Moment] | None:
    """Read the date of "path: 2024/05/07/name", as static sites keep it."""
    day = day_in_name(_text(values, "path") or "")
    moment = day_moment(day) if day else None
    return Stated(moment, "front matter path") if moment else None


def _without_repeated(headline: str, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    first = passages[:1]
    is_repeated = bool(first) and folded(first[0].text) == folded(headline)
    return passages[1:] if is_repeated else passages


class _PlainLoader(yaml.SafeLoader):
    """YAML without aliases (a bomb needs them) and with every scalar left as written."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError(_NO_ALIAS)
        return super().compose_node(parent, index)


_PlainLoader.yaml_implicit_resolvers = {}


def _front_matter(found: re.Match[str], name: str) -> dict[str, object]:
    text = found[2][:LONGEST_FRONT_MATTER_CHARS]
    try:
        read: object = tomllib.loads(text) if found[1] == "+++" else _yaml(text)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError) as problem:
        detail = " ".join(str(problem).split())[:200]
        raise unreadable(name, Reason.BROKEN_FRONT_MATTER, detail) from problem
    if not isinstance(read, dict):
        return {}
    mapping = cast("dict[object, object]", read)
    return {str(key).lower(): value for key, value in mapping.items()}


def _yaml(text: str) -> object:
    return yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a SafeLoader, made stricter


def _first(values: Mapping[str, object], field: str) -> object:
    return next((values[key] for key in NAMES[field] if values.get(key)), None)


def _text(values: Mapping[str, object], field: str) -> str | None:
    value = _first(values, field)
    if isinstance(value, list):
        value = next(iter(cast("list[object]", value)), None)
    return " ".join(value.split()) if isinstance(value, str) else None


def _names(values: Mapping[str, object], field: str) -> tuple[str, ...]:
    value = _first(values, field)
    if isinstance(value, str):
        return authors_in(value) if field == "authors" else unique_names(value.split(","))
    if not isinstance(value, list):
        return ()
    names = [str(name) for name in cast("list[object]", value) if isinstance(name, str)]
    return unique_names([part for name in names for part in authors_in(name)])
