"""The same event told twice in one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from readouts.coder.dates.words import date_words
from readouts.coder.events.dating import can_be_same, merge_when

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readouts.coder.events.model import Event, Part
    from readouts.coder.names.model import Entity

T = TypeVar("T")
_NEAR = 2
_COUNT_REACH = 8
_ROUNDS = frozenset({"session", "took_place", "leads"})
_COUNTING = frozenset({*date_words().ordinals, "last", "next", "previous"})
_BY_PEOPLE = frozenset({"agreement", "protest"})
_WITH_DIRECTION = frozenset({"invitation", "message", "protest", "statement"})


def join_tellings(events: Iterable[Event]) -> list[Event]:
    """The events, each once: what a second telling adds of date and place goes to the first."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (not e.is_main, e.start)):
        twin = next((k for k in kept if are_same(k, event)), None)
        if twin is None:
            kept.append(event)
            continue
        if _tells_people_of(twin, event):
            twin.parts = event.parts
        twin.when = merge_when(twin.when, event.when)
        twin.venue, twin.country = twin.venue or event.venue, twin.country or event.country
    return kept


def are_same(a: Event, b: Event) -> bool:
    """Whether `b` tells `a` again: type and people, and no date or place against it."""
    if a.event_type != b.event_type or a.occasion != b.occasion:
        return False
    if _is_other_statement(a, b) or _is_other_round(a, b):
        return False
    if not can_be_same(a.when, b.when) or (a.country and b.country and a.country != b.country):
        return False
    return _tells_people_of(a, b) or _tells_people_of(b, a) or _are_of_same(a, b)


def _are_of_same(a: Event, b: Event) -> bool:
    """Whether the same people take part, in the same direction where there is one."""
    if a.event_type == "invitation" and a.entities == b.entities:
        return _are_close(a, b)
    if a.event_type in _WITH_DIRECTION:
        return _one_holds_the_other(_roles(a.parts), _roles(b.parts))
    if a.event_type == "visit" and _is_leg(a, b):
        return False
    return _one_holds_the_other(a.entities, b.entities) or _is_summary(b, a)


def _tells_people_of(a: Event, b: Event) -> bool:
    """'A and B signed three agreements. They were signed by X and Y', told close to each other."""
    is_close = abs(a.reading.sentence.index - b.reading.sentence.index) <= _NEAR
    if a.event_type not in _BY_PEOPLE or not is_close or a.sides() != b.sides():
        return False
    return not any(p.is_person for p in a.parts) and all(p.is_person for p in b.parts)


def _is_leg(a: Event, b: Event) -> bool:
    """'travels to A, B and C. X visits A on Monday': a trip and one of its legs are two visits."""
    grounds = [{p.entity.speaks_for for p in e.with_role("host")} for e in (a, b)]
    return grounds[0] != grounds[1] and max(map(len, grounds)) > 1 and (b.finite or b.is_dated)


def _is_other_round(a: Event, b: Event) -> bool:
    """'the second session', 'the last round': counted otherwise."""
    if a.entry.frame not in _ROUNDS or b.entry.frame not in _ROUNDS:
        return False
    first, second = _count(a), _count(b)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _count(event: Event) -> set[str]:
    """The words near its head that count a round of talks."""
    items, place = event.reading.items, event.place
    return {i.low for i in items[max(0, place - _COUNT_REACH) : place + 3] if i.low in _COUNTING}


def _is_other_statement(a: Event, b: Event) -> bool:
    """What several said and what one of them said, told apart: two statements."""
    return a.event_type == "statement" and a.entities != b.entities and not _are_close(a, b)


def _are_close(a: Event, b: Event) -> bool:
    """Told in the same sentence or the next one."""
    return abs(a.reading.sentence.index - b.reading.sentence.index) <= 1


def _one_holds_the_other(a: set[T], b: set[T]) -> bool:
    return a <= b or b <= a


def _roles(parts: Iterable[Part]) -> set[tuple[Entity, str]]:
    return {(p.entity, p.role) for p in parts}


def _is_summary(event: Event, main: Event) -> bool:
    """The main event named once more, by its sides or some of its people."""
    people = {e for e in event.entities if e.kind == "person"}
    is_named = main.is_main and not event.finite and event.entry.frame != "session"
    return is_named and main.sides() == event.sides() and people <= main.entities
