"""The data package: what lies in a day's folder, described so that programs can check it.

Frictionless Data Package v1 with one Tabular Data Resource for each CSV
(https://specs.frictionlessdata.io). Nothing in it depends on when it was written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import PurePath

from flows.extracts.extract import Briefing, Column, Extract

FILE_NAME = "datapackage.json"

MEDIA_TYPES = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".md": "text/markdown",
}

DIALECT = {
    "delimiter": ",",
    "doubleQuote": True,
    "header": True,
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "skipInitialSpace": False,
}

FORMULA_GUARD = {
    "guarded": "'*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]",
    "how": (
        "A text cell that opens with one of these characters, after any number of "
        "apostrophes, carries one more apostrophe in front, so that no spreadsheet runs "
        "it as a formula."
    ),
    "undo": (
        "Where a text cell matches ^'+[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20], remove its "
        "first character."
    ),
    "controlCharacters": (
        "Control characters but for tab, line feed and carriage return are written as "
        "their pictures (NUL as U+2400), one for one, so that offsets stay true."
    ),
}


def datapackage_of(briefing: Briefing, files: Mapping[str, bytes]) -> str:
    """Return datapackage.json for the day's files: the CSV of each extract, then the rest."""
    tables = {f"{name}.csv": extract for name, extract in briefing.extracts.items()}
    others = sorted(files.keys() - tables.keys())
    package = {
        "name": f"briefing-{briefing.day}",
        "title": f"Briefing for {briefing.day}",
        "description": (
            "Who said what, what falls due and where the sources disagree. `start` and `end` "
            "are half-open offsets in Unicode code points into the article's body."
        ),
        "profile": "data-package",
        "formulaGuard": FORMULA_GUARD,
        "resources": [
            *(_table_resource(path, table, files[path]) for path, table in tables.items()),
            *(_file_resource(path, files[path]) for path in others),
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _file_resource(path: str, content: bytes) -> dict[str, object]:
    suffix = PurePath(path).suffix
    return {
        "name": path.replace(".", "-"),
        "path": path,
        "format": suffix.removeprefix("."),
        "mediatype": MEDIA_TYPES[suffix],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _table_resource(path: str, extract: Extract, content: bytes) -> dict[str, object]:
    return _file_resource(path, content) | {
        "name": extract.name,
        "profile": "tabular-data-resource",
        "description": extract.description,
        "rows": len(extract.rows),
        "dialect": DIALECT,
        "schema": {
            "fields": [_field(column, extract.primary_key) for column in extract.columns],
            "missingValues": [""],
            "primaryKey": list(extract.primary_key),
        },
    }


def _field(column: Column, primary_key: tuple[str, ...]) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": str(column.type),
        "format": "default",
        "description": column.description,
    }
    if column.name in primary_key:
        field["constraints"] = {"required": True}
    return field
