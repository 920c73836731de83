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
    QuoteType.DIRECT: ((0.3, 0.25), (0.65, 0.4), (0.9, 0.86), (0.95, 0.96), (0.99, 0.97)),
    QuoteType.MIXED: (
        (0.3, 0.25),
        (0.57, 0.47),
        (0.82, 0.7),
        (0.91, 0.84),
        (0.96, 0.9),
        (0.99, 0.93),
    ),
    QuoteType.INDIRECT: (
        (0.1, 0.1),
        (0.33, 0.19),
        (0.52, 0.4),
        (0.62, 0.48),
        (0.7, 0.6),
        (0.78, 0.65),
        (0.87, 0.8),
        (0.96, 0.87),
    ),
}
# Of finds below this two in three are wrong: leaving them out makes the whole list better (all
# joint F1 63.7 to 64.2 on articles held apart), and an analyst need not read them.
LEAST_CONFIDENCE = 0.33
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
