"""How exactly the day of an event is known: the shapes of the timeline, drawn and counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.plot.words import count, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

LEGEND = (
    ("day", "the day is known"),
    ("lasted", "lasted from one day to another"),
    ("within", "on a day within these bounds"),
    ("before", "by this day; since when is not known"),
    ("after", "on this day or later; until when is not known"),
)


def shape(event: pd.Series) -> str:
    """How an event is drawn: as a mark, as one of the bars, or as one of the arrows."""
    if unknown(event["start"]):
        return "before"
    if unknown(event["end"]):
        return "after"
    if event["date_precision"] == "span":
        return "lasted"
    return "day" if event["date_precision"] == "day" else "within"


def in_words(events: pd.DataFrame, undated: int, most: int) -> str:
    """The timeline in words, for those who do not see it.

    Args:
        events: those of which something is known on the day.
        undated: the number of events of which no day is known.
        most: how many of either are drawn or listed.
    """
    if not len(events) and not undated:
        return "Timeline without events: the tables hold none."
    counted = Counter(shape(event) for _, event in events.iterrows())
    parts = [", ".join(_dated(counted)), _without_day(undated, most)]
    told = f"Timeline of {count(len(events) + undated, 'event')}, by kind."
    rest = "" if len(events) <= most else f" The latest {most:,} with a day are drawn."
    return f"{told} {'; '.join(filter(None, parts))}.{rest}"


def _dated(counted: Counter[str]) -> Iterable[str]:
    """How many there are of each shape, of which there are any."""
    one_bound = counted["before"] + counted["after"]
    if counted["day"]:
        yield f"Of {counted['day']:,} the day is known"
    if counted["lasted"]:
        yield f"{counted['lasted']:,} lasted from one day to another"
    if counted["within"]:
        yield f"{count(counted['within'], 'lies', 'lie')} within bounds"
    if one_bound:
        yield f"{count(one_bound, 'has', 'have')} one bound only"


def _without_day(number: int, most: int) -> str:
    if not number:
        return ""
    listed = f"{most:,} are" if number > most else "is" if number == 1 else "are"
    return f"{count(number, 'has', 'have')} no known day and {listed} listed below"
