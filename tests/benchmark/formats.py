"""One story in every format that is read, as bytes."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# warcio carries no types.

from __future__ import annotations

import gzip
import io
import tarfile
import textwrap
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING

import zstandard
from docx import Document
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.benchmark.files import OUTLET, agency_text, json_news, markdown, page
from tests.benchmark.xml_formats import atom, newsml_1, newsml_g2, nitf, rss

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmark.prose import Story

PDF_LINE_CHARS = 90
PDF_LEADING = 12


def json_lines(story: Story) -> bytes:
    """Return the story as the one line of a file."""
    return f"{json_news(story)}\n".encode()


def mail(story: Story) -> bytes:
    """Return the story as a newsletter of one article."""
    message = EmailMessage()
    message["From"] = f"{OUTLET} <desk@meridian.example>"
    message["Subject"] = story.headline
    message["Date"] = f"{story.day:%d %b %Y} 09:00:00 +0000"
    message["Message-ID"] = f"<{story.number}@meridian.example>"
    message.set_content("\n\n".join(story.paragraphs))
    return message.as_bytes()


def mbox(story: Story) -> bytes:
    """Return the story twice in a mail folder: as text, and as the page of a newsletter."""
    page_mail = EmailMessage()
    page_mail["From"] = f"{OUTLET} <desk@meridian.example>"
    page_mail["Subject"] = f"=?utf-8?q?{story.headline.replace(' ', '_')}?="
    page_mail["Date"] = f"{story.day:%d %b %Y} 10:00:00 +0000"
    page_mail.set_content("This newsletter is a page.")
    page_mail.add_alternative(page(story), subtype="html")
    line = f"From desk@meridian.example {story.day:%a %b %d} 09:00:00 {story.day.year}\n".encode()
    return line + mail(story) + b"\n" + line + page_mail.as_bytes()


def wire(story: Story) -> bytes:
    """Return the story as IPTC 7901, the line protocol of news wires."""
    opening, *rest = story.paragraphs
    text = "\r\n\r\n".join((f"{story.place.upper()} (MW) - {opening}", *rest))
    return (
        f"\x01mwi{story.number % 10_000:04} 4 pol 150 MW  {story.number % 10_000:04}\r\n"
        f"POLITICS/\r\n\x02{story.headline}\r\nBy {story.author}=\r\n\r\n"
        f"{text}\r\n\x03\r\n{story.day:%d}0900 GMT {story.day:%b} {story.day:%y}\r\n\x04"
    ).encode()


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


def tarred(story: Story) -> bytes:
    """Return the story's text and page in an archive."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, member in (("story.txt", agency_text(story)), ("page.html", page(story))):
            info = tarfile.TarInfo(name)
            info.size = len(member.encode())
            archive.addfile(info, io.BytesIO(member.encode()))
    return content.getvalue()


FORMATS: dict[str, Callable[[Story], bytes]] = {
    "agency text": lambda story: agency_text(story).encode(),
    "HTML": lambda story: page(story).encode(),
    "Markdown": lambda story: markdown(story).encode(),
    "JSON": lambda story: json_news(story).encode(),
    "JSON Lines": json_lines,
    "NITF": nitf,
    "NewsML-G2": newsml_g2,
    "NewsML 1": newsml_1,
    "agency wire": wire,
    "RSS": rss,
    "Atom": atom,
    "mail": mail,
    "mbox": mbox,
    "Word": word,
    "PDF": pdf,
    "WARC": warc,
    "gzipped text": lambda story: gzip.compress(agency_text(story).encode()),
    "zipped HTML": zipped,
    "text and page in tar": tarred,
    "zstd text": lambda story: zstandard.compress(agency_text(story).encode()),
}
