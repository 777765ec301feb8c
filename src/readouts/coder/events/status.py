"""Whether an event has been: called off, going on, to come. The words around its head decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.events.model import Event
    from readouts.coder.events.words import EventWords

_THIS = frozenset({"this", "the"})


def looks_ahead(items: Sequence[Item], words: EventWords) -> bool:
    """Whether a stretch of a sentence speaks of plans."""
    return bool(words.planned.every([i.keys for i in items]))


def status_of(event: Event, words: EventWords) -> str:
    """The status that the words tell; else it has been."""
    around = [i.keys for i in _around(event)]
    clause = [i.keys for i in event.reading.items]
    if words.cancelled.every(around if event.finite else clause):
        return "cancelled"
    if event.entry.not_yet or _is_planned(event, words):
        return "planned"
    return "ongoing" if words.ongoing.every(around) else "occurred"


def _around(event: Event) -> Sequence[Item]:
    """The words of the clause close to the head."""
    reading, place = event.reading, event.place
    first = max(reading.clauses.segment(place).first, place - 6)
    return reading.items[first : place + 4]


def _is_planned(event: Event, words: EventWords) -> bool:
    """The verb group or the word before the head looks ahead; of a named event also what is said of it."""
    items, place = event.reading.items, event.place
    if event.finite:
        return looks_ahead(items[max(0, place - 5) : place + 1], words)
    return looks_ahead(items[max(0, place - 3) : place + 2], words) or _will_be(event)


def _will_be(event: Event) -> bool:
    """'the visit ..., she was confident that this visit will ...'."""
    lows = [i.low for i in event.reading.items]
    following = zip(lows, lows[1:], lows[2:], strict=False)
    return any(a in _THIS and b == event.event_type and c == "will" for a, b, c in following)
