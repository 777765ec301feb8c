"""Meetings of a trip: when they were, by the visit in whose course they were, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.dates.when import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.events.model import Event

_NEAR = 2
_KNOWN = frozenset({"day", "span"})
_REACH = 6
_EARLIER = frozenset({"last", "previous", "recalled", "recalling", "first", "earlier", "past"})


def date_by_visit(event: Event, events: Sequence[Event]) -> When:
    """The date of a meeting; one told right after the visit of its guest was within the days of the visit."""
    visit = next((v for v in events if _is_in_course(event, v)), None)
    if visit is None:
        return event.when
    if event.is_dated and not _is_of_visit(event, visit):
        return event.when
    if visit.when.precision == "day":
        return visit.when
    return When.bounded(visit.when.start, visit.when.end, visit.when.basis)


def _is_in_course(event: Event, visit: Event) -> bool:
    """Whether a visit of the guest to this very ground is told in the same sentence or shortly before."""
    distance = event.reading.sentence.index - visit.reading.sentence.index
    if visit.event_type != "visit" or visit.when.precision not in _KNOWN or not 0 <= distance <= _NEAR:
        return False
    hosts = {p.entity.code for p in visit.with_role("host")}
    guests = {p.entity for p in visit.with_role("guest")}
    return hosts == {event.country} and bool(guests & event.entities)


def _is_of_visit(event: Event, visit: Event) -> bool:
    """'will visit X on 3 and 4 May, where she meets Y': the days are those of the visit."""
    return event.reading is visit.reading and event.when == visit.when


def date_by_meeting(visit: Event, events: Sequence[Event]) -> When:
    """'X's visit' in the report of a meeting of X with the hosts on their ground: begun by then."""
    grounds = {p.entity.code for p in visit.with_role("host")}
    guests = {p.entity for p in visit.with_role("guest")}
    if visit.finite or visit.status != "occurred" or _is_past(visit):
        return visit.when
    for event in events:
        is_of_it = event.is_main and event.event_type == "meeting" and guests & event.entities
        if is_of_it and grounds == {event.country} and event.when.precision == "day":
            return When.bounded(None, event.when.end, event.when.basis)
    return visit.when


def _is_past(visit: Event) -> bool:
    """'recalled his visit', 'the last visit': another one."""
    items, place = visit.reading.items, visit.place
    return any(i.low in _EARLIER for i in items[max(0, place - _REACH) : place + 3])
