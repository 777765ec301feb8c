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
_REACH = 12


def starts_of_dates(text: str) -> Iterator[int]:
    """The words up to and including those that every date has one of: a figure, a month, a day, a unit."""
    telling = _telling()
    waiting: list[int] = []
    for found in _WORD.finditer(text):
        waiting.append(found.start())
        word = found.group()
        if word[0].isdigit() or word.casefold() in telling:
            yield from waiting[-_REACH:]
            waiting = []


def starts_with(text: str, words: Container[str]) -> Iterator[int]:
    """Where one of some words (case-folded) stands."""
    return (found.start() for found in _WORD.finditer(text) if found.group().casefold() in words)


@cache
def _telling() -> frozenset[str]:
    """Case-folded words of which one stands in every date without figures."""
    words = date_words()
    days = (word for phrase in words.days for word in phrase.split())
    units = (*_UNITS, *(f"{unit}s" for unit in _UNITS), "weekend")
    return frozenset(word.casefold() for word in (*words.months, *words.weekdays, *days, *units))
