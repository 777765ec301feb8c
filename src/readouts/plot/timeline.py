"""Events over time, each as exactly as its day is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readouts.plain import word, worded
from readouts.plot.drawing import WIDTH, credit, drawing
from readouts.plot.shapes import LEGEND, in_words, shape
from readouts.plot.words import count, when
from readouts.views.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from matplotlib.axes import Axes

    from readouts.plot.axis import Scale
    from readouts.plot.marks import Mark
    from readouts.plot.paper import Paper
    from readouts.plot.picture import Picture
    from readouts.views.source import Source

COLUMNS = ("event_id", "event_type", "status", "start", "end", "date_edtf", "date_precision", "label")


class Line(NamedTuple):
    """A line of the picture: a kind of event, or an event under it.

    Attributes:
        words: what it says.
        mark: that of an event.
        day: the day of the event in words, which stand beside its mark.
        side: of the mark on which they stand.
    """

    words: str
    mark: Mark | None = None
    day: str = ""
    side: str = ""


def timeline(
    source: Source = None, *, width: float = WIDTH, most: int = 60, font: str | None = None
) -> Picture:
    """Draw events over time by kind, each as exactly as its day is known.

    A known day is a mark. What lasted is a full bar, a day somewhere within bounds an empty one. Where one
    bound is open, an arrow leads away from the other. Events of which no day is known are told below, and
    not placed.

    Where few days are too narrow to be seen, their bar is wider than they are: it errs towards less
    certainty. The bounds stand beside the bar in words, or with the other words of the event.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `events`, `articles`.
        width: of the picture, in cm.
        most: the number of events to draw; of more, the latest are drawn, and the rest is counted.
        font: a font to take before the one that ships with matplotlib, which lacks Chinese, for example.

    Returns:
        A `matplotlib.figure.Figure`, with its text for those who do not see it in `readouts_alt`. The marks
        have the `event_id` as their `gid`.

    Raises:
        NotInstalled: matplotlib is not installed.
        UnknownTable, UnknownColumn, UnknownRelease: as of the views.
    """
    (events,) = read(source, events=COLUMNS)
    placed, undated = _parted(events)
    drawn = placed.sort_values(["latest", "event_id"]).tail(most)
    with drawing(width, font) as paper:
        below = "" if len(events) else "There is no event in these tables."
        paper.title("Events over time, each as exactly as its day is known", below)
        if len(drawn):
            _draw(paper, drawn)
        _tell_rest(paper, len(placed) - len(drawn), undated, most)
        return paper.finish(credit(source), in_words(placed, len(undated), most))


def _parted(events: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    latest = events["end"].fillna(events["start"])
    known = latest.notna() & (events["date_precision"] != "unknown")
    return events.assign(latest=latest)[known], events[~known]


def _draw(paper: Paper, events: pd.DataFrame) -> None:
    from readouts.plot.axis import Scale, time_axis  # noqa: PLC0415 - imports matplotlib

    _legend(paper, {shape(event) for _, event in events.iterrows()})
    left = paper.left if paper.narrow else paper.left + (paper.right - paper.left) * 0.46
    room = (paper.right if paper.narrow else left - 6) - paper.left - 6
    both = events[["start", "end"]]
    scale = Scale.over(both.min().min(), both.max().max(), paper.right - left)
    rows = [(line, paper.wrapped(line.words, room)) for line in _lines(paper, events, scale)]
    top, tall = paper.y, [_height(paper, line, len(told)) for line, told in rows]
    axes = paper.axes(sum(tall), left, paper.right)
    axes.set_zorder(-1)  # lines of the grid go below words
    axes.set_ylim(sum(tall), 0)
    time_axis(axes, scale, paper)
    y = 0.0
    for (line, told), height in zip(rows, tall, strict=True):
        _write(paper, line, told, top + y)
        _mark(paper, axes, line, y + (height - paper.size if paper.narrow else height / 2))
        y += height
    paper.y += paper.line * 2


def _height(paper: Paper, line: Line, lines: int) -> float:
    """In points: a narrow picture has the mark below the words, a wide one beside them."""
    below = paper.narrow and line.mark is not None
    return paper.line * lines + paper.size * (1.7 if below else 0.4)


def _lines(paper: Paper, events: pd.DataFrame, scale: Scale) -> Iterator[Line]:
    kinds = [kind for kind in worded("event_types") if (events["event_type"] == kind).any()]
    for kind in [*kinds, *sorted(set(events["event_type"]) - set(kinds))]:
        of_kind = events[events["event_type"] == kind].sort_values(["latest", "event_id"])
        yield Line(f"{word('event_types', kind).capitalize()} ({len(of_kind)})")
        for _, event in of_kind.iterrows():
            yield _line(paper, event, scale)


def _line(paper: Paper, event: pd.Series, scale: Scale) -> Line:
    """An event; where its day has no room beside the mark, it stands with the other words."""
    from readouts.plot.marks import Mark  # noqa: PLC0415 - imports matplotlib

    mark = Mark(shape(event), event["start"], event["end"], str(event["event_id"]), scale)
    day = when(event["start"], event["end"], event["date_edtf"], short=True)
    side = mark.side(paper.wide(day, paper.size - 0.5))
    return Line(words(event) if side else f"{words(event)}, {day}", mark, day, side)


def words(event: pd.Series) -> str:
    """An event in words: its label without its kind and its day, which stand elsewhere on the picture."""
    named = str(event["label"]).partition(": ")
    day = when(event["start"], event["end"], event["date_edtf"])
    return (named[2] or named[0]).removesuffix(f", {day}") + _status(event)


def _status(event: pd.Series) -> str:
    return "" if event["status"] == "occurred" else f" ({word('status', event['status'])})"


def _write(paper: Paper, line: Line, told: list[str], y: float) -> None:
    indent, weight = (0, "bold") if line.mark is None else (6, "normal")
    first = y + paper.size * (0.2 if paper.narrow else 0.35)
    for number, words_ in enumerate(told):
        paper.put(paper.left + indent, first + number * paper.line, words_, weight=weight)


def _mark(paper: Paper, axes: Axes, line: Line, y: float) -> None:
    if line.mark is not None:
        line.mark.draw(axes, y)
        if line.side:
            line.mark.tell(axes, y, line.day, paper.size - 0.5, line.side)


def _legend(paper: Paper, used: set[str]) -> None:
    from readouts.plot.marks import legend_mark  # noqa: PLC0415 - imports matplotlib

    x = paper.left
    for name, text in LEGEND:
        wide = paper.wide(text) + 30
        if name not in used:
            continue
        if x + wide > paper.right and x > paper.left:
            x, paper.y = paper.left, paper.y + paper.line
        legend_mark(paper.sheet, name, x, paper.y + paper.size * 0.55)
        paper.put(x + 20, paper.y, text, color="#333333")
        x += wide
    paper.y += paper.line + 4


def _tell_rest(paper: Paper, left_out: int, undated: pd.DataFrame, most: int) -> None:
    if left_out:
        paper.say(f"{count(left_out, 'earlier event')} not drawn (most={most}).", color="#333333")
    if len(undated):
        which = count(len(undated), "event, which has", "events, which have")
        paper.say(f"No day is known of {which} no place above:")
        for _, event in undated.sort_values(["event_type", "event_id"]).head(most).iterrows():
            told = paper.cut(f"{event['label']}{_status(event)}", paper.right - paper.left - 6)
            paper.put(paper.left + 6, paper.y, told, gid=str(event["event_id"]))
            paper.y += paper.line
    if len(undated) > most:
        paper.say(f"and {len(undated) - most:,} more")
