"""One event has one key, in one article and in several; another event has another."""

from __future__ import annotations

from datetime import date

from flows.deadlines.find import deadlines_of
from flows.records import Block, BlockKind, Certainty, Deadline
from flows.text.blocks import blocks_of

MONDAY = date(2026, 3, 2)


def found(*paragraphs: str, anchor: date = MONDAY) -> list[Deadline]:
    body = "\n".join(paragraphs)
    return deadlines_of(body, blocks_of(body), anchor)


def keys(*paragraphs: str) -> list[str]:
    return [deadline.event_key for deadline in found(*paragraphs)]


def test_fact_box_and_sentence_tell_one_event() -> None:
    box = "Summit Date: March 19, 2026, in Ostrava"
    told = "Anna Berg and Ivo Kral spoke. The two leaders are set to meet Friday in Ostrava."
    body = f"{box}\n{told}"
    blocks = (
        Block(BlockKind.KEY_POINT, 0, len(box)),
        Block(BlockKind.PARAGRAPH, len(box) + 1, len(body)),
    )
    one, two = deadlines_of(body, blocks, MONDAY)
    assert one.event_key == two.event_key
    assert (one.due_start, two.due_start) == (date(2026, 3, 19), date(2026, 3, 6))
    assert body[one.start : one.end] == "March 19, 2026"


def test_extension_is_the_same_event_on_the_next_day() -> None:
    (first,) = keys("The river transit accord is set to expire on March 10.")
    (second,) = keys("Norland and Suderia agreed to extend their river transit accord to March 24.")
    assert first == second


def test_bare_noun_means_the_full_one_of_its_article() -> None:
    first, second = keys(
        "The river transit accord is set to expire on March 10.",
        "The accord expires on March 12.",
    )
    assert first == second


def test_postponed_talks_are_the_same_talks() -> None:
    first, second = keys(
        "Norland and Suderia quarrel. The two delegations will meet again on Thursday in Ostrava.",
        "The round of talks between Norland and Suderia in Ostrava was postponed until March 9.",
    )
    assert first == second


def test_cancelled_summit_is_the_same_summit() -> None:
    (planned,) = keys(
        "The leaders of Norland and Suderia will hold a summit in Ostrava on March 17."
    )
    (off,) = found("The Ostrava summit planned for March 17 has been called off.")
    assert off.certainty is Certainty.CANCELLED
    assert off.event_key == planned


def test_key_knows_no_date() -> None:
    (early,) = keys("The river transit accord is set to expire on March 10.")
    (late,) = keys("The river transit accord is set to expire on June 30, 2027.")
    assert early == late


def test_event_of_which_nothing_but_its_kind_is_told_is_that_of_its_day() -> None:
    said = "Norland is divided. Norland and Suderia watch. Aides brace for the primary on {}."
    (one,) = keys(said.format("March 15"))
    (again,) = keys(said.format("Sunday, March 15"))
    (other,) = keys(said.format("March 22"))
    assert one == again
    assert one != other


def test_other_things_end_as_other_events() -> None:
    (accord,) = keys("The river transit accord is set to expire on March 10.")
    (truce,) = keys("The border truce is set to expire on March 10.")
    assert accord != truce


def test_other_leaders_meet_at_another_meeting() -> None:
    (one,) = keys("Anna Berg and Ivo Kral will meet on Friday in Geneva.")
    (two,) = keys("Anna Berg and Lena Holm will meet on Friday in Geneva.")
    assert one != two


def test_body_that_meets_is_no_other_bodys_summit() -> None:
    (plain,) = keys("The leaders will hold a summit in Ostrava on March 17.")
    (named,) = keys("The EFTX summit in Ostrava is scheduled for March 17.")
    assert plain != named


def test_two_days_of_one_verb_are_two_events() -> None:
    first, second = keys(
        "The mill will cut shifts to nine hours in June and to eight hours in July."
    )
    assert first != second


def test_vote_without_a_name_borrows_those_of_its_article() -> None:
    (north,) = keys("Norland is divided. Norland and Suderia watch. A vote is planned for June 11.")
    (west,) = keys("Westmark is divided. Westmark and Ostia watch. A vote is planned for June 11.")
    assert north != west


def test_bare_accord_means_the_one_that_its_article_names_in_full() -> None:
    (full,) = keys("The river transit accord is set to expire on March 10.")
    (bare,) = keys(
        "The ministers met before their river transit accord ran out. The accord expires on"
        " March 24."
    )
    assert full == bare


def test_bare_accord_stays_bare_where_its_article_names_two() -> None:
    (full,) = keys("The river transit accord is set to expire on March 10.")
    (bare,) = keys(
        "The river transit accord and the border trade accord are old. The accord expires on"
        " March 24."
    )
    assert full != bare


def test_what_is_kept_alive_is_what_would_expire() -> None:
    (expires,) = keys("The river transit accord is set to expire on March 10.")
    (kept,) = keys("The governments agreed to keep the river transit accord alive until March 24.")
    assert expires == kept


def test_moved_vote_is_the_same_vote() -> None:
    (planned,) = keys("Parliament will hold a vote on the port levy on March 10.")
    (moved,) = keys("Parliament has put off its vote on the port levy until March 24.")
    assert planned == moved


def test_sentence_that_moves_an_event_gives_its_old_day() -> None:
    (moved,) = found("The committee has moved its hearing from March 19 to March 26.")
    (later,) = found(
        "The bridge will not be finished until April 10, three weeks later than planned."
    )
    (plain,) = found("The exhibition will run from March 19 to March 26.")
    assert moved.moved_from == date(2026, 3, 19)
    assert later.moved_from == date(2026, 3, 20)
    assert plain.moved_from is None


def test_planned_round_is_no_planned_summit() -> None:
    round_, summit = keys(
        "Norland and Suderia quarrel. The round planned for Monday has been called off.",
        "The Ostrava summit planned for March 17 has been called off.",
    )
    assert round_ != summit


def test_bare_primary_means_the_one_of_its_day() -> None:
    full, other, bare = keys(
        "She counts on the Calder primary on March 15.",
        "He counts on the Osterby primary on March 22.",
        "Aides brace for the primary on March 15.",
    )
    assert full == bare
    assert other != bare


def test_what_stops_is_halted() -> None:
    one, two = keys(
        "Power exports to Norland will be halted on March 20.",
        "Power exports to Norland will stop on March 20.",
    )
    assert one == two


def test_what_stops_elsewhere_is_another_halt() -> None:
    one, two = keys(
        "Power exports to Norland will be halted on March 20.",
        "Power exports to Suderia will stop on March 20.",
    )
    assert one != two
