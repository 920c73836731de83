"""Whether words without marks are something that somebody says, or only what it is about.

"Lee opposes the levy" tells where Lee stands and gives no statement of Lee's; neither does "Lee
spoke about the levy". A statement is a clause ("said the levy was dead"), a question ("asked
whether it was"), something to be done ("urged parliament to drop it"), a judgement ("called it
theft"), or the thing itself that a verb of saying names ("announced a levy").
"""

from __future__ import annotations

import re

from flows.quotes.cues import BELIEF, INTENTION, SPEECH, WRITING
from flows.records import Span
from flows.text.names import words_of

# Verbs of speech whose object is what somebody is for or against, and not what is said: a
# statement stands behind them only as a clause ("denied that …", "denied taking …").
_ATTITUDES = words_of(
    """
    answered blamed blasted considers criticised criticized denied denies deny denying dismissed
    doubt doubts fear fears hailed lamented mocked praised quoted referred reiterated reiterates
    responded responds slammed
    """
)
# Verbs that name the very thing that is offered, asked for or made known. An editor may add one.
_NAMES_IT = words_of(
    """
    according assure assured assures assuring decide decided decides demand demanded demanding
    demands emphasising emphasizing encourage encouraged encourages encouraging estimate estimated
    estimates estimating expecting express expressed expresses find finds float floated floats
    forecast forecasting forecasts found highlight highlighted highlighting highlights hoped
    hoping intended invite invited invites offer offered offering offers order ordered ordering
    orders outline outlined outlines planned pleaded project projected projects propose proposed
    proposes proposing recommend recommended recommends request requested requesting requests
    revealing rule ruled rules seeking show showed showing shows sought threaten threatened
    threatening threatens underline underlined underlines underscore underscored underscores
    unveil unveiled unveils voiced voices wanted
    """
)
_SAYS = (SPEECH | WRITING | BELIEF | INTENTION | _NAMES_IT) - _ATTITUDES
# "hailed it as a triumph", "blamed her for the loss": what is said of it is the statement.
_JUDGED_AS = re.compile(r"(?:^|\s)as\s(?:an?|the|one|not|[a-z]+ing)\b|^as\s")
_JUDGED_FOR = re.compile(r"\s(?:for|because)\s")
# What stands behind these is a topic: "spoke about the levy", "ruled on the appeal"; unless the
# verb says what of it: "warned of floods", "agreed on a date".
_TOPICAL = words_of("about on over of into regarding with at before during")
_CHARGES = re.compile(r"\b(?:warn|accus|complain|boast|inform|assur|call|agree|insist|decid)")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ASKS = words_of("whether how why what when where who whom which if because that")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|does|do|did|will|would|can|cannot|could|may|might|must"
    r"|shall|should)\b|n[’']t\b|[’'](?:re|ve|ll|d|m)\b|\b(?:it|he|she|that|there)[’']s\b"
)
# In "the law that would ban it" the verb is the law's.
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|where|when)\b.*", re.DOTALL)
_TO_DO = re.compile(r"to\s(?!(?:the|an?|his|her|its|their|this|that)\b|[A-Z])[a-z]+")
_DOING = re.compile(r"(?:not\s)?[a-z]{2,}ing\b")
_THAT = re.compile(r"\bthat,?\s+[“\"‘']?$")
_THAT_CHARS = 8
# The reader, the writer, or nobody: "you may think", "I want to help", "it’s worth noting".
_NARRATORS = re.compile(
    r"(?:[Yy]ou|I|[Ww]e|[Oo]ne|[Ww]hat)(?:[’'](?:ve|d|m|re|ll))?|[Ii]t(?:[’']s| is)\b.*"
)


# "Speaking in Alden, Lee said": when and where it was said.
_LEADS_IN = re.compile(
    r"(?:Speaking|Writing|Responding|Commenting|Talking|Addressing|Testifying|Appearing|Asked)\b"
)


def is_statement(body: str, span: Span, cue: Span | None, source: Span | None) -> bool:
    """Say whether words without marks are what a speaker says, asks, wants or holds true."""
    if source is None or _NARRATORS.fullmatch(body, source.start, source.end):
        return False
    if cue is not None and span.end <= cue.start and _LEADS_IN.match(body, span.start, span.end):
        return False
    if cue is None or span.start < cue.start or _has_clause(body, span):
        # "The levy is dead, Lee said": what comes before its verb is a clause.
        return True
    said = body[span.start : span.end]
    if _JUDGED_AS.search(said):
        return True
    words = _WORD.findall(body[cue.start : cue.end].lower())
    if words and words[-1] in _TOPICAL and not _CHARGES.search(" ".join(words)):
        return False
    verbs = frozenset(words)
    return bool(verbs & _SAYS or (verbs & _ATTITUDES and _JUDGED_FOR.search(said)))


def _has_clause(body: str, span: Span) -> bool:
    """Say whether the words are a clause, a question, or something that is or was to be done."""
    if _THAT.search(body, max(0, span.start - _THAT_CHARS), span.start):
        return True
    said = body[span.start : span.end]
    first = said.split(maxsplit=1)[0].lower()
    if first in _ASKS or _DOING.match(said) or _TO_DO.match(said):
        return True
    return _FINITE.search(_RELATIVE.sub("", said)) is not None
