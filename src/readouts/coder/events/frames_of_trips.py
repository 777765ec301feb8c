"""Frames of trips told beside something else: 'who is on a visit to X', 'at the invitation of X'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.events.model import one_each
from readouts.coder.events.states_near import ground, state_behind

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part

_TO = frozenset({"to"})
_REACH = 5
_BEFORE = 3
_WHO = frozenset({"who"})


def on_visit(near: ActorsNear, head: Head) -> list[Part]:
    """'X, on a visit to Y', 'X, who is in Y on a visit', 'received X, who arrived for a visit'."""
    guest = _guest(near, head)
    if guest is None:
        return []
    host = _ground_named(near, head) or _receiver(near, head, guest)
    if host is None or host.entity.speaks_for == guest.entity.speaks_for:
        return []
    return [guest, host]


def _guest(near: ActorsNear, head: Head) -> Part | None:
    """Whom 'who' is about, the person right before, else the subject."""
    segment = near.reading.clauses.segment(head.first)
    if segment.kind != "relative":
        for place in range(head.first - 1, max(-1, head.first - _BEFORE), -1):
            if near.items[place].is_mention("person"):
                return next(iter(near.parts([near.items[place]], "guest", place)), None)
    guests = near.subjects(head.first, "guest")
    return next((p for p in guests if p.entity.speaks_for and (p.is_person or _is_office(near, p))), None)


def _is_office(near: ActorsNear, part: Part) -> bool:
    return any(i.start == part.start and i.is_mention("office") for i in near.items)


def _ground_named(near: ActorsNear, head: Head) -> Part | None:
    """'on a visit to Y'; 'is in Y on a visit'."""
    told = state_behind(near, head.last - 1, _TO, "host") or state_behind(near, head.last, _TO, "host")
    return told[0] if told else ground(near, max(0, head.first - _REACH), head.last)


def _receiver(near: ActorsNear, head: Head, guest: Part) -> Part | None:
    """The other side of the sentence, whoever received the guest; else the side that the guest faces."""
    before = [i for i in near.items[: head.first] if i.is_mention("person")]
    sides = [p.entity.speaks_for for i in before for p in near.parts([i], "host", head.first)]
    facing = [s for s in sides if s and s != guest.entity.speaks_for]
    code = facing[0] if facing else near.side_facing(guest.entity.speaks_for)
    return near.here(near.discourse.registry.side(code), "host", head.first) if code else None


def at_invitation(near: ActorsNear, head: Head) -> list[Part]:
    """'At the invitation of X, Y will visit Z'."""
    speakers = near.named_at(head.last, "speaker")
    people = [p for p in speakers if p.is_person] or speakers
    guests = near.subjects(head.first, "addressee")
    if low_at(near.items, head.first - 1) in _WHO:
        guests = near.subjects(head.first - 1, "addressee")
    guests = [p for p in guests if p.entity not in {s.entity for s in people}]
    return one_each([*people[:1], *guests[:1]]) if people and guests else []
