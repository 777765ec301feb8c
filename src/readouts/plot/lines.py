"""The lines and marks of the network. This module imports matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from readouts.plot.paper import INK, SOFT, STRONG

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from readouts.plot.paper import Paper

BEND = 0.35
"""How far lines bend towards the middle: 0 not at all, 1 through it."""


class Lines:
    """Draws on axes whose corners are -1 and 1."""

    def __init__(self, paper: Paper, axes: Axes, places: dict[str, tuple[float, float]], tall: float) -> None:
        self.paper, self.axes, self.places, self.tall = paper, axes, places, tall
        axes.set_xlim(-1, 1)
        axes.set_ylim(1, -1)
        axes.set_axis_off()

    def line(self, a: str, b: str, certain: int, possible: int, width: float, numbered: bool) -> None:
        """Draw a line between two, with its number."""
        (x, y), (u, v) = self.places[a], self.places[b]
        bend = BEND if (x < 0) == (u < 0) else 0.15
        middle = ((x + u) / 2 * (1 - 2 * bend), (y + v) / 2 * (1 - bend / 2))
        path = Path([(x, y), middle, (u, v)], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
        style = "solid" if certain else (0, (3, 2))
        look = {"fill": False, "edgecolor": STRONG if certain else SOFT, "linewidth": width, "linestyle": style}
        self.axes.add_patch(PathPatch(path, gid=f"{a} -- {b}", clip_on=False, **look))
        if numbered:
            number = f"{certain}–{possible}" if certain < possible else f"{possible}"
            at = (0.25 * x + 0.5 * middle[0] + 0.25 * u, 0.25 * y + 0.5 * middle[1] + 0.25 * v)
            box = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
            self.axes.text(*at, number, ha="center", va="center", fontsize=self.paper.size - 0.5, bbox=box)

    def mark(self, key: str, left: float, top: float) -> tuple[float, float]:
        """Draw the mark of one who meets, and give its place on the paper."""
        x, y = self.places[key]
        self.axes.plot(x, y, gid=key, marker="o", markersize=5, color=INK, linestyle="none", clip_on=False)
        wide = self.paper.width - 2 * left
        return left + (x + 1) / 2 * wide, top + (y + 1) / 2 * self.tall
