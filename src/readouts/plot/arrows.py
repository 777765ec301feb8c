"""Arrows of the exchanges, told apart by line and heads. This module imports matplotlib through its axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.plot.paper import INK, SOFT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEADS = {"both": "<|-|>", "right": "-|>", "left": "<|-"}


def arrow(sheet: Axes, span: tuple[float, float], y: float, to: str, name: str = "") -> None:
    """Draw an arrow: a full line where it goes to both sides, a dashed one where it goes to one."""
    left, right = span
    both = to == "both"
    look: dict[str, Any] = {
        "arrowstyle": HEADS[to],
        "color": INK if both else SOFT,
        "linewidth": 1.6 if both else 0.9,
        "linestyle": "solid" if both else (0, (3, 2)),
        "shrinkA": 0,
        "shrinkB": 0,
        "mutation_scale": 7,
    }
    sheet.annotate("", (right, y), (left, y), arrowprops=look, annotation_clip=False, gid=name or None)
