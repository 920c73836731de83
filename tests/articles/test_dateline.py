from __future__ import annotations

from datetime import date

import pytest

from flows.articles.dateline import dateline_of, stated_dateline


@pytest.mark.parametrize(
    ("paragraph", "place", "credit", "day"),
    [
        ("PORTO, Portugal (March 9, 2026) — Crews agreed.", "Porto, Portugal", None, (2026, 3, 9)),
        ("WASHINGTON (AP) — The Senate passed it.", "Washington", "AP", None),
        ("Berlin (dpa) - The city said so.", "Berlin", "dpa", None),
        ("SYDNEY, 07 January 2024: The court ruled.", "Sydney", None, (2024, 1, 7)),
        ("BERN – 30 October 2025 – The council met.", "Bern", None, (2025, 10, 30)),
        ("AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- A firm.", "Austin, Texas", "PRNewswire",
         (2017, 2, 1)),
        ("LYON--(BUSINESS WIRE)--A firm grew.", "Lyon", "BUSINESS WIRE", None),
        ("WASHINGTON, D.C. - The vote failed.", "Washington, D.C.", None, None),
        ("NEW YORK (AP) — Shares rose.", "New York", "AP", None),
        ("Tegucigalpa (EFE).- The minister left.", "Tegucigalpa", "EFE", None),
        ("PARIS, Monday, April 29, 2024 — It rained.", "Paris", None, (2024, 4, 29)),
        ("Berlin, 2024-04-28 – It rained.", "Berlin", None, (2024, 4, 28)),
        ("LONDON | April 28, 2024 | It rained.", "London", None, (2024, 4, 28)),
        ("GENT (9. März 2026) — Es regnet.", "Gent", None, (2026, 3, 9)),
        ("PORTO (9 de março de 2026) — Choveu.", "Porto", None, (2026, 3, 9)),
        ("WASHINGTON/BRUSSELS (AP) — Talks began.", "Washington/Brussels", "AP", None),
        ("RIO DE JANEIRO (AP) — It rained.", "Rio de Janeiro", "AP", None),
        ("LA PAZ, Bolivia — It rained.", "La Paz, Bolivia", None, None),
        ("(Reuters) - Shares rose.", None, "Reuters", None),
        ("PORTO (Feb. 30, 2026) — No such day.", "Porto", None, None),
    ],
)  # fmt: skip
def test_a_dateline_is_read(
    paragraph: str, place: str | None, credit: str | None, day: tuple[int, int, int] | None
) -> None:
    found = dateline_of(paragraph)
    assert found is not None
    assert (found.place, found.credit) == (place, credit)
    assert found.day == (date(*day) if day else None)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Holt — who had voted against it — left early.",
        "The Federal Reserve (Fed) - the central bank - met.",
        "BREAKING: The bridge is closed.",
        "WATCH: The bridge falls.",
        "The plan (first of three) - was dropped.",
        "She said: “It is over.”",
        "A" * 100_000 + ", " * 50_000 + "(AP) —",
    ],
)
def test_a_sentence_is_no_dateline(paragraph: str) -> None:
    assert dateline_of(paragraph) is None


def test_a_field_needs_no_proof_that_it_is_a_dateline() -> None:
    found = stated_dateline("SYDNEY March 22 AAP -")
    assert found is not None
    assert (found.place, found.credit, found.month_and_day) == ("Sydney", "AAP", (3, 22))
