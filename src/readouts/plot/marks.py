"""The marks of the timeline. This module imports matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from matplotlib.patches import Rectangle

from readouts.plot.axis import number_of
from readouts.plot.paper import FILL, INK, MARGIN, SOFT, STRONG

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from readouts.plot.axis import Scale

HALF = 2.8
"""Half the height of a bar, in points."""

LEAST = 3.6
"""The least width of a bar, in points: below it, a dark one and a light one look the same."""

AWAY = 5.0
"""From a mark to its words, in points."""

ARROW = 0.035
"""How long the arrow of an open bound is: a share of the axis, and no time."""


OPEN: dict[str, Any] = {
    "arrowstyle": "->", "color": SOFT, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 6,
}  # fmt: skip


class Mark(NamedTuple):
    """An event on the axis.

    A bar that would be too narrow to be seen is widened to both sides. So it may reach over more days than
    its bounds do, which errs towards less certainty, and never over fewer; the words beside it have the
    bounds.

    Attributes:
        shape: `day`, `lasted`, `within`, `before` or `after`.
        start: its first bound, NaT where open.
        end: its last bound, NaT where open.
        name: the id of the event.
        scale: of the axis.
    """

    shape: str
    start: pd.Timestamp
    end: pd.Timestamp
    name: str
    scale: Scale

    def draw(self, axes: Axes, y: float) -> None:
        """Draw it in its line."""
        if self.shape == "day":
            axes.plot(self._reach[0], y, gid=self.name, **_dot())
        elif self.shape in {"before", "after"}:
            self._open(axes, y)
        else:
            first, last = self._reach
            axes.add_patch(_bar(self.shape, first, y, last - first, gid=self.name))

    def _open(self, axes: Axes, y: float) -> None:
        """A bound with an arrow away from it; it has no other end."""
        bound, way = self._bound
        away = bound + self._arrow * way
        axes.annotate("", (away, y), (bound, y), arrowprops=OPEN, annotation_clip=False)
        ends = [y - HALF, y + HALF]
        axes.plot([bound, bound], ends, color=INK, linewidth=1.1, gid=self.name, solid_capstyle="butt")

    @property
    def _bound(self) -> tuple[float, int]:
        """The bound that is known, and which way the arrow goes."""
        return (number_of(self.end) + 1, -1) if self.shape == "before" else (number_of(self.start), 1)

    def side(self, words: float) -> str:
        """Where words so wide have room beside the mark: to its `left`, its `right`, or nowhere."""
        first, last = (self.scale.place(end) for end in self._extent)
        left, right = first, self.scale.wide - last
        if words + AWAY > max(left, right) + MARGIN / 2:
            return ""
        return "left" if left > right else "right"

    def tell(self, axes: Axes, y: float, words: str, size: float, side: str) -> None:
        """Write the day beside the mark."""
        first, last = self._extent
        to_left = side == "left"
        axes.annotate(
            words, (first if to_left else last, y), (-AWAY if to_left else AWAY, -0.3),
            textcoords="offset points", ha="right" if to_left else "left", va="center", fontsize=size,
            color=SOFT, annotation_clip=False,
        )  # fmt: skip

    @property
    def _arrow(self) -> float:
        """How long an arrow is, in days."""
        return self.scale.days(self.scale.wide * ARROW)

    @property
    def _extent(self) -> tuple[float, float]:
        if self.shape in {"before", "after"}:
            bound, way = self._bound
            away = bound + way * self._arrow
            return min(bound, away), max(bound, away)
        return self._reach

    @property
    def _reach(self) -> tuple[float, float]:
        """Where it begins and ends: with its bounds, unless that is too narrow for a bar."""
        first, last = number_of(self.start), number_of(self.end) + 1
        if self.shape == "day":
            return first + 0.5, first + 0.5
        more = max(self.scale.days(LEAST) - (last - first), 0.0) / 2
        return first - more, last + more


def _dot() -> dict[str, Any]:
    return {"marker": "o", "markersize": 4.2, "color": STRONG, "linestyle": "none"}


def _bar(shape: str, x: float, y: float, width: float, **options: Any) -> Rectangle:
    color = STRONG if shape == "lasted" else FILL
    return Rectangle((x, y - HALF), width, 2 * HALF, facecolor=color, edgecolor=INK, linewidth=0.4, **options)


def legend_mark(sheet: Axes, shape: str, x: float, y: float) -> None:
    """Draw a mark beside its explanation, on paper."""
    if shape == "day":
        sheet.plot(x + 8, y, **_dot())
    elif shape in {"lasted", "within"}:
        sheet.add_patch(_bar(shape, x + 1, y, 14))
    else:
        bound, away = (x + 14, x + 3) if shape == "before" else (x + 3, x + 14)
        sheet.annotate("", (away, y), (bound, y), arrowprops=OPEN)
        sheet.plot([bound, bound], [y - 2.2, y + 2.2], color=INK, linewidth=1.1)
