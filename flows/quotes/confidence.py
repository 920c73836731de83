"""How often a quote that looks like this one is right: its words and its speaker both.

The points were read off articles held apart from training: of the quotes given 0.9, nine in ten
had the words (half of them at least) and the speaker that a careful reader marked.
`python -m tests.quotes.reliability GOLD` prints the table that proves them.
"""

from __future__ import annotations

from bisect import bisect_right

from flows.records import QuoteType

# For each type: what the tagger makes of its own find, and how often that proved right.
_POINTS: dict[QuoteType, tuple[tuple[float, float], ...]] = {
    QuoteType.DIRECT: (
        (0.5, 0.08),
        (0.72, 0.2),
        (0.8, 0.64),
        (0.86, 0.72),
        (0.92, 0.82),
        (0.955, 0.93),
        (0.98, 0.96),
        (0.992, 0.98),
    ),
    QuoteType.MIXED: (
        (0.33, 0.15),
        (0.5, 0.34),
        (0.6, 0.38),
        (0.71, 0.5),
        (0.79, 0.6),
        (0.85, 0.71),
        (0.92, 0.84),
        (0.96, 0.92),
        (0.99, 0.96),
    ),
    QuoteType.INDIRECT: (
        (0.35, 0.2),
        (0.48, 0.31),
        (0.6, 0.45),
        (0.7, 0.54),
        (0.79, 0.68),
        (0.85, 0.75),
        (0.9, 0.83),
        (0.94, 0.87),
        (0.99, 0.89),
    ),
}
# Of finds below this three in four are wrong: leaving them out makes the whole list better (all
# joint F1 68.4 to 69.5 on articles held apart), and an analyst need not read them.
LEAST_CONFIDENCE = 0.3
# Rules say yes or no; a script is set so that none can mistake it.
_OF_RULES = {"name_and_colon": 0.95}


def calibrated(rule: str, raw: float, quote_type: QuoteType) -> float:
    """Return the share of quotes like this one that are right, to two decimals."""
    if rule in _OF_RULES:
        return _OF_RULES[rule]
    points = _POINTS[quote_type]
    index = bisect_right(points, raw, key=lambda point: point[0])
    if index == 0 or index == len(points):
        return points[min(index, len(points) - 1)][1]
    (low, share), (high, higher) = points[index - 1 : index + 1]
    return round(share + (higher - share) * (raw - low) / (high - low), 2)
