"""The pieces of event finding: heads, participants, status, dates, tellings, roles. Texts are invented."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from case_tables import cases, title
from invented_news import DAY, LAHTI, MEETING, NOWAK, ROJAS, SAAR, VEGA, event_of, events_of
from readouts.coder.dates.when import When
from readouts.coder.events.dating import can_be_same, merge_when
from readouts.coder.events.frames import FRAMES
from readouts.coder.rows.event_rows import facts_of

# heads


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (f"A meeting was held between {NOWAK} and {ROJAS}.", ["meeting"]),
        (f"A meeting was formally held today in Prague between {NOWAK} and {ROJAS}.", ["meeting"]),
        (f"{SAAR} has met with {LAHTI}.", ["meeting"]),
        (f"{SAAR} has never met with {LAHTI}.", []),
        (f"{SAAR} has met with {LAHTI} many times.", []),
        (f"If {SAAR} met with {LAHTI}, all would gain.", []),
        (f"Has {SAAR} met with {LAHTI}?", []),
        ("Georgia met Spain.", []),
        ("The foreign ministers of Georgia and Spain met.", ["meeting"]),
    ],
)
def test_a_head_counts_once_and_only_where_it_tells_of_one_event(text: str, types: list[str]) -> None:
    found = [event.event_type for event in events_of(text)]
    assert found == types


def test_every_frame_of_the_lexicon_has_a_reader_and_every_reader_a_frame() -> None:
    table = tomllib.loads((resources.files("readouts.lexicon") / "events.toml").read_text("utf-8"))
    assert {entry["frame"] for entry in table["events"]} == set(FRAMES)


def test_people_who_were_met_separately_were_met_at_two_meetings() -> None:
    found = events_of(f"{NOWAK} met separately with {ROJAS} and {VEGA}.")
    pairs = [{part.entity.name for part in event.parts} for event in found]
    assert pairs == [{"Jan Nowak", "Ana Rojas"}, {"Jan Nowak", "Luis Vega"}]


# participants


@pytest.mark.parametrize(("case", "expected"), cases("event_frames.tsv", given=2), ids=title)
def test_the_frame_of_a_head_tells_who_takes_part(
    case: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    text, event_type = case
    found = events_of(text, event_type)
    assert [(part.entity.name, part.role) for event in found for part in event.parts] == expected


# status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{NOWAK} visited Chile.", "occurred"),
        (f"{NOWAK} will visit Chile.", "planned"),
        (f"{NOWAK} is currently on an official visit to Chile.", "ongoing"),
        (f"The visit of {NOWAK} to Chile was postponed.", "cancelled"),
    ],
)
def test_the_words_tell_whether_it_has_been(text: str, status: str) -> None:
    assert event_of(text, "visit").status == status


# dates


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        (MEETING, "meeting", "2031-03-02"),
        (f"{MEETING} Then he met with {VEGA}.", "meeting", "2031-03-02 2031-03-02"),
        (f"{MEETING} He visited Peru on February 3.", "visit", "2031-02-03"),
        (f"{NOWAK}, who visited Peru on February 3, met with {ROJAS}.", "meeting", "[..2031-03-04]"),
        (f"{NOWAK}, who visited Peru on February 3, met with {ROJAS}.", "visit", "2031-02-03"),
        (f"On March 1 {NOWAK} met with {ROJAS} and on March 3 visited Peru.", "meeting", "2031-03-01"),
        (f"On March 1 {NOWAK} met with {ROJAS} and on March 3 visited Peru.", "visit", "2031-03-03"),
        (f"{NOWAK} invited {ROJAS} to visit Poland on May 5.", "invitation", None),
    ],
)
def test_a_date_belongs_to_the_head_that_owns_it(text: str, event_type: str, edtf: str | None) -> None:
    found = events_of(text, event_type)
    assert [event.when.edtf for event in found] == (edtf.split() if edtf else [None])


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (When.unknown(), When.day(DAY, "stated"), True),
        (When.day(DAY, "stated"), When.day(DAY, "resolved"), True),
        (When.day(DAY, "stated"), When.month(2031, 3, "stated"), True),
        (When.day(DAY, "stated"), When.month(2031, 2, "stated"), False),
        (When.bounded(None, DAY, "article"), When.year(2032, "stated"), False),
    ],
)
def test_two_dates_that_do_not_meet_are_of_two_events(first: When, second: When, same: bool) -> None:
    assert can_be_same(first, second) is same
    assert can_be_same(second, first) is same


def test_of_two_dates_of_an_event_the_better_known_stays() -> None:
    day, month = When.day(DAY, "stated"), When.month(2031, 3, "stated")
    assert merge_when(When.unknown(), day) == day
    assert merge_when(day, When.unknown()) == day
    assert merge_when(month, day) == day


# tellings


@pytest.mark.parametrize(
    ("again", "count"),
    [
        ("The meeting of Jan Nowak and Ana Rojas took an hour.", 1),
        ("Nowak met with Rojas in Prague.", 1),
        ("Nowak was received by Rojas.", 1),
        ("Nowak met with Rojas on February 1.", 2),
        (f"Nowak met with {VEGA}.", 2),
    ],
)
def test_an_event_told_twice_is_one(again: str, count: int) -> None:
    found = events_of(f"{MEETING} {again}", "meeting")
    assert len(found) == count


def test_a_second_telling_adds_the_place() -> None:
    event = event_of(f"{MEETING} Nowak met with Rojas in Lisbon.", "meeting")
    assert (event.venue, event.country) == ("Lisbon", "PRT")


# occasions


def test_a_meeting_on_the_sidelines_of_an_occasion_is_dated_by_it() -> None:
    text = f"{NOWAK} met with {ROJAS} on the sidelines of the Lakes Forum."
    assert event_of(text, "meeting").when.edtf == "[2031-02-10..2031-02-12]"
    forum = event_of(text, "conference")
    assert forum.when.edtf == "2031-02-10/2031-02-12"
    assert {(part.entity.name, part.role) for part in forum.parts} == {
        ("Jan Nowak", "attendee"),
        ("Ana Rojas", "attendee"),
    }


def test_an_occasion_whose_participants_nobody_tells_is_no_event() -> None:
    assert events_of("The Lakes Forum was mentioned.", "conference") == []


# roles


@pytest.mark.parametrize(
    ("where", "roles", "facts"),
    [
        ("in Warsaw", {"Jan Nowak": "host", "Ana Rojas": "guest"}, []),
        ("in Lisbon", {"Jan Nowak": "counterpart", "Ana Rojas": "counterpart"}, ["third_place"]),
        ("", {"Jan Nowak": "counterpart", "Ana Rojas": "counterpart"}, []),
    ],
)
def test_who_met_at_home_is_host_and_a_third_place_is_a_fact(
    where: str, roles: dict[str, str], facts: list[str]
) -> None:
    event = event_of(f"{NOWAK} met with {ROJAS} {where}.", "meeting")
    assert {part.entity.name: part.role for part in event.parts} == roles
    assert facts_of(event) == facts
