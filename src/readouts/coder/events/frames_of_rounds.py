"""Frames of talks and conferences by name: 'A and B led the first A-B Dialogue', 'the Summit was held'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.events.frames_of_meetings import are_of_two_sides
from readouts.coder.events.model import Part, one_each
from readouts.coder.events.states_near import both_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_REACH = 10
_ENDS = frozenset({",", ";", ".", "in", "at", "to", "that", "on"})
_SIDE_KINDS = frozenset({"state", "adjective"})


def leads(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B led the first Strategic Dialogue', 'A held the second round of A-B consultations'."""
    named = _named_talks(near, head.last)
    if named is None:
        return []
    subjects = near.subjects(head.first, "counterpart")
    others = near.behind("with", named[-1][0], "counterpart")
    parts = one_each([*subjects, *others])
    if not are_of_two_sides(parts):
        parts = one_each([*parts, *_sides_in((i for _, i in named), parts)])
    if len(parts) == 1 and _is_chaired_by_two(near, head, (i for _, i in named)):
        code = near.side_facing(parts[0].entity.speaks_for)
        parts += [near.here(near.discourse.registry.side(code), "counterpart", head.first)] if code else []
    return _led_by(near, head.last, parts) if are_of_two_sides(parts) else []


def _is_chaired_by_two(near: ActorsNear, head: Head, named: Iterable[Item]) -> bool:
    """'co-chaired the consultations': somebody else did so, too, for the other side."""
    is_shared = any(low_at(near.items, k).startswith("co-") for k in range(head.first, head.last))
    return is_shared or any(i.low in near.words.conferences.shared for i in named)


def took_place(near: ActorsNear, head: Head) -> list[Part]:
    """'The second round of consultations between A and B was held in X', 'the Summit of C was held'."""
    subject = near.items[_clause_start(near, head.first) : head.first]
    if head.entry.event_type == "conference":
        return _convened([*subject, *_not_at(near, head.last)], near)
    if not any(i.low in near.words.conferences.rounds for i in subject):
        return []
    behind = near.behind("between", head.last, "counterpart")
    behind = behind or near.behind("between", head.first - len(subject), "counterpart")
    parts = behind if are_of_two_sides(behind) else one_each(_sides_in(subject, []))
    if not are_of_two_sides(parts) and _is_next_or_last(subject, near):
        parts = both_states(near, head.first, "counterpart")
    return _led_by(near, head.last, parts) if are_of_two_sides(parts) else []


def _is_next_or_last(subject: Sequence[Item], near: ActorsNear) -> bool:
    """'The last round', 'the first session of the commission': of the two sides, if of no body."""
    lows = {i.low for i in subject}
    bodies = [i.mention for i in subject if i.is_mention("organisation") and i.mention]
    known = near.discourse.registry.known.organisations
    is_of_body = any(m.entity and m.entity.code in known for m in bodies)
    return bool(lows & near.words.conferences.in_row) and not is_of_body and near.is_of_two


def session(near: ActorsNear, head: Head) -> list[Part]:
    """'at the second session of their commission', 'the next round in X': of the two sides."""
    parts = near.behind("between", head.last, "counterpart")
    if are_of_two_sides(parts):
        return parts
    is_of_body = any(i.is_mention("organisation") for i in near.items[head.last : head.last + 3])
    return [] if is_of_body or not near.is_of_two else both_states(near, head.first, "counterpart")


def _clause_start(near: ActorsNear, place: int) -> int:
    """Where the clause of a verb begins; a bracket or comma inside its subject begins none."""
    clauses = near.reading.clauses
    before = clauses.segments[: clauses.segment_at(place) + 1]
    return next(s.first for s in reversed(before) if s.kind != "comma" or s.first == 0)


def _not_at(near: ActorsNear, last: int) -> list[Item]:
    """What stands right behind a verb, but for 'at the Guest House'."""
    behind = range(last, min(last + 3, len(near.items)))
    return [near.items[k] for k in behind if near.word_before(k) != "at"]


def _convened(subject: Sequence[Item], near: ActorsNear) -> list[Part]:
    """The body whose conference it is."""
    if not any(
        i.low in near.words.conferences.nouns or i.low in near.words.conferences.rounds for i in subject
    ):
        return []
    bodies = [i.mention for i in subject if i.is_mention("organisation") and i.mention]
    parts = [Part.of(m.entity, "organiser", m) for m in bodies if m.entity]
    known = near.discourse.registry.known.organisations
    return ([p for p in parts if p.entity.code in known] or parts)[:1]


def _named_talks(near: ActorsNear, first: int) -> list[tuple[int, Item]] | None:
    """The places of the object, if it is talks: up to their noun and what it belongs to."""
    found: list[tuple[int, Item]] = []
    is_talks = False
    for place in range(first, min(first + _REACH, len(near.items))):
        item = near.items[place]
        if item.low in _ENDS:
            break
        found.append((place, item))
        is_talks = is_talks or item.low in near.words.conferences.rounds
    return found if is_talks else None


def _sides_in(items: Iterable[Item], parts: Sequence[Part]) -> list[Part]:
    """The states in a name ('the Kenya-Norway Dialogue') for whom nobody is there yet."""
    there = {p.entity.speaks_for for p in parts}
    mentions = [i.mention for i in items if i.mention and i.mention.kind in _SIDE_KINDS]
    named = [Part.of(m.entity, "counterpart", m) for m in mentions if m.entity]
    return [p for p in named if p.entity.speaks_for not in there]


def _led_by(near: ActorsNear, last: int, parts: list[Part]) -> list[Part]:
    """'..., led by X of A and Y of B': the people instead of their states."""
    for place in range(last, len(near.items) - 1):
        if near.items[place].low in near.words.led_by and low_at(near.items, place + 1) == "by":
            people = near.named_at(place + 2, "counterpart")
            sides = {p.entity.speaks_for for p in people}
            return one_each([*people, *(p for p in parts if p.entity.speaks_for not in sides)])
    return parts
