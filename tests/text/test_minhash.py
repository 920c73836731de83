from __future__ import annotations

from flows.text.minhash import signature_of

WORDS = ["the", "minister", "told", "reporters", "that", "ferries", "would", "stop", "at", "noon"]
REPORT = " ".join(f"{word}{number}" for number in range(20) for word in WORDS)


def share_of_equal_values(one: list[int], other: list[int]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def test_a_signature_has_128_values_and_is_the_same_every_time() -> None:
    assert len(signature_of(REPORT)) == 128
    assert signature_of(REPORT) == signature_of(REPORT.upper())


def test_a_near_copy_shares_most_values() -> None:
    copy = f"MARLOW (Agency) - {REPORT} More to follow."
    assert share_of_equal_values(signature_of(REPORT), signature_of(copy)) > 0.9


def test_another_report_shares_few_values() -> None:
    other = " ".join(reversed(REPORT.split()))
    assert share_of_equal_values(signature_of(REPORT), signature_of(other)) < 0.1


def test_a_text_of_under_40_words_has_no_signature() -> None:
    assert signature_of("too short to tell " * 9) == []
