"""The lines and marks of the network. This module imports matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from readouts.plot.paper import INK, MIDDLE, SOFT, STRONG

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from readouts.plot.paper import Paper

BEND = 0.35
"""How far lines bend towards the middle: 0 not at all, 1 through it."""


ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
"""Where on a line its number may stand; the first place that is free is taken."""


class Lines:
    """Draws on axes whose corners are -1 and 1.

    Args:
        paper: what the axes are on.
        axes: where to draw.
        places: where each mark is, from -1 to 1.
        corner: left, top and height of the axes on the paper.
    """

    def __init__(
        self,
        paper: Paper,
        axes: Axes,
        places: dict[str, tuple[float, float]],
        corner: tuple[float, float, float],
    ) -> None:
        self.paper, self.axes, self.places = paper, axes, places
        self.left, self.top, self.tall = corner
        self._numbers: list[tuple[float, float]] = []
        axes.set_xlim(-1, 1)
        axes.set_ylim(1, -1)
        axes.set_axis_off()

    def line(self, a: str, b: str, certain: int, width: float, *, faint: bool = False) -> None:
        """Draw a line between two; a faint one leaves the others to be followed."""
        path = Path(self._curve(a, b), [Path.MOVETO, Path.CURVE3, Path.CURVE3])
        style = "solid" if certain else (0, (3, 2))
        look = {
            "fill": False,
            "edgecolor": MIDDLE if faint else STRONG if certain else SOFT,
            "linewidth": width,
            "linestyle": style,
        }
        self.axes.add_patch(PathPatch(path, gid=f"{a} -- {b}", clip_on=False, **look))

    def number(self, a: str, b: str, certain: int, possible: int) -> None:
        """Write how often two met onto their line."""
        told = f"{certain}–{possible}" if certain < possible else f"{possible}"
        at = next(
            (at for along in ALONG if self._free(at := self._point(a, b, along))), self._point(a, b, 0.5)
        )
        self._numbers.append(self._on_paper(at))
        box = {"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"}
        size = self.paper.size - 0.5
        self.axes.text(*at, told, ha="center", va="center", fontsize=size, bbox=box, gid=f"{a} -- {b}/number")

    def mark(self, key: str) -> tuple[float, float]:
        """Draw the mark of one who meets, and give its place on the paper."""
        x, y = self.places[key]
        self.axes.plot(x, y, gid=key, marker="o", markersize=5, color=INK, linestyle="none", clip_on=False)
        return self._on_paper((x, y))

    def _curve(self, a: str, b: str) -> list[tuple[float, float]]:
        (x, y), (u, v) = self.places[a], self.places[b]
        bend = BEND if (x < 0) == (u < 0) else 0.15
        return [(x, y), ((x + u) / 2 * (1 - 2 * bend), (y + v) / 2 * (1 - bend / 2)), (u, v)]

    def _point(self, a: str, b: str, along: float) -> tuple[float, float]:
        (x, y), (p, q), (u, v) = self._curve(a, b)
        first, middle, last = (1 - along) ** 2, 2 * along * (1 - along), along**2
        return first * x + middle * p + last * u, first * y + middle * q + last * v

    def _free(self, at: tuple[float, float]) -> bool:
        x, y = self._on_paper(at)
        return all(
            abs(x - u) > 2.2 * self.paper.size or abs(y - v) > 1.3 * self.paper.size for u, v in self._numbers
        )

    def _on_paper(self, at: tuple[float, float]) -> tuple[float, float]:
        wide = self.paper.width - 2 * self.left
        return self.left + (at[0] + 1) / 2 * wide, self.top + (at[1] + 1) / 2 * self.tall
