"""How the bytes were read is told with the article, and so is every repair."""

from __future__ import annotations

import pytest

from flows.articles.encoding import clean_text
from flows.articles.parse import reading_of
from flows.records import SourceFile

TEXT = "Zürich cafés open\nMarch 9, 2026\n\nThe cafés of Zürich open again, the city said."


@pytest.mark.parametrize(
    ("content", "declared", "encoding", "basis"),
    [
        (TEXT.encode(), None, "utf-8", "its bytes"),
        (TEXT.encode("utf-8-sig"), None, "utf-8", "byte-order mark"),
        (TEXT.encode("cp1252"), None, "cp1252", "no other fits"),
        (TEXT.encode("mac_roman"), "macintosh", "mac-roman", "server"),
        # What a server says of UTF-8 is often wrong; the bytes are not.
        (TEXT.encode(), "iso-8859-1", "utf-8", "its bytes"),
        (TEXT.encode().decode("cp1252").encode(), None, "utf-8",
         "its bytes, UTF-8 that was once read as Windows-1252 repaired"),
    ],
)  # fmt: skip
def test_the_encoding_and_what_told_it(
    content: bytes, declared: str | None, encoding: str, basis: str
) -> None:
    source = SourceFile("a.txt", content, declared_encoding=declared)
    (article,) = reading_of(source).articles
    assert article.headline == "Zürich cafés open"
    assert (article.encoding, article.basis["encoding"]) == (encoding, basis)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Itâ€™s late", "It’s late"),
        ("Ã‰cole ouverte Ã\u00a0 Orléans", "École ouverte à Orléans"),
        ("CafÃ© in ZÃ¼rich", "Café in Zürich"),
        # Near misses: right as they stand.
        ("L’Âge d’or de l’État à Noël, où l’été s’achève", None),
        ("SÃO PAULO e a AÇÃO", None),
        ("Über «Ähre» und Ñandú", None),
        ("Â la carte", None),
    ],
)
def test_only_what_was_read_wrongly_is_repaired(written: str, read: str | None) -> None:
    assert clean_text(written) == (read or written)
