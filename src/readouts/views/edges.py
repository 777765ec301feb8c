"""Who meets whom, as edges and as a graph."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from readouts.errors import BadInput, NotInstalled, Problem
from readouts.views.data import choices
from readouts.views.pairs import TOOK_PLACE, at_one_event, taking_part
from readouts.views.source import DATE, NUMBER, TEXT, read, shaped

if TYPE_CHECKING:
    import pandas as pd

    from readouts.views.source import Source

Between: TypeAlias = Literal["sides", "people"]
TYPES = {
    "a": TEXT,
    "b": TEXT,
    "name_a": TEXT,
    "name_b": TEXT,
    "n_certain": NUMBER,
    "n_possible": NUMBER,
    "first_by": DATE,
    "last_from": DATE,
}


def network(
    source: Source = None,
    between: Between = "sides",
    since: str | date | None = None,
    until: str | date | None = None,
) -> pd.DataFrame:
    """Show who meets whom: meetings, calls, visits and conferences that took place, as edges.

    With `since` or `until`, an event is certain where all its bounds lie within, and possible where they
    reach into it; an event without a bound is possible. Without them, all are certain.

    An organisation that only convenes a conference meets nobody by it, and people who act for one side at an
    event do not meet each other. A visit and the meetings on it are events of their own.

    It cannot tell whether two who were at one conference spoke with each other, nor of how many meetings no
    text tells. People are the same where the table of actors has them as one.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `events`, `participants`, `actors`.
        between: `sides`, the states and organisations that participants act for, or `people`.
        since: the first day that counts.
        until: the last day that counts.

    Returns:
        A row a pair, sorted by `n_certain`, `n_possible` (most first), `a` and `b`. Columns: `a`, `b`: sides,
        or ids of people, in the order of the alphabet; `name_a`, `name_b`: their names; `n_certain`,
        `n_possible` (the certain ones among them): events; `first_by`: the day by which they had met, if any
        last bound is known; `last_from`: the day from which on they met last, if any first bound is known.

    Raises:
        BadInput: it is neither `sides` nor `people`, or no day.
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    if between not in {"sides", "people"}:
        raise BadInput([Problem("network, between", f"{between!r} is nothing to pair", "sides or people")])
    first, last = _day("since", since), _day("until", until)
    events, participants, actors = read(
        source,
        events=("event_id", "event_type", "status", "start", "end"),
        participants=("event_id", "actor_id", "actor_kind", "represents", "role"),
        actors=("actor_id", "kind", "name", "country"),
    )
    met = events[events["event_type"].isin(choices("network", "met")) & events["status"].isin(TOOK_PLACE)]
    people = participants["actor_kind"] == "person"
    who = taking_part(participants) if between == "sides" else participants[people]
    column = "represents" if between == "sides" else "actor_id"
    pairs = at_one_event(who, column, ("a", "b")).merge(met, on="event_id")
    made = _named(_edges(_within(pairs, first, last)), _names(actors, between))
    return shaped(_sorted(made), TYPES, [], events)


def as_networkx(edges: pd.DataFrame) -> Any:
    """Make a graph of networkx of the edges that `network` gives.

    Args:
        edges: what `network` gave, all of it or a part.

    Returns:
        A `networkx.Graph`: `name` at each node, `n_certain`, `n_possible`, `first_by` and `last_from` at each
        edge.

    Raises:
        NotInstalled: networkx is not.
    """
    try:
        nx = import_module("networkx")
    except ImportError:
        message = "as_networkx needs networkx, which is not installed; install it: pip install networkx"
        raise NotInstalled(message) from None
    graph = nx.Graph()
    for edge in edges.to_dict("records"):
        for side in "ab":
            graph.add_node(edge[side], name=edge[f"name_{side}"])
        graph.add_edge(
            edge["a"],
            edge["b"],
            **{key: edge[key] for key in ("n_certain", "n_possible", "first_by", "last_from")},
        )
    return graph


def _day(name: str, given: str | date | None) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInput([Problem(f"network, {name}", f"{given!r} is no day", "such as 2024-11-13")]) from None


def _within(pairs: pd.DataFrame, since: date | None, until: date | None) -> pd.DataFrame:
    """The pairs that may have met within the days, and whether they did."""
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    certain = pairs["event_id"].notna()
    possible = certain.copy()
    if since is not None:
        certain &= pairs["start"] >= pd.Timestamp(since)
        possible &= ~(pairs["end"] < pd.Timestamp(since))
    if until is not None:
        certain &= pairs["end"] <= pd.Timestamp(until)
        possible &= ~(pairs["start"] > pd.Timestamp(until))
    return pairs.assign(certain=certain)[possible]


def _edges(pairs: pd.DataFrame) -> pd.DataFrame:
    return pairs.groupby(["a", "b"], as_index=False).agg(
        n_certain=("certain", "sum"),
        n_possible=("certain", "size"),
        first_by=("end", "min"),
        last_from=("start", "max"),
    )


def _names(actors: pd.DataFrame, between: Between) -> dict[str, str]:
    """Names of people by id, of states by code; an organisation is called what it is."""
    kind, key = ("state", "country") if between == "sides" else ("person", "actor_id")
    found = actors[actors["kind"] == kind].sort_values("name")
    return dict(zip(found[key][::-1], found["name"][::-1], strict=True))


def _named(edges: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    return edges.assign(
        **{
            f"name_{side}": edges[side].map(names).astype(TEXT).fillna(edges[side].astype(TEXT))
            for side in "ab"
        }
    )


def _sorted(edges: pd.DataFrame) -> pd.DataFrame:
    order = [False, False, True, True]
    return edges.sort_values(["n_certain", "n_possible", "a", "b"], ascending=order, ignore_index=True)
