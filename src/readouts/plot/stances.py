"""The marks of the matrix: a shape a stance, told apart without colour. This module imports matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.plain import word
from readouts.plot.paper import FAINT, FILL, INK, MIDDLE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from readouts.plot.paper import Paper

SHAPES: dict[str, dict[str, Any]] = {
    "support": {"marker": "o", "markerfacecolor": FILL},
    "acknowledge": {"marker": "s", "markerfacecolor": "white"},
    "neutral": {"marker": "h", "markerfacecolor": "white"},
    "oppose": {"marker": "D", "markerfacecolor": MIDDLE},
}
"""No fill is so dark that a thick outline is not seen on it."""


def draw_stance(axes: Axes, at: tuple[float, float], cell: dict[str, Any], size: float, name: str) -> None:
    """Draw the mark of a stance with the number of statements in it."""
    stance, number = cell["stance"], cell["n"]
    axes.plot(*at, gid=name, **_mark(stance, cell["n_strong"] > 0, size))
    small = size - (1.5 if number < 1000 else 2.5)
    axes.text(*at, f"{number:,}", ha="center", va="center_baseline", fontsize=small, color=INK)


def _mark(stance: str, strong: bool, size: float) -> dict[str, Any]:
    edge = {"markeredgecolor": INK, "markeredgewidth": 1.6 if strong else 0.5}
    scale = 1.45 if stance == "oppose" else 1.75
    return SHAPES.get(stance, {"marker": "p", "markerfacecolor": "white"}) | edge | {
        "markersize": size * scale,
        "linestyle": "none",
    }  # fmt: skip


def outline(axes: Axes, topics: int, tall: list[float]) -> None:
    """A grid of fine lines."""
    axes.set_xlim(0, topics)
    axes.set_ylim(sum(tall), 0)
    axes.set_axis_off()
    y = 0.0
    for height in [0.0, *tall]:
        y += height
        axes.plot([0, topics], [y, y], color=FAINT, linewidth=0.4, clip_on=False, zorder=0)
    axes.vlines(range(topics + 1), 0, y, color="#e4e4e4", linewidth=0.4, zorder=0, clip_on=False)


def legend(paper: Paper, stances: list[str], *, strong: bool) -> None:
    """The marks that are used, each beside what it says."""
    small = paper.size * 0.55
    marks = [(word("stance", stance), _mark(stance, False, small)) for stance in stances]
    if strong:
        told = "at least one with words of strength, such as “always”"
        marks.append((told, _mark(stances[0], True, small)))
    x = paper.left
    for text, mark in marks:
        wide = paper.wide(text) + 22
        if x + wide > paper.right and x > paper.left:
            x, paper.y = paper.left, paper.y + paper.line + 2
        paper.sheet.plot(x + 5, paper.y + paper.size * 0.55, **mark)
        paper.put(x + 12, paper.y, text, color="#333333")
        x += wide
    paper.y += paper.line + 2
    paper.say("The number is that of the statements.", color="#333333")
    paper.y += 5
