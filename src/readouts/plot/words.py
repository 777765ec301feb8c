"""Days, counts and quotations on a picture, as people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.printing import MONTHS, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import pandas as pd


def tick(moment: date) -> str:
    """A day on an axis: the year where it is the first of a year, the month where it is that of a month."""
    if moment.day > 1:
        return _day(moment, short=True)
    return str(moment.year) if moment.month == 1 else f"{MONTHS[moment.month - 1][:3]} {moment.year}"


def unknown(moment: object) -> bool:
    """Whether a bound is open: pandas' sign for no time is unlike itself."""
    return moment != moment  # noqa: PLR0124 - and pandas is slow to import


def when(start: pd.Timestamp, end: pd.Timestamp, edtf: object = "", *, short: bool = False) -> str:
    """The bounds of a day in words; `edtf` tells what lasted from what lies somewhere between."""
    if unknown(start) and unknown(end):
        return "day not known"
    if unknown(start):
        return f"by {_day(end, short)}"
    if unknown(end):
        return f"{_day(start, short)} or later"
    if start == end:
        return _day(start, short)
    if "/" in str(edtf) and not str(edtf).startswith("["):
        return f"{_first(start, end, short)} to {_day(end, short)}"
    return _period(start, end, short) or f"between {_first(start, end, short)} and {_day(end, short)}"


def _day(moment: date, short: bool) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1][:3]} {moment.year}" if short else spoken(moment)


def _first(start: pd.Timestamp, end: pd.Timestamp, short: bool) -> str:
    """The first of two days; in short without what it shares with the second."""
    if not short or start.year != end.year:
        return _day(start, short)
    return str(start.day) if start.month == end.month else f"{start.day} {MONTHS[start.month - 1][:3]}"


def _period(start: pd.Timestamp, end: pd.Timestamp, short: bool) -> str:
    """A month or a year, where the bounds are those of one."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year)
    if start.day == 1 and end.is_month_end and (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1][: 3 if short else None]} {start.year}"
    return ""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 text, 5 texts."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str]) -> str:
    """Names in a row: a, b and c."""
    every = list(names)
    return " and ".join(filter(None, [", ".join(every[:-1]), *every[-1:]]))


def quoted(formula: str) -> str:
    """Words in quotation marks; those inside become single ones."""
    whole = re.fullmatch(r'["“]([^"“”]*)["”]', formula.strip())
    inner = whole[1] if whole else formula.strip()
    return "“" + re.sub(r'["“]([^"“”]*)["”]', r"‘\1’", inner) + "”"
