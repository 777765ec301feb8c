"""Finds the dates of an English news text and resolves them against its day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from readouts.coder.dates import context
from readouts.coder.dates import readers as read
from readouts.coder.dates.arithmetic import Anchor
from readouts.coder.dates.expressions import any_date, patterns
from readouts.coder.dates.likely import starts_of_dates
from readouts.coder.dates.when import When, article_bound, tighten, unknown

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from datetime import date

__all__ = ["DateMention", "When", "anniversary_year", "article_bound", "find_dates", "tighten", "unknown"]

EARLIEST_YEAR = 1500


@dataclass(frozen=True)
class DateMention:
    """A date expression in a text, without the preposition before it.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        when: what it means.
        kind: date, range, month, year, year_in_name, decade, weekday, named_day, period, ago or unit.
    """

    start: int
    end: int
    when: When
    kind: str


class _Way(NamedTuple):
    """A way of writing dates: what it yields, how it is read, and what must stand around it."""

    kind: str
    read: read.Reader
    fits: context.Fits = context.always


_WAYS: dict[str, _Way] = {
    "iso": _Way("date", read.full_day),
    "dotted": _Way("date", read.full_day),
    "month_day_range": _Way("range", read.day_range, context.range_fits),
    "day_month_range": _Way("range", read.day_range, context.range_fits),
    "month_day": _Way("date", read.day_of_month, context.day_fits),
    "day_month": _Way("date", read.day_of_month, context.day_fits),
    "month_range": _Way("range", read.month_range, context.month_range_fits),
    "month_year": _Way("month", read.month_and_year, context.month_year_fits),
    "month": _Way("month", read.month_alone, context.month_fits),
    "year_range": _Way("range", read.year_range),
    "decade": _Way("decade", read.decade),
    "year": _Way("year", read.single_year, context.year_fits),
    "weekday_range": _Way("range", read.weekday_range, context.weekday_fits),
    "weekday": _Way("weekday", read.weekday, context.weekday_fits),
    "named_day": _Way("named_day", read.named_day, context.named_day_fits),
    "period": _Way("period", read.period),
    "ago": _Way("ago", read.ago, context.ago_fits),
    "weekend": _Way("unit", read.weekend, context.unit_fits),
    "unit": _Way("unit", read.unit, context.unit_fits),
}


def find_dates(
    text: str, published: date | None, future: Callable[[int], bool] = lambda _: False
) -> list[DateMention]:
    """All date expressions of a text, from left to right, without overlaps.

    Args:
        text: any stretch of text; offsets are into it.
        published: day of publication, which completes partial dates; without it only full dates are given.
        future: whether the verb at a position looks ahead, so that a partial date is the next one.
    """
    mentions = []
    for way, found in _expressions(text):
        anchor = Anchor(published, future(found.start())) if published else None
        when = way.read(found, anchor)
        if when is not None:
            mentions.append(DateMention(found.start(), found.end(), when, _kind(way, found)))
    return mentions


def anniversary_year(ordinal: int, published: date | None) -> When:
    """The year of what has its n-th anniversary in the year of publication; unknown if that year is."""
    if published is None or not 0 < ordinal <= published.year - EARLIEST_YEAR:
        return unknown()
    return When.year(published.year - ordinal, "resolved")


def _expressions(text: str) -> Iterator[tuple[_Way, re.Match[str]]]:
    match, end = any_date().match, 0
    for start in starts_of_dates(text):
        candidate = match(text, start) if start >= end else None
        fitting = _fitting(candidate) if candidate else None
        if fitting is not None:
            yield fitting
            end = fitting[1].end()


def _fitting(candidate: re.Match[str]) -> tuple[_Way, re.Match[str]] | None:
    """The first way of writing that the words around allow, among those that match here."""
    compiled = patterns()
    names = list(_WAYS)
    for name in names[names.index(candidate.lastgroup or "") :]:
        found = compiled[name].match(candidate.string, candidate.start())
        if found and _WAYS[name].fits(found):
            return _WAYS[name], found
    return None


def _kind(way: _Way, found: re.Match[str]) -> str:
    return "year_in_name" if way.kind == "year" and context.named_by_year(found) else way.kind
