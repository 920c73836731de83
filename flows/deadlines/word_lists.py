"""Word lists as they are kept in this folder: words between spaces, easy to read and to add to."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words.split())
