"""Rows of events: reports joined, codes of the crosswalk, labels, ids that stay. Every text is invented."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from invented_news import CALL, DAY, MEETING, NOWAK, ROJAS, VEGA, Rows, article, rows_of
from readouts.coder.rows.identity import row_id, slug


def keys(rows: Rows, table: str) -> set[str]:
    """The first column of a table, which is its key."""
    return {next(iter(row.values())) for row in rows[table]}


# reports


@pytest.mark.parametrize(
    ("other", "reports"),
    [
        (f"{ROJAS} met with {NOWAK} on March 2.", [2]),
        (f"{ROJAS} met with {NOWAK} on March 1.", [1, 1]),
        (f"{ROJAS} met with {VEGA} on March 2.", [1, 1]),
        (f"{ROJAS} spoke by phone with {NOWAK} on March 2.", [1, 1]),
    ],
)
def test_articles_tell_of_one_event_if_people_day_and_type_agree(other: str, reports: list[int]) -> None:
    rows = rows_of(MEETING, other)
    assert [row["n_reports"] for row in rows["events"]] == reports


@pytest.mark.parametrize(("days", "reports"), [(2, [2]), (3, [1, 1])])
def test_undated_news_of_nearly_the_same_day_is_of_one_event(days: int, reports: list[int]) -> None:
    first, again = f"{NOWAK} met with {ROJAS}.", f"{ROJAS} met with {NOWAK}."
    later = article(again, published=DAY + timedelta(days=days))
    rows = rows_of(first, later)
    assert [row["n_reports"] for row in rows["events"]] == reports


def test_an_article_reports_an_event_once() -> None:
    """Two meetings that one article tells apart stay two, even if another article might mean either."""
    articles = [
        f"{NOWAK} met with {ROJAS}.",
        f"{NOWAK} met with {ROJAS} in Lisbon. The two met again in Rome.",
    ]
    rows = rows_of(*articles)
    assert sorted(row["n_reports"] for row in rows["events"]) == [1, 2]


# the crosswalk


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (MEETING, ("CONSULT", None, "040")),
        (MEETING.replace("met with", "received"), ("CONSULT", "visit", "042")),
        (MEETING.replace("on March 2", "in Lisbon"), ("CONSULT", "third-party", "044")),
        ("Poland established diplomatic relations with Chile.", ("SUPPORT", None, "054")),
        ("Poland severed diplomatic ties with Chile.", ("SANCTION", None, "161")),
        ("Poland summoned the Chilean ambassador.", ("ACCUSE", "disapprove", "114")),
        ("Poland expelled two Chilean diplomats.", ("SANCTION", "expel", "161")),
        ("Poland and Chile have agreed on a new trade pact.", ("AGREE", None, "030")),
    ],
)
def test_the_facts_of_an_event_choose_its_codes(text: str, codes: tuple[str | None, ...]) -> None:
    rows = rows_of(text)["events"]
    assert [(row["plover_event"], row["plover_mode"], row["cameo_code"]) for row in rows] == [codes]


# labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (MEETING, "Meeting: Jan Nowak and Ana Rojas, 2 March 2031"),
        (
            MEETING.replace("on March 2", "in Lisbon"),
            "Meeting: Jan Nowak and Ana Rojas, Lisbon, by 4 March 2031",
        ),
        (f"{NOWAK} visited Chile.", "Visit: Jan Nowak and Chile, by 4 March 2031"),
    ],
)
def test_a_label_says_who_where_and_when_and_nothing_twice(text: str, label: str) -> None:
    assert [row["label"] for row in rows_of(text)["events"]] == [label]


# ids


def test_ids_stay_when_another_article_comes_before_or_after() -> None:
    alone = rows_of(MEETING)
    for articles in ([MEETING, CALL], [CALL, MEETING]):
        together = rows_of(*articles)
        for table in ("articles", "events", "reports", "participants", "positions"):
            assert keys(alone, table) <= keys(together, table), table
        assert len(together["events"]) == 2


def test_a_later_report_does_not_change_the_id_of_an_event() -> None:
    again = f"On March 2 {ROJAS} met with {NOWAK}."
    alone = rows_of(MEETING)
    together = rows_of(MEETING, again)
    assert keys(alone, "events") == keys(together, "events")
    assert keys(alone, "reports") < keys(together, "reports")


def test_ids_do_not_hang_on_other_columns() -> None:
    text = MEETING.replace("on March 2", "on Monday")
    dated = rows_of(text)
    undated = rows_of(article(text, published=None, outlet="Another"))
    assert dated["events"][0]["start"] != undated["events"][0]["start"]
    for table in ("articles", "events", "reports", "participants"):
        assert keys(dated, table) == keys(undated, table), table


def test_a_row_id_is_its_prefix_and_twelve_digits_of_its_evidence() -> None:
    first = row_id("evt", "ab", 1, 2, "meeting")
    assert re.fullmatch(r"evt_[0-9a-f]{12}", first)
    assert first == row_id("evt", "ab", 1, 2, "meeting")
    others = {
        row_id("rep", "ab", 1, 2, "meeting"),
        row_id("evt", "cd", 1, 2, "meeting"),
        row_id("evt", "ab", 1, 3, "meeting"),
        row_id("evt", "ab", 1, 2, "call"),
    }
    assert first not in others
    assert len(others) == 4
    assert row_id("evt", "ab", 1, 23) != row_id("evt", "ab", 12, 3)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Jan Nowak", "jan_nowak"),
        ("José Peña-Gómez", "jose_pena_gomez"),
        ("Əli", "u259li"),
        ("'", "x"),
    ],
)
def test_a_slug_has_plain_letters_only(name: str, plain: str) -> None:
    assert slug(name) == plain
