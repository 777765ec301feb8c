"""Who meets whom is drawn as the view has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from matplotlib.patches import PathPatch

import readouts
from drawn import lines, named, written
from invented_frames import tables

if TYPE_CHECKING:
    import pandas as pd

    from readouts.views.edges import Between

BIG = tables(holders=20, events=90)


@pytest.mark.parametrize("between", ["people", "sides"])
@pytest.mark.parametrize("source", [None, BIG], ids=["the newest release", "invented tables"])
def test_each_pair_has_a_line_and_each_of_them_a_mark(
    source: dict[str, pd.DataFrame] | None, between: Between
) -> None:
    figure = readouts.plot.network(source, between)
    edges = readouts.views.network(source, between)
    assert len(edges) > 1
    assert set(named(figure, PathPatch)) == {
        f"{a} -- {b}" for a, b in zip(edges["a"], edges["b"], strict=True)
    }
    assert set(lines(figure)) == {*edges["a"], *edges["b"]}


def test_more_meetings_make_a_thicker_line() -> None:
    edges = readouts.views.network(between="people")
    drawn = named(readouts.plot.network(), PathPatch)
    width = [drawn[f"{a} -- {b}"][0].get_linewidth() for a, b in zip(edges["a"], edges["b"], strict=True)]
    assert width == sorted(width, reverse=True)
    assert width[0] > width[-1]


def test_a_pair_that_only_may_have_met_then_has_a_dashed_line() -> None:
    edges = readouts.views.network(between="people", since="2023-01-01")
    figure = readouts.plot.network(since="2023-01-01")
    drawn = named(figure, PathPatch)
    for a, b, certain in zip(edges["a"], edges["b"], edges["n_certain"], strict=True):
        assert (drawn[f"{a} -- {b}"][0].get_linestyle() == "solid") == (certain > 0)
    assert set(edges["n_certain"] > 0) == {True, False}
    assert "from 2023-01-01" in written(figure)


def test_marks_stand_apart() -> None:
    figure = readouts.plot.network(tables(holders=200, events=900), most=40)
    places = [(line.get_xdata()[0], line.get_ydata()[0]) for (line, *_) in lines(figure).values()]
    assert len(places) == 40
    assert len({(x > 0, round(y, 3)) for x, y in places}) == 40


def test_those_that_are_not_drawn_are_counted() -> None:
    assert "Not drawn: 10 more" in written(readouts.plot.network(BIG, most=10))
