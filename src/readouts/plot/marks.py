"""The marks of the timeline, and its axis. This module imports matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.patches import Rectangle

from readouts.plot.paper import FAINT, FILL, INK, SOFT, STRONG

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HALF = 2.6
"""Half the height of a bar, in points."""

ARROW = 0.035
"""How long the arrow of an open bound is: a share of the axis, and no time."""


def time_axis(axes: Axes, first: pd.Timestamp, last: pd.Timestamp, size: float) -> None:
    """An axis of days that holds all bounds, with room for arrows at both ends."""
    start, end = date2num(first), date2num(last) + 1
    room = max((end - start) * 0.06, 3)
    axes.set_xlim(start - room, end + room)
    locator = AutoDateLocator(minticks=3, maxticks=7)
    axes.xaxis_date()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=True))
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


def draw_event(axes: Axes, shape: str, start: pd.Timestamp, end: pd.Timestamp, y: float, name: str) -> None:
    """Draw one event in its line."""
    if shape == "day":
        axes.plot(date2num(start) + 0.5, y, gid=name, **_dot())
    elif shape in {"before", "after"}:
        _open(axes, shape, end if shape == "before" else start, y, name)
    else:
        first, after_last = date2num(start), date2num(end) + 1
        axes.add_patch(_bar(shape, first, y, after_last - first, gid=name))


def _open(axes: Axes, shape: str, known: pd.Timestamp, y: float, name: str) -> None:
    """A bound with an arrow away from it; it has no other end."""
    left, right = axes.get_xlim()
    bound = date2num(known) + (1 if shape == "before" else 0)
    away = bound + (right - left) * ARROW * (-1 if shape == "before" else 1)
    axes.annotate(
        "", (away, y), (bound, y), arrowprops={"arrowstyle": "->", "color": SOFT, "linewidth": 0.9, "shrinkA": 0,
        "shrinkB": 0, "mutation_scale": 6}, annotation_clip=False,
    )  # fmt: skip
    axes.plot([bound, bound], [y - HALF, y + HALF], color=INK, linewidth=1.1, gid=name, solid_capstyle="butt")


def place_words(
    axes: Axes, shape: str, start: pd.Timestamp, end: pd.Timestamp, y: float, words: str, size: float
) -> None:
    """Write the day beside its mark, on the side that has more room."""
    left, right = axes.get_xlim()
    first = date2num(start if shape != "before" else end) - (right - left) * ARROW * (shape == "before")
    last = date2num(end if shape != "after" else start) + 1 + (right - left) * ARROW * (shape == "after")
    before = first - left > right - last
    axes.annotate(
        words, (first if before else last, y), (-4 if before else 4, -0.3), textcoords="offset points",
        ha="right" if before else "left", va="center", fontsize=size, color=SOFT, annotation_clip=False,
    )  # fmt: skip


def _dot() -> dict[str, Any]:
    return {"marker": "o", "markersize": 4.2, "color": STRONG, "linestyle": "none"}


def _bar(shape: str, x: float, y: float, width: float, **options: Any) -> Rectangle:
    color = STRONG if shape == "lasted" else FILL
    return Rectangle(
        (x, y - HALF), width, 2 * HALF, facecolor=color, edgecolor=INK, linewidth=0.6, **options
    )


def legend_mark(sheet: Axes, shape: str, x: float, y: float) -> None:
    """Draw a mark beside its explanation, on paper."""
    if shape == "day":
        sheet.plot(x + 8, y, **_dot())
    elif shape in {"lasted", "within"}:
        sheet.add_patch(_bar(shape, x + 1, y, 14))
    else:
        bound, away = (x + 14, x + 3) if shape == "before" else (x + 3, x + 14)
        arrow = {"arrowstyle": "->", "color": SOFT, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 6}
        sheet.annotate("", (away, y), (bound, y), arrowprops=arrow)
        sheet.plot([bound, bound], [y - 2.2, y + 2.2], color=INK, linewidth=1.1)
