"""Known occasions in a text: which one a name means. The cases are lines of a table."""

from __future__ import annotations

from datetime import date

import pytest

from case_tables import cases, title
from readouts.coder.dates.occasions import bounded_by, find_occasions, occasion_when, within
from readouts.seeds.types import Occasion

SUMMIT = "Summit of the member states of the Organisation"
FORUM = Occasion(
    "Second Road Forum",
    ('second "One Road" International Forum', "2nd Road Forum"),
    date(2019, 4, 25),
    date(2019, 4, 27),
    "Beijing",
    "CHN",
    "test",
)
OCCASIONS = (
    FORUM,
    Occasion("OSC summit 2022", (SUMMIT,), date(2022, 9, 15), date(2022, 9, 16), "Samarkand", "UZB", "test"),
    Occasion("OSC summit 2024", (SUMMIT,), date(2024, 7, 3), date(2024, 7, 4), "Astana", "KAZ", "test"),
    Occasion(
        "COP29",
        ("29th session of the Conference of the Parties", "Framework Convention in Baku"),
        date(2024, 11, 11),
        date(2024, 11, 22),
        "Baku",
        "AZE",
        "test",
    ),
)


@pytest.mark.parametrize(("case", "expected"), cases("occasions.tsv", given=3), ids=title)
def test_the_occasions_of_a_text(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    text, published, future = case
    day = date.fromisoformat(published) if published else None
    mentions = find_occasions(text, OCCASIONS, day, lambda _: bool(future))
    assert [(text[each.start : each.end], each.occasion.name, each.rule) for each in mentions] == expected


def test_without_known_occasions_nothing_is_found() -> None:
    assert find_occasions("They met at COP29.", (), date(2024, 11, 14)) == []


def test_an_occasion_gives_its_days_and_bounds() -> None:
    assert occasion_when(FORUM).edtf == "2019-04-25/2019-04-27"
    assert within(FORUM).edtf == "[2019-04-25..2019-04-27]"
    assert bounded_by(FORUM).edtf == "[..2019-04-25]"
    assert bounded_by(FORUM, before=False).edtf == "[2019-04-27..]"
    assert {each.basis for each in (occasion_when(FORUM), within(FORUM), bounded_by(FORUM))} == {"reference"}
