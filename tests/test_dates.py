"""Dates: what counts as one, what it means, and how it is written in EDTF. The cases are lines of tables."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from case_tables import cases, rows, title
from readouts.coder.dates.expressions import any_date
from readouts.coder.dates.find import (
    DateMention,
    When,
    anniversary_year,
    article_bound,
    find_dates,
    tighten,
    unknown,
)
from readouts.coder.dates.headers import parse_dateline, parse_header_date
from readouts.coder.dates.likely import starts_of_dates

PUBLISHED = date(2024, 11, 14)
DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
WORDS = """
on in the of last this next since ago early late mid-July to - – , . ( ) ; will people year week month years
two 32 14 5th 19 2015 1787 2024, 1990s May March July Nov. September Sun Wednesday Monday, today yesterday
earlier over past weekend 2024-11-14 14.11.2024 until Forum percent through
"""
MORE_WORDS = """
the coming previous during within throughout across for at more than thirty ninety-nine five decades days ago
early late later morning evening night tomorrow tonight before after MAY Mon. & - said 'S
"""


def day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def told(text: str, mention: DateMention) -> tuple[str, ...]:
    when = mention.when
    return (text[mention.start : mention.end], when.edtf or "", when.precision, when.basis, mention.kind)


@pytest.mark.parametrize(("case", "expected"), cases("dates.tsv", given=3), ids=title)
def test_the_dates_of_a_text(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    text, published, future = case
    assert [told(text, each) for each in find_dates(text, day(published), lambda _: bool(future))] == expected


@pytest.mark.parametrize("row", rows("headers.tsv"), ids=lambda row: row["text"][:60])
def test_the_day_of_publication_in_the_head_of_a_text(row: dict[str, str]) -> None:
    text = row["text"]
    found = parse_header_date(text)
    assert (found[0].isoformat() if found else "") == row["published"]
    assert (text[found[1] : found[2]] if found else "") == row["matched"]


@pytest.mark.parametrize("row", rows("datelines.tsv"), ids=lambda row: row["text"][:60])
def test_the_dateline_of_a_text(row: dict[str, str]) -> None:
    text = row["text"]
    found = parse_dateline(text)
    names = ("place", "region", "month", "day", "year")
    assert (text[found.start : found.end] if found else "") == row["matched"]
    assert [str(getattr(found, name, None) or "") for name in names] == [row[name] for name in names]


def test_a_time_in_utc_counts_as_the_local_day_of_the_outlet() -> None:
    text = "Sat, 14 Aug 2021 00:13:59 +0000"
    assert parse_header_date(text) == (date(2021, 8, 14), 0, 16)
    assert parse_header_date(text, hours_from_utc=-4) == (date(2021, 8, 13), 0, 16)
    assert parse_header_date(text.replace("+0000", "-0400"), hours_from_utc=-4) == (date(2021, 8, 14), 0, 16)


def test_a_dateline_without_a_year_is_completed_only_from_outside() -> None:
    line = parse_dateline("BAKU, Nov. 14 (Agency) -- They met")
    assert line is not None
    assert line.date() is None
    assert line.date(2024) == PUBLISHED
    own = parse_dateline("BAKU, Nov. 14, 2023 (Agency) -- They met")
    assert own is not None
    assert own.date(2024) == date(2023, 11, 14)


def test_the_verb_decides_for_each_date_by_itself() -> None:
    text = "They met on Monday and will meet on Tuesday; they met in March and will meet in April."
    mentions = find_dates(
        text, PUBLISHED, lambda position: text.rfind("met", 0, position) < text.rfind("will", 0, position)
    )
    assert [each.when.edtf for each in mentions] == ["2024-11-11", "2024-11-19", "2024-03", "2025-04"]


def test_a_leap_day_is_sought_in_a_leap_year() -> None:
    [mention] = find_dates("on Feb. 29", date(2023, 5, 1))
    assert mention.when.edtf == "2020-02-29"
    [mention] = find_dates("on Feb. 29", date(2101, 5, 1), lambda _: True)
    assert mention.when.edtf == "2104-02-29"


def test_a_date_does_not_run_over_the_end_of_a_paragraph() -> None:
    assert [each.when.edtf for each in find_dates("They met in May\n2015 was long ago", PUBLISHED)] == [
        "2024-05",
        "2015",
    ]


@pytest.mark.parametrize(
    ("when", "edtf", "precision"),
    [
        (When.day(date(2024, 11, 13), "stated"), "2024-11-13", "day"),
        (When.span(date(2019, 4, 25), date(2019, 4, 27), "reference"), "2019-04-25/2019-04-27", "span"),
        (When.span(date(2019, 4, 25), date(2019, 4, 25), "reference"), "2019-04-25", "day"),
        (When.month(2024, 7, "resolved"), "2024-07", "month"),
        (When.year(2015, "stated"), "2015", "year"),
        (When.bounded(None, date(2019, 4, 25), "reference"), "[..2019-04-25]", "bounded"),
        (
            When.bounded(date(2022, 9, 16), date(2023, 4, 19), "reference"),
            "[2022-09-16..2023-04-19]",
            "bounded",
        ),
        (When.bounded(date(2018, 9, 3), None, "stated"), "[2018-09-03..]", "bounded"),
        (When.bounded(date(2018, 9, 3), date(2018, 9, 3), "stated"), "2018-09-03", "day"),
        (article_bound(PUBLISHED), "[..2024-11-14]", "bounded"),
        (article_bound(None), None, "unknown"),
        (unknown(), None, "unknown"),
    ],
)
def test_edtf_follows_from_bounds_and_precision(when: When, edtf: str | None, precision: str) -> None:
    assert (when.edtf, when.precision) == (edtf, precision)


def test_a_date_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        When.span(date(2024, 1, 2), date(2024, 1, 1), "stated")
    with pytest.raises(ValueError, match="needs both bounds"):
        When(None, PUBLISHED, "day", "stated")


@pytest.mark.parametrize(
    ("ordinal", "published", "edtf"),
    [(30, date(2022, 5, 28), "1992"), (250, PUBLISHED, "1774"), (30, None, None), (0, PUBLISHED, None)],
)
def test_an_anniversary_tells_the_year(ordinal: int, published: date | None, edtf: str | None) -> None:
    assert anniversary_year(ordinal, published).edtf == edtf


YEAR_2024 = When.year(2024, "resolved")
EARLIER = When.bounded(date(2024, 1, 1), PUBLISHED, "resolved")
NOVEMBER_13 = When.day(date(2024, 11, 13), "resolved")
BEFORE_JULY_3 = When.bounded(None, date(2024, 7, 3), "reference")


@pytest.mark.parametrize(
    ("when", "bound", "tightened"),
    [
        (unknown(), BEFORE_JULY_3, BEFORE_JULY_3),
        (BEFORE_JULY_3, unknown(), BEFORE_JULY_3),
        (EARLIER, BEFORE_JULY_3, When.bounded(date(2024, 1, 1), date(2024, 7, 3), "resolved")),
        (EARLIER, NOVEMBER_13, NOVEMBER_13),
        (NOVEMBER_13, EARLIER, NOVEMBER_13),
        (NOVEMBER_13, BEFORE_JULY_3, NOVEMBER_13),
        (YEAR_2024, article_bound(PUBLISHED), YEAR_2024),
        (YEAR_2024, NOVEMBER_13, NOVEMBER_13),
        (
            When.bounded(date(2024, 1, 1), None, "stated"),
            article_bound(PUBLISHED),
            When.bounded(date(2024, 1, 1), PUBLISHED, "stated"),
        ),
    ],
)
def test_two_dates_tighten_to_the_smallest_bounds_that_agree(
    when: When, bound: When, tightened: When
) -> None:
    assert tighten(when, bound) == tightened


texts = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)


@given(st.lists(st.sampled_from((WORDS + MORE_WORDS).split()), max_size=14).map(" ".join))
def test_no_date_begins_where_none_is_looked_for(text: str) -> None:
    begins = {place for place in range(len(text)) if any_date().match(text, place)}
    assert begins <= set(starts_of_dates(text))


@given(texts, st.one_of(st.none(), DAYS), st.booleans())
def test_offsets_lie_inside_in_order_and_read_the_same_alone(
    text: str, published: date | None, future: bool
) -> None:
    position = 0
    for mention in find_dates(text, published, lambda _: future):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end
        alone = text[mention.start : mention.end]
        [again] = find_dates(alone, published, lambda _: future)
        assert (again.start, again.end, again.when) == (0, len(alone), mention.when)


@given(texts, DAYS, st.booleans())
def test_edtf_is_valid(text: str, published: date, future: bool) -> None:
    for mention in find_dates(text, published, lambda _: future):
        assert mention.when.edtf
        assert str(parse_edtf(mention.when.edtf)) == mention.when.edtf


@given(st.text(max_size=200), DAYS)
def test_any_text_can_be_read(text: str, published: date) -> None:
    find_dates(text, published)
    parse_header_date(text)
    parse_dateline(text)


@given(DAYS, st.integers(0, 6), st.booleans())
def test_a_weekday_lies_within_a_week_of_publication(published: date, number: int, future: bool) -> None:
    name = (date(2024, 11, 11) + timedelta(days=number)).strftime("%A")
    [mention] = find_dates(f"on {name}", published, lambda _: future)
    assert mention.when.start is not None
    assert mention.when.start.weekday() == number
    assert 0 <= (mention.when.start - published).days * (1 if future else -1) < 7
