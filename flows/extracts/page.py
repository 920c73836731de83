"""briefing.html: the day on one page that any browser opens, alone and offline.

Text from articles is hostile until escaped: Jinja escapes every value, links lead to the
web only, and the page's own policy lets the browser run and fetch nothing.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from flows.extracts import dates
from flows.extracts.characters import displayable
from flows.extracts.evidence import evidence_of
from flows.extracts.extract import Briefing, Cell
from flows.extracts.links import web_link
from flows.extracts.sections import (
    Record,
    anchors_of,
    counts_of,
    emerging_of,
    fresh_of,
    horizons_of,
    sections_of,
)
from flows.extracts.titles import title_of
from flows.extracts.turns import topics_of

# Which words call for attention; every other word stays quiet.
TONES = {
    "alarm": frozenset(
        {
            *("cancelled", "contradicted", "corrected", "due today", "moved", "refusal"),
            *("failed", "rejected", "reversed", "silent", "threat", "threatened", "withdrawn"),
        }
    ),
    "calm": frozenset({"confirmed", "firm", "offer", "ok", "support"}),
    "note": frozenset(
        {
            *("changed", "condition", "expected", "hardened", "late", "low", "new", "passed"),
            *("possible", "proposed", "softened"),
        }
    ),
}

# Below this confidence a finding is little better than a guess, and the reader is told so.
UNSURE_BELOW = 0.6

# A headline or a name that is longer than this is no headline.
LABEL_CHARS_MAX = 240


def page_of(briefing: Briefing) -> str:
    """Return the page of the day's briefing as one self-contained HTML document."""
    css = _css()
    sections = sections_of(briefing)
    anchors = anchors_of(sections)
    fresh = fresh_of(sections["changes"], anchors)
    return _template().render(
        day=briefing.day,
        css=Markup(css),  # noqa: S704 - our own style sheet
        css_hash=_policy_hash(css),
        sections=sections,
        counts=counts_of(briefing),
        emerging=emerging_of(briefing),
        anchors=anchors,
        fresh=fresh,
        told=[row for row in sections["changes"].rows if row not in fresh],
        horizons=horizons_of(briefing.day, sections["deadlines"]),
        topics=topics_of(briefing.records("quotes")),
        csv_names=[f"{name}.csv" for name in briefing.extracts],
        sources=briefing.sources,
        unsure_below=UNSURE_BELOW,
        **_functions(),
    )


def _functions() -> dict[str, object]:
    """Return what the template may call, by the name that it uses."""
    return {
        "change": change_text,
        "clipped": clipped,
        "days_away": dates.days_away,
        "due_words": dates.due_words,
        "evidence_of": evidence_of,
        "long_day": dates.long_day,
        "readable": dates.readable,
        "share": share,
        "short_day": dates.short_day,
        "time_left": dates.time_left,
        "title_of": title_of,
        "tone": tone_of,
        "web_link": web_link,
    }


@cache
def _css() -> str:
    return (files("flows.extracts") / "templates" / "briefing.css").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("flows.extracts"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_displayable,
        trim_blocks=True,
    )
    return environment.get_template("briefing.html.j2")


def _displayable(value: object) -> object:
    """Return what a template prints, once no character of it can break the page."""
    return displayable(value) if type(value) is str else value


def _policy_hash(css: str) -> str:
    """Return the style sheet's name in the page's Content-Security-Policy."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"sha256-{digest}"


def tone_of(word: str) -> str:
    """Return how loud a word is shown: "alarm", "calm", "note" or not at all."""
    return next((tone for tone, words in TONES.items() if word in words), "")


def change_text(number: int | None) -> str:
    """Return a change with its sign: "+6", "−2", "0"; an unknown one as "new"."""
    if number is None:
        return "new"
    return f"{number:+d}".replace("-", "−") if number else "0"


def share(number: int, rows: list[Record]) -> int:
    """Return the number as a percentage of the most mentions that any of the rows has."""
    most = max(int(str(row["mentions"])) for row in rows)
    return round(100 * number / most) if most else 0


def clipped(text: Cell) -> str:
    """Return a label, cut where it is longer than any label should be."""
    label = str(text)
    return label if len(label) <= LABEL_CHARS_MAX else label[: LABEL_CHARS_MAX - 1] + "…"
