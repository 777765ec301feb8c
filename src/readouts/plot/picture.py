"""A figure that is the same bytes each time, knows what it shows in words, and shows itself in a notebook.

This module imports matplotlib; the others import it only when a picture is drawn.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib.style
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

if TYPE_CHECKING:
    from collections.abc import Iterator

FONT = "DejaVu Sans"
"""It ships with matplotlib, so it is there everywhere."""

LACKING = "□"
"""Stands for a letter that the font does not have."""

ON_SCREEN = 130
"""Dots an inch in a notebook; what is saved has more."""

STYLE: dict[str, Any] = {
    "font.family": [FONT],
    "text.parse_math": False,
    "svg.hashsalt": "readouts",
    "svg.fonttype": "none",
    "pdf.fonttype": 42,
    "savefig.dpi": 200,
    "figure.dpi": 200,
    "figure.constrained_layout.use": False,
    "figure.autolayout": False,
}


@contextmanager
def styled() -> Iterator[None]:
    """Draw in matplotlib's own style and the above, whatever the user's settings are; they are kept."""
    with matplotlib.style.context(["default", STYLE]):
        yield


@cache
def letters(font: str) -> frozenset[int]:
    """The letters that a font has, as numbers of Unicode."""
    return frozenset(get_font(findfont(FontProperties(family=font))).get_charmap())


class Picture(Figure):
    """A matplotlib figure, drawn without pyplot.

    Attributes:
        readouts_alt: what the picture shows, in a sentence or two: the text for those who do not see it.
        readouts_title: its title.
    """

    readouts_alt: str = ""
    readouts_title: str = ""

    def savefig(self, fname: Any, **options: Any) -> None:
        """Save the picture, the same bytes each time; options are those of matplotlib."""
        kind = str(options.get("format") or Path(str(fname)).suffix[1:] or "png").lower()
        told = self._metadata(kind) | dict(options.pop("metadata", None) or {})
        with styled():
            super().savefig(fname, metadata=told, **options)

    def _metadata(self, kind: str) -> dict[str, Any]:
        """Who made it and what it shows, without a day."""
        title, alt = self.readouts_title, self.readouts_alt
        if kind == "png":
            return {"Software": "readouts", "Title": title, "Description": alt}
        if kind == "svg":
            return {"Creator": "readouts", "Date": None, "Title": title, "Description": alt}
        if kind == "pdf":
            named = {"Creator": "readouts", "Producer": "readouts", "Title": title, "Subject": alt}
            return {**named, "CreationDate": None}
        return {}

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show it in a notebook: as a picture, and in words."""
        held = BytesIO()
        self.savefig(held, format="png", dpi=ON_SCREEN)
        return {"image/png": held.getvalue(), "text/plain": self.readouts_alt}
