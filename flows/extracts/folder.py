"""A day's folder: its files and what stands in each, before anything touches a disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.extracts.calendar import calendar_of
from flows.extracts.csv_file import csv_of
from flows.extracts.datapackage import FILE_NAME, datapackage_of
from flows.extracts.extract import Extract
from flows.extracts.page import page_of


def files_of(day: date, extracts: Mapping[str, Extract]) -> dict[str, bytes]:
    """Return every file of the day's folder by name: CSVs, calendar, page, data package."""
    files = {f"{name}.csv": csv_of(extract).encode() for name, extract in extracts.items()}
    files["deadlines.ics"] = calendar_of(day, extracts["deadlines"]).encode()
    files["briefing.html"] = page_of(day, extracts).encode()
    files[FILE_NAME] = datapackage_of(day, tuple(extracts.values()), files).encode()
    return files
