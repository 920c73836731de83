from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from flows.articles.encoding import text_of
from flows.articles.formats import Format, format_of
from flows.articles.parse import MOST_TEXT_BYTES, articles_of
from flows.articles.plain_text import LONGEST_LINE_CHARS
from flows.errors import UnreadableFileError
from flows.records import SourceFile

DISPATCH = """Zürich café reopens/ Courier/ BERN/ Jo Frei/ Morning Edition/ A café opens again.
BERN (March 9, 2026) — The “naïve” café opens again; coffee is €5.
"""


def reason_for(content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as problem:
        articles_of(SourceFile("file", content, datetime(2026, 1, 1, tzinfo=UTC)))
    return problem.value.reason_code


@pytest.mark.parametrize("content", [b"", b" \n\t \r\n", b"\xef\xbb\xbf", b"\xc2\xa0\n"])
def test_a_file_without_words_is_empty(content: bytes) -> None:
    assert reason_for(content) == "empty"


@pytest.mark.parametrize("content", [b"\x7fELF\2\1\1" + bytes(400), bytes(range(32)) * 200])
def test_bytes_that_are_no_text_are_binary(content: bytes) -> None:
    assert reason_for(content) == "binary"


def test_a_line_longer_than_any_paragraph_is_rejected() -> None:
    assert reason_for(b"word " * (LONGEST_LINE_CHARS // 5 + 1)) == "line_too_long"


def test_a_file_of_fifty_megabytes_is_rejected_by_its_size() -> None:
    assert reason_for(b"word " * (MOST_TEXT_BYTES // 5 + 1)) == "too_large"


def test_an_article_longer_than_a_book_is_rejected() -> None:
    paragraph = b"The council met for a day and then for a night. " * 20 + b"\n\n"
    assert reason_for(DISPATCH.encode() + paragraph * 1100) == "too_large"
    assert articles_of(SourceFile("file", DISPATCH.encode() + paragraph * 100))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_common_encoding_gives_the_same_article(encoding: str) -> None:
    (plain,) = articles_of(SourceFile("file", DISPATCH.encode()))
    (article,) = articles_of(SourceFile("file", DISPATCH.encode(encoding)))
    # What differs is how it was read, and that is told.
    assert replace(article, encoding=plain.encoding, basis=plain.basis) == plain
    assert "“naïve” café" in plain.body


def test_a_few_bad_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    assert text_of("Zürich café".encode() + b" win\xff\xfeter") == "Zürich café win��ter"


def test_a_wrong_declaration_is_not_believed() -> None:
    assert text_of('<meta charset="iso-8859-1">Zürich'.encode()).endswith("Zürich")


def test_an_unknown_declared_encoding_falls_back_to_windows_1252() -> None:
    assert text_of(b'<meta charset="x-klingon">Z\xfcrich').endswith("Zürich")


def test_line_ends_and_unicode_forms_do_not_change_the_article() -> None:
    windows = DISPATCH.replace("\n", "\r\n").replace("ü", "u\u0308")
    assert articles_of(SourceFile("file", windows.encode())) == articles_of(
        SourceFile("file", DISPATCH.encode())
    )


def test_an_article_crosses_processes() -> None:
    [article] = articles_of(SourceFile("file", DISPATCH.encode()))
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes


def test_a_page_may_open_with_what_belongs_in_its_head() -> None:
    assert format_of(b"<style>p {color: red}</style>" + b"\n" * 4000 + b"<html>") is Format.HTML
    assert format_of(b"<stylish> The ferry stops.\n") is Format.TEXT
