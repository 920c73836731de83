"""Four days of news through the SQL models: what each briefing says, written out."""

from __future__ import annotations

from datetime import date

import duckdb

from tests.sql.conftest import rows

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2030, 3, day) for day in (4, 5, 6, 7))


def test_every_event_tells_what_changed_since_the_day_before(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        """
        select briefing_date, event_id, change, old_due, cast(due_start as varchar), moves
        from briefing_deadlines order by briefing_date, event_id
        """,
    ) == [
        (MONDAY, "e_hearing", "new", None, "2030-04-01", 0),
        (MONDAY, "e_licence", "new", None, "2030-03-20", 0),
        (MONDAY, "e_vote", "new", None, "2030-03-05", 0),
        (TUESDAY, "e_hearing", "confirmed", "2030-04-01/2030-04-30", "2030-04-12", 1),
        (TUESDAY, "e_licence", "moved", "2030-03-20", "2030-04-03", 1),
        (TUESDAY, "e_vote", "due today", None, "2030-03-05", 0),
        (WEDNESDAY, "e_hearing", "silent", None, "2030-04-12", 1),
        (WEDNESDAY, "e_licence", "contradicted", "2030-04-03", "2030-03-27", 2),
        (THURSDAY, "e_hearing", "silent", None, "2030-04-12", 1),
        (
            *(THURSDAY, "e_licence", "withdrawn"),
            *("2030-03-27 | 2030-04-03", "2030-04-03", 3),
        ),
    ]


def test_a_date_that_is_likelier_wrong_than_right_is_kept_and_not_briefed(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    told = "select count(*) from {} where event_id = 'e_doubtful'"
    assert rows(warehouse, told.format("deadlines")) == [(1,)]
    assert rows(warehouse, told.format("briefing_deadlines")) == [(0,)]


LICENCE = (
    "The ferry licence expires on March 20. The council votes on March 5. A hearing follows in"
    " April. The harbour union asks for more ferries. We need every boat, said Ana Ruiz. The"
    " weather was fine."
)
CORRECTED_LICENCE = LICENCE.replace("The council votes on March 5. ", "")


def test_the_changes_say_what_a_returning_reader_must_unlearn_first(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        """
        select briefing_date, severity, change, entity_type, entity, old_value, new_value
        from briefing_changes
        where briefing_date > '2030-03-04'
        order by briefing_date, severity, change, entity_type
        """,
    ) == [
        (TUESDAY, 1, "due today", "deadline", "what happens to e_vote", None, "2030-03-05"),
        (
            *(TUESDAY, 1, "moved", "deadline", "what happens to e_licence"),
            *("2030-03-20", "2030-04-03"),
        ),
        (TUESDAY, 2, "new", "position", "Operator: Ferries", None, "offer"),
        (
            *(TUESDAY, 3, "confirmed", "deadline", "what happens to e_hearing"),
            *("2030-04-01/2030-04-30", "2030-04-12"),
        ),
        (
            *(WEDNESDAY, 1, "contradicted", "deadline", "what happens to e_licence"),
            *("2030-04-03", "2030-03-27 | 2030-04-03"),
        ),
        (
            *(WEDNESDAY, 1, "corrected", "article", "Corrected headline"),
            *(f"Headline of licence ¶ {LICENCE}", f"Corrected headline ¶ {CORRECTED_LICENCE}"),
        ),
        (WEDNESDAY, 1, "reversed", "position", "Operator: Ferries", "offer", "refusal"),
        (WEDNESDAY, 2, "hardened", "position", "Harbour union: Ferries", "request", "threat"),
        (WEDNESDAY, 2, "passed", "deadline", "what happens to e_vote", "2030-03-05", None),
        (
            *(THURSDAY, 1, "withdrawn", "deadline", "what happens to e_licence"),
            *("2030-03-27 | 2030-04-03", None),
        ),
    ]


def test_a_contradiction_is_open_until_it_is_settled(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        "select briefing_date, claim, article_id, exact from briefing_conflicts order by all",
    ) == [
        (WEDNESDAY, "2030-03-27", "a_rival", "March 27"),
        (WEDNESDAY, "2030-04-03", "a_extended", "April 3"),
    ]
    assert rows(warehouse, "select claim, is_settled from conflicts order by all") == [
        ("2030-03-27", True),
        ("2030-04-03", True),
    ]


def test_a_stand_is_remembered_with_the_day_it_was_first_taken(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        """
        select actor, position_type, change, old_type, first_seen, last_affirmed, articles
        from briefing_positions where briefing_date = '2030-03-06' order by all
        """,
    ) == [
        ("Harbour union", "request", "repeated", None, MONDAY, WEDNESDAY, 2),
        ("Harbour union", "threat", "hardened", "request", WEDNESDAY, WEDNESDAY, 1),
        ("Operator", "offer", "silent", None, TUESDAY, TUESDAY, 1),
        ("Operator", "refusal", "reversed", "offer", WEDNESDAY, WEDNESDAY, 1),
    ]


def test_copies_of_one_text_are_one_origin(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(
        warehouse,
        """
        select rank, name, mentions, articles, outlets, origins, change_1_day
        from briefing_issues where briefing_date = '2030-03-04' order by rank
        """,
    ) == [
        (1, "Ferries", 6, 2, 2, 1, 6),
        (2, "Boats", 1, 1, 1, 1, 1),
        (3, "Weather", 1, 1, 1, 1, 1),
    ]


def test_an_issue_that_one_article_names_in_passing_is_no_change(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        """
        select entity, change from briefing_changes
        where briefing_date = '2030-03-04' and entity_type = 'issue' order by all
        """,
    ) == [("Ferries", "new"), ("Weather", "new")]


def test_a_quote_goes_to_the_issue_that_its_sentence_names(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        "select speaker_name, issue, exact from briefing_quotes order by briefing_date",
    ) == [
        ("Ana Ruiz", "Boats", "We need every boat"),
        ("Ana Ruiz", "Ferries", "It is a relief"),
    ]


def test_a_late_article_is_shown_as_late(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(
        warehouse,
        """
        select article_id, arrival, revision, copy_of
        from briefing_articles where briefing_date = '2030-03-04' order by all
        """,
    ) == [
        ("a_copy", "on time", 1, "a_licence"),
        ("a_late", "late", 1, None),
        ("a_licence", "on time", 1, None),
    ]


def test_a_briefing_keeps_the_words_that_its_day_could_know(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        "select headline from briefing_articles where article_id = 'a_licence'",
    ) == [("Headline of licence",)]
    assert rows(warehouse, "select headline from articles where article_id = 'a_licence'") == [
        ("Corrected headline",)
    ]


def test_a_rejected_file_stands_in_the_coverage_of_its_day(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert rows(
        warehouse,
        "select status, source, files_rejected from briefing_coverage"
        " where briefing_date = '2030-03-05' order by all",
    ) == [
        ("ok", "Harbour Post", 0),
        ("rejected", "unreadable files", 1),
        ("silent", "Coast Daily", 0),
    ]


def test_every_table_and_column_explains_itself(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert (
        rows(
            warehouse,
            """
        select table_name, column_name from duckdb_columns()
        where not internal and schema_name = 'main' and coalesce(comment, '') = ''
        """,
        )
        == []
    )
    assert (
        rows(
            warehouse,
            """
        select table_name from duckdb_tables()
        where schema_name = 'main' and coalesce(comment, '') not like 'One row per %'
        """,
        )
        == []
    )


def test_these_are_the_public_tables(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(
        warehouse,
        "select table_name from information_schema.tables where table_schema = 'main'"
        " and not starts_with(table_name, 'briefing_') and not starts_with(table_name, 'int_')"
        " order by all",
    ) == [
        ("article_revisions",),
        ("articles",),
        ("conflicts",),
        ("deadlines",),
        ("issue_mentions",),
        ("issues",),
        ("key_points",),
        ("metadata_claims",),
        ("positions",),
        ("quotes",),
        ("rejections",),
        ("runs",),
        ("speaker_roles",),
        ("speakers",),
        ("taxonomy",),
    ]
