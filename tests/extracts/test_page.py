"""The page says everything with its evidence, and nothing on it can harm the reader."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from flows.extracts.extract import Briefing, Cell
from flows.extracts.page import change_text, page_of, tone_of
from tests.extracts.invented_day import BRIEFING, HARBOUR, hostile

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202egnp.exe\u202d",
    "w" * 10_000,
    "\x00\x1b[31m",
)


def page(briefing: Briefing = BRIEFING) -> HtmlElement:
    return lxml.html.document_fromstring(page_of(briefing))


def text_of(section: str, briefing: Briefing = BRIEFING) -> str:
    (element,) = page(briefing).xpath(f"//section[@id='{section}']")
    return " ".join(element.text_content().split())


def emptied() -> Briefing:
    tables = BRIEFING.extracts.items()
    return replace(BRIEFING, extracts={name: replace(table, rows=()) for name, table in tables})


def test_the_day_and_its_numbers_stand_on_top() -> None:
    (header,) = page().xpath("//header")
    assert header.findtext(".//h1/time") == "Thursday, 5 March 2026"
    assert " ".join(header.find_class("counts")[0].text_content().split()) == (
        "3 articles · 3 outlets · 4 quotes · 2 named speakers · 4 deadlines · "
        "1 contradiction · 1 rejected file"
    )


def test_the_sections_come_in_reading_order() -> None:
    assert [section.get("id") for section in page().xpath("//main/section")] == [
        *("changes", "deadlines", "conflicts", "issues"),
        *("quotes", "positions", "articles", "coverage"),
    ]


def test_a_moved_deadline_shows_the_old_and_the_new_date() -> None:
    assert "moved deadline interim pay pact expires 15 Mar 2026 → 31 Mar 2026" in text_of("changes")


def test_deadlines_are_grouped_by_how_near_they_are() -> None:
    (section,) = page().xpath("//section[@id='deadlines']")
    assert [title.text.strip() for title in section.xpath("./h3")] == ["Today", "Within a month"]


def test_a_period_that_has_begun_stands_where_it_ends() -> None:
    table = BRIEFING.extracts["deadlines"]
    vote, *others = table.records()
    year = vote | {"event_id": "e0", "due_start": date(2026, 1, 1), "due_end": date(2026, 12, 31)}
    week = vote | {"event_id": "e9", "due_start": date(2026, 3, 2), "due_end": date(2026, 3, 8)}
    rows = tuple(tuple(row.values()) for row in (year, week, *others))
    briefing = replace(
        BRIEFING, extracts={**BRIEFING.extracts, "deadlines": replace(table, rows=rows)}
    )
    (section,) = page(briefing).xpath("//section[@id='deadlines']")
    headings = section.xpath("./h3 | .//*[starts-with(@id, 'deadline-')]")
    assert [element.get("id") or element.text.strip() for element in headings] == [
        *("Within a week", "deadline-e9"),
        *("Within a month", "deadline-e2", "deadline-e3", "deadline-e4"),
        *("Later", "deadline-e0"),
    ]


def test_who_acts_is_said_once() -> None:
    table = BRIEFING.extracts["deadlines"]
    vote = table.records()[0] | {"event": "they will vote", "actor": "Pilots"}
    rows = (tuple(vote.values()),)
    briefing = replace(
        BRIEFING, extracts={**BRIEFING.extracts, "deadlines": replace(table, rows=rows)}
    )
    assert text_of("deadlines", briefing).count("Pilots") == 1


def test_a_contradicted_deadline_links_to_its_claims() -> None:
    (link,) = page().xpath("//section[@id='deadlines']//a[text()='sources disagree']")
    (target,) = page().xpath(f"//*[@id='{link.get('href').removeprefix('#')}']")
    assert target.text_content() == "interim pay pact expires"


def test_a_contradiction_that_is_left_to_the_csv_is_no_link() -> None:
    table = BRIEFING.extracts["conflicts"]
    without = {**BRIEFING.extracts, "conflicts": replace(table, rows=())}
    (badge,) = page(replace(BRIEFING, extracts=without)).xpath("//*[.='sources disagree']")
    assert badge.tag == "span"


def test_contradicting_claims_stand_side_by_side() -> None:
    claims = page().xpath("//section[@id='conflicts']//p[@class='claim']")
    assert [claim.text_content() for claim in claims] == ["15 Mar 2026", "31 Mar 2026"]


def test_the_spans_of_one_utterance_stand_together_under_its_speaker() -> None:
    (turn,) = page().xpath("//section[@id='quotes']//li[contains(., 'Ida Holm')]")
    assert [mark.text for mark in turn.xpath(".//mark")] == [
        "Nobody wants an empty quay at Easter,",
        "But nobody will sign a rota that breaks families,",
    ]


def test_a_speaker_without_a_name_is_called_as_the_article_does() -> None:
    assert "The ministry indirect" in text_of("quotes")


@pytest.mark.parametrize("section", ["changes", "deadlines", "conflicts", "quotes", "positions"])
def test_every_sentence_is_shown_with_its_words_marked_and_its_article(section: str) -> None:
    figures = page().xpath(f"//section[@id='{section}']//figure[blockquote]")
    assert figures
    for figure in figures:
        assert figure.xpath("./blockquote/mark")
        (place,) = figure.xpath("./figcaption/code")
        assert re.fullmatch(r"\d+–\d+(, \d+–\d+)*", place.text_content())


def with_rows(name: str, *rows: Mapping[str, Cell]) -> Briefing:
    """Return the invented morning with these cells changed in copies of the first row."""
    table = BRIEFING.extracts[name]
    first = table.records()[0]
    changed = replace(table, rows=tuple(tuple({**first, **row}.values()) for row in rows))
    return replace(BRIEFING, extracts={**BRIEFING.extracts, name: changed})


def test_a_new_fact_links_to_where_its_evidence_stands() -> None:
    row = {"change": "new", "entity_type": "deadline", "entity": "drivers walk out"}
    (link,) = page(with_rows("changes", {**row, "entity_id": "e2"})).xpath(
        "//section[@id='changes']//ul[@class='fresh']//a"
    )
    assert link.get("href") == "#deadline-e2"


def test_a_new_fact_that_the_page_does_not_show_brings_its_own_evidence() -> None:
    row = {"change": "new", "entity_type": "deadline", "entity": "drivers walk out"}
    document = page(with_rows("changes", {**row, "entity_id": "unknown"}))
    assert document.xpath("//section[@id='changes']//li[@class='item']//figure")


def test_a_deadline_that_has_passed_shows_only_its_old_date() -> None:
    assert "passed deadline harbour council meets 4 Mar 2026 Grid operator" in text_of("changes")


def test_a_quote_that_several_articles_carry_is_shown_once() -> None:
    copies = [{"quote_id": f"q{n}", "turn_id": f"t{n}", "article_id": f"b{n}"} for n in range(3)]
    text = text_of("quotes", with_rows("quotes", *copies))
    assert text.count("We would close two lines") == 1
    assert "also in 2 other articles, shorter here than where they first stood" in text


def test_words_that_two_people_are_said_to_have_said_are_a_question() -> None:
    quote = {"subject": "quote", "subject_id": "v1", "event": "We leave", "article_id": "a3b9"}
    claims = [{**quote, "claim_id": name, "claim": name} for name in ("Per Lind", "Ida Holm")]
    text = text_of("conflicts", with_rows("conflicts", *claims))
    assert "Who said “We leave”? Per Lind" in text


def test_a_finding_that_is_little_better_than_a_guess_is_marked_unsure() -> None:
    assert "unsure" in text_of("quotes", with_rows("quotes", {"confidence": 0.41}))
    assert "unsure" not in text_of("quotes")


def test_a_stand_that_was_not_taken_again_is_left_to_the_csv() -> None:
    text = text_of("positions", with_rows("positions", {"change": "silent"}))
    assert text.endswith("No one took a stand. 1 more in positions.csv.")


def test_a_condition_says_what_it_is_a_condition_for() -> None:
    assert "condition new Battery levy for: move two lines abroad" in text_of("positions")


def test_a_cancelled_event_is_struck_out() -> None:
    cancelled = page(with_rows("deadlines", {"certainty": "cancelled"}))
    assert cancelled.xpath("//section[@id='deadlines']//li[@class='item off']")


def test_what_went_wrong_with_the_sources_stands_first() -> None:
    names = page().xpath("//section[@id='coverage']//tbody//th")
    assert [name.text_content() for name in names][:3] == [
        "unreadable files",
        "https://ledger.example/rss",
        "Harbour Gazette",
    ]


def test_an_empty_day_says_so_in_every_section() -> None:
    text = " ".join(page(emptied()).text_content().split())
    for line in (
        *("Nothing changed.", "Nothing with a date lies ahead.", "No contradictions were found."),
        *("No issue was found.", "No one was quoted.", "No one took a stand."),
        *("No article was published.", "No source is known yet."),
    ):
        assert line in text


def test_a_long_section_points_at_its_csv() -> None:
    table = BRIEFING.extracts["changes"]
    briefing = replace(
        BRIEFING, extracts={**BRIEFING.extracts, "changes": replace(table, rows=table.rows * 20)}
    )
    assert text_of("changes", briefing).endswith("20 more in changes.csv.")


def test_the_page_stays_small_on_a_very_large_day() -> None:
    extracts = {
        name: replace(table, rows=table.rows * 2_000) for name, table in BRIEFING.extracts.items()
    }
    assert len(page_of(replace(BRIEFING, extracts=extracts))) < 1_000_000


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_only_ever_text(text: str) -> None:
    document = page(hostile(text))
    assert not document.xpath("//script | //img | //iframe | //object | //form")
    assert not document.xpath("//@*[starts-with(name(), 'on')]")
    assert len(document.xpath("//style")) == 1
    for href in document.xpath("//a/@href"):
        assert re.match(r"#|[a-z]+\.(csv|ics|json)$", href), href


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_gives_a_page_with_the_same_elements(text: str) -> None:
    tags = Counter(str(element.tag) for element in page(hostile(text)).iter())
    assert not tags.keys() & {"script", "img", "iframe", "object", "form"}
    assert tags["section"] == 8


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_no_character_reverses_or_hides_the_words_around_it(text: str) -> None:
    assert not re.search("[\x00-\x08\x0e-\x1f\u202d\u202e]", page_of(hostile(text)))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", None])
def test_a_headline_without_a_web_address_is_no_link(url: Cell) -> None:
    briefing = with_rows("articles", {"url": url})
    source = replace(HARBOUR, url=url)
    briefing = replace(briefing, sources={**BRIEFING.sources, "a1f0": source})
    assert not page(briefing).xpath(f"//a[contains(., '{HARBOUR.headline}')]")


def test_a_headline_with_a_web_address_is_a_link() -> None:
    links = page().xpath(f"//a[contains(., '{HARBOUR.headline}')]/@href")
    assert set(links) == {HARBOUR.url}


def test_a_row_whose_article_is_unknown_still_names_its_place() -> None:
    (place, *_) = page(replace(BRIEFING, sources={})).xpath("//section[@id='changes']//li[3]//code")
    assert place.text == "60–68"
    assert place.get("title").startswith("article a1f0,")


def test_the_policy_allows_nothing_but_the_pages_own_style() -> None:
    document = page()
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = hashlib.sha256(document.findtext(".//style", "").encode()).digest()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not document.xpath("//@style | //@src | //link[@rel='stylesheet']")


def test_every_link_inside_the_page_leads_somewhere() -> None:
    document = page()
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in document.xpath("//a[starts-with(@href, '#')]/@href"):
        assert href.removeprefix("#") in ids


def test_the_same_day_gives_the_same_page() -> None:
    assert page_of(BRIEFING) == page_of(BRIEFING)


@pytest.mark.parametrize(("number", "text"), [(6, "+6"), (-2, "−2"), (0, "0"), (None, "new")])
def test_a_change_carries_its_sign(number: int | None, text: str) -> None:
    assert change_text(number) == text


def test_a_word_that_calls_for_no_attention_stays_quiet() -> None:
    assert [tone_of(word) for word in ("moved", "firm", "new", "<b>")] == [
        *("alarm", "calm", "note", ""),
    ]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 measures it: 21 for black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *(("ink", "paper"), ("ink", "card"), ("ink", "mark"), ("quiet", "paper")),
        *(("quiet", "card"), ("accent", "paper"), ("alarm", "alarm-paper")),
        *(("calm", "calm-paper"), ("note", "note-paper")),
    ],
)
def test_every_text_can_be_read_against_its_ground(theme: int, ink: str, paper: str) -> None:
    css = page().findtext(".//style", "")
    themes = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    ]
    assert contrast(themes[theme][ink], themes[theme][paper]) >= 4.5
