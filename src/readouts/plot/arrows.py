"""Arrows of the exchanges, told apart by line and heads. This module imports matplotlib through its axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.plot.paper import INK, SOFT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEADS = {"both": "<|-|>", "right": "-|>", "left": "<|-"}


def arrow(  # noqa: PLR0913 - the last two by keyword or rarely
    sheet: Axes, span: tuple[float, float], y: float, to: str, name: str = "", *, strong: bool
) -> None:
    """Draw an arrow to one side or to both: a strong full line, or a thin dashed one."""
    left, right = span
    look: dict[str, Any] = {
        "arrowstyle": HEADS[to],
        "color": INK if strong else SOFT,
        "linewidth": 1.6 if strong else 0.9,
        "linestyle": "solid" if strong else (0, (3, 2)),
        "shrinkA": 0,
        "shrinkB": 0,
        "mutation_scale": 7,
    }
    sheet.annotate("", (right, y), (left, y), arrowprops=look, annotation_clip=False, gid=name or None)
