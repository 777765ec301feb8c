"""Where those who meet stand: in two columns, so that few of the lines between them cross."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROUNDS = 24
"""How often the order is improved; it rarely gets better after ten."""


class Node(NamedTuple):
    """One who meets.

    Attributes:
        key: side, or id of a person.
        name: how it is called on the picture.
        side: the name of the side of a person, if known.
        group: the side of a person; a side is its own.
        events: the number of its events with others, possible ones among them.
    """

    key: str
    name: str
    side: str
    group: str
    events: int


Columns = tuple[list[Node], list[Node]]


def columns(nodes: Sequence[Node], pairs: Sequence[tuple[str, str]]) -> Columns:
    """Two columns of about the same length; those of one side stand together, near those they meet."""
    near = _near(pairs)
    best = _parted(nodes, near)
    made, least = best, _length(best, pairs)
    for turn in range(ROUNDS):
        made = _ordered(made, near, turn % 2)
        length = _length(made, pairs)
        if length < least:
            best, least = made, length
    return best


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


def _near(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for a, b in pairs:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    return near


def _groups(nodes: Iterable[Node]) -> list[list[Node]]:
    groups: dict[str, list[Node]] = {}
    for node in nodes:
        groups.setdefault(node.group or node.key, []).append(node)
    return list(groups.values())


def _parted(nodes: Sequence[Node], near: dict[str, list[str]]) -> Columns:
    """The largest groups first, each across from those whom it meets, as long as there is room."""
    made: Columns = ([], [])
    column_of: dict[str, int] = {}
    for group in sorted(_groups(nodes), key=lambda one: (-len(one), -one[0].events, one[0].key)):
        met = [column_of[key] for node in group for key in near.get(node.key, []) if key in column_of]
        wanted = 1 if met.count(0) > met.count(1) else 0
        shorter = 0 if len(made[0]) <= len(made[1]) else 1
        chosen = wanted if met and 2 * len(made[wanted]) < len(nodes) else shorter
        made[chosen].extend(group)
        column_of |= {node.key: chosen for node in group}
    return made


def _heights(made: Columns) -> dict[str, float]:
    return {node.key: (number + 0.5) / len(column) for column in made for number, node in enumerate(column)}


def _length(made: Columns, pairs: Sequence[tuple[str, str]]) -> float:
    """How far the lines go up and down: where they go little, few of them cross."""
    height = _heights(made)
    return sum(abs(height[a] - height[b]) for a, b in pairs)


def _ordered(made: Columns, near: dict[str, list[str]], column: int) -> Columns:
    """Move each of a column to the middle of those whom it meets, and each group to that of its own."""
    height = _heights(made)
    middle = {
        node.key: _mean([height[key] for key in near.get(node.key, [])] or [height[node.key]])
        for node in made[column]
    }
    groups = [sorted(group, key=lambda node: middle[node.key]) for group in _groups(made[column])]
    groups.sort(key=lambda group: _mean([middle[node.key] for node in group]))
    moved = [node for group in groups for node in group]
    return (moved, made[1]) if column == 0 else (made[0], moved)


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
