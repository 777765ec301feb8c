"""Who meets whom is drawn as the view has it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

import readouts
from drawn import lines, named, written
from invented_frames import tables
from readouts.plot.places import Node, columns

if TYPE_CHECKING:
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


def test_one_more_is_one_who_meets() -> None:
    there = len({*readouts.views.network(BIG, "people")[["a", "b"]].to_numpy().ravel()})
    shown = written(readouts.plot.network(BIG, most=there - 1))
    assert "Not drawn: 1 more, who meets no more often" in shown


@pytest.mark.parametrize("width", [16, 8])
def test_names_of_the_release_are_not_cut(width: float) -> None:
    for between in ("people", "sides"):
        assert "…" not in written(readouts.plot.network("1.0.0", between, width=width))


LONG = "Otto Maximilian Ferdinand Freiherr von und zu Hohenlohe-Waldenburg-Schillingsfürst the Younger"


def met(names: list[str], countries: list[str]) -> dict[str, pd.DataFrame]:
    """People who were all at one meeting, each for a body of their own."""
    held = tables(holders=len(names), events=1)
    held["actors"] = held["actors"].assign(name=names, country=countries)
    who = {"actor_id": list(held["actors"]["actor_id"]), "event_id": "evt_000000000000"}
    who |= {"represents": [f"Body {number}" for number in range(len(names))]}
    held["participants"] = pd.concat([held["participants"].iloc[:1]] * len(names)).assign(**who)
    return held


@pytest.mark.parametrize("width", [16, 8])
def test_where_a_name_is_cut_its_side_is_not(width: float) -> None:
    held = met([LONG * 2] * 3, ["AZE", "CHN", "GBR"])
    shown = written(readouts.plot.network(held, width=width))
    assert shown.count("…") == 3
    assert all(f"({side})" in shown for side in ("Azerbaijan", "China", "United Kingdom"))


def test_names_that_differ_at_their_end_only_do_not_read_the_same() -> None:
    names = [f"{LONG} the {number}th" for number in (4, 5, 6)]
    shown = written(readouts.plot.network(met(names, ["AZE"] * 3), width=8))
    assert all(f"{number}th" in shown for number in (4, 5, 6))


@pytest.mark.parametrize(
    ("since", "number", "told"),
    [
        (
            None,
            "8",
            "Network of 3 sides and 2 pairs who met.",
        ),
        (
            "2023-01-01",
            "2 to 4",
            "Network of 3 sides and 2 pairs who met or may have met from 2023-01-01.",
        ),
    ],
)
def test_in_words_they_are_events_together(since: str | None, number: str, told: str) -> None:
    alt = readouts.plot.network("1.0.0", "sides", since=since).readouts_alt
    assert alt.startswith(f"{told} The most events together: Azerbaijan and China ({number}); ")


def test_those_not_drawn_are_told_of_in_words() -> None:
    assert readouts.plot.network(BIG, most=10).readouts_alt.endswith("The 10 with most are drawn.")


def test_a_picture_says_what_its_lines_count() -> None:
    assert "the more events together, as numbered: meetings, visits, calls" in written(
        readouts.plot.network()
    )


def test_numbers_are_explained_where_they_stand() -> None:
    few = written(readouts.plot.network("1.0.0", since="2023-01-01"))
    many = written(readouts.plot.network(tables(holders=80, events=160), since="2021-01-01", most=80))
    assert "“1–3”" in few
    assert "“1–3”" not in many
    assert "Dashed: perhaps within these days." in many


def test_among_many_lines_those_of_one_event_are_faint() -> None:
    source = tables(holders=80, events=160)
    edges = readouts.views.network(source, "people")
    drawn = named(readouts.plot.network(source, most=80), PathPatch)
    color = {name: to_hex(line.get_edgecolor()) for name, (line,) in drawn.items()}
    once = edges["n_possible"] == 1
    names = edges["a"] + " -- " + edges["b"]
    assert not {color[name] for name in names[once]} & {color[name] for name in names[~once]}


def node(key: str, group: str = "") -> Node:
    return Node(key, key.upper(), "", group, 1)


def crossings(held: tuple[list[Node], list[Node]], pairs: list[tuple[str, str]]) -> int:
    """Of lines that go from one column to the other."""
    left, right = ({node.key: number for number, node in enumerate(column)} for column in held)
    lines = [(a, b) if a in left else (b, a) for a, b in pairs]
    over = [(left[a], right[b]) for a, b in lines if a in left and b in right]
    return sum(a < c and b > d for a, b in over for c, d in over)


@pytest.mark.parametrize(
    ("nodes", "pairs"),
    [
        pytest.param("abcdefgh", ["ah", "bg", "cf", "de"], id="pairs"),
        pytest.param("abcdefgh", ["ab", "ac", "ad", "ef", "eg", "eh"], id="two who meet three each"),
        pytest.param("abcdefgh", ["ae", "eb", "bf", "fc", "cg", "gd", "dh"], id="a chain"),
    ],
)
def test_lines_that_need_not_cross_do_not(nodes: str, pairs: list[str]) -> None:
    met = [(pair[0], pair[1]) for pair in pairs]
    held = columns([node(key) for key in nodes], met)
    assert sorted(one.key for column in held for one in column) == list(nodes)
    assert abs(len(held[0]) - len(held[1])) <= 2
    assert crossings(held, met) == 0


def test_those_of_one_side_stand_together_even_where_lines_cross() -> None:
    sides = zip("abcdefgh", "xxxyxzzy", strict=True)
    met = [("a", "e"), ("c", "d"), ("d", "e"), ("e", "f"), ("e", "h"), ("g", "h")]
    held = columns([node(*one) for one in sides], met)
    assert len(held[0]) == len(held[1]) == 4
    for column in held:
        groups = [one.group for one in column]
        assert len(list(groupby(groups))) == len(set(groups))
