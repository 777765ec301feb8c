"""Frames of relations between states: established, raised, severed; recognition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.events.model import Part, one_each
from readouts.coder.events.states_near import both_states, states_related

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_PAIR = 2
_RELATIONS_REACH = 8
_STATE_KINDS = frozenset({"state", "metonym"})
_NO_RECOGNITION = frozenset({"as", "'s"})


def relations(near: ActorsNear, head: Head) -> list[Part]:
    """'the establishment of relations between A and B', 'A severed ties with B', and who announces it."""
    states = states_related(near, head.first, head.last)
    if len(states) < _PAIR and any(i.is_mention("group") for i in near.items[head.first : head.last]):
        states = both_states(near, head.first, "subject")
    if len(states) == 1:
        states = one_each([*_state_before(near, head.first), *states])
    named = {i.start for i in near.items if i.is_mention("person", "office")}
    people = [p for p in near.subjects(head.first, "speaker") if p.is_person and p.start in named]
    announcers = people if len(people) > 1 else _announcers(near, head.first)
    return one_each([*states, *announcers]) if len(states) > 1 else []


def _state_before(near: ActorsNear, place: int) -> list[Part]:
    """'The island state of X has severed ties with Y'."""
    first = near.reading.clauses.segment(place).first
    states = [i.mention for i in near.items[first:place] if i.is_mention("state") and i.mention]
    return [Part.of(m.entity, "subject", m) for m in states[-1:] if m.entity]


def raises(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B agreed to elevate their relations to a strategic partnership'."""
    behind = near.items[head.last : head.last + _RELATIONS_REACH]
    if not any(i.low in near.words.relations for i in behind):
        return []
    states = states_related(near, head.first, head.last)
    return states if len(states) > 1 else both_states(near, head.first, "subject")


def _announcers(near: ActorsNear, first: int) -> list[Part]:
    """'..., Foreign Minister X announced'."""
    voice = near.voice(first)
    if voice is None or voice.sieve != "backward":
        return []
    items = {e: i for i in near.items if i.mention for e in i.mention.entities}
    people = [s for s in voice.speakers if s in items and s.kind == "person"]
    return [Part(s, "speaker", items[s].start, items[s].end) for s in people]


def recognises(near: ActorsNear, head: Head) -> list[Part]:
    """'A recognised B (as an independent state)'; 'recognised B as part of C' is another thing."""
    if low_at(near.items, head.last) in _NO_RECOGNITION:
        return []
    subjects = near.subjects(head.first, "subject")
    named = [i for i in near.items[head.first : head.last] if i.mention and i.mention.kind in _STATE_KINDS]
    registry = near.discourse.registry
    sides = [(p.entity.speaks_for, p.start, p.end) for p in subjects]
    sides += [(i.mention.code, i.start, i.end) for i in named if i.mention]
    parts = one_each(Part(registry.side(s), "subject", a, b) for s, a, b in sides if s)
    return parts if len(parts) > 1 else []
