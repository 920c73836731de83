"""How often a quote that looks like this one is right: its words and its speaker both.

The points were read off articles held apart from training: of the quotes given 0.9, nine in ten
had the words (half of them at least) and the speaker that a careful reader marked.
`python -m tests.quotes.calibration GOLD WEIGHTS` prints what they are read off, and
`python -m tests.quotes.reliability GOLD` the table that proves them.
"""

from __future__ import annotations

from bisect import bisect_right

from flows.records import QuoteType

# For each type: what the tagger makes of its own find, and how often that proved right.
_POINTS: dict[QuoteType, tuple[tuple[float, float], ...]] = {
    QuoteType.DIRECT: (
        (0.4, 0.1),
        (0.63, 0.17),
        (0.72, 0.4),
        (0.8, 0.6),
        (0.85, 0.78),
        (0.92, 0.83),
        (0.955, 0.91),
        (0.98, 0.95),
        (0.992, 0.98),
    ),
    QuoteType.MIXED: (
        (0.33, 0.2),
        (0.5, 0.33),
        (0.6, 0.36),
        (0.7, 0.5),
        (0.79, 0.6),
        (0.85, 0.76),
        (0.92, 0.83),
        (0.96, 0.91),
        (0.99, 0.96),
    ),
    QuoteType.INDIRECT: (
        (0.3, 0.22),
        (0.45, 0.29),
        (0.54, 0.32),
        (0.6, 0.45),
        (0.7, 0.54),
        (0.79, 0.68),
        (0.85, 0.77),
        (0.9, 0.82),
        (0.94, 0.88),
        (0.99, 0.89),
    ),
}
# Of finds below this four in five are wrong. A little more would make the whole list better by the
# speaker (all joint), and a little less by the words (all overlap); the table `quotes` rather keeps
# a find, and an extract shows none that is likelier wrong than right.
LEAST_CONFIDENCE = 0.25
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
