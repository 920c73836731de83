"""One story in every XML format that is read, as bytes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tests.benchmark.files import OUTLET

if TYPE_CHECKING:
    from tests.benchmark.prose import Story


def nitf(story: Story) -> bytes:
    """Return the story as NITF 3."""
    return (
        f'<nitf><head><docdata><doc-id id-string="{story.number}"/>'
        f'<date.issue norm="{story.day:%Y%m%d}T090000Z"/></docdata></head>'
        f"<body><body.head><hedline><hl1>{escape(story.headline)}</hl1></hedline>"
        f"<byline>{escape(story.author)}</byline><distributor>{OUTLET}</distributor></body.head>"
        f"<body.content>{_paragraphs(story)}</body.content></body></nitf>"
    ).encode()


def newsml_g2(story: Story) -> bytes:
    """Return the story as a NewsML-G2 item with an XHTML body."""
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"'
        f' guid="urn:newsml:meridian.example:{story.number}" version="1"><itemMeta>'
        '<itemClass qcode="ninat:text"/>'
        f"<versionCreated>{story.day}T09:00:00Z</versionCreated></itemMeta>"
        f"<contentMeta><contentCreated>{story.day}T09:00:00Z</contentCreated>"
        f"<headline>{escape(story.headline)}</headline></contentMeta><contentSet>"
        '<inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_paragraphs(story)}</body></html>'
        "</inlineXML></contentSet></newsItem>"
    ).encode()


def rss(story: Story) -> bytes:
    """Return the story as the one entry of a feed with full content."""
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{OUTLET}</title><item><title>{escape(story.headline)}</title>"
        f"<link>https://meridian.example/{story.number}</link>"
        f"<pubDate>{story.day:%d %b %Y} 09:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{_paragraphs(story)}]]></content:encoded></item></channel></rss>"
    ).encode()


def newsml_1(story: Story) -> bytes:
    """Return the story as NewsML 1."""
    return (
        "<NewsML><NewsItem><Identification><NewsIdentifier>"
        f"<PublicIdentifier>{story.number}</PublicIdentifier></NewsIdentifier></Identification>"
        f"<NewsManagement><FirstCreated>{story.day:%Y%m%d}T090000Z</FirstCreated></NewsManagement>"
        f"<NewsComponent><NewsLines><HeadLine>{escape(story.headline)}</HeadLine>"
        f"<ByLine>By {escape(story.author)}</ByLine>"
        f"<DateLine>{story.place.upper()}, {story.day:%B} {story.day.day} -</DateLine></NewsLines>"
        f'<AdministrativeMetadata><Provider><Party FormalName="{OUTLET}"/></Provider>'
        "</AdministrativeMetadata><ContentItem><DataContent><body>"
        f"<body.content>{_paragraphs(story)}</body.content></body></DataContent></ContentItem>"
        "</NewsComponent></NewsItem></NewsML>"
    ).encode()


def atom(story: Story) -> bytes:
    """Return the story as the one entry of an Atom feed with full content."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><entry>'
        f"<title>{escape(story.headline)}</title><id>urn:meridian:{story.number}</id>"
        f'<link href="https://meridian.example/{story.number}"/>'
        f"<author><name>{escape(story.author)}</name></author>"
        f"<published>{story.day}T09:00:00Z</published><updated>{story.day}T10:00:00Z</updated>"
        f'<content type="html">{escape(_paragraphs(story))}</content></entry></feed>'
    ).encode()


def _paragraphs(story: Story) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
