"""One story in every format that is read, as bytes."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# warcio carries no types.

from __future__ import annotations

import gzip
import io
import textwrap
import zipfile
from email.message import EmailMessage
from html import escape
from typing import TYPE_CHECKING

from docx import Document
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.benchmark.files import OUTLET, agency_text, json_news, markdown, page

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmark.prose import Story

PDF_LINE_CHARS = 90
PDF_LEADING = 12


def json_lines(story: Story) -> bytes:
    """Return the story as the one line of a file."""
    return f"{json_news(story)}\n".encode()


def nitf(story: Story) -> bytes:
    """Return the story as NITF 3."""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    return (
        f'<nitf><head><docdata><doc-id id-string="{story.number}"/>'
        f'<date.issue norm="{story.day:%Y%m%d}T090000Z"/></docdata></head>'
        f"<body><body.head><hedline><hl1>{escape(story.headline)}</hl1></hedline>"
        f"<byline>{escape(story.author)}</byline><distributor>{OUTLET}</distributor></body.head>"
        f"<body.content>{paragraphs}</body.content></body></nitf>"
    ).encode()


def newsml_g2(story: Story) -> bytes:
    """Return the story as a NewsML-G2 item with an XHTML body."""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"'
        f' guid="urn:newsml:meridian.example:{story.number}" version="1"><itemMeta>'
        '<itemClass qcode="ninat:text"/>'
        f"<versionCreated>{story.day}T09:00:00Z</versionCreated></itemMeta>"
        f"<contentMeta><contentCreated>{story.day}T09:00:00Z</contentCreated>"
        f"<headline>{escape(story.headline)}</headline></contentMeta><contentSet>"
        '<inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{paragraphs}</body></html>'
        "</inlineXML></contentSet></newsItem>"
    ).encode()


def rss(story: Story) -> bytes:
    """Return the story as the one entry of a feed with full content."""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{OUTLET}</title><item><title>{escape(story.headline)}</title>"
        f"<link>https://meridian.example/{story.number}</link>"
        f"<pubDate>{story.day:%d %b %Y} 09:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded></item></channel></rss>"
    ).encode()


def mail(story: Story) -> bytes:
    """Return the story as a newsletter of one article."""
    message = EmailMessage()
    message["From"] = f"{OUTLET} <desk@meridian.example>"
    message["Subject"] = story.headline
    message["Date"] = f"{story.day:%d %b %Y} 09:00:00 +0000"
    message["Message-ID"] = f"<{story.number}@meridian.example>"
    message.set_content("\n\n".join(story.paragraphs))
    return message.as_bytes()


def word(story: Story) -> bytes:
    """Return the story as a Word document."""
    document = Document()
    document.core_properties.author = story.author
    document.add_heading(story.headline, 0)
    document.add_paragraph(f"{story.day:%B} {story.day.day}, {story.day.year}")
    for text in story.paragraphs:
        document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def pdf(story: Story) -> bytes:
    """Return the story as one PDF page, a line of type after the other."""
    date = f"{story.day:%B} {story.day.day}, {story.day.year}"
    paragraphs = (story.headline, date, *story.paragraphs)
    lines = [line for text in paragraphs for line in (*textwrap.wrap(text, PDF_LINE_CHARS), "")]
    shown = "".join(f"({_in_pdf(line)}) Tj T*\n" for line in lines)
    height = PDF_LEADING * len(lines) + 100
    stream = f"BT /F1 10 Tf {PDF_LEADING} TL 40 {height - 50} Td\n{shown}ET".encode("cp1252")
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 {height}] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    content = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, part in enumerate(parts, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return bytes(content) + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def _in_pdf(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def warc(story: Story) -> bytes:
    """Return the story's page as a crawler keeps it."""
    content = io.BytesIO()
    writer = WARCWriter(content, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    record = writer.create_warc_record(
        f"https://meridian.example/{story.number}",
        "response",
        payload=io.BytesIO(page(story).encode()),
        http_headers=headers,
    )
    writer.write_record(record)
    return content.getvalue()


def zipped(story: Story) -> bytes:
    """Return the story's page in an archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", page(story))
    return content.getvalue()


FORMATS: dict[str, Callable[[Story], bytes]] = {
    "agency text": lambda story: agency_text(story).encode(),
    "HTML": lambda story: page(story).encode(),
    "Markdown": lambda story: markdown(story).encode(),
    "JSON": lambda story: json_news(story).encode(),
    "JSON Lines": json_lines,
    "NITF": nitf,
    "NewsML-G2": newsml_g2,
    "RSS": rss,
    "mail": mail,
    "Word": word,
    "PDF": pdf,
    "WARC": warc,
    "gzipped text": lambda story: gzip.compress(agency_text(story).encode()),
    "zipped HTML": zipped,
}
