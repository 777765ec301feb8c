"""The states around the head of an event: whose ground, whose relations, whose diplomats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at, past
from readouts.coder.events.actors_near import REACH
from readouts.coder.events.model import Part

if TYPE_CHECKING:
    from readouts.coder.clauses.items import Item
    from readouts.coder.events.actors_near import ActorsNear

_GROUND_KINDS = frozenset({"state", "metonym", "place"})
_STATE_KINDS = frozenset({"state", "adjective"})
_NO_GROUND_BEHIND = frozenset({".", ";", "that"})
_NOT_GROUND = frozenset({"of", "from", "by"})
_HOUSE = frozenset({"at", "by"})
_RELATIONS_REACH = 10
_NATIONALITY_REACH = 4


def ground(near: ActorsNear, first: int, last: int) -> Part | None:
    """The state on whose ground it was, as host: 'to China', 'Beijing', 'your country'."""
    for place in range(first, min(last, len(near.items))):
        low = near.items[place].low
        if low in _NO_GROUND_BEHIND or (low == "," and place > first):
            return None
        code = _ground_named(near, place)
        if code:
            return _host(near, code, place)
        if low == "your" and _is_spoken(near, first):
            return _ground_of_addressee(near, first, place)
    return None


def grounds(near: ActorsNear, first: int, last: int) -> list[Part]:
    """The states of a trip, as hosts: 'to A, B and C'."""
    host = ground(near, first, last)
    if host is None:
        return []
    hosts = [host]
    place = next((k for k, item in enumerate(near.items) if item.start == host.start), len(near.items))
    while low_at(near.items, place + 1) in (",", "and"):
        place = past(near.items, place + 1, (",", "and"))
        code = _ground_named(near, place) if place < len(near.items) else None
        if code is None or near.reading.clauses.starts_clause(place):
            break
        hosts.append(_host(near, code, place))
    return hosts


def _ground_named(near: ActorsNear, place: int) -> str | None:
    mention = near.items[place].mention
    if mention is None or mention.kind not in _GROUND_KINDS or near.word_before(place) in _NOT_GROUND:
        return None
    return mention.code


def _is_spoken(near: ActorsNear, place: int) -> bool:
    """Whether somebody of a known side speaks."""
    voice = near.voice(place)
    return bool(voice and voice.speakers and voice.speakers[0].speaks_for)


def _ground_of_addressee(near: ActorsNear, first: int, place: int) -> Part | None:
    voice = near.voice(first)
    other = near.side_facing(voice.speakers[0].speaks_for) if voice else None
    return _host(near, other, place) if other else None


def _host(near: ActorsNear, code: str, place: int) -> Part:
    return near.here(near.discourse.registry.side(code), "host", place)


def venue(near: ActorsNear, last: int) -> Part | None:
    """'at the Institute': the house is the host."""
    for place in range(last, min(last + REACH, len(near.items))):
        mention = near.items[place].mention
        if mention and mention.kind == "organisation" and near.word_before(place) in _HOUSE:
            return Part.of(mention.entity, "host", mention) if mention.entity else None
    return None


def nationality(near: ActorsNear, last: int, role: str) -> list[Part]:
    """'two Belarusian diplomats': the state."""
    for item in near.items[last : last + _NATIONALITY_REACH]:
        if item.mention and item.mention.kind == "adjective" and item.mention.entity:
            return [Part.of(item.mention.entity, role, item.mention)]
    return []


def state_behind(near: ActorsNear, last: int, links: frozenset[str], role: str) -> list[Part]:
    """The state right behind one of some prepositions: 'to Algeria'."""
    place = past(near.items, last + 1, ("the",))
    if low_at(near.items, last) not in links or place >= len(near.items):
        return []
    mention = near.items[place].mention
    code = mention.code if mention and mention.kind in _GROUND_KINDS else None
    return [near.here(near.discourse.registry.side(code), role, place)] if code else []


def people_of(near: ActorsNear, last: int, role: str) -> list[Part]:
    """'to the people of Jamaica', 'the Lao people': the state."""
    for item in near.items[last : last + _RELATIONS_REACH]:
        if item.mention and item.mention.kind in _STATE_KINDS and item.mention.entity:
            return [Part.of(item.mention.entity, role, item.mention)]
    return []


def states_related(near: ActorsNear, first: int, last: int) -> list[Part]:
    """The two states of 'relations between A and B', 'A-B relations', or 'with A' and the subject's own."""
    found = _states_named(near, first, last)
    if len(found) < 2:
        for part in near.subjects(first, "subject"):
            side = part.entity.speaks_for
            if side and side not in found:
                found[side] = next(i for i in near.items if i.start <= part.start < i.end)
    registry = near.discourse.registry
    return [Part(registry.side(code), "subject", i.start, i.end) for code, i in found.items()][:2]


def _states_named(near: ActorsNear, first: int, last: int) -> dict[str, Item]:
    found: dict[str, Item] = {}
    capital: Item | None = None
    for item in near.items[first : last + _RELATIONS_REACH]:
        if item.low in (";", "."):
            break
        if item.is_mention("metonym") and capital is None:
            capital = item
        if item.mention and item.mention.kind in _STATE_KINDS and item.mention.code:
            found.setdefault(item.mention.code, item)
    if not found and capital and capital.mention and capital.mention.code:
        found[capital.mention.code] = capital  # 'severed ties with Paris'
    return found


def both_states(near: ActorsNear, place: int, role: str) -> list[Part]:
    """The two sides of the article, shown by the word at a place."""
    return [near.here(near.discourse.registry.side(side), role, place) for side in near.dyad.sides[:2]]
