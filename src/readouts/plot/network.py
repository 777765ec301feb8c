"""Who meets whom."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Any

from readouts import views
from readouts.plain import side_name
from readouts.plot.drawing import WIDTH, credit, drawing, records
from readouts.plot.places import Node, columns, places
from readouts.plot.words import count
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

LINES = 5
"""So many lines has a name at most, unless two would then read the same."""


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
    """Draw who meets whom: lines between people or sides, thicker with the number of their events together.

    Events are meetings, visits, calls and conferences; a visit and a meeting on it are two. A line is dashed
    where no event certainly lies within `since` and `until`, but some may.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table: those
            of `readouts.views.network`, and `articles`.
        between: `people`, or `sides`.
        since: the first day that counts.
        until: the last day that counts.
        width: of the picture, in cm.
        most: the number of people or sides to draw, those with most events; the rest is counted.
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
        bounds = _bounds(since, until)
        what = "Who meets whom" if between == "people" else "Which sides meet"
        paper.title(f"{what}{bounds}", "" if nodes else "No meeting of two is in these tables.")
        if drawn:
            _draw(paper, drawn, shown)
        if len(nodes) > len(drawn):
            many = count(len(nodes) - len(drawn), "more, who meets", "more, who meet")
            paper.say(f"Not drawn: {many} no more often, and the lines to them (most={most}).")
        return paper.finish(credit(source), _alt(edges, nodes, between, bounds, most))


def _bounds(since: object, until: object) -> str:
    return (f" from {since}" if since else "") + (f" until {until}" if until else "")


def _nodes(edges: pd.DataFrame, of: dict[str, str], between: str) -> list[Node]:
    """All who meet, those with most events first."""
    met: dict[str, int] = {}
    names: dict[str, str] = {}
    for edge in records(edges):
        for end in "ab":
            met[edge[end]] = met.get(edge[end], 0) + edge["n_possible"]
            names[edge[end]] = edge[f"name_{end}"]
    made = []
    for key, number in met.items():
        if between == "sides":
            made.append(Node(key, side_name(names[key]), "", key, number))
        else:
            group = country if isinstance(country := of.get(key), str) else ""
            made.append(Node(key, names[key], side_name(group), group, number))
    return sorted(made, key=lambda node: (-node.events, node.key))


def _draw(paper: Paper, nodes: list[Node], edges: pd.DataFrame) -> None:
    from readouts.plot.lines import Lines  # noqa: PLC0415 - imports matplotlib

    room = (paper.right - paper.left) * (0.31 if paper.narrow else 0.28)
    told = named(paper, nodes, room - 10)
    tall = {key: len(lines) * paper.line + paper.size * 0.8 for key, lines in told.items()}
    pairs = list(zip(edges["a"], edges["b"], strict=True))
    left, right = ({node.key: tall[node.key] for node in column} for column in columns(nodes, pairs))
    whole = max(sum(left.values()), sum(right.values()), paper.size * 12)
    numbered = len(edges) <= NUMBERED
    _legend(paper, edges, numbered)
    top, inner = paper.y, paper.left + room
    drawn = Lines(
        paper, paper.axes(whole, inner, paper.right - room), places((left, right)), (inner, top, whole)
    )
    for edge in records(edges[::-1]):
        faint = not numbered and edge["n_possible"] == 1
        drawn.line(edge["a"], edge["b"], edge["n_certain"], thickness(edge["n_possible"]), faint=faint)
    for edge in records(edges) if numbered else []:
        drawn.number(edge["a"], edge["b"], edge["n_certain"], edge["n_possible"])
    for key, lines in told.items():
        _name(paper, lines, *drawn.mark(key), to_left=key in left)
    paper.y += 4


def named(paper: Paper, nodes: list[Node], room: float) -> dict[str, list[str]]:
    """The names in lines; those that are cut are still unlike each other, if they were before."""
    different = len({(node.name, node.side) for node in nodes})
    told = {node.key: named_in(paper, node, room, LINES) for node in nodes}
    for most in range(LINES + 1, 3 * LINES):
        if len({tuple(lines) for lines in told.values()}) == different:
            break
        told = {node.key: named_in(paper, node, room, most) for node in nodes}
    return told


def named_in(paper: Paper, node: Node, room: float, most: int) -> list[str]:
    """A name with its side in lines; where it needs more than so many, the name is cut, not the side."""
    side = f"({node.side})" if node.side else ""
    whole = paper.wrapped(f"{node.name} {side}".strip(), room)
    if len(whole) <= most:
        return whole
    below = paper.lines(side, room, 2) if side else []
    return [*paper.lines(node.name, room, most - len(below)), *below]


def _name(paper: Paper, lines: list[str], x: float, y: float, *, to_left: bool) -> None:
    shift, side_ = (-7, "right") if to_left else (7, "left")
    first = y - (len(lines) * paper.line) / 2 + paper.size * 0.15
    for number, line in enumerate(lines):
        paper.put(x + shift, first + number * paper.line, line, ha=side_)


def thickness(number: int) -> float:
    """The width of a line, in points; it grows slowly, and not for ever."""
    return min(0.7 + 1.1 * log2(number), 5.0)


def _legend(paper: Paper, edges: pd.DataFrame, numbered: bool) -> None:
    told = "A line joins two who met; the thicker, the more events together"
    paper.say(
        f"{told}{', as numbered' if numbered else ''}: meetings, visits, calls and conferences. "
        "A visit and a meeting on it are two.",
        color="#333333",
    )
    unsure = [
        "Dashed: perhaps within these days." if (edges["n_certain"] == 0).any() else "",
        "“1–3”: one for certain, three at most."
        if numbered and (edges["n_certain"] < edges["n_possible"]).any()
        else "",
    ]
    if any(unsure):
        paper.say(" ".join(filter(None, unsure)), color="#333333")
    paper.y += 4


def _alt(edges: pd.DataFrame, nodes: list[Node], between: str, bounds: str, drawn: int) -> str:
    if not nodes:
        return "Network without lines: no meeting of two is in these tables."
    what = ("person", "people") if between == "people" else ("side", "sides")
    met = "met" if (edges["n_certain"] > 0).all() else "met or may have met"
    most = [
        f"{side_name(edge['name_a'])} and {side_name(edge['name_b'])} ({_times(edge)})"
        for edge in records(edges.head(3))
    ]
    rest = f" The {drawn:,} with most are drawn." if len(nodes) > drawn else ""
    return (
        f"Network of {count(len(nodes), *what)} and {count(len(edges), 'pair')} who {met}{bounds}. "
        f"The most events together: {'; '.join(most)}.{rest}"
    )


def _times(edge: dict[str, Any]) -> str:
    sure, possible = edge["n_certain"], edge["n_possible"]
    return f"{possible}" if sure == possible else f"{sure} to {possible}"
