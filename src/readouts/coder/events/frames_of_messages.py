"""Frames of messages: who sends, who receives; letters that several exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.model import one_each
from readouts.coder.events.states_near import people_of

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part

_LETTERS = frozenset({"letter", "message", "note"})


def sends(near: ActorsNear, head: Head) -> list[Part]:
    """'A sent B a message', 'A sent a message to B'."""
    senders = near.subjects(head.first, "speaker")
    addressees = near.behind("to", head.last - 1, "addressee") or near.objects(head.last, "addressee")
    addressees = addressees or people_of(near, head.last, "addressee")
    return one_each([*senders, *addressees]) if senders else []


def gets(near: ActorsNear, head: Head) -> list[Part]:
    """'A received a message from B'."""
    addressees = near.subjects(head.first, "addressee")
    senders = near.behind("from", head.last - 1, "speaker")
    return one_each([*senders, *addressees]) if senders and addressees else []


def in_letter(near: ActorsNear, head: Head) -> list[Part]:
    """'A received a letter from B, which includes an invitation': B invites A."""
    first = next((k for k in range(head.first) if near.items[k].low in _LETTERS), None)
    if first is None:
        return []
    senders = near.behind("from", first, "speaker")[:1]
    addressees = near.subjects(max(0, first - 1), "addressee")[:1]
    return one_each([*senders, *addressees]) if senders and addressees else []


def replies(near: ActorsNear, head: Head) -> list[Part]:
    """'In his reply, A said': to whom A faces."""
    senders = [p for p in near.subjects(head.first, "speaker") if p.is_person]
    person = near.person_facing(senders[0].entity.speaks_for) if senders else None
    return [*senders[:1], near.here(person, "addressee", head.first)] if person else []


def exchanges(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B exchanged messages'."""
    parts = near.subjects(head.first, "speaker")
    return parts if len(parts) > 1 else []
