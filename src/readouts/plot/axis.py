"""The axis of days of the timeline. This module imports matplotlib."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.dates import date2num, num2date
from matplotlib.ticker import FixedLocator, FuncFormatter

from readouts.plot.paper import FAINT, INK, MARGIN
from readouts.plot.words import tick

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd
    from matplotlib.axes import Axes

    from readouts.plot.paper import Paper

STEPS = (
    *((1, 1, days) for days in (1, 2, 5, 10, 15, 31)),
    *((1, months, 31) for months in (2, 3, 6, 12)),
    *((years * ten, 12, 31) for ten in (1, 10, 100, 1000) for years in (2, 5, 10)),
)
"""From one tick to the next: years, months and days. Their product is about its length in days."""

MANY = 40
"""More ticks than this fit on no picture, so that they are not tried."""


def number_of(day: pd.Timestamp | date) -> float:
    """A day as matplotlib counts it."""
    return float(date2num(day))  # type: ignore[no-untyped-call]


class Scale(NamedTuple):
    """Days as points.

    Attributes:
        left: the day at which the axis begins, as matplotlib counts it.
        right: the day at which it ends.
        wide: its width, in points.
    """

    left: float
    right: float
    wide: float

    @classmethod
    def over(cls, first: pd.Timestamp, last: pd.Timestamp, wide: float) -> Scale:
        """One that holds both days, with room for arrows at both ends."""
        start, end = number_of(first), number_of(last) + 1
        room = max((end - start) * 0.06, 3)
        return cls(start - room, end + room, wide)

    def place(self, number: float) -> float:
        """Where a day is, in points from the left."""
        return (number - self.left) * self.wide / (self.right - self.left)

    def days(self, points: float) -> float:
        """How many days so many points are."""
        return points * (self.right - self.left) / self.wide


def time_axis(axes: Axes, scale: Scale, paper: Paper) -> None:
    """Make an axis of days.

    The ticks are those of the finest step whose words do not touch each other. Each stands in the middle of
    its day, as a mark does.
    """
    axes.set_xlim(scale.left, scale.right)
    days = ticks(scale, paper)
    axes.xaxis.set_major_locator(FixedLocator([number_of(day) + 0.5 for day in days]))
    axes.xaxis.set_major_formatter(FuncFormatter(_tick))
    _plain(axes, paper.size)


def ticks(scale: Scale, paper: Paper) -> list[date]:
    """The days that have a tick."""
    first, last = _day(scale.left), _day(scale.right)
    for step in STEPS:
        if (last - first).days <= MANY * step[0] * step[1] * step[2]:
            found = _fitting(_days(first, last, step), scale, paper)
            if found:
                return found
    return []


def _days(first: date, last: date, step: tuple[int, int, int]) -> list[date]:
    years, months, days = step
    return [
        date(year, month, day)
        for year in range(first.year, last.year + 1)
        if year % years == 0
        for month in range(1, 13, months)
        for day in range(1, 33 - days, days)
        if day <= monthrange(year, month)[1]
    ]


def _fitting(days: list[date], scale: Scale, paper: Paper) -> list[date]:
    """Those whose words lie on the picture; none, if the words of two come too close."""
    kept: list[date] = []
    free = -MARGIN / 2
    for day in days:
        middle, half = scale.place(number_of(day) + 0.5), paper.wide(tick(day)) / 2
        if middle - half < -MARGIN / 2 or middle + half > scale.wide + MARGIN / 2:
            continue
        if middle - half < free:
            return []
        free = middle + half + 1.5 * paper.size
        kept.append(day)
    return kept


def _tick(number: float, _: object) -> str:
    return tick(_day(number))


def _day(number: float) -> date:
    found: datetime = num2date(number)  # type: ignore[no-untyped-call]
    return found.date()


def _plain(axes: Axes, size: float) -> None:
    axes.tick_params(labelsize=size, color=FAINT, labelcolor=INK, length=2, width=0.5)
    axes.tick_params(axis="y", left=False, labelleft=False)
    axes.patch.set_visible(False)
    axes.grid(axis="x", color="#e4e4e4", linewidth=0.5)
    axes.set_axisbelow(True)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(FAINT)
        spine.set_linewidth(0.5)
