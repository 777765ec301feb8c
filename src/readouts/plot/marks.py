"""The marks of the timeline, and its axis. This module imports matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.patches import Rectangle

from readouts.plot.paper import FAINT, FILL, INK, SOFT, STRONG

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

HALF = 2.6
"""Half the height of a bar, in points."""

ARROW = 0.035
"""How long the arrow of an open bound is: a share of the axis, and no time."""


OPEN: dict[str, Any] = {
    "arrowstyle": "->", "color": SOFT, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 6,
}  # fmt: skip


def number_of(day: pd.Timestamp) -> float:
    """A day as matplotlib counts it."""
    return float(date2num(day))  # type: ignore[no-untyped-call]


def time_axis(axes: Axes, first: pd.Timestamp, last: pd.Timestamp, size: float) -> None:
    """An axis of days that holds all bounds, with room for arrows at both ends."""
    start, end = number_of(first), number_of(last) + 1
    room = max((end - start) * 0.06, 3)
    axes.set_xlim(start - room, end + room)
    locator = AutoDateLocator(minticks=3, maxticks=7)  # type: ignore[no-untyped-call]
    axes.xaxis_date()
    axes.xaxis.set_major_locator(locator)
    form = ConciseDateFormatter(locator, show_offset=True)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(form)
    axes.xaxis.get_offset_text().set_fontsize(size)
    axes.tick_params(labelsize=size, color=FAINT, labelcolor=INK, length=2, width=0.5)
    axes.tick_params(axis="y", left=False, labelleft=False)
    axes.patch.set_visible(False)
    axes.grid(axis="x", color="#e4e4e4", linewidth=0.5)
    axes.set_axisbelow(True)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(FAINT)
        spine.set_linewidth(0.5)


class Mark(NamedTuple):
    """An event on the axis.

    Attributes:
        shape: `day`, `lasted`, `within`, `before` or `after`.
        start: its first bound, NaT where open.
        end: its last bound, NaT where open.
        name: the id of the event.
    """

    shape: str
    start: pd.Timestamp
    end: pd.Timestamp
    name: str

    def draw(self, axes: Axes, y: float) -> None:
        """Draw it in its line."""
        if self.shape == "day":
            axes.plot(number_of(self.start) + 0.5, y, gid=self.name, **_dot())
        elif self.shape in {"before", "after"}:
            self._open(axes, y)
        else:
            first, after_last = number_of(self.start), number_of(self.end) + 1
            axes.add_patch(_bar(self.shape, first, y, after_last - first, gid=self.name))

    def _open(self, axes: Axes, y: float) -> None:
        """A bound with an arrow away from it; it has no other end."""
        left, right = axes.get_xlim()
        bound, way = self._bound
        away = bound + (right - left) * ARROW * way
        axes.annotate("", (away, y), (bound, y), arrowprops=OPEN, annotation_clip=False)
        ends = [y - HALF, y + HALF]
        axes.plot([bound, bound], ends, color=INK, linewidth=1.1, gid=self.name, solid_capstyle="butt")

    @property
    def _bound(self) -> tuple[float, int]:
        """The bound that is known, and which way the arrow goes."""
        return (number_of(self.end) + 1, -1) if self.shape == "before" else (number_of(self.start), 1)

    def tell(self, axes: Axes, y: float, words: str, size: float) -> None:
        """Write the day beside the mark, on the side that has more room."""
        left, right = axes.get_xlim()
        first, last = self._extent((right - left) * ARROW)
        before = first - left > right - last
        away = 6 if self.shape == "day" else 4
        axes.annotate(
            words, (first if before else last, y), (-away if before else away, -0.3),
            textcoords="offset points", ha="right" if before else "left", va="center", fontsize=size,
            color=SOFT, annotation_clip=False,
        )  # fmt: skip

    def _extent(self, arrow: float) -> tuple[float, float]:
        if self.shape in {"before", "after"}:
            bound, way = self._bound
            return min(bound, bound + way * arrow), max(bound, bound + way * arrow)
        return number_of(self.start), number_of(self.end) + 1


def _dot() -> dict[str, Any]:
    return {"marker": "o", "markersize": 4.2, "color": STRONG, "linestyle": "none"}


def _bar(shape: str, x: float, y: float, width: float, **options: Any) -> Rectangle:
    color = STRONG if shape == "lasted" else FILL
    return Rectangle((x, y - HALF), width, 2 * HALF, facecolor=color, edgecolor=INK, linewidth=0.6, **options)


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
