"""Small words that the rules for positions read by, as data."""

from __future__ import annotations

# Small words inside the name of a body or a person.
LINKS = frozenset(
    {"of", "the", "for", "and", "de", "von", "van", "der", "bin", "al", "la", "without"}
)
OWNERS = frozenset({"the", "his", "her", "its"})
# Words that say when; a name never begins with one.
DAYS = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
        "yesterday", "tonight",
    }
)  # fmt: skip
TIMES = DAYS | frozenset(
    {
        "week", "month", "year", "morning", "evening", "night",
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    }
)  # fmt: skip
SPELLS = frozenset({"decade", "decades", "years", "months", "weeks", "days", "hours"})
AUXILIARIES = frozenset(
    {
        "has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "will", "would",
        "can", "could", "may", "might", "must", "should", "shall", "do", "does", "did", "cannot",
        "not", "never",
    }
)  # fmt: skip
# Verbs that open a clause whose subject goes on: "paid tribute and promised".
PAST_VERBS = frozenset(
    {"became", "began", "brought", "came", "gave", "had", "has", "have", "held", "kept", "left",
     "lost", "made", "met", "paid", "put", "said", "sent", "set", "spoke", "took", "told", "went",
     "won", "wrote"}
)  # fmt: skip
BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
MODALS = frozenset({"will", "would", "won't", "won’t", "wouldn't", "wouldn’t"})
CANNOT = frozenset({"cannot", "can't", "can’t"})
PRESENT_DENIALS = frozenset({"do", "does", "don't", "don’t", "doesn't", "doesn’t"})
DOING = MODALS | {"do", "does", "did", "don't", "don’t", "doesn't", "doesn’t", "didn't", "didn’t"}
NEGATIONS = frozenset({"not", "never", "hardly", "neither", "nor", "longer", "cannot"})
ADVERBS = frozenset(
    {
        "again", "also", "already", "earlier", "even", "ever", "further",
        "hardly", "himself", "herself", "initially", "instead", "itself", "just", "later", "long",
        "longer", "now", "nonetheless", "nevertheless", "once", "only", "too", "still",
        "then", "today", "twice", "very", "yet", "yesterday", "first", "neither", "nor",
    }
)  # fmt: skip
# A clause, and with it a subject, can begin after these.
OPENERS = frozenset(
    {
        ",", ";", ":", "—", "–", "-", "--", "“", "”", '"', "''", "``", "(", ")", "and", "but",
        "as", "while", "because", "so", "though", "although", "yet",
    }
)  # fmt: skip
SUBORDINATES = frozenset({"as", "while", "although", "though", "because", "since"})
# Speech that vouches for nothing more than its words: "claimed" and "warned" say more.
NEUTRAL_SPEECH = frozenset(
    {
        "said", "says", "say", "added", "adds", "announced", "announces", "confirmed", "told",
        "tells", "noted", "reporters", "wrote", "writes", "reported",
    }
)  # fmt: skip
# Whoever speaks so of himself may be believed.
SPEECH = NEUTRAL_SPEECH | {"insisted", "insists", "warned", "warns", "argued", "argues"}
# After these a clause says what might be, or what was, and no stand.
DOUBTS = frozenset(
    {"if", "whether", "unless", "should", "were", "had", "until", "when", "whenever", "once",
     "before", "after", "since", "where", "why", "how", "would", "could", "did", "does"}
)  # fmt: skip
# What somebody holds of another, true or not: "Oslo's claim that Bergen wants war".
CLAIMS = frozenset(
    {"accusation", "accusations", "allegation", "allegations", "charge", "claim", "claims", "fear",
     "fears", "idea", "notion", "rumor", "rumors", "rumours", "speculation", "suggestion"}
)  # fmt: skip
BEFORE_CLAUSES = OPENERS | NEUTRAL_SPEECH | DOUBTS | TIMES
PROMPTS = frozenset({"prompting", "leading", "forcing", "causing", "pushing"})
# Between a clause and what trails it these bring a subject of their own.
NEW_SUBJECTS = frozenset(
    {"after", "as", "because", "before", "if", "since", "that", "when", "which", "while", "who",
     "whose"}
)  # fmt: skip
CLAUSE_MARKS = frozenset({",", "that", "who", "which", "whose", "when", "as", "while"})
# A sentence may begin with these, and then they are no names.
STARTERS = OPENERS | DOUBTS | LINKS | frozenset(
    {
        "a", "an", "in", "on", "at", "by", "with", "from", "to", "it", "he", "she", "they", "we",
        "i", "this", "these", "those", "his", "her", "its", "their", "some", "many", "most", "all",
        "both", "meanwhile", "however", "still", "also", "now", "then", "there", "later", "earlier",
        "even", "only", "not", "no", "nobody", "everyone", "instead", "despite", "under", "over",
        "last", "next", "every", "each", "other", "another", "more", "one", "two", "three", "who",
        "alongside", "among", "amid", "against", "between", "beyond", "behind", "during", "except",
        "following", "inside", "outside", "near", "through", "throughout", "toward", "upon",
        "within", "according", "given", "including", "regarding", "about", "calls", "is", "are",
        "fellow", "say", "suppose", "top", "such", "what", "which", "or", "nor", "like", "than",
        "yes", "well", "perhaps", "maybe",
    }
)  # fmt: skip
ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
DETERMINERS = ARTICLES | {"more", "new", "this"}
NOT_A_THING = frozenset(
    {
        "to", "that", "by", "for", "on", "in", "at", "as", "with", "from", "of", "into", "up",
        "down", "off", "away", "about", "after", "before", "and", "but", "or", "if", "whether",
        "when", "while", "because", "than", "himself", "herself", "itself", "themselves", "him",
        "her", "them", "me", "us", "you", "not", "out", "over", "just", "nearly", "almost",
        "through", "toward", "towards",
        "under", "how", "why", "what", "so", "is", "was", "are", "were", "has", "have", "had",
    }
)  # fmt: skip
# Of these, the ones that can be done.
DOINGS = frozenset({"have"})
# Whom one asks a favour, as people do.
PRIVATE = frozenset(
    {
        "audience", "boy", "crowd", "fans", "girl", "guests", "her", "him", "man", "me", "reporter",
        "reporters", "them", "voter", "woman",
    }
)  # fmt: skip
# Those who speak for the one of whom they speak: what they say he wants, he wants.
OWN_PEOPLE = frozenset(
    {
        "adviser", "advisers", "aide", "aides", "campaign", "company", "delegate", "delegates",
        "department", "diplomat", "diplomats", "government", "lawyer", "lawyers", "manager",
        "minister", "ministry", "office", "official", "officials", "source", "sources",
        "spokesman", "spokesperson", "spokeswoman", "statement", "team", "union",
    }
)  # fmt: skip
# Whoever says so unnamed may be the other side.
STRANGERS = frozenset({"he", "she", "they", "critics", "opponents", "rivals", "some", "many"})
OPENING = frozenset({"“", '"', "''", "``"})
CLOSING = frozenset({"”", '"', "''"})
STOPS = frozenset({",", ";", ":", ".", "?", "!", "—", "–", "“", "”", '"', "(", ")", "''", "``"})
# Things that are offered, sought or asked for without any stand being taken.
EMPTY_THINGS = frozenset(
    {
        "advice", "allegations", "apology", "apologies", "assurances", "claims", "claim",
        "comment", "comments", "condolences", "criticism", "details", "evidence", "example",
        "question",
        "forgiveness", "glimpse", "hints", "notion", "praise", "prayers", "questions", "refuge",
        "remarks", "reports", "sympathy", "thanks", "view", "views", "explanation", "explanations",
        "accusation", "accusations", "attention", "calm", "charge", "charges",
        "congratulations", "characterization",
        "assertion", "assertions", "allegation", "attack", "attacks", "involvement", "premise",
        "clues", "concerns", "insight", "label", "office", "permission", "term", "terminology",
        "thing", "somebody", "someone", "things", "understanding", "word", "words",
        "volunteers", "nomination", "presidency", "reelection", "re-election", "everyone",
        "everybody", "supporters", "voters",
    }
)  # fmt: skip
