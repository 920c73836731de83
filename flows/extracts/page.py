"""briefing.html and its short form in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.extracts.extract import Extract


def page_of(day: date, extracts: Mapping[str, Extract]) -> str:
    """Return the day's page."""
    return f"<!doctype html><title>Briefing {day}</title>"


def briefing_markdown(day: date, extracts: Mapping[str, Extract]) -> str:
    """Return the day's briefing in short."""
    return f"# Briefing {day}\n"
