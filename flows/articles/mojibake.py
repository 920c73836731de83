"""Repairs UTF-8 that was once read as Windows-1252: "itâ€™s" was "it’s"."""

from __future__ import annotations

import re
from functools import lru_cache

# Text may have gone through the wrong reading twice; three times was never seen.
MOST_REPAIRS = 2

_WINDOWS = {
    sign: code
    for code in range(0x80, 0x100)
    # The C1 control characters stand for themselves: some programs keep them so.
    for sign in {bytes([code]).decode("cp1252", errors="ignore"), chr(code)} - {""}
}
_BYTES = str.maketrans({character: chr(code) for character, code in _WINDOWS.items()})
# A lead byte of UTF-8 and what follows it, as Windows-1252 shows them.
_CLASS = "".join(re.escape(character) for character in _WINDOWS)
# UTF-8 opens every character beyond ASCII with one of these bytes.
_LEAD_BYTES = range(0xC2, 0xF5)
_LEADS = "".join(re.escape(sign) for sign, code in _WINDOWS.items() if code in _LEAD_BYTES)
# Neither of these needs a look. A page is long and has few others, and those are quickly found.
_ORDINARY = bytes((9, 10, *range(32, 127)))
# How the second byte of nearly every accent, quotation mark and dash looks.
_SIGNS = ("Ã", "Â", "â€", "Å", "Ä", "Ð", "Ñ", "ï»")
_RUN = re.compile(rf"[{_LEADS}][{_CLASS}]{{1,64}}")


@lru_cache(maxsize=1)  # asked for at each step of cleaning one text
def unusual_signs(text: str) -> str:
    """Return the signs of the text that are no plain ASCII, in their order."""
    encoded = text.encode("utf-8", "surrogatepass")
    return encoded.translate(None, _ORDINARY).decode("utf-8", "surrogatepass")


@lru_cache(maxsize=1)  # asked for twice: to read the text, and to tell that it was repaired
def repaired(text: str) -> str:
    """Return the text with every run that is UTF-8 read wrongly read rightly.

    A run that is no valid UTF-8 stays as it is: "Über «Ähre»" is not touched.
    """
    unusual = unusual_signs(text)
    if not any(sign in unusual for sign in _SIGNS):
        return text
    for _ in range(MOST_REPAIRS):
        better = _RUN.sub(_reread, text)
        if better == text:
            break
        text = better
    return text


def _reread(run: re.Match[str]) -> str:
    try:
        return run[0].translate(_BYTES).encode("latin-1").decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return run[0]
