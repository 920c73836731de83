"""The words that say that somebody speaks. An editor may add a word."""

from __future__ import annotations

import re

from flows.records import AttributionKind


def _forms(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


# Verbs that report speech and may stand beside a quotation or take a clause ("said that …").
SPEECH = _forms(
    """
    said says say saying told tells tell telling added adds adding stated states stating
    replied replies responded responds answered answers asked asks asking announced announces
    announcing argued argues argue arguing claimed claims claim claiming insisted insists
    insist insisting declared declares declaring explained explains explaining noted notes
    noting warned warns warn warning suggested suggests suggest suggesting confirmed confirms
    confirm confirming acknowledged acknowledges admitted admits conceded concedes concluded
    concludes complained complains continued continues predicted predicts predict predicting
    testified remarked observed quipped joked recalled recalls reiterated reiterates stressed
    stresses emphasized emphasised emphasizes emphasises asserted asserts asserting alleged
    alleges alleging contended contends maintained maintains cautioned cautions caution
    cautioning denied denies deny denying promised promises vowed vows pledged pledges
    reported reports report reporting revealed reveals disclosed discloses countered mused
    boasted exclaimed shouted yelled cried whispered lamented proclaimed pleaded urged urges
    urging indicated indicates indicating signaled signalled signals hinted hints agreed
    argued advised advises called calls calling described describes describing dismissed
    accused accuses accusing blamed criticized criticised blasted slammed praised hailed
    mocked referred quoted labeled labelled dubbed deemed characterized characterised
    thundered retorted interjected begged swore clarified elaborated summed
    """
)

# Verbs that report a written word.
WRITING = _forms(
    """
    wrote writes writing tweeted tweets tweeting posted posts posting texted emailed e-mailed
    blogged
    """
)

# Verbs that report what somebody holds true, and nobody need have said aloud.
BELIEF = _forms(
    """
    believes believe believed thinks think thought expects expect feels fears fear worries
    doubts doubt assumes considers
    """
)

# Verbs that report a plan or a wish.
INTENTION = _forms(
    """
    hopes hope wants want plans plan intends intend seeks aims aim
    """
)

# Words beside the verbs above that show the kind: "said in a letter", "saw", "planned to".
_WISHING = _forms("wanted hoped planned intended sought vow refuse refused refuses")
_WRITTEN = _forms(
    """
    letter statement memo op-ed post tweet email book essay report poll survey study show shows
    showed found
    """
)
_HOLDING = _forms(
    """
    see sees saw know knows knew seemed seems appear appears feel felt view views understand
    considered support supports supported oppose opposes opposed
    """
)
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)?")
# Of two kinds in one cue the first listed here wins.
_KINDS = (
    (AttributionKind.INTENTION, INTENTION | _WISHING),
    (AttributionKind.WRITING, WRITING | _WRITTEN),
    (AttributionKind.SPEECH, SPEECH),
    (AttributionKind.BELIEF, BELIEF | _HOLDING),
)


def attribution_kind(cue: str) -> AttributionKind:
    """Return how the speaker took part; a cue that tells nothing else is taken for speech.

    "said" is speech, "said in a letter" writing, "believes" belief, "plans to" intention.
    """
    words = set(_WORDS.findall(cue.lower()))
    return next((kind for kind, verbs in _KINDS if words & verbs), AttributionKind.SPEECH)
