"""What is drawn on a picture, by the names of its marks."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def named(figure: Figure, kind: type) -> dict[str, list[Any]]:
    """The marks that have a name, by it."""
    found: dict[str, list[Any]] = {}
    for artist in figure.findobj(kind):
        if artist.get_gid() is None:
            continue
        found.setdefault(str(artist.get_gid()), []).append(artist)
    return found


def lines(figure: Figure) -> dict[str, list[Any]]:
    return named(figure, Line2D)


def bars(figure: Figure) -> dict[str, list[Any]]:
    return named(figure, Rectangle)


def written(figure: Figure) -> str:
    """All that is written, in the order in which it was put there."""
    return " ".join(text.get_text() for text in figure.findobj(Text) if text.get_text())


def said(figure: Figure, name: str) -> str:
    """What the lines of one name say."""
    return " ".join(text.get_text() for text in named(figure, Text)[name])


def saved(figure: Figure, kind: str) -> bytes:
    held = BytesIO()
    figure.savefig(held, format=kind)
    return held.getvalue()


def in_view(axes: Axes, label: Text) -> bool:
    """Whether the label of a tick is drawn: those beyond the ends of the axis are not."""
    first, last = axes.get_xlim()
    return bool(first <= label.get_position()[0] <= last)


def boxes(figure: Figure) -> list[tuple[str, Any]]:
    """Each text with the box it takes, in points."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    scaled = [axes for axes in figure.axes if axes.axison]
    outside = [label for axes in scaled for label in axes.get_xticklabels() if not in_view(axes, label)]
    texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text not in outside]
    return [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
