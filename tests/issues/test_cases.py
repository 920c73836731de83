"""Each case file is one behaviour of the issue rules."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from flows.issues.find import default_tagger, tagger_of
from flows.issues.taxonomy_file import taxonomy_of
from tests.issues.drafts import draft_of

CASES = sorted(Path(__file__).with_name("cases").glob("*.toml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    case = tomllib.loads(file.read_text(encoding="utf-8"))
    written = case.get("taxonomy")
    tagger = tagger_of(taxonomy_of(written, file.name)) if written else default_tagger()
    draft = draft_of(case["text"])
    issues = tagger.issues_of(
        case.get("headline", ""),
        draft.body,
        draft.blocks,
        draft.key_points,
        topics=case.get("topics", ()),
    )
    found = {
        issue.issue_id: {
            "basis": issue.basis.value,
            "mentions": [draft.body[start:end] for start, end in issue.spans],
            "exact": "" if issue.start is None else draft.body[issue.start : issue.end],
            "name": issue.name,
            "subject_code": issue.subject_code or "",
        }
        for issue in issues
    }
    expected = {row.pop("issue"): row for row in case["issues"]}
    assert set(found) == set(expected)
    for issue_id, row in expected.items():
        assert {key: found[issue_id][key] for key in row} == row
