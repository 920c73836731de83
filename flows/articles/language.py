# ruff: noqa: E501 - a language a line reads better than one in pieces
"""The language of a text, by its commonest short words; enough to tell English from the rest."""

from __future__ import annotations

import re
from collections import Counter

# A few hundred words settle it; reading more only costs time.
SAMPLE_CHARS = 4000
# Below this share of known words the text is a list, a table or a language not listed.
LEAST_SHARE = 0.06
LEAST_WORDS = 4
SCRIPT_SHARE = 0.3

_COMMON = {
    "en": "the of and to in a after that is for was on with as it by at from be he his are this has have said not but they an were which",
    "de": "der die das und ist nicht von zu den mit sich auf für ein eine im dem des er sie dass auch als an es wurde hat aus bei nach wird",
    "fr": "le la les de des du et après est une un dans pour que qui sur pas au plus par ce avec il du ne se sont a aux ont été cette",
    "es": "el la los las de que y en un una por con para su del se no es al lo como más fue ha este sus le pero",
    "it": "il la di che e un una per non con del della sono le dei nel alla si è ha da come al anche più gli i lo",
    "pt": "o a os as de que e em um uma para com não por do da no na se dos das mais foi ao como é são pelo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er ook door om bij als naar werd hij uit heeft",
    "sv": "och att det i en som är på av för med den till inte har de om ett var från men vid sig kan efter under säger ska",
    "nb": "og i det er på til som en å for med av at ikke den har de var et om fra men han seg vi ble skal sier etter",
    "da": "og i det er på til som en at for med af ikke den har de var et om fra men han sig vi blev skal siger efter der",
    "fi": "ja on ei se että oli hän myös ovat mutta kun kuin mukaan ole joka sekä vain tai jos niin noin",
    "pl": "i w na z do się nie że jest to o jak po ale od za przez są tym dla był które oraz może już",
    "tr": "ve bir bu da için de ile olarak olan çok daha gibi sonra kadar ise ne en değil var",
    "id": "yang dan di untuk dengan dari pada ini itu tidak dalam akan ke oleh juga sebagai ada telah kata mereka",
    "ro": "și de la în a cu nu că pe care este un o din pentru mai au fost sunt ca se prin",
    "cs": "a se v na je že s z do o to i za by podle pro ale jako jsou od který byl také po",
    "hu": "a az és hogy nem is egy van volt meg ez de csak már mint vagy ki el szerint még",
}  # fmt: skip
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
# "de" speaks for five languages at once.
_LANGUAGES_OF = {
    word: tuple(language for language, own in _COMMON_WORDS.items() if word in own)
    for words in _COMMON_WORDS.values()
    for word in words
}

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.05),
    ("zh", re.compile("[\u4e00-\u9fff]"), SCRIPT_SHARE),
    ("ko", re.compile("[\uac00-\ud7af]"), SCRIPT_SHARE),
    ("uk", re.compile("[іїєґІЇЄҐ]"), 0.02),
    ("ru", re.compile("[\u0400-\u04ff]"), SCRIPT_SHARE),
    ("fa", re.compile("[پچژگ]"), 0.02),
    ("ar", re.compile("[\u0600-\u06ff]"), SCRIPT_SHARE),
    ("he", re.compile("[\u0590-\u05ff]"), SCRIPT_SHARE),
    ("el", re.compile("[\u0370-\u03ff]"), SCRIPT_SHARE),
    ("hi", re.compile("[\u0900-\u097f]"), SCRIPT_SHARE),
    ("th", re.compile("[\u0e00-\u0e7f]"), SCRIPT_SHARE),
)
_WORD = re.compile(r"[^\W\d_]+")
# Without the punctuation block: every English text has curly quotation marks.
_LETTER_BEYOND_LATIN = re.compile("[\u0370-\u1cff\u3040-\ud7af]")


def language_of(text: str) -> str | None:
    """Return the language code of the text ("en"), or None where the text does not tell."""
    sample = text[:SAMPLE_CHARS]
    if script := _language_by_script(sample):
        return script
    counts = Counter(_WORD.findall(sample.lower()))
    scores = dict.fromkeys(_COMMON, 0)
    for word in counts.keys() & _LANGUAGES_OF.keys():
        for language in _LANGUAGES_OF[word]:
            scores[language] += counts[word]
    best = max(scores, key=lambda language: scores[language])
    is_clear = scores[best] >= max(LEAST_WORDS, counts.total() * LEAST_SHARE)
    return best if is_clear else None


def _language_by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample)) if _LETTER_BEYOND_LATIN.search(sample) else 0
    if not letters:
        return None
    for language, script, share in _SCRIPTS:
        if len(script.findall(sample)) >= letters * share:
            return language
    return None
