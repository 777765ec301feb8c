"""The patterns of English date expressions, one for each way of writing them, with named parts."""

from __future__ import annotations

import re
from functools import cache

from readouts.coder.dates.words import DateWords, date_words, either

GAP = r"[^\S\n]{1,3}"  # blanks, never a line end: a date does not run on into the next paragraph
DASH = r"[^\S\n]{0,2}[-\u2010-\u2015][^\S\n]{0,2}"
CENTURY = r"(?:1[5-9]|20)"
YEAR = CENTURY + r"\d\d(?![\w%]|[.,]\d|[-\u2010-\u2015/]\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
LEFT = r"(?<![\w$\u20ac\u00a3\u00a5#/:])(?<!\d[.,-])"
RIGHT = r"(?!\w)"
WORD = re.compile(r"(?P<gap>[^\S\n]*)(?P<word>[\w'\u2019]*)")
LAST_WORD = re.compile(r"(?P<word>[\w'\u2019]*)(?P<gap>[^\S\n]*-?)\Z")
REACH = 40


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Each way of writing a date, those that say more before those that say less."""
    return {name: re.compile(LEFT + source + RIGHT) for name, source in _sources(date_words()).items()}


@cache
def any_date() -> re.Pattern[str]:
    """One pattern for all of them; the name of the group that matched is the way of writing."""
    unnamed = {name: re.sub(r"\(\?P<\w+>", "(?:", src) for name, src in _sources(date_words()).items()}
    return re.compile(
        LEFT + "(?:" + "|".join(f"(?P<{name}>{src})" for name, src in unnamed.items()) + ")" + RIGHT
    )


def month_name(words: DateWords) -> str:
    """A month in full or short, capitalised or in capitals."""
    full = [written for form in words.full_months for written in (form, form.upper())]
    short = [
        written for form in words.months if form not in words.full_months for written in (form, form.upper())
    ]
    return rf"(?:{either(full)}(?!\w)|{either(short)}(?!\w)\.?)"


def weekday_prefix(words: DateWords) -> str:
    """A weekday before a date ('Thursday, ', 'Tue, ')."""
    return f"(?:{either(words.weekdays)}(?!\\w)\\.?,?{GAP}(?:the{GAP})?)?"


def word_before(text: str, position: int) -> str:
    """The word that stands just before a position, or nothing."""
    found = LAST_WORD.search(text[max(0, position - REACH) : position])
    return found.group("word") if found else ""


def word_after(text: str, position: int) -> str:
    """The word that follows a position, with nothing but blanks between, or nothing."""
    found = WORD.match(text, position)
    return found.group("word") if found and found.group("gap") else ""


def _sources(words: DateWords) -> dict[str, str]:
    return _days(words) | _months_and_years(words) | _relative(words)


def _days(words: DateWords) -> dict[str, str]:
    month, join, prefix, tail = month_name(words), _join(words), _prefix(words), _year_tail(words)
    first_year = rf"(?:,?{GAP}(?P<first_year>{YEAR}))?"
    day_of = rf"(?:{GAP}of)?,?{GAP}"
    return {
        "iso": r"(?P<y>(?:1[5-9]|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)",
        "dotted": r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:1[5-9]|20)\d\d)",
        "month_day_range": (
            rf"(?P<m1>{month}){GAP}(?P<d1>{DAY}){first_year}{join}(?:(?P<m2>{month}){GAP})?(?P<d2>{DAY}){tail}"
        ),
        "day_month_range": (
            rf"(?:the{GAP})?(?P<d1>{DAY})(?:{day_of}(?P<m1>{month}){first_year})?{join}(?:the{GAP})?"
            rf"(?P<d2>{DAY}){day_of}(?P<m2>{month}){tail}"
        ),
        "month_day": rf"{prefix}(?P<m>{month}){GAP}(?:the{GAP})?(?P<d>{DAY}){tail}",
        "day_month": rf"{prefix}(?:the{GAP})?(?P<d>{DAY}){day_of}(?P<m>{month}){tail}",
    }


def _months_and_years(words: DateWords) -> dict[str, str]:
    full, month, join, tail = either(words.full_months), month_name(words), _join(words), _year_tail(words)
    grade = rf"(?i:(?:early|late|mid)(?:{GAP}|-))?"
    which = rf"(?:(?P<which>(?i:last|next|this|coming|past)){GAP})?"
    return {
        "month_range": rf"(?P<m1>{full})(?:,?{GAP}(?P<first_year>{YEAR}))?{join}(?P<m2>{full}){tail}",
        "month_year": rf"{grade}(?P<m>{month})(?:,|{GAP}of)?{GAP}(?P<y>{YEAR})",
        "month": rf"{grade}{which}(?P<m>{full}){tail}",
        "year_range": rf"(?P<y1>{CENTURY}\d\d)(?:{DASH}|{GAP}(?:to|until|through|and){GAP})(?P<y2>{YEAR})",
        "decade": rf"{grade}(?P<y>(?:1[5-9]|20)\d0)'?s",
        "year": rf"{grade}(?P<y>{YEAR})",
    }


def _relative(words: DateWords) -> dict[str, str]:
    weekday = either(words.full_weekdays)
    which = r"(?P<which>(?i:last|next|this past|this coming|this|coming|past))"
    number = _number(words)
    exact = rf"(?P<exact>{GAP}(?:today|on{GAP}this{GAP}day|to{GAP}the{GAP}day))?"
    span = rf"(?:(?P<n>{number}){GAP})?(?P<unit>{UNIT})"
    within = rf"(?:over|in|during|within|throughout|for|across){GAP}the{GAP}(?:last|past|previous)"
    return {
        "weekday_range": rf"(?P<w1>{weekday}){_join(words)}(?P<w2>{weekday})",
        "weekday": (
            rf"(?:{which}{GAP})?(?P<w>{weekday})(?:{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week)?"
            rf"(?:{GAP}{either(words.parts_of_day)})?"
        ),
        "named_day": rf"(?P<named>(?i:{either(words.days)}))(?!\.\w)",
        "period": rf"(?i:(?:{within}|the{GAP}past){GAP}{span})",
        "ago": (
            rf"(?i:(?P<more>(?:more{GAP}than|over){GAP})?(?P<n>{number}){GAP}(?P<unit>{UNIT}){GAP}ago{exact})"
        ),
        "weekend": (
            rf"(?i:(?:(?:over|at|during|on){GAP}the|(?P<which>last|past|this|next|coming)){GAP}weekend)"
        ),
        "unit": (
            rf"(?i:(?:(?P<part>earlier|later|early|late){GAP})?(?P<which>last|this|next){GAP}(?P<unit>week|month|year))"
        ),
    }


def _prefix(words: DateWords) -> str:
    of_day = rf"(?:(?:the{GAP})?(?:early{GAP}|late{GAP})?{either(words.parts_of_day)}{GAP}(?:of|on){GAP})?"
    return of_day + weekday_prefix(words)


def _join(words: DateWords) -> str:
    return rf"(?:{DASH}|{GAP}(?:{either(words.joins)}|(?P<pair>{either(words.pairs)})){GAP})"


def _year_tail(words: DateWords) -> str:
    """The year after a day or month: in figures, told by the article's, or the next date's in a list."""
    month = month_name(words)
    figures = rf",?{GAP}(?:of{GAP})?(?P<y>{YEAR})"
    told = rf",?{GAP}(?:of{GAP})?(?P<rel>this|last|next|that|the{GAP}same){GAP}year(?!\w)"
    listed = rf"(?:{month}{GAP}{DAY}|{DAY}{GAP}{month}|{month}),?{GAP}(?P<later>{YEAR})"
    return rf"(?:{figures}|{told}|(?=,?{GAP}(?:and|or){GAP}{listed}))?"


def _number(words: DateWords) -> str:
    tens = either(word for word, value in words.numbers.items() if value >= 20)
    ones = either(word for word, value in words.numbers.items() if value < 10)
    return rf"(?:\d{{1,3}}|{tens}(?:[- ]{ones})?|{either(words.numbers)})"
