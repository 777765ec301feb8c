"""Completes dates that a text gives in part. All of it is told from the day of publication, the anchor."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from readouts.coder.dates.when import When, last_of_month

RELATIVE = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
LEAP_SEARCH = 9
SATURDAY = 5


@dataclass(frozen=True)
class Anchor:
    """The day of publication, and whether the verb looks ahead from it."""

    published: date
    future: bool = False


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, or None where there is none (30 February)."""
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def latest_day(month: int, day: int, limit: date) -> date | None:
    """The last such day at or before a limit."""
    years = range(limit.year, limit.year - LEAP_SEARCH, -1)
    found = (calendar_day(year, month, day) for year in years)
    return next((each for each in found if each and each <= limit), None)


def next_day(month: int, day: int, limit: date) -> date | None:
    """The first such day at or after a limit."""
    years = range(limit.year, limit.year + LEAP_SEARCH)
    found = (calendar_day(year, month, day) for year in years)
    return next((each for each in found if each and each >= limit), None)


def day_without_year(month: int, day: int, anchor: Anchor) -> date | None:
    """The last such day at or before publication; the next one if the verb looks ahead."""
    return (next_day if anchor.future else latest_day)(month, day, anchor.published)


def days_without_year(
    first: tuple[int, int], last: tuple[int, int], anchor: Anchor
) -> tuple[date, date] | None:
    """A stretch of days: begun at or before publication, or ending at or after it if the verb looks ahead."""
    if anchor.future:
        end = next_day(*last, anchor.published)
        start = latest_day(*first, end) if end else None
    else:
        start = latest_day(*first, anchor.published)
        end = next_day(*last, start) if start else None
    return (start, end) if start and end else None


def month_without_year(month: int, anchor: Anchor, which: str | None = None) -> When:
    """The last such month at or before that of publication, or the next.

    `which` is the word before it: 'last May' is before this month, 'next May' after, 'this May' in its year.
    """
    published = anchor.published
    if which == "this":
        return When.month(published.year, month, "resolved")
    if which in ("next", "coming") or (anchor.future and which not in ("last", "past")):
        later = month > published.month or (month == published.month and which is None)
        return When.month(published.year + (0 if later else 1), month, "resolved")
    earlier = month < published.month or (month == published.month and which is None)
    return When.month(published.year - (0 if earlier else 1), month, "resolved")


def last_year_of_months(first: int, last: int, anchor: Anchor) -> int:
    """The year in which a stretch of months ends, begun at or before publication or ending at or after it."""
    told = month_without_year(last if anchor.future else first, anchor).start
    year = told.year if told else anchor.published.year
    return year if anchor.future else year + (first > last)


def weekday(number: int, anchor: Anchor, which: str | None = None) -> date:
    """The last such day at or before publication, or the next; 'last' and 'next' leave out the day itself."""
    strict = which in ("last", "past", "next", "coming")
    future = which in ("next", "coming") or (anchor.future and which not in ("last", "past"))
    if future:
        ahead = (number - anchor.published.weekday()) % 7
        return anchor.published + timedelta(days=ahead or (7 if strict else 0))
    behind = (anchor.published.weekday() - number) % 7
    return anchor.published - timedelta(days=behind or (7 if strict else 0))


def weekdays(first: int, last: int, anchor: Anchor) -> tuple[date, date]:
    """First and last day of a stretch: begun by publication, or ended after it if the verb looks ahead."""
    length = timedelta(days=(last - first) % 7)
    if anchor.future:
        end = weekday(last, anchor)
        return end - length, end
    start = weekday(first, anchor)
    return start, start + length


def week(day: date, offset: int = 0) -> tuple[date, date]:
    """Monday and Sunday of the week of a day, or of one so many weeks later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    return monday, monday + timedelta(days=6)


def weekend(anchor: Anchor, which: str | None) -> tuple[date, date]:
    """Saturday and Sunday: the last begun or the next, or those of the last or next week."""
    if which in ("last", "past", "next"):
        sunday = week(anchor.published, RELATIVE[which])[1]
        return sunday - timedelta(days=1), sunday
    saturday = weekday(SATURDAY, Anchor(anchor.published, anchor.future or which == "coming"))
    return saturday, saturday + timedelta(days=1)


def shifted(day: date, unit: str, number: int) -> date:
    """The day so many units later or, with a negative number, earlier; the month's last day if need be."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = number * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), last_of_month(year, month + 1))


def unit_at(day: date, unit: str) -> When:
    """The whole day, week, month or year that a day lies in. A week is bounds: something within it."""
    if unit == "day":
        return When.day(day, "resolved")
    if unit == "week":
        return When.bounded(*week(day), "resolved")
    return When.month(day.year, day.month, "resolved") if unit == "month" else When.year(day.year, "resolved")
