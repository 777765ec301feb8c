"""How a holder's formula changes over time and between outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts import views
from readouts.plain import side_name, word
from readouts.plot.drawing import WIDTH, credit, drawing, records
from readouts.plot.words import count, listed, quoted, when
from readouts.tables.codes import SEPARATOR, codes
from readouts.views.asked import several

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from readouts.plot.paper import Paper
    from readouts.plot.picture import Picture
    from readouts.views.asked import Names
    from readouts.views.source import Source

THREAD = ["holder", "topic", "target", "told_by_other"]
ORDERS = {
    "dates": ("solid", "said earlier, by the days of the events"),
    "publication": ((0, (4, 2)), "earlier by the days of publication only"),
    "same_event": ((0, (1, 1.5)), "two texts on one event"),
    "unknown": (None, "which came first is not known"),
}


def wording(  # noqa: PLR0913 - all but two by keyword
    source: Source = None,
    topics: Names | None = None,
    *,
    holders: Names | None = None,
    width: float = WIDTH,
    most: int = 60,
    font: str | None = None,
) -> Picture:
    """Draw how a holder's formula changes: statements in order of date, what is new, what is not said.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table: those
            of `readouts.views.wording`.
        topics: the topic or topics to draw; the core topics, one China and territorial integrity, by default.
        holders: the holder or holders to draw, states by their three letters; all by default.
        width: of the picture, in cm.
        most: the number of statements to draw; the rest is counted.
        font: a font to take before the one that ships with matplotlib.

    Returns:
        A `matplotlib.figure.Figure` with `readouts_alt`. Formulas have their `position_id` as `gid`, what
        changed has it after `changed/`.

    Raises:
        NotInstalled: matplotlib is not installed.
        BadInput: there is no such topic.
        UnknownTable, UnknownColumn, UnknownRelease: as of the views.
    """
    chosen = codes("core_topic") if topics is None else several(topics)
    rows = views.wording(source, chosen)
    rows = rows if holders is None else rows[rows["holder"].isin(several(holders))]
    with drawing(width, font) as paper:
        told = f"On {listed(word('topic', topic) for topic in chosen)}."
        paper.title(
            "How the words change", told if len(rows) else f"{told} No such statement is in these tables."
        )
        drawn = rows.head(most)
        _legend(paper, drawn)
        for _, thread in drawn.groupby(THREAD, sort=False, dropna=False):
            _thread(paper, thread)
        if len(rows) > most:
            paper.say(f"{count(len(rows) - most, 'more statement')} not drawn (most={most}).")
        return paper.finish(credit(source), _alt(rows, chosen))


def heading(row: dict[str, Any]) -> str:
    """Who states it, on what, and towards whom."""
    of = f", towards {side_name(row['target'])}" if isinstance(row["target"], str) else ""
    told = f", {word('told_by', 'other')}" if row["told_by_other"] else ""
    return f"{side_name(row['holder'])} on {word('topic', row['topic'])}{of}{told}"


def change(row: dict[str, Any]) -> str:
    """What a statement has that the one before has not, and the other way round."""
    if row["order"] == "first":
        return "first at hand"
    if row["order"] == "unknown":
        return "not compared: nothing tells which came first"
    new, gone = _elements(row["added"]), _elements(row["removed"])
    parts = [f"new: {listed(new)}" if new else "", f"not said here: {listed(gone)}" if gone else ""]
    if any(parts):
        return "; ".join(filter(None, parts))
    return "other words, or another stance" if row["changed"] is True else "no element new or left out"


def _elements(joined: object) -> list[str]:
    return [word("element", code) for code in joined.split(SEPARATOR)] if isinstance(joined, str) else []


def _thread(paper: Paper, rows: pd.DataFrame) -> None:
    from readouts.plot.thread import bead  # noqa: PLC0415 - imports matplotlib

    every = records(rows)
    paper.say(heading(every[0]), paper.size + 1, weight="bold")
    paper.y += 3
    before = None
    for row in every:
        here = paper.y + paper.size * 0.6
        style = ORDERS[row["order"]][0] if before is not None and row["order"] in ORDERS else None
        bead(paper.sheet, (paper.left + 4, here), before, style, changed=row["changed"] is True)
        _row(paper, row)
        before = here
    paper.y += 6


def _row(paper: Paper, row: dict[str, Any]) -> None:
    """Three columns, or the same below each other where it is narrow."""
    left, wide = paper.left + 14, paper.right - paper.left - 14
    day = when(row["start"], row["end"], row["date_edtf"], short=True)
    outlet = " · ".join([day, *([row["outlet"]] if isinstance(row["outlet"], str) else [])])
    formulas = row["formula"].split(" | ") if isinstance(row["formula"], str) else []
    words = " / ".join(quoted(formula) for formula in formulas) or "(no words of its own)"
    words = words if row["stance"] == "support" else f"{word('stance', row['stance'])}: {words}"
    strong: dict[str, Any] = {"weight": "bold"} if row["changed"] is True else {"color": "#565656"}
    named, moved = row["position_id"], f"changed/{row['position_id']}"
    if paper.narrow:
        paper.y = paper.block(left, paper.y, outlet, wide, color="#565656")
        paper.y = paper.block(left, paper.y, words, wide, gid=named)
        paper.y = paper.block(left, paper.y, change(row), wide, gid=moved, **strong) + 6
        return
    ends = (
        paper.block(left, paper.y, outlet, wide * 0.28, color="#565656"),
        paper.block(left + wide * 0.31, paper.y, words, wide * 0.38, gid=named),
        paper.block(left + wide * 0.72, paper.y, change(row), wide * 0.28, gid=moved, **strong),
    )
    paper.y = max(ends) + 6


def _legend(paper: Paper, rows: pd.DataFrame) -> None:
    from readouts.plot.thread import bead  # noqa: PLC0415 - imports matplotlib

    if not len(rows):
        return
    used = [order for order in ORDERS if ORDERS[order][0] and (rows["order"] == order).any()]
    bead(paper.sheet, (paper.left + 4, paper.y + paper.size * 0.6), None, None, changed=True)
    paper.put(paper.left + 14, paper.y, "elements or stance differ from those before", color="#333333")
    for order in used:
        paper.y += paper.line
        y = paper.y + paper.size * 0.6
        paper.sheet.plot(
            [paper.left, paper.left + 11], [y, y], color="#565656", linewidth=1, linestyle=ORDERS[order][0]
        )
        paper.put(paper.left + 14, paper.y, ORDERS[order][1], color="#333333")
    paper.y += paper.line + 6


def _alt(rows: pd.DataFrame, topics: Sequence[str]) -> str:
    named = listed(word("topic", topic) for topic in topics)
    if not len(rows):
        return f"Wording on {named}: the tables hold no such statement."
    differ = rows[rows["changed"].fillna(value=False)]
    parts = [
        f"{heading(row)}, {when(row['start'], row['end'], row['date_edtf'])}: {change(row)}."
        for row in records(differ.head(4))
    ]
    said = count(len(rows), "statement")
    start = f"Wording on {named}: {said}, of which {len(differ)} differ from the one before."
    return " ".join([start, *parts])
