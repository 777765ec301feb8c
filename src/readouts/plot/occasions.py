"""What two sides state on each other on one occasion, as the picture of exchanges shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from readouts.plot.drawing import records
from readouts.plot.words import listed, when
from readouts.tables.codes import codes
from readouts.views.said import OWN

if TYPE_CHECKING:
    import pandas as pd

OF_ONE = ("topic", "stance", "strength", "formula", "voice", "position", "article")


@dataclass(frozen=True)
class Exchange:
    """What two sides state on each other at one event, or in one article.

    Attributes:
        kind: `mutual`; `told`, where each backs the other, but one in another's words only; `one_sided`; or
            `silent` for a text that was looked at and says neither.
        dyad: the two sides, in the order of the alphabet.
        key: the event or article.
        day: its bounds in words.
        latest: its last bound, to sort by.
        outlets: who published it.
        said: the statements of each of the two sides; for a silence the topics that are not said.
    """

    kind: str
    dyad: tuple[str, str]
    key: str
    day: str
    latest: Any
    outlets: str
    said: tuple[list[dict[str, Any]], list[dict[str, Any]]]


def backed(rows: pd.DataFrame, outlets: dict[str, str]) -> list[Exchange]:
    """The rows of the view by event or article and pair of sides."""
    grouped: dict[tuple[str, tuple[str, str]], list[dict[str, Any]]] = {}
    for row in records(rows):
        key = row["event_id"] if isinstance(row["event_id"], str) else row["article_a"]
        first, second = sorted((row["side_a"], row["side_b"]))
        grouped.setdefault((key, (first, second)), []).append(row)
    return [_exchange(key, dyad, held, outlets) for (key, dyad), held in grouped.items()]


def _exchange(
    key: str, dyad: tuple[str, str], rows: list[dict[str, Any]], outlets: dict[str, str]
) -> Exchange:
    said: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in dyad}
    for row in rows:
        for end in "ab" if row["kind"] == "mutual" else "a":
            one = {name: row[f"{name}_{end}"] for name in OF_ONE}
            said[row[f"side_{end}"]].setdefault(one["position"], one)
    last = rows[-1]
    texts = {one["article"] for of_side in said.values() for one in of_side.values()}
    return Exchange(
        kind=_kind([list(held.values()) for held in said.values()]),
        dyad=dyad,
        key=key,
        day=when(last["start"], last["end"], last["date_edtf"], short=True),
        latest=last["end"],
        outlets=listed(sorted({outlet for text in texts if isinstance(outlet := outlets.get(text), str)})),
        said=(list(said[dyad[0]].values()), list(said[dyad[1]].values())),
    )


def _kind(said: list[list[dict[str, Any]]]) -> str:
    if not all(said):
        return "one_sided"
    own = (any(one["voice"] in OWN for one in held) for held in said)
    return "mutual" if all(own) else "told"


def silent(rows: pd.DataFrame, outlets: dict[str, str]) -> list[Exchange]:
    """The texts of two sides that state none of the core topics."""
    core = set(codes("core_topic"))
    texts = rows[(rows["unit"] == "article") & rows["side_a"].notna()]
    found = []
    for key, here in texts.groupby(["article_id", "side_a", "side_b"]):
        if set(here["topic"]) >= core:
            article, *dyad = map(str, cast("tuple[str, str, str]", key))
            one = here.iloc[0]
            day = when(one["start"], one["end"], one["date_edtf"], short=True)
            topics = [{"topic": topic} for topic in sorted(core)]
            outlet = outlets.get(article)
            name = outlet if isinstance(outlet, str) else ""
            found.append(Exchange("silent", (dyad[0], dyad[1]), article, day, one["end"], name, (topics, [])))
    return found
