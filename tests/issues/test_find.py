"""What holds of every article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.issues.find import issues_of
from flows.issues.terms import folded
from flows.records import Issue
from tests.issues.drafts import draft_of


def issues_in(headline: str, text: str) -> dict[str, Issue]:
    draft = draft_of(text)
    issues = issues_of(headline, draft.body, draft.blocks, draft.key_points)
    return {issue.issue_id: issue for issue in issues}


@given(st.text(alphabet="İßﬁ’–- \nTtarifsNATO"))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_offsets_hold_after_letters_that_grow_in_lower_case() -> None:
    issue = issues_in("", "İİİ tariffs")["tariffs"]
    assert (issue.start, issue.end) == (4, 11)


def test_headline_and_lead_weigh_more_than_a_mention_at_the_end() -> None:
    text = "Tariffs rise.\nOther news.\nA vaccine came."
    issues = issues_in("Tariffs rise again", text)
    assert issues["tariffs"].salience == 0.6333
    assert issues["vaccines"].salience == 0.0958


def test_the_most_salient_issue_comes_first() -> None:
    assert next(iter(issues_in("Vaccines", "Tariffs.\nVaccines."))) == "vaccines"


def test_an_issue_of_the_headline_alone_has_no_span() -> None:
    issue = issues_in("Tariffs", "Nothing.")["tariffs"]
    assert (issue.start, issue.mentions, issue.spans) == (None, 1, ())


def test_a_million_terms_in_one_paragraph_are_read_in_one_pass() -> None:
    assert issues_in("", "tariff " * 150_000)["tariffs"].mentions == 150_000
