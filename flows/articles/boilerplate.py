# ruff: noqa: E501 - a pattern a line reads better than one in pieces
"""Lines that belong to the site and not to the story."""

from __future__ import annotations

import re

# Site furniture is short; a longer line that opens so is a sentence of the story.
LONGEST_FURNITURE_CHARS = 160

FURNITURE: tuple[str, ...] = (
    r"you must (?:be )?(?:register|log ?(?:ged )?in|sign in|registered|a subscriber)\b.*(?:comment|reply|read|continue|post).*",
    r"(?:please )?(?:log ?in|sign in|sign up|register|subscribe)(?:,? or (?:log ?in|sign in|sign up|register|subscribe))? to (?:post|leave|add|view|read|continue|comment|reply|our|the|get|receive|unlock)\b.*",
    r"(?:leave|post|add|write) a (?:comment|reply)\b.*",
    r"(?:\d+ )?comments?(?: \(\d+\))?(?: are closed\.?)?",
    r"(?:share|tweet|email|print|save|copy link|follow us)(?: (?:this|on|via|the)\b.*)?",
    r"share (?:this )?(?:article|story|post)\b.*",
    r"advertisement(?:s)?|story continues below.*|article continues (?:below|after).*|scroll to continue.*",
    r"(?:read|see|learn|find out) more(?:[:.… ].{0,120})?",
    r"(?:related|recommended|trending|most (?:read|popular)|you (?:may|might) also (?:like|be interested).*|more from .{1,60})(?: (?:articles?|stories|topics?|posts?|content|news))?:?",
    r"click here\b.*",
    r"all rights reserved\.?|(?:copyright|©|\(c\)) .*",
    r"(?:sign up|subscribe) (?:for|to) (?:our|the|a|your)\b.*(?:newsletter|alerts?|updates?|inbox|edition|briefing).*",
    r"already a (?:subscriber|member)\b.*|this (?:article|content|story) is (?:for|only available to) (?:subscribers|members).*",
    r"(?:image|photo|picture) (?:source|caption|credit)\b.*|also on \S+\.com\b.*",
    r"like this (?:story|article|post)\?.*|thanks for signing up.*|get .{1,80} (?:by clicking|click) here.*",
    r"\(?(?:(?:additional|with) )?reporting by .*|.{3,100} contributed (?:reporting|to this (?:report|story|article))\b.{0,40}",
    r"back to top|skip to (?:main )?content|loading\.{0,3}|next article|previous article",
)
_FURNITURE = re.compile("|".join(f"(?:{line})" for line in FURNITURE), re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Say whether the line is the site's and not the story's."""
    return len(line) <= LONGEST_FURNITURE_CHARS and _FURNITURE.fullmatch(line.strip()) is not None
