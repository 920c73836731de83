from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from flows.articles.parse import articles_of
from flows.articles.pdf_lines import Line, in_columns
from flows.errors import UnreadableFileError
from flows.records import BlockKind, SourceFile


def word_file(author: str = "Jo Frei") -> bytes:
    document = Document()
    document.core_properties.author = author
    document.core_properties.created = datetime(2026, 3, 9, 8, tzinfo=UTC)
    document.add_heading("Tram runs again", 0)
    document.add_paragraph("By Jo Frei")
    document.add_paragraph("The tram through the old town runs again after a week of repairs.")
    document.add_heading("Walking over the bridge", 2)
    document.add_paragraph("Passengers had to walk for seven days, most of them in the rain.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("part", "whole", "damaged"),
    [
        ("[Content_Types].xml", b"core-properties+xml", b"xml"),
        ("_rels/.rels", b"Target=", b"Target_="),
        ("word/document.xml", b"<w:body>", b"<w:bodx>"),
    ],
)
def test_a_word_document_with_a_damaged_part_is_rejected(
    part: str, whole: bytes, damaged: bytes
) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            inner = old.read(name)
            new.writestr(name, inner.replace(whole, damaged) if name == part else inner)
    with pytest.raises(UnreadableFileError) as problem:
        articles_of(SourceFile("tram.docx", content.getvalue()))
    assert problem.value.reason_code == "damaged"


def pdf_file(lines: list[tuple[int, int, str]]) -> bytes:
    """A page with one text a line: its size in points, its height on the page, its words."""
    return printed([(size, 40, height, words) for size, height, words in lines])


def printed(lines: list[tuple[int, int, int, str]]) -> bytes:
    """The same, with the left edge of each line before its height."""
    shown = " ".join(
        f"BT /F1 {size} Tf {left} {height} Td ({words}) Tj ET"
        for size, left, height, words in lines
    )
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            "/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    objects = "".join(f"{n} 0 obj{part}endobj\n" for n, part in enumerate(parts, start=1))
    return f"%PDF-1.4\n{objects}trailer<</Root 1 0 R>>\n%%EOF".encode()


def test_a_word_document_keeps_its_headings() -> None:
    [article] = articles_of(SourceFile("tram.docx", word_file()))
    assert article.headline == "Tram runs again"
    assert article.authors == ("Jo Frei",)
    assert article.published_at == datetime(2026, 3, 9, 8, tzinfo=UTC)
    assert [block.kind for block in article.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_what_a_colleague_inserts_is_text_and_what_she_deletes_is_none() -> None:
    document = Document()
    document.add_heading("2026-03-09 Tram runs again", 0)
    paragraph = document.add_paragraph("The tram runs ")
    words = f'<w:r {nsdecls("w")}><w:{{0}} xml:space="preserve">{{1}}</w:{{0}}></w:r>'
    inserted = words.format("t", "again on Friday ")
    deleted = words.format("delText", "no more ")
    for mark, run in (("ins", inserted), ("del", deleted)):
        paragraph.paragraph_format.element.append(
            parse_xml(f"<w:{mark} {nsdecls('w')}>{run}</w:{mark}>")
        )
    paragraph.add_run("after a week of repairs.")
    buffer = io.BytesIO()
    document.save(buffer)
    [article] = articles_of(SourceFile("2026-03-09-tram.docx", buffer.getvalue()))
    assert article.body == "The tram runs again on Friday after a week of repairs."


def test_an_archive_of_word_documents_is_an_archive() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.docx", word_file())
        archive.writestr("b.docx", word_file())
    articles = articles_of(SourceFile("desk.zip", buffer.getvalue()))
    assert [article.source_member for article in articles] == ["a.docx", "b.docx"]


def test_the_template_date_of_a_document_nobody_signed_is_no_date() -> None:
    with pytest.raises(UnreadableFileError) as problem:
        articles_of(SourceFile("tram.docx", word_file(author="python-docx")))
    assert problem.value.reason_code == "no_date"


def test_the_lines_of_a_pdf_are_paragraphs_again() -> None:
    content = pdf_file(
        [
            (20, 780, "Tram runs again"),
            (10, 750, "By Jo Frei March 9, 2026"),
            (10, 720, "The tram through the old town runs again"),
            (10, 708, "after a week of repairs, the city said."),
            (10, 684, "Passengers had to walk over the bridge for"),
            (10, 672, "seven days, most of them in the rain."),
        ]
    )
    [article] = articles_of(SourceFile("tram.pdf", content))
    assert article.headline == "Tram runs again"
    assert article.authors == ("Jo Frei",)
    assert article.published_at == datetime(2026, 3, 9, tzinfo=UTC)
    assert article.body == (
        "The tram through the old town runs again after a week of repairs, the city said.\n\n"
        "Passengers had to walk over the bridge for seven days, most of them in the rain."
    )


def test_a_pdf_of_pictures_asks_for_text_recognition() -> None:
    with pytest.raises(UnreadableFileError) as problem:
        articles_of(SourceFile("scan.pdf", pdf_file([])))
    assert problem.value.reason_code == "no_text_layer"


ROWS = (
    ("The tram through the old town runs again", "Passengers had to walk over the bridge for"),
    ("after a week of repairs on the old rails and", "seven days, most of them in the rain, and"),
    ("the wires above them, the city said.", "some of them with a child on the arm."),
)


@pytest.mark.parametrize("is_written_by_rows", [True, False])
def test_two_columns_are_read_one_after_the_other(*, is_written_by_rows: bool) -> None:
    left = [(10, 40, 720 - 12 * row, words) for row, (words, _) in enumerate(ROWS)]
    right = [(10, 310, 720 - 12 * row, words) for row, (_, words) in enumerate(ROWS)]
    by_rows = [line for row in zip(left, right, strict=True) for line in row]
    columns = by_rows if is_written_by_rows else [*left, *right]
    head = [(20, 40, 780, "Tram runs again"), (10, 40, 750, "By Jo Frei March 9, 2026")]
    [article] = articles_of(SourceFile("tram.pdf", printed([*head, *columns])))
    assert article.body == (
        "The tram through the old town runs again after a week of repairs on the old rails and"
        " the wires above them, the city said.\n\nPassengers had to walk over the bridge for"
        " seven days, most of them in the rain, and some of them with a child on the arm."
    )


@pytest.mark.parametrize(("indent", "paragraphs"), [(12, 2), (0, 1)])
def test_an_indent_at_the_head_of_a_column_begins_a_paragraph(indent: int, paragraphs: int) -> None:
    left = ("The tram through the old town runs", "again, after a week of many repairs.")
    right = ("Passengers had to walk for a week", "over the bridge, most of them in rain.")
    columns = [
        *((10, 40, 720 - 12 * row, words) for row, words in enumerate(left)),
        (10, 310 + indent, 720, right[0]),
        (10, 310, 708, right[1]),
    ]
    head = [(20, 40, 780, "Tram runs again"), (10, 40, 750, "By Jo Frei March 9, 2026")]
    [article] = articles_of(SourceFile("tram.pdf", printed([*head, *columns])))
    assert len(article.blocks) == paragraphs


def test_the_cells_of_a_table_stay_in_their_rows() -> None:
    towns = ("Ghent", "Bruges", "Ostend", "Antwerp")
    lines = [
        Line(words, 0, left, left + 60.0, height + 8.0, height)
        for height, town in zip((700.0, 688.0, 676.0, 664.0), towns, strict=True)
        for left, words in ((40.0, town), (310.0, "1,200 votes"))
    ]
    assert in_columns(lines) == lines


def test_a_figure_within_a_page_is_kept_and_the_number_of_the_page_is_not() -> None:
    lines = [
        (20, 780, "Tram runs again"),
        (10, 750, "By Jo Frei March 9, 2026"),
        (10, 720, "So many passengers had to walk over the bridge"),
        (10, 708, "1200"),
        (10, 696, "of them in the rain, and the rest in the snow."),
        (10, 684, "The city said so on Monday."),
        (10, 40, "1"),
    ]
    [article] = articles_of(SourceFile("tram.pdf", pdf_file(lines)))
    assert article.body == (
        "So many passengers had to walk over the bridge 1200 of them in the rain, and the rest in"
        " the snow. The city said so on Monday."
    )
