"""Words that say that something is still to come, and how surely (data only)."""

from __future__ import annotations

from flows.deadlines.word_lists import listed
from flows.records import Certainty

# "will meet", "must pay", "could rule": the verb follows.
MODALS: dict[str, Certainty] = {
    **dict.fromkeys(listed("will shall must would should wo"), Certainty.FIRM),
    **dict.fromkeys(listed("may might could can cannot"), Certainty.POSSIBLE),
}

# "is set to meet", "plans to visit", "ordered to publish": an infinitive follows.
BEFORE_INFINITIVE: dict[str, Certainty] = {
    **dict.fromkeys(
        listed(
            """
            set due scheduled slated going about required obliged obliges oblige ordered told bound
            headed ready agreed agree agrees agreeing decided decides decision decisions promised
            promises
            promise pledged pledges pledge vowed vows vow deadline order orders authorized allowed
            permitted committed commitment obligation directed instructed forced timed have has
            require requires requiring mandate mandates mandated instructs pledging promising vowing
            """
        ),
        Certainty.FIRM,
    ),
    **dict.fromkeys(
        listed(
            """
            expected expects expect expecting likely planned plans plan planning aims aim aimed
            aiming intends intend intended intending looking hopes hope hoped hoping projected
            predicted supposed poised wants want wanted seeks seeking goal target
            """
        ),
        Certainty.EXPECTED,
    ),
    **dict.fromkeys(
        listed(
            """
            proposed proposes propose proposal proposing offered offers offer offering urged urges
            urging asked asking demands demanded demanding
            """
        ),
        Certainty.PROPOSED,
    ),
    **dict.fromkeys(
        listed("threatened threatens threaten threat threatening ultimatum warned"),
        Certainty.THREATENED,
    ),
}

# "demands that it withdraw": the verb follows bare. An order binds, a demand does not.
DEMANDS: dict[str, Certainty] = {
    **dict.fromkeys(listed("order orders ordered"), Certainty.FIRM),
    **dict.fromkeys(
        listed(
            """
            demand demands demanded demanding insist insists insisted request requests requested ask
            asks asked urge urges urged propose proposes proposed recommend recommends recommended
            suggest suggests suggested
            """
        ),
        Certainty.PROPOSED,
    ),
}
BARE_VERBS = listed(
    """
    accept agree allow answer disarm disclose drop explain free give hand leave lift lower provide
    recognise recognize remove repay resign return sign stop
    """
)
# Of these a growing quantity is a target and no forecast: "wants to increase it to 10% by 2040".
COMMITMENTS = listed(
    """
    plans planned plan planning aims aim aimed aiming intends intend intended pledged pledges pledge
    promised promises promise vowed vows agreed agree agrees committed wants want wanted goal target
    decided ordered required must
    """
)
FORECASTS = listed("projected predicted forecast estimated forecasts predicts")

# "scheduled for March 26", "due Friday", "expected in December": the date follows, and the
# event is what is scheduled.
BEFORE_DATE: dict[str, Certainty] = {
    **dict.fromkeys(
        listed("due scheduled slated timed effective upcoming set payable"), Certainty.FIRM
    ),
    **dict.fromkeys(listed("expected planned likely targeted anticipated"), Certainty.EXPECTED),
    **dict.fromkeys(listed("proposed"), Certainty.PROPOSED),
}

BE = listed("be is are was were been being am")
PRESENT_BE = listed("is are am")
NO_PAST_BE = PRESENT_BE | listed("be been being 's")
PAST_BE = listed("was were had")
NOT = listed("not never no neither nor cannot nobody none")
ARTICLES_AND_OWNERS = listed("a an the its their his her this that these those our my your")
DETERMINERS = ARTICLES_AND_OWNERS | listed("any some no each every another")
ANY = listed("a an any each every")
# "Moved to Monday", "put off until May": the day behind these is the new one.
BEFORE_NEW_DATE = listed("to until till for")
ADVERBS = listed(
    """
    also now then still only soon again once just even already first later most more very almost
    likely perhaps maybe all both either officially always ever
    """
)
# They end in "-ly" and are verbs.
VERBS_IN_LY = listed("apply supply rely reply fly comply multiply rally ally imply")
PREPOSITIONS = listed(
    """
    in on at into under up out over onto off of for with from by about to within through until
    after since without
    """
)
# What follows "to" without being a verb.
NO_VERBS = listed(
    """
    date death court work school war office service power prison jail hospital church town home life
    within about around more less it him them us me you whom which what one two three anyone someone
    everyone everybody people most both all normal
    """
)
PRONOUNS = listed("he she it they we i you who which that this these those there")

REPORTING = listed(
    """
    said told says added announced reported warned stated noted wrote insisted argued explained
    declared confirmed denied claimed revealed telling saying
    """
)
PAST_FORMS = listed(
    """
    was were had did done went gone came took taken made got gotten gave given became began begun
    rose risen fell fallen saw seen found lost met spoke spoken ran grew grown sold bought paid led
    kept sent brought thought felt stood struck broke broken chose chosen drew drawn drove driven
    flew flown knew meant shot left won held beat beaten laid threw thrown sang sung swore
    sworn rode ridden hid hidden swept taught caught fought built dealt tore torn woke fed spent ate
    eaten drank shook shaken stole stolen forgot forgotten froze frozen overtook overtaken sank rang
    wrote written wore worn bore blew blown bent bled bred clung crept dug fled forbade
    forbidden forgave forgiven heard learnt lent proved sat showed shown shrank slept slid
    sought spun sprang sprung stuck stung strode swam swung told understood undertook upheld
    overthrew overthrown oversaw withdrew withdrawn withheld wove arose awoke leapt slain
    """
)
# They end in "-ed" and are no past of a verb.
NO_PAST_FORMS = listed(
    """
    need indeed speed feed seed breed exceed proceed succeed unprecedented united hundred red bed
    led
    """
)
# No noun has one of these forms.
VERB_FORMS = BE | PAST_FORMS | frozenset(MODALS)
# What hangs on these has happened, has not, or only seems so: "began to sell", "failed to agree".
DONE = listed(
    """
    failed tried refused managed began begun used helped continued attempted rushed happened
    seems seem seemed appears appear appeared
    """
)
# "Forced Berg to resign" says that he did; "will force" does not.
ACHIEVED = listed("forced prompted led caused persuaded convinced")
AHEAD = listed("will would could may might can must should be")
SUPERSEDED = listed("originally initially previously formerly")
# "Hopes that the bridge will open", "expects it will rule": what follows is not said as a fact.
HOPES = listed(
    """
    hope hopes hoped hoping expect expects expected expecting think thinks believe believes predict
    predicts predicted likely probably
    """
)
CONDITIONS = listed("if unless provided")
GENERIC = listed("usually typically generally normally often always never")
