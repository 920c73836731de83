"""`python -m tests.quotes.calibration GOLD WEIGHTS`: what the tagger's own confidence is worth.

GOLD is a file of the quote kit and WEIGHTS what `python -m flows.quotes.train … --apart` made; the
articles that it kept apart are read, and no others. Prints, for each kind of quote and for the
speakers of each kind, how often finds of a like confidence were right; the points in
`flows/quotes/confidence.py` and `speaker_confidence.py` are read off these lines.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.quotes import find
from flows.quotes.attributions import Attribution
from flows.quotes.speaker import Path as Way
from flows.records import QuoteType
from tests.quotes.reliability import Trial, trials_of, unseen

# A line stands for so many finds, so that its share is known to a few points.
FINDS = 40


def main(gold: Path, weights: Path) -> None:
    """Print the lines of every kind."""
    rows = unseen(gold, weights)
    find.calibrated = _own
    find.speaker_confidence = _own_of_speaker
    find.LEAST_CONFIDENCE = 0.0
    trials = [trial for row in rows for trial in trials_of(row)]
    print("what               own confidence   finds  right  rising")  # noqa: T201 # an answer
    for kind in sorted({trial.kind for trial in trials}):
        for line in lines_of(sorted((x for x in trials if x.kind == kind), key=_confidence)):
            print(f"{kind:18} {line}")  # noqa: T201 # as above


def _own(_rule: str, raw: float, _type: QuoteType) -> float:
    return raw


def _own_of_speaker(attribution: Attribution, _way: Way, _type: QuoteType) -> float:
    return attribution.source_chance


def _confidence(trial: Trial) -> float:
    return trial.confidence


def lines_of(trials: Sequence[Trial]) -> Iterator[str]:
    """Yield a line for each so many finds, with the share right and that share made to rise."""
    groups = [trials[start : start + FINDS] for start in range(0, len(trials), FINDS)]
    if len(groups) > 1 and len(groups[-1]) < FINDS:
        groups[-2:] = [[*groups[-2], *groups[-1]]]
    shares = [(sum(x.is_right for x in group), len(group)) for group in groups]
    for group, (right, count), rising in zip(groups, shares, _rising(shares), strict=True):
        mean = sum(trial.confidence for trial in group) / count
        yield f"{mean:14.4f} {count:7} {right / count:6.2f} {rising:7.2f}"


def _rising(shares: Sequence[tuple[int, int]]) -> list[float]:
    """Return the shares, pooled where one is less than that before (Ayer et al. 1955)."""
    pools: list[tuple[int, int, int]] = []
    for right, count in shares:
        pools.append((right, count, 1))
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] > pools[-1][0] * pools[-2][1]:
            one, other = pools.pop(), pools.pop()
            pools.append((one[0] + other[0], one[1] + other[1], one[2] + other[2]))
    return [right / count for right, count, lines in pools for _ in range(lines)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
