"""What a page says of itself: the headline and the authors, each rule with its near miss."""

from __future__ import annotations

import json
from datetime import date

import pytest

from flows.articles import html_page
from flows.articles.draft import Draft
from flows.articles.parse import articles_of
from flows.records import SourceFile


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def shared(label: str, text: str) -> str:
    return meta("twitter:label1", label) + meta("twitter:data1", text)


def linked(*names: str) -> str:
    people = [{"@type": "Person", "name": name} for name in names]
    return f'<script type="application/ld+json">{json.dumps({"@graph": people})}</script>'


def written_by(name: str) -> str:
    article = {
        "@type": "NewsArticle",
        "headline": "Why the bridge closes",
        "author": {"@type": "Person", "name": name},
    }
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


def page_dated(day: str) -> str:
    page = {"@type": "WebPage", "datePublished": day}
    return f'<script type="application/ld+json">{json.dumps(page)}</script>'


STORY = "The bridge over the old harbour closes for a year. " * 8
PROSE = "<p>The bridge over the old harbour closes for a year.</p>" * 8
NOTES = '<h1><a rel="home" href="/notes/">Harbour Notes</a></h1>'
HOME = '<h1><a href="/">Harbour Notes</a></h1>'
BLOG = "<title>Why the bridge closes | Harbour Notes Weekly</title>"
TITLE = "<title>Why the bridge closes</title>"
TWO_SIGNS = meta("og:site_name", "Boats &amp; Bridges") + meta("author", "Boats &amp; Bridges")


def draft_of(head: str, body: str) -> Draft:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return html_page.draft_of(SourceFile("page.html", page.encode()))


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        # The h1 leads home: the headline is the section that the title names.
        ("<title>Harbour Notes: Why the bridge closes</title>",
         f"{HOME}<h2>Why the bridge closes</h2><h2>Older notes</h2>", "Why the bridge closes"),
        (BLOG,
         f"{NOTES}<h2>Why the bridge closes</h2><h2>Older notes</h2>", "Why the bridge closes"),
        # Near miss: the h1 is the headline, the h2 the site.
        (BLOG,
         "<h1>Why the bridge closes</h1><h2>Harbour Notes Weekly</h2>", "Why the bridge closes"),
        # A bar parts a section from the story, whichever comes first.
        ("<title>Region | Why the bridge closes</title>", "", "Why the bridge closes"),
        (meta("og:title", "Why the bridge closes | Region"), "", "Why the bridge closes"),
        # Near miss: a dash can stand in a headline.
        ("<title>The bridge - a history</title>", "", "The bridge - a history"),
        # Title and Open Graph agree, and the only h1 heads a box.
        (TITLE + meta("og:title", "Why the bridge closes"), "<h1>Our blog</h1>",
         "Why the bridge closes"),
        # Near miss: they agree, but the h1 is a longer form of the same headline.
        (TITLE + meta("og:title", "Why the bridge closes"),
         "<h1>Why the old bridge closes</h1>", "Why the old bridge closes"),
        # A line break parts two words.
        ("", "<h1>Why the bridge<br>closes</h1>", "Why the bridge closes"),
    ],
)  # fmt: skip
def test_the_headline_is_the_storys(head: str, body: str, headline: str) -> None:
    stated = draft_of(head, body).headline
    assert stated is not None
    assert stated.value == headline


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        # What a shared link shows.
        (shared("Written by", "Mia Holt"), "", ("Mia Holt",)),
        (shared("Reading time", "Four Minutes"), "", ()),
        # The account that somebody logs in with is not the name.
        (meta("author", "mholt"), '<a href="/author/mholt">Mia Holt</a>',
         ("Mia Holt",)),
        (meta("author", "mholt"), "", ("mholt",)),
        # A link to an author's page; one in the comments is a reader's.
        ("", '<a href="/authors/mia-holt/">Mia Holt</a>', ("Mia Holt",)),
        ("", '<div id="comments"><a href="/user/sam-okafor">Sam Okafor</a></div>', ()),
        # The site named as author, with a sign that would part two names.
        (TWO_SIGNS, '<p class="byline">By Mia Holt</p>', ("Mia Holt",)),
        # A marked byline proves a pen name; prose does not.
        ("", '<span class="author">Lars</span>', ("Lars",)),
        ("", "<p>Lars</p>", ()),
        # The rubric behind a byline is no author.
        ("", "<div>On <span>May 3</span> by <a>Mia Holt</a> in <a>River News</a></div>", ()),
        ("", "<div>By <a>Mia Holt</a>\nIn\n<a>River News</a></div>", ("Mia Holt",)),
        # A label and a name in elements of their own; a label alone names nobody.
        ("", "<h4>Autor</h4><p><a>Mia Holt</a></p>", ("Mia Holt",)),
        ("", f"<div><h4>Article by</h4><div>Mia Holt</div>{PROSE}</div>", ("Mia Holt",)),
        ("", "<h4>Author</h4><p>He lives by the sea and writes.</p>", ()),
        # The name behind the date of a marked byline.
        ("", '<div class="date-author">May 3, 2026 · Mia Holt on behalf of the club</div>',
         ("Mia Holt",)),
        # An account that no reader sees gives way to the byline, a name that they see does not.
        (written_by("webdesk two"), "<p>By Mia Holt</p>", ("Mia Holt",)),
        (written_by("Sam Okafor"), "<p>By Mia Holt</p><p>Sam Okafor</p>", ("Sam Okafor",)),
        # A menu holds links to authors too.
        ("", '<nav><a href="/user/list">Member List</a></nav>', ()),
        # A page named as its link proves a first name; anybody has a profile.
        ("", '<p>by <a href="/author/mia/">Mia</a></p><p>By Sam Okafor</p>', ("Mia",)),
        ("", '<a href="/user/login">Member Login</a>', ()),
        ("", '<a href="/profile/mia-holt-7">Mia Holt</a>', ("Mia Holt",)),
        # A menu sorts its pages "by size"; a story's own footer has its author.
        ("", '<a href="/by-size">By Company Size</a><p>By Mia Holt</p>', ("Mia Holt",)),
        ("", "<nav><p>By Company Size</p></nav><p>By Mia Holt</p>", ("Mia Holt",)),
        ("", '<article><footer><i rel="author">Mia Holt</i></footer></article>', ("Mia Holt",)),
        # Who posted it may have a pen name; a reader's comment has its own byline.
        ("", '<p>Posted by Larsen on Monday</p><i class="comment-top">by Sam Okafor</i>',
         ("Larsen",)),
        ("", "<p>By Monday all was well.</p>", ()),
        # What somebody is or has passed, and who read it over, is no author.
        ("", "<p>By Mia Holt, MS, Head of Harbours. Reviewed by Sam Okafor</p>", ("Mia Holt",)),
        ("", "<p>By Mia Holt<br>GHENT, May 3 — The bridge closes.</p>" + PROSE, ("Mia Holt",)),
        # A line of names above the story, where the paper names itself or the names are common.
        (written_by("Harbour Notes") + meta("og:site_name", "Harbour Notes"),
         f"<p>Mohapi Rantso/Sam Okafor</p><p>{STORY}</p>", ("Mohapi Rantso", "Sam Okafor")),
        ("", f"<p>Sam Okafor</p><p>{STORY}</p>", ("Sam Okafor",)),
        ("", f"<p>Key Takeaways</p><p>{STORY}</p>", ()),
        # The only person described; two could be anybody.
        (linked("Mia Holt"), "", ("Mia Holt",)),
        (linked("Mia Holt", "Sam Okafor"), "", ()),
    ],
)  # fmt: skip
def test_the_authors_are_those_who_wrote_it(head: str, body: str, authors: tuple[str, ...]) -> None:
    stated = draft_of(head, body).authors
    assert (stated.value if stated else ()) == authors


H1 = "<h1>Why the bridge closes</h1>"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        # The label says which of two dates it is.
        ("", f"{H1}<time>May 9, 2026</time><p>Published May 3, 2026</p>", date(2026, 5, 3)),
        ("", "<p><span>Published:</span> <span>3 May 2026</span></p>", date(2026, 5, 3)),
        ("", f'{H1}<p class="date">Written: 2026-05-03 15:03 / Updated: 2026-05-04 15:30</p>',
         date(2026, 5, 3)),
        # Near miss: a reader's comment has its own label.
        ("", '<div class="comment"><p>Posted on May 9, 2026</p></div>', None),
        # Near miss: prose that opens with the word.
        ("", "<p>Published by a small house in Ghent, the book sold out.</p>", None),
        # An update is the best there is where nothing else is said.
        ("", f"{H1}<p>Updated May 9, 2026</p>", date(2026, 5, 9)),
        # The date below the headline, and not that of a teaser beside it.
        ("", f'<p class="date">May 9, 2026</p>{PROSE}{H1}<p>May 3, 2026 · 8 min read</p>',
         date(2026, 5, 3)),
        # The time of the headline's own section, not that of another story above or below.
        ("", f"<h2>Ferry stops</h2><time>May 9, 2026</time>{H1}<time>May 3, 2026</time>",
         date(2026, 5, 3)),
        ("", f"<time>May 3, 2026</time>{H1}{PROSE}<h2>Ferry stops</h2><time>May 9, 2026</time>",
         date(2026, 5, 3)),
        # A page ends in the day of its last change; a date of its own comes first.
        ("", f"{H1}{PROSE}<p>Last updated: May 9, 2026</p>", date(2026, 5, 9)),
        ("", f"{H1}<time>May 3, 2026</time>{PROSE}<p>Last updated: May 9, 2026</p>",
         date(2026, 5, 3)),
        ("", f"{H1}<p>May 3, 2026<span>Updated on: May 9, 2026</span></p>", date(2026, 5, 3)),
        # What a script says of a widget dates no page.
        ("", f'{H1}<script>{{"id": "form_2026-05-09T18:08:19.939Z"}}</script>', None),
        (meta("published", "May 3, 2026"), "<time>May 9, 2026</time>", date(2026, 5, 3)),
        # A blog describes the page alone.
        (page_dated("2026-05-03"), "<time>May 9, 2026</time>", date(2026, 5, 3)),
    ],
)  # fmt: skip
def test_the_day_is_that_of_publication(head: str, body: str, day: date | None) -> None:
    published = draft_of(head, body).published
    assert (published.value.day if published else None) == day


def test_a_link_in_a_sentence_does_not_part_it_where_line_breaks_part_the_story() -> None:
    lines = (
        "The council met on Monday and spoke for four hours about the old bridge.",
        'Four members from the east side, in their last term, urged <a href="/h">Holt</a> to go.',
        "She said that she would stay until the bridge is open to walkers and trams again.",
        # Near miss: what follows the link begins a sentence of its own.
        'Read the report of the engineers <a href="/r">here</a><div class="ad"></div>',
        "It says that the piers are sound and that the deck is not, after ninety years.",
    )
    story = '<br/><div class="ad"></div>'.join(lines * 3)
    head = "<title>Council meets</title>" + meta("article:published_time", "2026-03-09")
    page = f"<html><head>{head}</head><body><h1>Council meets</h1>"
    source = SourceFile("page.html", f"{page}<div><div>{story}</div></div>".encode())
    [article] = articles_of(source)
    shown = [article.body[block.start : block.end] for block in article.blocks]
    assert "Four members from the east side, in their last term, urged Holt to go." in shown
    assert lines[4] in shown
