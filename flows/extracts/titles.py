"""What an event is called where no sentence stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from flows.extracts.extract import Cell

# An event that begins with one of these does not say by itself who acts.
_POINTERS = frozenset(("it", "he", "she", "they", "its", "his", "her", "their"))
_SPEAKERS = frozenset(("we", "i", "our", "my"))


def title_of(deadline: Mapping[str, Cell]) -> str:
    """Return the event's words, with who acts before them where they only point at somebody.

    Example: "it would ask to join" by the Patients' League is
    "Patients' League: it would ask to join".
    """
    event = str(deadline["event"])
    first = event.split(maxsplit=1)[0].lower() if event.strip() else ""
    who = deadline["actor"] if first in _POINTERS else None
    if first in _SPEAKERS:
        who = deadline["voice"]
    return f"{who}: {event}" if who else event
