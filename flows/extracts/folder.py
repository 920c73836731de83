"""A day's folder: its files and what stands in each, before anything touches a disk."""

from __future__ import annotations

from flows.extracts.calendar import calendar_of
from flows.extracts.csv_file import csv_of
from flows.extracts.datapackage import FILE_NAME, datapackage_of
from flows.extracts.extract import Briefing
from flows.extracts.page import page_of


def files_of(briefing: Briefing) -> dict[str, bytes]:
    """Return every file of the day's folder by name: CSVs, calendar, page, data package."""
    extracts = briefing.extracts
    files = {f"{name}.csv": csv_of(extract).encode() for name, extract in extracts.items()}
    files["deadlines.ics"] = calendar_of(briefing).encode()
    files["briefing.html"] = page_of(briefing).encode()
    files[FILE_NAME] = datapackage_of(briefing, files).encode()
    return files
