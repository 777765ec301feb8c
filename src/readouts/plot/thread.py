"""The line that joins statements in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.plot.paper import INK, SOFT

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def bead(sheet: Axes, at: tuple[float, float], before: float | None, style: Any, *, changed: bool) -> None:
    """Draw a statement, full where the words changed, and a line from the one before, if one is known."""
    x, y = at
    if before is not None and style is not None:
        sheet.plot([x, x], [before + 3, y - 3], color=SOFT, linewidth=1, linestyle=style)
    sheet.plot(
        x, y, marker="o", markersize=4.6, markeredgecolor=INK, markeredgewidth=0.8, linestyle="none",
        markerfacecolor=INK if changed else "white",
    )  # fmt: skip
