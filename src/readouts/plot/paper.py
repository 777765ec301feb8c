"""What a picture is laid out on: measured in points from the top left, as long as it needs to be."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from readouts.plot.picture import FONT, LACKING, Picture, letters

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

INK, SOFT, FAINT, FILL, MIDDLE, STRONG = "#111111", "#565656", "#b8b8b8", "#dfe5ec", "#9db0ca", "#1f3b63"
"""They differ in lightness, so that they are told apart in grey."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LEFT_TO_RIGHT = "\u200e"
"""Begins a line that names in letters from right to left stand in, so that the line keeps its order."""

POINTS_A_CM = 72 / 2.54
MARGIN = 8.0
NARROW = 11.0
"""Below this width, in cm, letters are smaller and things stand below each other."""


HINTED = 1.03
"""Letters are set on whole pixels: at some resolutions a line gets so much wider than its letters are."""


@cache
def width_of(text: str, size: float, weight: str, family: tuple[str, ...]) -> float:
    """How wide a line is, in points."""
    properties = FontProperties(family=list(family), size=size, weight=weight)
    width: float = text_to_path.get_text_width_height_descent(text, properties, ismath=False)[0]
    return width * HINTED


class Paper:
    """A sheet that is filled from the top.

    Attributes:
        figure: the picture.
        width: its width, in points.
        narrow: whether it is a narrow one.
        size: the size of letters, in points.
        y: how far it is filled, in points from the top.
    """

    def __init__(self, width: float = 16.0, font: str | None = None) -> None:
        self.figure = Picture()
        self.width = width * POINTS_A_CM
        self.narrow = width < NARROW
        self.size = 6.0 if self.narrow else 7.5
        self.y = MARGIN
        self.family = (font, FONT) if font else (FONT,)
        self._lacking = False
        self._placed: list[tuple[Axes, float, float, float, float]] = []
        self.sheet = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self.sheet.set_axis_off()
        self.sheet.set_xlim(0, self.width)

    @property
    def left(self) -> float:
        """Where lines begin."""
        return MARGIN

    @property
    def right(self) -> float:
        """Where lines end."""
        return self.width - MARGIN

    @property
    def line(self) -> float:
        """From one line to the next."""
        return self.size * 1.3

    def shown(self, text: str) -> str:
        """The text with a box for each letter that the font lacks, on one line."""
        has = frozenset.union(*(letters(name) for name in self.family))
        plain = " ".join(str(text).split())
        made = "".join(letter if ord(letter) in has else LACKING for letter in plain)
        self._lacking = self._lacking or made != plain
        return LEFT_TO_RIGHT + made if made[:1] != LEFT_TO_RIGHT and RIGHT_TO_LEFT.search(made) else made

    def wide(self, text: str, size: float | None = None, weight: str = "normal") -> float:
        """How wide a line is, in points."""
        return width_of(self.shown(text), size or self.size, weight, self.family)

    def wrapped(
        self, text: str, width: float, size: float | None = None, weight: str = "normal"
    ) -> list[str]:
        """The text in lines that fit the width; words that are wider are broken."""
        lines = [""]
        for word in self.shown(text).split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or self.wide(longer, size, weight) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
            while self.wide(lines[-1], size, weight) > width and len(lines[-1]) > 1:
                lines[-1:] = self._broken(lines[-1], width, size, weight)
        return lines

    def _broken(self, word: str, width: float, size: float | None, weight: str) -> tuple[str, str]:
        fitting = 1
        while fitting < len(word) - 1 and self.wide(word[: fitting + 1], size, weight) <= width:
            fitting += 1
        at = word.rfind("-", 1, fitting) + 1 or fitting
        return word[:at], word[at:]

    def lines(self, text: str, width: float, most: int) -> list[str]:
        """The text in at most so many lines, cut with an ellipsis where it needs more."""
        whole = self.wrapped(text, width)
        return (
            whole
            if len(whole) <= most
            else [*whole[: most - 1], self.cut(" ".join(whole[most - 1 :]), width)]
        )

    def cut(self, text: str, width: float, size: float | None = None) -> str:
        """The text, cut with an ellipsis where it is too wide for one line."""
        whole = self.shown(text)
        if self.wide(whole, size) <= width:
            return whole
        keep, over = 0, len(whole)
        while over - keep > 1:
            middle = (keep + over) // 2
            fits = self.wide(whole[:middle].rstrip() + "…", size) <= width
            keep, over = (middle, over) if fits else (keep, middle)
        return whole[:keep].rstrip() + "…"

    def put(self, x: float, y: float, text: str, size: float | None = None, **options: Any) -> Text:
        """Write a line; `y` is the top of it."""
        options = {"va": "top", "color": INK, "family": list(self.family), **options}
        return self.sheet.text(x, y, self.shown(text), fontsize=size or self.size, **options)

    def block(
        self, x: float, y: float, text: str, width: float, size: float | None = None, **options: Any
    ) -> float:
        """Write a text in lines, and give where it ends."""
        step = (size or self.size) * 1.3
        lines = self.wrapped(text, width, size, options.get("weight", "normal"))
        for number, line in enumerate(lines):
            self.put(x, y + number * step, line, size, **options)
        return y + len(lines) * step

    def say(self, text: str, size: float | None = None, **options: Any) -> None:
        """Write a text over the whole width, below what is there."""
        self.y = self.block(self.left, self.y, text, self.right - self.left, size, **options)

    def rule(self, color: str = FAINT, left: float | None = None) -> None:
        """Draw a thin line over the whole width."""
        start = self.left if left is None else left
        self.sheet.plot([start, self.right], [self.y, self.y], color=color, linewidth=0.5)

    def title(self, text: str, below: str = "") -> None:
        """Write the title, and what is to be known at once."""
        self.figure.readouts_title = text
        self.say(text, self.size + 2, weight="bold")
        self.y += 2
        if below:
            self.say(below, color=SOFT)
        self.y += 5

    def axes(self, height: float, left: float, right: float) -> Axes:
        """A place to plot on, below what is there."""
        made = self.figure.add_axes((0.1, 0.1, 0.1, 0.1))
        self._placed.append((made, left, self.y, right - left, height))
        self.y += height
        return made

    def finish(self, source: str, alt: str) -> Picture:
        """Write where it comes from into the corner, and cut the sheet to its length."""
        self.y += 5
        if self._lacking:
            self.say(f"{LACKING}: letters that the font lacks; name one that has them: font=…", color=SOFT)
        small = self.size - 1
        for line in self.wrapped(source, self.right - self.left, small):
            self.put(self.right, self.y, line, small, color=SOFT, ha="right")
            self.y += small * 1.3
        height = self.y + MARGIN / 2
        self.figure.set_size_inches(self.width / 72, height / 72)
        self.sheet.set_ylim(height, 0)
        for axes, left, top, width, tall in self._placed:
            bottom = height - top - tall
            axes.set_position((left / self.width, bottom / height, width / self.width, tall / height))
        self.figure.readouts_alt = alt
        return self.figure
