"""Made-up articles as files: agency text, page, Markdown and JSON in equal parts."""

from __future__ import annotations

import json
from html import escape
from random import Random
from typing import TYPE_CHECKING

from tests.benchmark.prose import Story, story_of

if TYPE_CHECKING:
    from pathlib import Path

OUTLET = "Meridian Wire"


def write_articles(folder: Path, count: int, *, first: int = 0) -> int:
    """Write `count` articles, from number `first` on, and return their size in bytes."""
    total = 0
    for number in range(first, first + count):
        suffix, written = FORMATS[number % len(FORMATS)]
        content = written(story_of(number, Random(number))).encode()  # noqa: S311 # prose, no secret
        (folder / f"{number:06}{suffix}").write_bytes(content)
        total += len(content)
    return total


def agency_text(story: Story) -> str:
    """Return the story as an agency sends it: slug line, fact box, dateline."""
    slug = f"{story.headline}/ {OUTLET}/ {story.place.upper()}/ {story.author}/ {story.lead}"
    box = "\n".join(f"- {label}: {text}" for label, text in story.key_points)
    opening, *rest = story.paragraphs
    dateline = f"{story.place.upper()} ({story.day:%B} {story.day.day}, {story.day.year}) — "
    body = "\n".join((dateline + opening, *rest))
    return f"{slug}\n\nQuick Look\n{box}\n{story.headline}\nDeep Look\n{body}\n"


def page(story: Story) -> str:
    """Return the story as a web page with JSON-LD, navigation and comments."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": f"{story.day}T09:00:00+00:00",
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": OUTLET},
    }
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{escape(story.headline)}</title>'
        f'<link rel="canonical" href="https://meridian.example/{story.number}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><nav><ul>{links}</ul></nav><article><h1>{escape(story.headline)}</h1>\n"
        f'{paragraphs}\n</article><section class="comments"><p>First!</p></section>'
        "<footer>All rights reserved.</footer></body></html>"
    )


def markdown(story: Story) -> str:
    """Return the story as Markdown with front matter."""
    front = (
        f'---\ntitle: "{story.headline}"\nauthor: {story.author}\noutlet: {OUTLET}\n'
        f"date: {story.day}T10:00:00Z\nurl: https://meridian.example/{story.number}\n---\n"
    )
    return "\n\n".join((front, *story.paragraphs)) + "\n"


def json_news(story: Story) -> str:
    """Return the story as a schema.org NewsArticle."""
    data = {
        "@type": "NewsArticle",
        "url": f"https://meridian.example/{story.number}",
        "headline": story.headline,
        "datePublished": f"{story.day}T11:00:00Z",
        "author": story.author,
        "publisher": {"name": OUTLET},
        "articleBody": "\n\n".join(story.paragraphs),
    }
    return json.dumps(data, ensure_ascii=False)


FORMATS = ((".txt", agency_text), (".html", page), (".md", markdown), (".json", json_news))
