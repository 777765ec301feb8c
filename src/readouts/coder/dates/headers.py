"""The day of publication as the head of a stored text gives it: in a header line or in the dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from readouts.coder.dates.arithmetic import calendar_day
from readouts.coder.dates.expressions import DAY, GAP, month_name, weekday_prefix
from readouts.coder.dates.words import DateWords, date_words

HEAD = 1500
BLANKS = r"[^\S\n]*"
CLOCK = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?:[^\S\n]?[AaPp]\.?[Mm]\.?)?"
ZONE = r"(?:[^\S\n]?(?P<zone>[+-]\d\d:?\d\d|Z|GMT|UTC))?"
FULL_YEAR = r"(?:19|20)\d\d"
LABEL = r"(?:(?i:date|dated|published|updated|posted|released|release date)(?:[^\S\n](?:on|at))?:?[^\S\n]+)"
SIGNATURE = r"(?:[\w .,'\u2019()&-]{0,60}[)|][^\S\n]*)"
CITY = r"[A-Z\u00c0-\u00de][\w.'\u2019\u02bb-]*(?:[^\S\n][A-Z\u00c0-\u00de][\w.'\u2019\u02bb-]*){0,3}"
CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019 -]{2,30}"
AGENCY = r"(?:[,.]?[^\S\n]*(?:\([^()\n]{2,40}\)|/[^/\n]{2,30}/|[A-Z]{3,12}(?=[^\S\n]?[-\u2010-\u2015])))"
NO_CITY = r"(?:In|On|At|From|Since|By|For|The|And|As|To|Of|Until|After|Before|During)"
_AT_PRESS = timedelta(days=7)
STROKE = r"[^\S\n]*(?:--|[-\u2010-\u2015])"


@dataclass(frozen=True)
class Dateline:
    """The place and day before the first words of a report.

    Attributes:
        place: the city as written ('BAKU').
        region: what follows it ('Azerbaijan'), or None.
        month: number of the month, or None where there is only a place.
        day: day of the month, or None likewise.
        year: the year, which most datelines leave out.
        start: offset of its first character.
        end: offset after its last, the dash or full stop.
    """

    place: str
    region: str | None
    month: int | None
    day: int | None
    year: int | None
    start: int
    end: int

    def date(self, year: int | None = None) -> date | None:
        """The day, with its own year or else the one given; None where a part is missing."""
        known = self.year or year
        if known is None or self.month is None or self.day is None:
            return None
        return calendar_day(known, self.month, self.day)


def parse_header_date(text: str, hours_from_utc: float | None = None) -> tuple[date, int, int] | None:
    """The day of publication that a line at the head of the text gives in full, with its offsets.

    Args:
        text: the stored text.
        hours_from_utc: of the outlet's place, to turn a time that is given in UTC into the local day.
    """
    for found in _header().finditer(text, 0, min(len(text), HEAD)):
        day = _header_day(found)
        if day is not None:
            part = "stored" if found["stored"] else "written"
            return _local_day(day, found, hours_from_utc), found.start(part), found.end(part)
    return None


def parse_dateline(text: str) -> Dateline | None:
    """The dateline at the beginning of a line near the head of the text."""
    for found in _dateline().finditer(text, 0, min(len(text), HEAD)):
        month = found["month"] or found["bare_month"]
        return Dateline(
            place=(found["place"] or found["capitals"]).strip(),
            region=found["region"] or found["land"],
            month=date_words().month(month) if month else None,
            day=int((found["day"] or found["bare_day"]).rstrip("stndrh")) if month else None,
            year=int(found["year"]) if found["year"] else None,
            start=found.start("line"),
            end=found.end("line"),
        )
    return None


def day_written(text: str, dateline: Dateline | None, published: date | None) -> date | None:
    """The day of its header or dateline, where that is a few days before publication; else the latter."""
    if published is None:
        return None
    header = parse_header_date(text)
    years = (published.year, published.year - 1)
    told = [header[0] if header else None, *(dateline.date(year) if dateline else None for year in years)]
    return next((day for day in told if day and published - _AT_PRESS <= day <= published), published)


@cache
def _header() -> re.Pattern[str]:
    words = date_words()
    iso = rf"(?P<iso_year>{FULL_YEAR})[-/.](?P<iso_month>\d\d)[-/.](?P<iso_day>\d\d)"
    written = (
        rf"(?P<written>{weekday_prefix(words)}(?:{_month_first(words)}|{_day_first(words)}|{iso})(?![^\WT]))"
    )
    time = rf"(?:,?[^\S\n]?(?:at[^\S\n])?T?{CLOCK}{ZONE})?"
    before = rf"{BLANKS}(?:{LABEL}|{SIGNATURE})?(?:\d\d?:\d\d(?::\d\d)?,?[^\S\n])?"
    rest = rf"{time}{BLANKS}(?:$|[|\u2010-\u2015(]|-{{1,2}}[^\S\n])"
    stored = rf"{BLANKS}date[^\S\n](?P<stored>{FULL_YEAR}-\d\d-\d\d)(?!\w)"
    return re.compile(rf"^(?:{before}{written}{rest}|{stored})", re.MULTILINE)


@cache
def _dateline() -> re.Pattern[str]:
    month = month_name(date_words())
    dated = (
        rf"(?!{NO_CITY}\b)(?P<place>{CITY}?)(?:,{GAP}(?P<region>(?!{month}{GAP}\d){CITY}))?,?{GAP}"
        rf"(?:(?P<month>{month}){GAP}(?P<day>{DAY})|(?P<bare_day>{DAY}){GAP}(?P<bare_month>{month}))"
        rf"(?:,?{GAP}(?P<year>{FULL_YEAR}))?"
        rf"(?:{AGENCY}?{STROKE}|\.?{AGENCY}\.?|[.:](?=[^\S\n]|$)|,{GAP}[A-Z]{{3,12}}\b|,{GAP}{CITY}(?::|{STROKE}))"
    )
    placed = (
        rf"(?P<capitals>{CAPITALS}?)(?:,{GAP}(?P<land>{CITY}))?"
        rf"(?:{BLANKS}\([^()\n]{{2,40}}\){STROKE}|{BLANKS}(?:--|[\u2012-\u2015]))(?=[^\S\n])"
    )
    return re.compile(rf"^{BLANKS}(?P<line>{dated}|{placed})", re.MULTILINE)


def _month_first(words: DateWords) -> str:
    return rf"(?P<month>{month_name(words)}){GAP}(?P<day>{DAY}),?{GAP}(?P<year>{FULL_YEAR})"


def _day_first(words: DateWords) -> str:
    return rf"(?P<first_day>{DAY}){GAP}(?P<next_month>{month_name(words)}),?{GAP}(?P<last_year>{FULL_YEAR})"


def _header_day(found: re.Match[str]) -> date | None:
    if found["stored"]:
        return calendar_day(*map(int, found["stored"].split("-")))
    if found["iso_year"]:
        return calendar_day(int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"]))
    year, month, day = (
        found[first] or found[second]
        for first, second in (("year", "last_year"), ("month", "next_month"), ("day", "first_day"))
    )
    return calendar_day(int(year), date_words().month(month), int(day.rstrip("stndrh")))


def _local_day(day: date, found: re.Match[str], hours_from_utc: float | None) -> date:
    """The outlet's local day of a time in UTC."""
    if hours_from_utc is None or found["zone"] not in ("+0000", "+00:00", "Z", "GMT", "UTC"):
        return day
    time = datetime(day.year, day.month, day.day, int(found["hour"]), int(found["minute"]))  # noqa: DTZ001
    return (time + timedelta(hours=hours_from_utc)).date()
