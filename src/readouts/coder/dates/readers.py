"""From the named parts of a date expression to its bounds: one reader for each way of writing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from readouts.coder.dates import arithmetic
from readouts.coder.dates.arithmetic import RELATIVE, Anchor, calendar_day
from readouts.coder.dates.expressions import word_before
from readouts.coder.dates.when import When, last_of_month
from readouts.coder.dates.words import date_words

Found = re.Match[str]
Reader = Callable[[Found, Anchor | None], When | None]

PAIR_OF_NEIGHBOURS = timedelta(days=1)


def full_day(found: Found, _: Anchor | None) -> When | None:
    """'2024-11-14', '14.11.2024'."""
    day = calendar_day(int(found["y"]), int(found["m"]), int(found["d"]))
    return When.day(day, "stated") if day else None


def day_of_month(found: Found, anchor: Anchor | None) -> When | None:
    """'Nov. 14', '14 November 2024', 'July 3 last year'."""
    month, number = date_words().month(found["m"]), _day_number(found["d"])
    year, basis = _year(found, anchor)
    if year:
        day = calendar_day(year, month, number)
        return When.day(day, basis) if day else None
    if anchor is None or _untold(found):
        return None
    day = arithmetic.day_without_year(month, number, anchor)
    return When.day(day, "resolved") if day else None


def day_range(found: Found, anchor: Anchor | None) -> When | None:
    """'June 14 to 19', '25-27 April 2019', 'April 28 - May 2, 2023'."""
    named = found["m1"] or found["m2"], found["m2"] or found["m1"]
    first, last = (date_words().month(month) for month in named)
    ends = (first, _day_number(found["d1"])), (last, _day_number(found["d2"]))
    year, basis = _year(found, anchor)
    if year:
        bounds = _days_in_year(*ends, year, found["first_year"])
    else:
        bounds = arithmetic.days_without_year(*ends, anchor) if anchor and not _untold(found) else None
    between = word_before(found.string, found.start()).lower() == "between"
    return _stretch(bounds, basis, None if between else found["pair"])


def month_range(found: Found, anchor: Anchor | None) -> When | None:
    """'from May to July 2022': the days of its beginning and end aren't told, so these are bounds."""
    first, last = date_words().month(found["m1"]), date_words().month(found["m2"])
    year, basis = _year(found, anchor)
    if not year and (anchor is None or _untold(found)):
        return None
    if not year and anchor:
        year = arithmetic.last_year_of_months(first, last, anchor)
    start_year = int(found["first_year"] or year - (first > last))
    return _bounds(date(start_year, first, 1), last_of_month(year, last), basis)


def month_and_year(found: Found, _: Anchor | None) -> When:
    """'September 2021'."""
    return When.month(int(found["y"]), date_words().month(found["m"]), "stated")


def month_alone(found: Found, anchor: Anchor | None) -> When | None:
    """'July', 'last March', 'May this year'."""
    month = date_words().month(found["m"])
    year, basis = _year(found, anchor)
    if year:
        return When.month(year, month, basis)
    if anchor is None or _untold(found):
        return None
    which = found["which"]
    return arithmetic.month_without_year(month, anchor, which.lower() if which else None)


def year_range(found: Found, _: Anchor | None) -> When | None:
    """'2021-2025', 'from 2015 to 2019'."""
    return _bounds(date(int(found["y1"]), 1, 1), date(int(found["y2"]), 12, 31), "stated")


def decade(found: Found, _: Anchor | None) -> When:
    """'the 1990s'."""
    year = int(found["y"])
    return When.bounded(date(year, 1, 1), date(year + 9, 12, 31), "stated")


def single_year(found: Found, _: Anchor | None) -> When:
    """'2015'."""
    return When.year(int(found["y"]), "stated")


def weekday(found: Found, anchor: Anchor | None) -> When | None:
    """'Wednesday', 'last Friday', 'Monday this week'."""
    if anchor is None:
        return None
    number = date_words().weekday(found["w"])
    if found["week"]:
        monday, _ = arithmetic.week(anchor.published, RELATIVE[found["week"].lower()])
        return When.day(monday + timedelta(days=number), "resolved")
    which = _which(found)
    return When.day(arithmetic.weekday(number, anchor, which), "resolved")


def weekday_range(found: Found, anchor: Anchor | None) -> When | None:
    """'from Monday to Wednesday'."""
    if anchor is None:
        return None
    first, last = date_words().weekday(found["w1"]), date_words().weekday(found["w2"])
    return _stretch(arithmetic.weekdays(first, last, anchor), "resolved", found["pair"])


def named_day(found: Found, anchor: Anchor | None) -> When | None:
    """'today', 'yesterday', 'last night'."""
    if anchor is None:
        return None
    offset = date_words().days[re.sub(r"\s+", " ", found["named"]).lower()]
    return When.day(anchor.published + timedelta(days=offset), "resolved")


def period(found: Found, anchor: Anchor | None) -> When | None:
    """'over the past year', 'the past three months'."""
    if anchor is None or (not found["n"] and _unit(found)[1]):
        return None
    number = date_words().number(found["n"]) if found["n"] else 1
    start = _shifted(anchor.published, _unit(found)[0], -number)
    return When.bounded(start, anchor.published, "resolved") if start else None


def ago(found: Found, anchor: Anchor | None) -> When | None:
    """'32 years ago', 'a year ago today'; 'more than 30 years ago' only bounds from above."""
    unit, _ = _unit(found)
    if anchor is None or unit == "decade":
        return None
    day = _shifted(anchor.published, unit, -date_words().number(found["n"]))
    if day is None:
        return None
    if found["exact"]:
        return When.day(day, "resolved")
    when = arithmetic.unit_at(day, unit)
    return When.bounded(None, when.end, "resolved") if found["more"] else when


def weekend(found: Found, anchor: Anchor | None) -> When | None:
    """'over the weekend': one of two days."""
    if anchor is None:
        return None
    return When.bounded(*arithmetic.weekend(anchor, _which(found)), "resolved")


def unit(found: Found, anchor: Anchor | None) -> When | None:
    """'last year', 'this week', 'earlier this year'."""
    if anchor is None:
        return None
    name, which, part = found["unit"].lower(), found["which"].lower(), (found["part"] or "").lower()
    first = _shifted(_first_of(anchor.published, name), name, RELATIVE[which])
    whole = arithmetic.unit_at(first, name) if first else None
    if whole is None or which != "this" or part not in ("earlier", "later"):
        return whole
    if part == "earlier":
        return When.bounded(whole.start, anchor.published, "resolved")
    return When.bounded(anchor.published, whole.end, "resolved")


def _year(found: Found, anchor: Anchor | None) -> tuple[int, str]:
    """The year that the text gives, and its basis; 0 where it gives none."""
    told = found["y"] or found["later"]
    if told:
        return int(told), "stated"
    if found["rel"] and anchor and not _untold(found):
        return anchor.published.year + RELATIVE[found["rel"].lower()], "resolved"
    return 0, "resolved"


def _untold(found: Found) -> bool:
    """Whether something else in the text tells the year ('that year')."""
    return bool(found["rel"]) and found["rel"].lower() not in RELATIVE


def _day_number(written: str) -> int:
    return int(written.rstrip("stndrh"))


def _days_in_year(
    first: tuple[int, int], last: tuple[int, int], year: int, first_year: str | None
) -> tuple[date, date] | None:
    start = calendar_day(int(first_year or year - (first > last)), *first)
    end = calendar_day(year, *last)
    return (start, end) if start and end else None


def _stretch(bounds: tuple[date, date] | None, basis: str, pair: str | None) -> When | None:
    """A span; two days that aren't neighbours, or of which only one counts, are bounds."""
    if bounds is None or bounds[1] < bounds[0]:
        return None
    if pair == "or" or (pair == "and" and bounds[1] - bounds[0] > PAIR_OF_NEIGHBOURS):
        return When.bounded(*bounds, basis)
    return When.span(*bounds, basis)


def _bounds(start: date | None, end: date | None, basis: str) -> When | None:
    if start and end and end < start:
        return None
    return When.bounded(start, end, basis)


def _which(found: Found) -> str | None:
    which = found["which"]
    return which.lower().split()[-1] if which else None


def _unit(found: Found) -> tuple[str, bool]:
    """The unit in the singular, and whether it stood in the plural."""
    written = found["unit"].lower()
    return written.removesuffix("s"), written.endswith("s")


def _first_of(day: date, unit_name: str) -> date:
    whole = arithmetic.unit_at(day, unit_name)
    return whole.start or day


def _shifted(day: date, unit_name: str, number: int) -> date | None:
    try:
        return arithmetic.shifted(day, unit_name, number)
    except (ValueError, OverflowError):
        return None
