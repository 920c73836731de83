"""Floors of quality on the labelled articles. They only rise."""

from __future__ import annotations

from tests.issues.scores import score


def test_most_issues_are_found_and_nearly_all_are_right() -> None:
    total = score()
    assert total.precision >= 0.95
    assert total.recall >= 0.85
