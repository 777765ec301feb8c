"""Events on the timeline stand where the tables have them, and no uncertain one on a day."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from matplotlib.dates import num2date

import readouts
from drawn import bars, lines, said, written
from invented_frames import PRECISIONS, empty, tables

EVENTS = readouts.load("events")
NO_DAY = EVENTS[EVENTS["date_precision"] == "unknown"]


def one(precision: str, start: str | None, end: str | None) -> dict[str, pd.DataFrame]:
    """Tables with one event."""
    held = tables(events=1)
    bounds = {"start": pd.Timestamp(start or "NaT"), "end": pd.Timestamp(end or "NaT")}
    held["events"] = held["events"].assign(**bounds, date_precision=precision, date_edtf=None)
    return held


def day(number: float) -> str:
    return f"{num2date(number):%Y-%m-%d}"  # type: ignore[no-untyped-call]


def test_a_mark_stands_on_a_day_only_where_the_day_is_known() -> None:
    drawn = lines(readouts.plot.timeline())
    dots = {name: line for name, (line, *_) in drawn.items() if line.get_marker() == "o"}
    known = EVENTS[EVENTS["date_precision"] == "day"]
    assert {name: day(line.get_xdata()[0]) for name, line in dots.items()} == {
        row["event_id"]: f"{row['start']:%Y-%m-%d}" for _, row in known.iterrows()
    }


def test_bars_reach_from_the_first_to_the_last_day() -> None:
    figure = readouts.plot.timeline()
    both = EVENTS[EVENTS["start"].notna() & EVENTS["end"].notna() & (EVENTS["date_precision"] != "day")]
    reach = {
        name: (day(bar.get_x()), day(bar.get_x() + bar.get_width() - 1))
        for name, (bar,) in bars(figure).items()
    }
    assert reach == {
        row["event_id"]: (f"{row['start']:%Y-%m-%d}", f"{row['end']:%Y-%m-%d}") for _, row in both.iterrows()
    }


def test_an_open_bound_ends_in_no_mark_and_no_bar() -> None:
    figure = readouts.plot.timeline()
    open_ = EVENTS[EVENTS["start"].isna() & EVENTS["end"].notna()]
    assert len(open_) > 3
    for _, row in open_.iterrows():
        (bound,) = lines(figure)[row["event_id"]]
        assert {day(x - 1) for x in bound.get_xdata()} == {f"{row['end']:%Y-%m-%d}"}
        assert bound.get_marker() == "None"
        assert row["event_id"] not in bars(figure)


def test_events_without_a_day_are_told_and_not_placed() -> None:
    figure = readouts.plot.timeline()
    assert len(NO_DAY) > 0
    for name, label in zip(NO_DAY["event_id"], NO_DAY["label"], strict=True):
        assert said(figure, name).startswith(label)
        assert name not in lines(figure)
        assert name not in bars(figure)


@pytest.mark.parametrize(
    ("precision", "start", "end", "told"),
    [
        pytest.param("day", "2024-11-13", "2024-11-13", "13 Nov 2024", id="a day"),
        pytest.param("month", "2024-07-01", "2024-07-31", "Jul 2024", id="a month"),
        pytest.param("month", "2024-02-01", "2024-02-29", "Feb 2024", id="a month of a leap year"),
        pytest.param("year", "1992-01-01", "1992-12-31", "1992", id="a year"),
        pytest.param("bounded", None, "2019-04-25", "by 25 Apr 2019", id="open before"),
        pytest.param("bounded", "2019-04-25", None, "25 Apr 2019 or later", id="open after"),
        pytest.param("bounded", "2022-09-15", "2022-09-16", "between 15 and 16 Sep 2022", id="between days"),
        pytest.param("bounded", "2022-09-30", "2022-10-02", "between 30 Sep and 2 Oct 2022", id="two months"),
        pytest.param(
            "bounded", "2022-12-30", "2023-01-02", "between 30 Dec 2022 and 2 Jan 2023", id="two years"
        ),
    ],
)
def test_the_day_stands_beside_its_mark_in_words(
    precision: str, start: str | None, end: str | None, told: str
) -> None:
    assert told in written(readouts.plot.timeline(one(precision, start, end)))


@pytest.mark.parametrize("precision", [kind for kind in PRECISIONS if kind != "day"])
def test_no_uncertain_event_has_a_mark_on_a_day(precision: str) -> None:
    held = tables(events=160)
    held["events"] = held["events"].iloc[PRECISIONS.index(precision) :: len(PRECISIONS)]
    drawn = lines(readouts.plot.timeline(held))
    assert all(line.get_marker() == "None" for every in drawn.values() for line in every)


def test_the_latest_are_drawn_and_the_rest_is_counted() -> None:
    held = tables(events=80)
    figure = readouts.plot.timeline(held, most=10)
    assert len({*lines(figure), *bars(figure)}) == 10
    assert "60 earlier events not drawn (most=10)." in written(figure)
    assert latest(held, {*lines(figure), *bars(figure)})


def latest(held: dict[str, Any], names: set[str]) -> bool:
    events = held["events"]
    events = events[events["start"].notna() | events["end"].notna()]
    end = events["end"].fillna(events["start"])
    drawn = events["event_id"].isin(names)
    return bool(end[drawn].min() >= end[~drawn].max())


def test_what_is_planned_or_called_off_says_so() -> None:
    shown = written(readouts.plot.timeline(tables()))
    assert "(planned)" in shown
    assert "(called off)" in shown


def test_without_events_it_says_so() -> None:
    figure = readouts.plot.timeline(empty())
    assert "There is no event in these tables." in written(figure)
    assert figure.readouts_alt == "Timeline without events: the tables hold none."
