"""When relations began, told by an anniversary: 'the 30th anniversary of', '30 years of relations'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.dates.find import anniversary_year
from readouts.coder.dates.words import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.dates.when import When
    from readouts.coder.events.model import Event
    from readouts.coder.events.named_dates import Calendar

_HEADS = frozenset({"anniversary", "anniversaries", "years", "year"})
_PASSED = frozenset({"-", "year", "the"})
_REACH = 4


def date_by_anniversary(event: Event, calendar: Calendar) -> When | None:
    """The year that an anniversary tells, or a day of it that the sentence names; None if there is none."""
    items, place = event.reading.items, event.place
    if event.event_type != "relations_change" or items[place].low not in _HEADS:
        return None
    number = _number_before(items, place)
    year = anniversary_year(number, calendar.published) if number else None
    if year is None or year.start is None:
        return None
    sentence = event.reading.sentence
    days = [d.when for d in calendar.within(sentence.start, sentence.end) if d.when.precision == "day"]
    return next((d for d in days if d.start and d.start.year == year.start.year), year)


def _number_before(items: Sequence[Item], place: int) -> int | None:
    """'30th', 'thirtieth', '30-year', 'thirty-second'."""
    words, total = date_words(), 0
    for cursor in range(place - 1, max(-1, place - 1 - _REACH), -1):
        low = items[cursor].low
        if low in _PASSED:
            continue
        digits = low.rstrip("stndrh")
        if digits.isdigit():
            return int(digits)
        number = words.ordinals.get(low) or words.numbers.get(low)
        if number is None or (total and number <= total):
            break
        total += number
    return total or None
