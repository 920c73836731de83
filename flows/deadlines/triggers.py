"""Words that say that something is still to come, and how surely (data only)."""

from __future__ import annotations

from flows.records import Certainty


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# "will meet", "must pay", "could rule": the verb follows.
MODALS: dict[str, Certainty] = {
    **dict.fromkeys(_words("will shall 'll must"), Certainty.FIRM),
    **dict.fromkeys(_words("would should"), Certainty.FIRM),
    **dict.fromkeys(_words("may might could can"), Certainty.POSSIBLE),
}

# "is set to meet", "plans to visit", "ordered to publish": an infinitive follows.
BEFORE_INFINITIVE: dict[str, Certainty] = {
    **dict.fromkeys(
        _words(
            """
            set due scheduled slated going about required obliged ordered told bound headed ready
            agreed agree agrees agreeing decided decides decision decisions promised promises
            promise pledged pledges pledge vowed vows vow deadline order orders authorized allowed
            permitted committed commitment have has had obligation directed instructed forced
            programmed timed
            """
        ),
        Certainty.FIRM,
    ),
    **dict.fromkeys(
        _words(
            """
            expected expects expect expecting likely planned plans plan planning aims aim aimed
            aiming intends intend intended intending hopes hope hoped hoping projected predicted
            supposed poised wants want wanted seeks seeking goal target
            """
        ),
        Certainty.EXPECTED,
    ),
    **dict.fromkeys(
        _words(
            "proposed proposes propose proposal proposing offered offers offer urged urges asked"
        ),
        Certainty.PROPOSED,
    ),
    **dict.fromkeys(
        _words("threatened threatens threaten threat threatening ultimatum warned"),
        Certainty.THREATENED,
    ),
}

# "scheduled for March 26", "due Friday", "expected in December": the date follows, and the
# event is what is scheduled.
BEFORE_DATE: dict[str, Certainty] = {
    **dict.fromkeys(_words("set due scheduled slated timed effective upcoming"), Certainty.FIRM),
    **dict.fromkeys(
        _words("expected planned likely targeted anticipated planning"), Certainty.EXPECTED
    ),
    **dict.fromkeys(_words("proposed"), Certainty.PROPOSED),
}

BE = _words("be is are was were been being am 's 're")
NOT = _words("not n't never no")
PAST_BE = _words("was were had")
ADVERBS = _words(
    """
    also now then still only soon again finally formally officially probably likely initially
    already first later once even just eventually ultimately not never possibly
    """
)

CANCELLED = _words("cancelled canceled scrapped withdrawn")
