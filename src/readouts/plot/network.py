"""Who meets whom."""

from __future__ import annotations

from math import log2, sqrt
from typing import TYPE_CHECKING, NamedTuple

from readouts import views
from readouts.plain import side_name
from readouts.plot.drawing import WIDTH, credit, drawing, records
from readouts.plot.words import count, listed
from readouts.views.source import read

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from readouts.plot.paper import Paper
    from readouts.plot.picture import Picture
    from readouts.views.edges import Between
    from readouts.views.source import Source

NUMBERED = 30
"""Up to so many lines have their number written at them."""


class Node(NamedTuple):
    """One who meets.

    Attributes:
        key: side, or id of a person.
        words: how it is called on the picture.
        group: the side of a person; a side is its own.
        meetings: the number of its meetings, possible ones among them.
    """

    key: str
    words: str
    group: str
    meetings: int


def network(  # noqa: PLR0913 - all but two by keyword
    source: Source = None,
    between: Between = "people",
    *,
    since: str | date | None = None,
    until: str | date | None = None,
    width: float = WIDTH,
    most: int = 40,
    font: str | None = None,
) -> Picture:
    """Draw who meets whom: lines between people or sides, thicker with the number of their meetings.

    A line is dashed where no meeting certainly lies within `since` and `until`, but some may.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table: those
            of `readouts.views.network`, and `articles`.
        between: `people`, or `sides`.
        since: the first day that counts.
        until: the last day that counts.
        width: of the picture, in cm.
        most: the number of people or sides to draw, those with most meetings; the rest is counted.
        font: a font to take before the one that ships with matplotlib.

    Returns:
        A `matplotlib.figure.Figure` with `readouts_alt`. Marks have the side or id as their `gid`, lines
        both, joined by ` -- `.

    Raises:
        NotInstalled: matplotlib is not installed.
        BadInput: `between` is neither, or a bound is no day.
        UnknownTable, UnknownColumn, UnknownRelease: as of the views.
    """
    edges = views.network(source, between, since, until)
    (actors,) = read(source, actors=("actor_id", "country"))
    nodes = _nodes(edges, dict(zip(actors["actor_id"], actors["country"], strict=True)), between)
    drawn = nodes[:most]
    keys = {node.key for node in drawn}
    shown = edges[edges["a"].isin(keys) & edges["b"].isin(keys)]
    with drawing(width, font) as paper:
        paper.title(_title(between, since, until), "" if nodes else "No meeting of two is in these tables.")
        if drawn:
            _draw(paper, drawn, shown)
        if len(nodes) > len(drawn):
            many = f"{len(nodes) - len(drawn):,} more, who meet no more often"
            paper.say(f"Not drawn: {many}, and the lines to them (most={most}).")
        return paper.finish(credit(source), _alt(edges, nodes, between))


def _title(between: str, since: object, until: object) -> str:
    bounds = [f"from {since}" if since else "", f"until {until}" if until else ""]
    what = "Who meets whom" if between == "people" else "Which sides meet"
    return " ".join([what, *filter(None, bounds)])


def _nodes(edges: pd.DataFrame, of: dict[str, str], between: str) -> list[Node]:
    """All who meet, those with most meetings first."""
    met: dict[str, int] = {}
    names: dict[str, str] = {}
    for edge in records(edges):
        for end in "ab":
            met[edge[end]] = met.get(edge[end], 0) + edge["n_possible"]
            names[edge[end]] = edge[f"name_{end}"]
    made = []
    for key, number in met.items():
        group = of.get(key) if between == "people" else key
        known = isinstance(group, str)
        words = (
            f"{names[key]} ({side_name(str(group))})"
            if known and between == "people"
            else side_name(names[key])
        )
        made.append(Node(key, words, str(group) if known else "", number))
    return sorted(made, key=lambda node: (-node.meetings, node.key))


def columns(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """Two columns of about the same length; those of one side stand together."""
    groups: dict[str, list[Node]] = {}
    for node in nodes:
        groups.setdefault(node.group or node.key, []).append(node)
    left: list[Node] = []
    right: list[Node] = []
    for group in sorted(groups.values(), key=lambda one: (-len(one), -one[0].meetings, one[0].key)):
        (left if len(left) <= len(right) else right).extend(group)
    return left, right


def places(columns: tuple[dict[str, float], dict[str, float]]) -> dict[str, tuple[float, float]]:
    """Where each stands, from -1 to 1: two arcs, so that no line runs along others' marks.

    Args:
        columns: those of the left and of the right, each with the height that it needs.
    """
    found = {}
    for sign, column in zip((-1, 1), columns, strict=True):
        above, whole = 0.0, sum(column.values())
        for key, height in column.items():
            y = (2 * above + height) / whole - 1
            above += height
            found[key] = (sign * (0.45 + 0.55 * sqrt(1 - y * y)), y)
    return found


def _draw(paper: Paper, nodes: list[Node], edges: pd.DataFrame) -> None:
    from readouts.plot.lines import Lines  # noqa: PLC0415 - imports matplotlib

    room = (paper.right - paper.left) * (0.31 if paper.narrow else 0.28)
    told = {node.key: paper.lines(node.words, room - 10, 3) for node in nodes}
    tall = {key: len(lines) * paper.line + paper.size * 0.8 for key, lines in told.items()}
    left, right = ({node.key: tall[node.key] for node in column} for column in columns(nodes))
    whole = max(sum(left.values()), sum(right.values()), paper.size * 12)
    numbered = len(edges) <= NUMBERED
    _legend(paper, edges, numbered)
    top, inner = paper.y, paper.left + room
    drawn = Lines(
        paper, paper.axes(whole, inner, paper.right - room), places((left, right)), (inner, top, whole)
    )
    for edge in records(edges[::-1]):
        drawn.line(edge["a"], edge["b"], edge["n_certain"], thickness(edge["n_possible"]))
    for edge in records(edges) if numbered else []:
        drawn.number(edge["a"], edge["b"], edge["n_certain"], edge["n_possible"])
    for key, lines in told.items():
        _name(paper, lines, *drawn.mark(key), to_left=key in left)
    paper.y += 4


def _name(paper: Paper, lines: list[str], x: float, y: float, *, to_left: bool) -> None:
    shift, side_ = (-7, "right") if to_left else (7, "left")
    first = y - (len(lines) * paper.line) / 2
    for number, line in enumerate(lines):
        paper.put(x + shift, first + number * paper.line, line, ha=side_)


def thickness(number: int) -> float:
    """The width of a line, in points; it grows slowly, and not for ever."""
    return min(0.7 + 1.1 * log2(number), 5.0)


def _legend(paper: Paper, edges: pd.DataFrame, numbered: bool) -> None:
    told = "A line joins two who met; the thicker, the more meetings, calls, visits and conferences"
    paper.say(told + (", as numbered." if numbered else "."), color="#333333")
    if (edges["n_certain"] < edges["n_possible"]).any():
        paper.say(
            "Dashed: perhaps within these days; “1–3”: one for certain, three at most.",
            color="#333333",
        )
    paper.y += 4


def _alt(edges: pd.DataFrame, nodes: list[Node], between: str) -> str:
    if not nodes:
        return "Network without lines: no meeting of two is in these tables."
    what = ("person", "people") if between == "people" else ("side", "sides")
    most = [
        f"{side_name(edge['name_a'])} and {side_name(edge['name_b'])} ({edge['n_possible']})"
        for edge in records(edges.head(3))
    ]
    return (
        f"Network of {count(len(nodes), *what)} and {count(len(edges), 'pair')} who met. "
        f"The most meetings: {listed(most)}."
    )
