"""Every behaviour of reading, one case file each: the file's text and what must come out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from flows.articles.parse import articles_of
from flows.errors import UnreadableFileError
from flows.records import Article, SourceFile

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def value_of(article: Article, name: str) -> object:
    if name == "blocks":
        body = article.body
        return [[block.kind.value, body[block.start : block.end]] for block in article.blocks]
    if name == "key_points":
        return [[point.label, point.text] for point in article.key_points]
    value: tuple[str, ...] | str | None = getattr(article, name)
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    source = SourceFile(case.get("name", "file"), case["text"].encode(), case.get("modified_at"))
    if rejected := case.get("rejected"):
        with pytest.raises(UnreadableFileError) as problem:
            articles_of(source)
        assert problem.value.reason_code == rejected, case["why"]
        return
    articles = articles_of(source)
    assert len(articles) == len(case["expected"]), case["why"]
    for article, expected in zip(articles, case["expected"], strict=True):
        found = {name: value_of(article, name) for name in expected if name != "basis"}
        found |= {"basis": {n: article.basis.get(n) for n in expected.get("basis", {})}}
        assert found == {"basis": {}} | expected, case["why"]
