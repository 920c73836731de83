"""How often the speaker of a quote like this one is right.

Two things must hold: the words beside the quote name its speaker, and they were led to the right
person. The shares of the first were read off the articles held apart from training; those of the
second off the articles of the corpus whose speakers have a checked name, and, where it has none
(roles, pronouns between several people), off the rows judged in `tests/quotes/judged.csv`.
`python -m tests.quotes.reliability GOLD` prints the table that proves them.
"""

from __future__ import annotations

import numpy as np

from flows.quotes.attributions import Attribution
from flows.quotes.speaker import Path
from flows.records import QuoteType

# How sure the tagger was of the words that name the speaker, and how often they did.
_NAMES_SPEAKER: dict[QuoteType, tuple[tuple[float, float], ...]] = {
    QuoteType.DIRECT: ((0.6, 0.25), (0.86, 0.6), (0.95, 0.9), (0.985, 0.95), (0.99, 0.99)),
    QuoteType.MIXED: (
        (0.6, 0.4),
        (0.86, 0.5),
        (0.95, 0.6),
        (0.985, 0.8),
        (0.995, 0.92),
        (0.9995, 0.96),
    ),
    QuoteType.INDIRECT: (
        (0.6, 0.5),
        (0.86, 0.7),
        (0.96, 0.74),
        (0.99, 0.82),
        (0.997, 0.9),
        (0.9995, 0.97),
    ),
}
# How often a mention that was read in this way led to the right person.
_LEADS_RIGHT = {
    Path.FULL_NAME: 0.98,
    Path.LAST_NAME: 0.99,
    Path.WORD: 0.96,
    Path.RELATIVE: 0.95,
    Path.NAMESAKE: 0.75,
    Path.ROLE: 0.9,
    Path.PRONOUN: 0.97,
    Path.PRONOUN_OF_SEVERAL: 0.94,
    # A group, a document, a source: no name is claimed.
    Path.UNNAMED: 0.97,
}
# A paragraph of speech alone goes on with the speaker before it six times in seven.
_GOES_ON = 0.86


def speaker_confidence(attribution: Attribution, path: Path, quote_type: QuoteType) -> float:
    """Return the share of speakers like this one that are right, to two decimals."""
    chances, shares = zip(*_NAMES_SPEAKER[quote_type], strict=True)
    named = float(np.interp(attribution.source_chance, chances, shares))
    goes_on = _GOES_ON if attribution.rule == "paragraph_before" else 1.0
    return round(named * goes_on * _LEADS_RIGHT[path], 2)
