"""Characters that would break or hide something in a file that other programs open."""

from __future__ import annotations

import re

# Everything a text file should not hold: control characters but for tab, line feed and
# carriage return, and halves of surrogate pairs, which UTF-8 cannot write.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

FIRST_CONTROL_PICTURE = 0x2400
DELETE_PICTURE = "\u2421"
REPLACEMENT = "\ufffd"
DELETE = "\x7f"

# LEFT-TO-RIGHT OVERRIDE and RIGHT-TO-LEFT OVERRIDE make "gpj.exe" read as "exe.jpg".
BIDI_OVERRIDES = re.compile("[\u202d\u202e]")


def printable(text: str) -> str:
    """Return the text with each unprintable character as its picture: NUL becomes "␀".

    One character stands for one, so offsets into the text stay true.
    """
    return UNPRINTABLE.sub(_picture, text)


def displayable(text: str) -> str:
    """Return printable text in which no character reverses the words around it."""
    return BIDI_OVERRIDES.sub(REPLACEMENT, printable(text))


def _picture(match: re.Match[str]) -> str:
    character = match.group()
    if character < " ":
        return chr(FIRST_CONTROL_PICTURE + ord(character))
    return DELETE_PICTURE if character == DELETE else REPLACEMENT
