"""Parses the dates of the seeds: whole days, and for tenures also months and years."""

from __future__ import annotations

import calendar
import re
from datetime import date

PARTIAL = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
DAY_LENGTH = len("YYYY-MM-DD")


def day(text: str) -> date:
    """The day that `YYYY-MM-DD` names.

    Raises:
        ValueError: it names none; the message says why.
    """
    first, _ = bounds(text)
    if len(text) != DAY_LENGTH:
        message = f"'{text}' is not a whole day"
        raise ValueError(message)
    return first


def bounds(text: str) -> tuple[date, date]:
    """First and last day of what `YYYY`, `YYYY-MM` or `YYYY-MM-DD` names.

    Raises:
        ValueError: it names none; the message says why.
    """
    found = PARTIAL.fullmatch(text)
    if found is None:
        message = f"'{text}' is not a date"
        raise ValueError(message)
    year, month, of_month = (int(part) if part else None for part in found.groups())
    try:
        return _first_and_last(year or 0, month, of_month)
    except ValueError as error:
        message = f"'{text}' is not in the calendar"
        raise ValueError(message) from error


def _first_and_last(year: int, month: int | None, of_month: int | None) -> tuple[date, date]:
    if of_month is not None:
        exact = date(year, month or 0, of_month)
        return exact, exact
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, month, 1)
    return first, first.replace(day=calendar.monthrange(year, month)[1])
