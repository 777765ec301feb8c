"""Events over time, each as exactly as its day is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readouts.plain import word, worded
from readouts.plot.drawing import WIDTH, credit, drawing
from readouts.plot.words import count, unknown, when
from readouts.views.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from matplotlib.axes import Axes

    from readouts.plot.paper import Paper
    from readouts.plot.picture import Picture
    from readouts.views.source import Source

COLUMNS = ("event_id", "event_type", "status", "start", "end", "date_edtf", "date_precision", "label")
LEGEND = (
    ("day", "the day is known"),
    ("lasted", "lasted from one day to another"),
    ("within", "on a day within these bounds"),
    ("before", "by this day; since when is not known"),
    ("after", "on this day or later; until when is not known"),
)


class Line(NamedTuple):
    """A line of the picture: a kind of event, or an event under it."""

    words: str
    event: pd.Series | None


def timeline(
    source: Source = None, *, width: float = WIDTH, most: int = 60, font: str | None = None
) -> Picture:
    """Draw events over time by kind, each as exactly as its day is known.

    A known day is a mark. What lasted is a full bar, a day somewhere within bounds an empty one. Where one
    bound is open, the bar ends in an arrow. Events of which no day is known are told below, and not placed.

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
        return paper.finish(credit(source), _alt(placed, drawn, undated))


def _parted(events: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    latest = events["end"].fillna(events["start"])
    known = latest.notna() & (events["date_precision"] != "unknown")
    return events.assign(latest=latest)[known], events[~known]


def _draw(paper: Paper, events: pd.DataFrame) -> None:
    _legend(paper, {shape(event) for _, event in events.iterrows()})
    left = paper.left if paper.narrow else paper.left + (paper.right - paper.left) * 0.46
    room = (paper.right if paper.narrow else left - 6) - paper.left - 6
    rows = [(line, paper.wrapped(line.words, room)) for line in _lines(events)]
    top, tall = paper.y, [_height(paper, line, len(told)) for line, told in rows]
    axes = paper.axes(sum(tall), left, paper.right)
    _time(axes, events, sum(tall), paper)
    y = 0.0
    for (line, told), height in zip(rows, tall, strict=True):
        _write(paper, line, told, top + y)
        if line.event is not None:
            _mark(paper, axes, line.event, y + (height - paper.size * 0.8 if paper.narrow else height / 2))
        y += height
    paper.y += paper.line * 2


def _height(paper: Paper, line: Line, lines: int) -> float:
    """In points: a narrow picture has the mark below the words, a wide one beside them."""
    below = paper.narrow and line.event is not None
    return paper.line * lines + paper.size * (1.5 if below else 0.4)


def _lines(events: pd.DataFrame) -> Iterator[Line]:
    kinds = [kind for kind in worded("event_types") if (events["event_type"] == kind).any()]
    for kind in [*kinds, *sorted(set(events["event_type"]) - set(kinds))]:
        of_kind = events[events["event_type"] == kind].sort_values(["latest", "event_id"])
        yield Line(f"{word('event_types', kind).capitalize()} ({len(of_kind)})", None)
        for _, event in of_kind.iterrows():
            yield Line(words(event), event)


def words(event: pd.Series) -> str:
    """An event in words: its label without its kind and its day, which stand elsewhere on the picture."""
    named = str(event["label"]).partition(": ")
    day = when(event["start"], event["end"], event["date_edtf"])
    return (named[2] or named[0]).removesuffix(f", {day}") + _status(event)


def _status(event: pd.Series) -> str:
    return "" if event["status"] == "occurred" else f" ({word('status', event['status'])})"


def shape(event: pd.Series) -> str:
    """How an event is drawn: as a mark, or as one of the bars."""
    if unknown(event["start"]):
        return "before"
    if unknown(event["end"]):
        return "after"
    if event["date_precision"] == "span":
        return "lasted"
    return "day" if event["date_precision"] == "day" else "within"


def _write(paper: Paper, line: Line, told: list[str], y: float) -> None:
    indent, weight = (0, "bold") if line.event is None else (6, "normal")
    for number, words_ in enumerate(told):
        paper.put(paper.left + indent, y + paper.size * 0.2 + number * paper.line, words_, weight=weight)


def _mark(paper: Paper, axes: Axes, event: pd.Series, y: float) -> None:
    from readouts.plot.marks import Mark  # noqa: PLC0415 - imports matplotlib

    mark = Mark(shape(event), event["start"], event["end"], str(event["event_id"]))
    mark.draw(axes, y)
    told = when(event["start"], event["end"], event["date_edtf"], short=True)
    mark.tell(axes, y, paper.shown(told), paper.size - 0.5)


def _time(axes: Axes, events: pd.DataFrame, height: float, paper: Paper) -> None:
    from readouts.plot.marks import time_axis  # noqa: PLC0415 - imports matplotlib

    first, last = events[["start", "end"]].min().min(), events[["start", "end"]].max().max()
    time_axis(axes, first, last, paper.size)
    axes.set_ylim(height, 0)


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
        paper.say(f"No day is known of {count(len(undated), 'event')}, which have no place above:")
        for _, event in undated.head(most).sort_values(["event_type", "event_id"]).iterrows():
            told = paper.cut(f"{event['label']}{_status(event)}", paper.right - paper.left - 6)
            paper.put(paper.left + 6, paper.y, told, gid=str(event["event_id"]))
            paper.y += paper.line
    if len(undated) > most:
        paper.say(f"and {len(undated) - most:,} more")


def _alt(placed: pd.DataFrame, drawn: pd.DataFrame, undated: pd.DataFrame) -> str:
    if not len(placed) and not len(undated):
        return "Timeline without events: the tables hold none."
    days = int((placed["date_precision"] == "day").sum())
    return (
        f"Timeline of {count(len(placed) + len(undated), 'event')}, by kind. Of {days} the day is known, of "
        f"{len(placed) - days} only bounds, drawn as bars; {len(undated)} have no known day and are "
        f"listed below. {len(drawn)} are drawn."
    )
