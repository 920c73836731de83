"""A short signature by which near-copies of a text find each other."""

# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false
# The library carries no types.

from __future__ import annotations

import re

from rensa import RMinHash

SIGNATURE_VALUES = 128
# Five words in a row: long enough that two reports on one event share few by chance.
SHINGLE_WORDS = 5
# Shorter bodies share most of their few shingles with any template; they get no signature.
LEAST_WORDS = 40
_SEED = 20_260_302
_WORD = re.compile(r"\w+")


def signature_of(text: str) -> list[int]:
    """Return 128 unsigned 32-bit values; the share of equal values estimates Jaccard similarity.

    Empty for a text of under 40 words. Method: Broder, "On the resemblance and containment of
    documents" (1997), over lower-cased word shingles.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < LEAST_WORDS:
        return []
    shingles = {
        " ".join(words[start : start + SHINGLE_WORDS])
        for start in range(len(words) - SHINGLE_WORDS + 1)
    }
    sketch = RMinHash(num_perm=SIGNATURE_VALUES, seed=_SEED)
    sketch.update(sorted(shingles))
    return sketch.digest()
