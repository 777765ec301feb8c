"""Events on the timeline stand where the tables have them, and no uncertain one on a day."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from matplotlib.colors import rgb_to_hsv, to_rgb
from matplotlib.dates import date2num, num2date

import readouts
from drawn import bars, boxes, lines, said, written
from invented_frames import PRECISIONS, empty, tables

EVENTS = readouts.load("events")
NO_DAY = EVENTS[EVENTS["date_precision"] == "unknown"]


Row = tuple[str, str | None, str | None]


def of(*rows: Row) -> dict[str, pd.DataFrame]:
    """Tables with an event a row: its precision and its bounds."""
    held = tables(events=len(rows))
    bounds: dict[str, Any] = {
        "start": [pd.Timestamp(start or "NaT") for _, start, _ in rows],
        "end": [pd.Timestamp(end or "NaT") for *_, end in rows],
        "date_edtf": [f"{start}/{end}" if kind == "span" else None for kind, start, end in rows],
    }
    held["events"] = held["events"].assign(date_precision=[kind for kind, *_ in rows], **bounds)
    return held


def one(precision: str, start: str | None, end: str | None) -> dict[str, pd.DataFrame]:
    """Tables with one event."""
    return of((precision, start, end))


def day(number: float) -> str:
    return f"{num2date(number):%Y-%m-%d}"  # type: ignore[no-untyped-call]


def test_a_mark_stands_on_a_day_only_where_the_day_is_known() -> None:
    drawn = lines(readouts.plot.timeline())
    dots = {name: line for name, (line, *_) in drawn.items() if line.get_marker() == "o"}
    known = EVENTS[EVENTS["date_precision"] == "day"]
    assert {name: day(line.get_xdata()[0]) for name, line in dots.items()} == {
        row["event_id"]: f"{row['start']:%Y-%m-%d}" for _, row in known.iterrows()
    }


OLD = ("day", "1840-02-25", "1840-02-25")
WITHIN, MONTH, LASTED = (
    ("bounded", "2022-09-15", "2022-09-16"),
    ("month", "2024-07-01", "2024-07-31"),
    ("span", "2024-11-11", "2024-11-22"),
)
BEFORE, AFTER, NO_BOUND = (
    ("bounded", None, "2024-01-11"),
    ("bounded", "2024-01-11", None),
    ("unknown", None, None),
)
NARROW = of(OLD, WITHIN, MONTH, LASTED)


def test_bars_reach_from_the_first_to_the_last_day() -> None:
    held = of(("span", "2019-01-01", "2019-06-30"), ("year", "2020-01-01", "2020-12-31"))
    reach = {
        name: (day(bar.get_x()), day(bar.get_x() + bar.get_width() - 1))
        for name, (bar,) in bars(readouts.plot.timeline(held)).items()
    }
    assert reach == {
        "evt_000000000000": ("2019-01-01", "2019-06-30"),
        "evt_000000000001": ("2020-01-01", "2020-12-31"),
    }


@pytest.mark.parametrize("source", [None, NARROW], ids=["the newest release", "centuries"])
def test_a_bar_is_never_shorter_than_its_days_and_has_their_middle(source: Any) -> None:
    events = EVENTS if source is None else source["events"]
    drawn = bars(readouts.plot.timeline(source))
    both = events[events["start"].notna() & events["end"].notna() & (events["date_precision"] != "day")]
    assert set(drawn) == set(both["event_id"])
    for _, event in both.iterrows():
        (bar,) = drawn[event["event_id"]]
        first, last = date2num(event["start"]), date2num(event["end"]) + 1  # type: ignore[no-untyped-call]
        assert bar.get_width() >= last - first - 1e-6
        assert bar.get_x() + bar.get_width() / 2 == pytest.approx((first + last) / 2)


@pytest.mark.parametrize("width", [16, 8])
def test_what_lasted_and_what_lies_within_are_told_apart_over_centuries(width: float) -> None:
    figure = readouts.plot.timeline(NARROW, width=width)
    every = [bar for (bar,) in bars(figure).values()]
    wide = [bar.get_window_extent().width * 72 / figure.dpi for bar in every]
    assert min(wide) >= 3.5
    assert all(2 * bar.get_linewidth() < points / 3 for bar, points in zip(every, wide, strict=True))
    light = [rgb_to_hsv(to_rgb(bar.get_facecolor()))[2] for bar in every]
    assert light[0] == light[1] > light[2] + 0.4


@pytest.mark.parametrize("width", [16, 8])
@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param([("day", "2024-11-13", "2024-11-13")], ["11 Nov 2024", "13 Nov 2024"], id="a day"),
        pytest.param(
            [("span", "2024-02-25", "2024-03-05")], ["26 Feb 2024", "Mar 2024", "6 Mar 2024"], id="days"
        ),
        pytest.param([("bounded", "2024-02-20", "2024-05-25")], ["Mar 2024", "May 2024"], id="months"),
        pytest.param(
            [("bounded", "2023-02-20", "2024-12-14")], ["Jul 2023", "2024", "Jul 2024"], id="halves"
        ),
        pytest.param([OLD, MONTH], ["1850", "1900", "1950", "2000"], id="centuries"),
    ],
)
def test_ticks_are_days_months_or_years_that_do_not_touch(
    rows: list[Row], told: list[str], width: float
) -> None:
    figure = readouts.plot.timeline(of(*rows), width=width)
    (axes,) = (axes for axes in figure.axes if axes.axison)
    placed = [(label.get_text(), label.get_window_extent()) for label in drawn_ticks(figure)]
    assert set(told) <= {text for text, _ in placed}
    assert all(left.x1 + 4 < right.x0 for (_, left), (_, right) in pairwise(placed))
    assert axes.xaxis.get_offset_text().get_text() == ""


def drawn_ticks(figure: Any) -> list[Any]:
    boxes(figure)
    return [label for axes in figure.axes if axes.axison for label in axes.get_xticklabels()]


@pytest.mark.parametrize("width", [16, 8])
@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("bounded", "2022-12-30", "2023-01-02"), "between 30 Dec 2022 and 2 Jan 2023"),
        (("span", "2022-12-15", "2024-10-16"), "15 Dec 2022 to 16 Oct 2024"),
    ],
)
def test_a_day_without_room_beside_its_bar_stands_with_the_other_words(
    row: Row, told: str, width: float
) -> None:
    figure = readouts.plot.timeline(of(row), width=width)
    assert written(figure).count(told) == 1
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.x1 for _, box in boxes(figure))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param([OLD], "Of 1 the day is known.", id="one"),
        pytest.param(
            [LASTED, MONTH, BEFORE, NO_BOUND],
            "1 lasted from one day to another, 1 lies within bounds, 1 has one bound only; "
            "1 has no known day and is listed below.",
            id="one of each",
        ),
        pytest.param(
            [OLD, OLD, LASTED, LASTED, MONTH, WITHIN, BEFORE, AFTER, NO_BOUND, NO_BOUND],
            "Of 2 the day is known, 2 lasted from one day to another, 2 lie within bounds, "
            "2 have one bound only; 2 have no known day and are listed below.",
            id="two of each",
        ),
        pytest.param([NO_BOUND] * 2, "2 have no known day and are listed below.", id="no day at all"),
        pytest.param(
            [OLD] * 61, "Of 61 the day is known. The latest 60 with a day are drawn.", id="not all drawn"
        ),
        pytest.param(
            [NO_BOUND] * 61,
            "61 have no known day and 60 are listed below.",
            id="not all listed",
        ),
    ],
)
def test_the_words_for_those_who_do_not_see_it_count_by_shape(rows: list[Row], told: str) -> None:
    number = f"{len(rows)} event" + "s" * (len(rows) > 1)
    assert readouts.plot.timeline(of(*rows)).readouts_alt == f"Timeline of {number}, by kind. {told}"


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
