"""Four invented days about a ferry licence that expires, moves, is contested and is withdrawn."""

from __future__ import annotations

from datetime import datetime

from tests.sql.newsroom import Newsroom

SIGNATURE = list(range(1, 129))
# 100 of the 128 values are those of SIGNATURE.
NEAR_SIGNATURE = [*SIGNATURE[:100], *range(1001, 1029)]

MONDAY = (
    "The ferry licence expires on March 20. The council votes on March 5. "
    "A hearing follows in April. "
    "The harbour union asks for more ferries. "
    "We need every boat, said Ana Ruiz. The weather was fine."
)
TUESDAY = (
    "The ferry licence was extended to April 3. The hearing takes place on April 12. "
    "It is a relief, said Ana Ruiz. The operator offers two boats."
)
WEDNESDAY = (
    "The ferry licence expires on March 27. The harbour union threatens a strike. "
    "The operator rules out two boats. The harbour union asks for more ferries."
)
THURSDAY = "The ferry licence will not expire on April 3 after all."


def ferry_story() -> Newsroom:
    """Return the raw rows of 4 to 7 March 2030."""
    newsroom = Newsroom()
    _monday(newsroom)
    _tuesday(newsroom)
    _wednesday(newsroom)
    _thursday(newsroom)
    return newsroom


def _monday(newsroom: Newsroom) -> None:
    paper = newsroom.article("licence", "2030-03-04 09:00", MONDAY, minhash=SIGNATURE)
    paper.deadline("e_licence", "March 20", "2030-03-20", event_type="expiry")
    paper.deadline("e_vote", "March 5", "2030-03-05", event_type="vote")
    paper.deadline("e_hearing", "in April", "2030-04-01/2030-04-30", granularity="month")
    paper.issue("ferries", "ferries", mentions=3, salience=0.6)
    paper.issue("weather", "weather", salience=0.9)
    paper.issue("boats", "boat", salience=0.1)
    paper.position("Harbour union", "request", "more ferries")
    paper.quote("We need every boat", "Ana Ruiz", speaker_role="skipper")

    # A copy that came out an hour before the paper which it credits.
    copy = newsroom.article(
        "copy",
        "2030-03-04 08:00",
        MONDAY,
        outlet="Coast Daily",
        credit="harbour post",
        minhash=NEAR_SIGNATURE,
    )
    copy.issue("ferries", "ferries", mentions=3)

    # Published on Monday, found only after Monday's briefing.
    newsroom.article(
        "late",
        "2030-03-04 20:00",
        "Late news.",
        loaded_at=datetime.fromisoformat("2030-03-05 10:00"),
    )
    newsroom.add(
        "briefings",
        briefing_date=datetime.fromisoformat("2030-03-04").date(),
        first_published_at=datetime.fromisoformat("2030-03-04 23:59"),
        published_at=datetime.fromisoformat("2030-03-04 23:59"),
        run_id="run_1",
    )


def _tuesday(newsroom: Newsroom) -> None:
    paper = newsroom.article("extended", "2030-03-05 09:00", TUESDAY)
    paper.deadline("e_licence", "April 3", "2030-04-03", event_type="delay", relation="until")
    paper.deadline("e_hearing", "April 12", "2030-04-12", event_type="hearing")
    # Likelier wrong than right: the table keeps it, and no briefing tells of it.
    paper.deadline("e_doubtful", "two boats", "2030-03-30", confidence=0.41)
    paper.issue("ferries", "ferry", mentions=1)
    paper.mention("ferries", "two boats")
    paper.position("Operator", "offer", "two boats")
    paper.quote("It is a relief", "Ana Ruiz", speaker_role="captain")
    newsroom.add(
        "rejections",
        source_file="inbox/broken.bin",
        file_sha256="00",
        reason_code="binary",
        reason="The file is not text.",
        quarantined_as="00-broken.bin",
        run_id="run_1",
        rejected_at=datetime.fromisoformat("2030-03-05 09:05"),
    )


def _wednesday(newsroom: Newsroom) -> None:
    rival = newsroom.article("rival", "2030-03-06 09:00", WEDNESDAY, outlet="Coast Daily")
    rival.deadline("e_licence", "March 27", "2030-03-27", event_type="expiry")
    for words in ("a strike", "two boats", "more ferries"):
        rival.mention("ferries", words)
    rival.position("Harbour union", "threat", "a strike")
    rival.position("Harbour union", "request", "more ferries")
    rival.position("Operator", "refusal", "two boats")

    # Monday's article is corrected: the vote is not in it any more.
    body = MONDAY.replace("The council votes on March 5. ", "")
    corrected = newsroom.article(
        "licence",
        "2030-03-04 09:00",
        body,
        revision_id="r_licence_2",
        headline="Corrected headline",
        modified_at=datetime.fromisoformat("2030-03-06 12:00"),
        minhash=SIGNATURE,
    )
    corrected.deadline("e_licence", "March 20", "2030-03-20", event_type="expiry")
    corrected.deadline("e_hearing", "in April", "2030-04-01/2030-04-30", granularity="month")
    corrected.issue("ferries", "ferries", mentions=3, salience=0.6)
    corrected.position("Harbour union", "request", "more ferries")
    corrected.quote("We need every boat", "Ana Ruiz", speaker_role="skipper")


def _thursday(newsroom: Newsroom) -> None:
    paper = newsroom.article("withdrawn", "2030-03-07 09:00", THURSDAY)
    paper.deadline("e_licence", "April 3", "2030-04-03", event_type="expiry", certainty="cancelled")
