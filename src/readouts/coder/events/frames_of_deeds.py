"""Frames of other deeds: invited, issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.events.model import Part, one_each

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_TO_REACH = 8


def invites(near: ActorsNear, head: Head) -> list[Part]:
    """'A invited B', 'B accepted the invitation'."""
    if near.items[head.first].low in near.words.accepting:
        return _accepted(near, head)
    if _is_to_do_otherwise(near, head.last):
        return []
    inviters = near.subjects(head.first, "speaker")
    guests = near.objects(head.last, "addressee")
    return one_each([*inviters, *guests]) if inviters and guests else []


def _is_to_do_otherwise(near: ActorsNear, last: int) -> bool:
    """'invites both governments to negotiate': neither to a visit nor to an occasion."""
    place = next(
        (k for k in range(last, min(last + _TO_REACH, len(near.items))) if near.items[k].low == "to"), None
    )
    if place is None:
        return False
    low = low_at(near.items, place + 1)
    return near.reading.clauses.verbs.is_verb(low) and low not in near.words.invited_to


def _accepted(near: ActorsNear, head: Head) -> list[Part]:
    guests = near.subjects(head.first, "addressee")
    host = near.person_facing(guests[0].entity.speaks_for) if guests else None
    return [near.here(host, "speaker", head.first), *guests] if host else guests


def thanked(near: ActorsNear, head: Head) -> list[Part]:
    """'Thank you for the invitation': the one who thanks was invited by the one spoken to."""
    voice = near.voice(head.first)
    guest = voice.speakers[0] if voice and voice.speakers else None
    if guest is None:
        guest = next((p.entity for p in near.subjects(head.first, "addressee")), None)
    if guest is None or guest.speaks_for is None:
        return []
    host = near.person_facing(guest.speaks_for)
    hosts = [near.here(host, "speaker", head.first)] if host else []
    return [*hosts, near.here(guest, "addressee", head.first)]


def issued(near: ActorsNear, head: Head) -> list[Part]:
    """'joint statement by A and B'."""
    parts = near.named_at(head.last, "speaker")
    return parts if len(parts) > 1 else []
