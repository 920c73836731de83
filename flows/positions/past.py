"""What an article tells as past, or as a rumour: nobody takes a stand there now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.records import Span

# A sentence with one of these tells of the past, or of what nobody vouches for.
_NOT_NOW = re.compile(
    r"\b(?i:reportedly|allegedly|rumou?r\w*"
    r"|(?:weeks?|months?|years?|decades?|centur(?:y|ies)) (?:ago|earlier|before)"
    r"|believed to|thought to|said to (?:be|want|have|seek)|den(?:y|ies|ied|ying)"
    r"|dismissed (?:\w+ )?reports|at the time|in (?:his|her) memoirs?|but has since"
    r"|then (?:the|an?) [a-z]+ of|as a young|back then|in the past"
    r"|last (?:year|month|spring|summer|fall|autumn|winter))\b"
    r"|\bthen[.;]"
    r"|\bin (?:the )?1[5-9]\d\d|\bin the 20\d0s|^For (?:years|decades|centuries|a long time)"
    r"|^(?:When|Maybe|Perhaps) |^If [^,]{0,60}\bcould\b|\?[”\"]?$"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
# Years that date what a sentence tells, and not a thing in it ("the 2015 accord").
_DATED = (
    re.compile(rf"(?:In|By|Since|During|Until|Back in) .{{0,25}}?{_YEAR}"),
    re.compile(rf"(?:After|Before|Following) [^,]{{0,60}}?\b{_YEAR}"),
    re.compile(
        r".{0,400}?\b(?:backed|endorsed|supported|opposed|voted|favou?red)\b"
        rf"[^.;]{{0,80}}?\bin {_YEAR}"
    ),
)
# A year in what is wanted: it was wanted then.
_DONE_IN = re.compile(rf"\b[Ii]n (?:an? |his |her |the )?{_YEAR}")
_STORY = re.compile(rf".{{0,40}}?\b(?:[Ii]n|[Bb]y|[Dd]uring) (?:[A-Z][a-z]+ )?{_YEAR}")
_TODAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this (?:week|month)|now"
    r"|last week)\b"
)
# So many paragraphs after a dated one may go on with its story.
_STORY_BLOCKS = 2


@dataclass(slots=True)
class Clock:
    """Whether the article is telling a story of earlier years; `year` is that of publication.

    In a story the simple past tells what was; the rest is of today.
    """

    year: int
    blocks_left: int = 0

    def next_block(self) -> None:
        """Begin a new paragraph."""
        self.blocks_left = max(0, self.blocks_left - 1)

    @property
    def is_story(self) -> bool:
        """Say whether the simple past tells of earlier years here."""
        return self.blocks_left > 0

    def read(self, body: str, sentence: Span) -> None:
        """Go on to this sentence."""
        if self.is_story and _TODAY.search(body, *sentence):
            self.blocks_left = 0
        elif self._is_earlier(_STORY.match(body, *sentence)) and not _TODAY.search(body, *sentence):
            self.blocks_left = _STORY_BLOCKS + 1

    def is_past(self, sentence: str) -> bool:
        """Say whether nothing in the sentence is a stand of today."""
        is_dated = any(self._is_earlier(dated.match(sentence)) for dated in _DATED)
        return is_dated or _NOT_NOW.search(sentence) is not None

    def is_done(self, statement: str) -> bool:
        """Say whether what is wanted was to be done in an earlier year."""
        return self._is_earlier(_DONE_IN.search(statement))

    def _is_earlier(self, dated: re.Match[str] | None) -> bool:
        return dated is not None and int(dated["year"]) < self.year
