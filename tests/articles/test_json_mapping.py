"""A desk's own JSON, read by its mapping; the file of mappings, and where its mistakes stand."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest

from flows.articles.json_mapping_file import mappings_of
from flows.articles.parse import reading_of
from flows.errors import MappingError
from flows.records import SourceFile

MAPPING = """
[[mapping]]
name = "desk export"
has = ["docId", "texts.main"]
list = "stories || @"
headline = "texts.title"
body = ["texts.paragraphs[].text", "texts.main"]
published = "dates.first"
authors = "people[?role == 'writer'].name"
outlet = "'Tagus Ledger'"
id = "docId"
"""
STORY: dict[str, Any] = {
    "docId": "TL-1",
    "texts": {"title": "Ferry talks resume", "main": "Crews agreed on Monday to talk again."},
    "dates": {"first": "2026-03-09T18:40:00Z"},
    "people": [{"name": "Ana Ramos", "role": "writer"}, {"name": "Jo Silva", "role": "editor"}],
}
MAPPINGS = mappings_of(MAPPING, "json_mapping.toml")


def test_the_mapping_says_where_everything_stands() -> None:
    (article,) = reading_of(SourceFile("a", json.dumps(STORY).encode()), MAPPINGS).articles
    assert article.headline == "Ferry talks resume"
    assert article.body == "Crews agreed on Monday to talk again."
    assert article.authors == ("Ana Ramos",)
    assert article.outlet == "Tagus Ledger"
    assert article.publisher_id == "TL-1"
    assert article.published_at == datetime(2026, 3, 9, 18, 40, tzinfo=UTC)
    assert article.basis["headline"] == "mapping desk export"


def test_without_the_mapping_it_is_no_article() -> None:
    reading = reading_of(SourceFile("a", json.dumps(STORY).encode()))
    assert [problem.reason_code for problem in reading.problems] == ["not_an_article"]


def test_paragraphs_may_stand_in_a_list() -> None:
    texts = STORY["texts"] | {"paragraphs": [{"text": "Crews met."}, {"text": "They agreed."}]}
    story = STORY | {"texts": texts}
    (article,) = reading_of(SourceFile("a", json.dumps(story).encode()), MAPPINGS).articles
    assert article.body == "Crews met.\n\nThey agreed."


def test_lists_lines_and_archives_are_mapped_too() -> None:
    second = STORY | {"docId": "TL-2"}
    whole = json.dumps({"stories": [STORY, second]}).encode()
    lines = "\n".join(map(json.dumps, [STORY, second])).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("day.jsonl", lines)
    members = {
        "whole": [a.source_member for a in reading_of(SourceFile("a", whole), MAPPINGS).articles],
        "lines": [a.source_member for a in reading_of(SourceFile("a", lines), MAPPINGS).articles],
        "zip": [
            a.source_member
            for a in reading_of(SourceFile("a", packed.getvalue()), MAPPINGS).articles
        ],
    }
    assert members == {
        "whole": ["entry 1", "entry 2"],
        "lines": ["line 1", "line 2"],
        "zip": ["day.jsonl, line 1", "day.jsonl, line 2"],
    }


def test_a_file_that_fits_no_mapping_is_read_as_before() -> None:
    known = {
        "headline": "Tram runs",
        "articleBody": "It runs again.",
        "datePublished": "2026-03-09",
    }
    (article,) = reading_of(SourceFile("a", json.dumps(known).encode()), MAPPINGS).articles
    assert article.basis["headline"] == "json"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        (MAPPING.replace("id =", "ident ="), 11, 1, '"ident" is not known here'),
        (MAPPING.replace('"texts.title"', '"texts..title"'), 6, 19, "is no path"),
        (MAPPING.replace('headline = "texts.title"\n', ""), 2, 1, '"headline" is missing'),
        (MAPPING.replace('"dates.first"', "12"), 8, 1, '"published" is a text'),
        (MAPPING.replace('"docId", ', '"docId" '), 4, 16, "array"),
        ('mapping = "x"', 1, 1, "[[mapping]]"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int, words: str) -> None:
    with pytest.raises(MappingError) as mistake:
        mappings_of(text, "json_mapping.toml")
    assert (mistake.value.line, mistake.value.column) == (line, column)
    assert words in mistake.value.problem
