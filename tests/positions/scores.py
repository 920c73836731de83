"""Precision and recall of positions and of issues on the labelled articles, and the mistakes.

    python -m tests.positions.scores [tuned|final]

The final part was set aside while the rules were first made; since then its mistakes are known. A
found position is right if a labelled one has the same actor and type and at least half of the
words in common (Dice); each label is used once. Voice and condition are scored over the right ones.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.positions.find import positions_of
from flows.records import Position
from tests.issues import scores as issue_scores
from tests.issues.drafts import DAY, draft_of

GOLD = Path(__file__).with_name("gold")
MIN_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Stand:
    """A position as it is labelled: `of` holds the words of what it conditions."""

    actor: str
    type: str
    says: str
    voice: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with what is labelled in it and what was found in it."""

    name: str
    gold: list[Stand]
    found: list[Stand]
    rules: list[str]


@dataclass(slots=True)
class Score:
    """Counts over many articles, and the mistakes in words."""

    right: int = 0
    gold: int = 0
    found: int = 0
    voices: int = 0
    conditions: int = 0
    conditions_right: int = 0
    by_type: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    by_rule: Counter[tuple[str, bool]] = field(default_factory=Counter[tuple[str, bool]])
    mistakes: list[str] = field(default_factory=list[str])

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.gold)


def labelled_articles(part: str) -> Iterator[Labelled]:
    """Yield each article of one part of the gold, read by the rules."""
    for file in sorted((GOLD / part).glob("*.toml")):
        for article in tomllib.loads(file.read_text(encoding="utf-8"))["article"]:
            draft = draft_of(article["text"])
            positions = positions_of(draft.body, draft.blocks, draft.key_points, DAY)
            found = [_stand(position, positions, draft.body) for position in positions]
            rules = [position.rule for position in positions]
            gold = [Stand(**row) for row in article["positions"]]
            yield Labelled(article["id"], gold, found, rules)


def _stand(position: Position, positions: list[Position], body: str) -> Stand:
    of = None if position.condition_of is None else positions[position.condition_of]
    return Stand(
        position.actor,
        position.position_type.value,
        body[position.start : position.end],
        position.voice,
        of and body[of.start : of.end],
    )


def score_of(part: str) -> Score:
    """Return the score on one part of the gold."""
    score = Score()
    for article in labelled_articles(part):
        _add(score, article)
    return score


def _add(score: Score, article: Labelled) -> None:
    left = list(article.gold)
    score.gold += len(left)
    score.found += len(article.found)
    for stand, rule in zip(article.found, article.rules, strict=True):
        match = max(left, key=lambda gold: _likeness(gold, stand), default=None)
        is_right = match is not None and _likeness(match, stand) >= MIN_OVERLAP
        score.by_rule[rule, is_right] += 1
        if match is None or not is_right:
            score.mistakes.append(f"{article.name}: wrong ({rule}) {_told(stand)}")
            continue
        left.remove(match)
        score.right += 1
        score.by_type[stand.type, "right"] += 1
        score.voices += stand.voice == match.voice
        score.conditions += match.of is not None
        score.conditions_right += match.of is not None and stand.of is not None
    for gold in left:
        score.by_type[gold.type, "missed"] += 1
        score.mistakes.append(f"{article.name}: missed {_told(gold)}")


def _likeness(gold: Stand, stand: Stand) -> float:
    if (gold.actor, gold.type) != (stand.actor, stand.type):
        return 0.0
    ours, theirs = Counter(stand.says.lower().split()), Counter(gold.says.lower().split())
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def _told(stand: Stand) -> str:
    voice = f", says {stand.voice}" if stand.voice else ""
    return f"{stand.actor} · {stand.type} · {stand.says}{voice}"


def report_on(part: str) -> list[str]:
    """Return the figures of one part, each with its mistakes."""
    score, issues = score_of(part), issue_scores.score(part)
    positions_told = (
        f"{part}, positions: {score.gold} labelled, {score.found} found, {score.right} right; "
        f"precision {score.precision:.1%}, recall {score.recall:.1%}; voice right in "
        f"{score.voices}/{score.right}, condition tied in "
        f"{score.conditions_right}/{score.conditions}"
    )
    issues_told = (
        f"{part}, issues: {issues.right + issues.wrong} found, {issues.right} right; "
        f"precision {issues.precision:.1%}, recall {issues.recall:.1%}"
    )
    mistakes = [f"  {mistake}" for mistake in score.mistakes]
    return [positions_told, *mistakes, issues_told, *(f"  {one}" for one in issues.mistakes)]


def main() -> None:
    """Print the scores of the parts that were asked for."""
    parts = sys.argv[1:] or ["tuned", "final"]
    for part in parts:
        print("\n".join(report_on(part)))  # noqa: T201 - this is what the command is for


if __name__ == "__main__":
    main()
