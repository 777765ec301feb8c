"""Tells dates from look-alikes by the words around: 'May' the verb, '2015 tonnes', the '2030 Agenda'."""

from __future__ import annotations

import re
from collections.abc import Callable

from readouts.coder.dates.expressions import REACH, word_after, word_before
from readouts.coder.dates.words import DateWords, date_words

WORLD = re.compile(r"['\u2019]s[^\S\n]+(\w+)")
Fits = Callable[[re.Match[str]], bool]


def always(found: re.Match[str]) -> bool:
    """No context matters."""
    return bool(found)


def day_fits(found: re.Match[str]) -> bool:
    """A day, but not 'the eve of' one, nor the 'March 9 Movement'."""
    after = word_after(found.string, found.end())
    return not _follows(found, "day_before") and not (
        _is_name(after) and date_words().allows("day_after", after)
    )


def range_fits(found: re.Match[str]) -> bool:
    """One stretch: 'May 1 and June 5' is two dates unless 'between' stands before."""
    pair = found.group("pair")
    if pair is None or not found.group("m1") or not found.group("m2"):
        return day_fits(found)
    return pair == "and" and _between(found)


def month_range_fits(found: re.Match[str]) -> bool:
    """From month to month: 'in May and July' is two dates unless 'between' stands before."""
    return found.group("pair") is None or (found.group("pair") == "and" and _between(found))


def month_fits(found: re.Match[str]) -> bool:
    """A month alone: introduced by a word that says so, or at least no name and no verb."""
    words = date_words()
    before, after = word_before(found.string, found.start()), word_after(found.string, found.end())
    if after[:1].isdigit():
        return False
    whole = found.group() != found.group("m")
    if whole or words.allows("introduces", before) or words.allows("month_before", before):
        return True
    named = _is_name(before) or _is_name(after)
    return not named and not (found.group("m") in words.month_words and after)


def month_year_fits(found: re.Match[str]) -> bool:
    """A month and a year that is one."""
    return not _counted(date_words(), word_after(found.string, found.end()))


def year_fits(found: re.Match[str]) -> bool:
    """A number that names a year rather than counting or numbering something."""
    words, text = date_words(), found.string
    before, after = word_before(text, found.start()), word_after(text, found.end())
    if words.allows("year_before", before) or _follows(found, "sum_before") or _counted(words, after):
        return False
    if words.allows("introduces", before):
        return True
    plural = after.islower() and after.endswith("s") and len(after) > len("this")
    return not plural and not text[: found.start()].endswith("-")


def named_by_year(found: re.Match[str]) -> bool:
    """Whether the year is part of a name: 'the 2018 Forum', 'the 2018 summit'."""
    before, after = word_before(found.string, found.start()), word_after(found.string, found.end())
    if not after:
        return False
    return before.lower() == "the" or (_is_name(after) and not date_words().allows("introduces", before))


def weekday_fits(found: re.Match[str]) -> bool:
    """A weekday, but not 'Good Friday' or the 'Sunday Times'."""
    words = date_words()
    before, after = word_before(found.string, found.start()), word_after(found.string, found.end())
    return not words.allows("weekday_before", before) and not words.allows("weekday_after", after)


def named_day_fits(found: re.Match[str]) -> bool:
    """'today', but not 'Russia Today', nor the times one lives in ('in today's world')."""
    after = WORLD.match(found.string, found.end())
    if after and date_words().allows("today_after", after.group(1)):
        return False
    return not (_is_name(found.group()) and _is_name(word_before(found.string, found.start())))


def unit_fits(found: re.Match[str]) -> bool:
    """'last year', but not 'the last year of the war'."""
    return word_before(found.string, found.start()).lower() != "the"


def ago_fits(found: re.Match[str]) -> bool:
    """A number that is exact, or said to be exceeded."""
    return not date_words().allows("inexact", word_before(found.string, found.start()))


def _follows(found: re.Match[str], kind: str) -> bool:
    """Whether one of the phrases of a list stands before."""
    before = found.string[max(0, found.start() - REACH) : found.start()].rstrip().lower()
    return before.removesuffix(" the").endswith(tuple(date_words().context[kind]))


def _between(found: re.Match[str]) -> bool:
    return word_before(found.string, found.start()).lower() == "between"


def _counted(words: DateWords, after: str) -> bool:
    return bool(after) and words.allows("year_after", after)


def _is_name(word: str) -> bool:
    return word[:1].isupper()
