"""Floors of quality on the labelled articles that the rules were tuned on. They only rise."""

from __future__ import annotations

from tests.positions.scores import score_of


def test_positions_are_right_before_they_are_many() -> None:
    score = score_of("tuned")
    assert score.precision >= 0.98
    assert score.recall >= 0.93


def test_every_condition_hangs_on_its_stand() -> None:
    score = score_of("tuned")
    assert score.conditions_right == score.conditions
