"""Where dates and occasions can begin at all: a look at the words, which spares the patterns the rest."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from readouts.coder.dates.words import date_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_WORD = re.compile(r"\w+")
_UNITS = ("day", "week", "month", "year", "decade")
_LEADING = (
    "the", "early", "earlier", "late", "later", "mid", "last", "next", "this", "coming", "past", "previous",
    "over", "in", "during", "within", "throughout", "for", "across", "at", "on", "more",
)  # fmt: skip
_REACH = 8


def starts_of_dates(text: str) -> Iterator[int]:
    """The places where dates can begin: words that open one, before or at a word that every date needs."""
    telling, opening = _telling(), _opening()
    waiting: list[tuple[int, int]] = []
    for number, found in enumerate(_WORD.finditer(text)):
        word = found.group().casefold()
        tells = word[0].isdigit() or word in telling
        if tells or word in opening:
            waiting.append((number, found.start()))
        if tells:
            yield from [start for opened, start in waiting if number - opened < _REACH]
            waiting = []


def starts_with(text: str, words: Container[str]) -> Iterator[int]:
    """The places where one of some words (case-folded) stands."""
    return (found.start() for found in _WORD.finditer(text) if found.group().casefold() in words)


@cache
def _telling() -> frozenset[str]:
    """Case-folded words of which one stands in every date without figures: a month, a day, a unit."""
    words = date_words()
    days = (phrase.split()[-1] for phrase in words.days)
    units = (*_UNITS, *(f"{unit}s" for unit in _UNITS), "weekend")
    return frozenset(word.casefold() for word in (*words.months, *words.weekdays, *days, *units))


@cache
def _opening() -> frozenset[str]:
    """Case-folded words, beside the telling ones, with which a date can begin."""
    words = date_words()
    numbers = (part for number in words.numbers for part in number.split("-"))
    days = (phrase.split()[0] for phrase in words.days)
    return frozenset(word.casefold() for word in (*_LEADING, *words.parts_of_day, *numbers, *days))
