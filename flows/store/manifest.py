"""Which SQL models are extracts, as dbt's manifest says: name, keys, order and meaning."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The order in which the contract names the extracts, and in which a package lists them.
EXTRACTS = (
    "articles",
    "issues",
    "emerging_issues",
    "positions",
    "quotes",
    "deadlines",
    "conflicts",
    "changes",
    "coverage",
)


@dataclass(frozen=True, slots=True)
class ExtractModel:
    """One briefing model: `order_by` holds SQL terms such as "published_at desc"."""

    extract: str
    table: str
    description: str
    primary_key: tuple[str, ...]
    order_by: tuple[str, ...]
    column_descriptions: dict[str, str]


def extract_models(manifest: Path) -> list[ExtractModel]:
    """Return every model whose meta names an extract: the contract's first, then your own."""
    nodes = json.loads(manifest.read_text(encoding="utf-8"))["nodes"].values()
    models = [_model(node) for node in nodes if _meta(node).get("extract")]
    return sorted(models, key=_place)


def _place(model: ExtractModel) -> tuple[int, str]:
    known = model.extract in EXTRACTS
    return EXTRACTS.index(model.extract) if known else len(EXTRACTS), model.extract


def _meta(node: dict[str, Any]) -> dict[str, Any]:
    return node["config"].get("meta", {}) if node["resource_type"] == "model" else {}


def _model(node: dict[str, Any]) -> ExtractModel:
    meta = _meta(node)
    return ExtractModel(
        extract=meta["extract"].removesuffix(".csv"),
        table=node.get("alias") or node["name"],
        description=" ".join(node["description"].split()),
        primary_key=tuple(meta.get("primary_key", ())),
        order_by=tuple(meta.get("order_by", ())),
        column_descriptions={
            name: " ".join(column["description"].split())
            for name, column in node["columns"].items()
        },
    )
