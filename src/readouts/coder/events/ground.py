"""Where an event was: told beside it, or known from host, visit and dateline."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import PREPOSITIONS
from readouts.coder.clauses.items import past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.model import Event, Part
    from readouts.coder.events.scene import Scene

Ground = tuple[str | None, str | None]
NOWHERE: Ground = (None, None)
_BREAKS = frozenset({";", "that", "ahead"})
_AT = frozenset({"in", "at"})
_PLACE_KINDS = frozenset({"metonym", "place"})
_PLACED_BY_DATELINE = frozenset({"statement", "ceremony", "agreement"})
_VISITING = "visiting"
_OFFICE = frozenset({("his", "office"), ("her", "office")})
_SUMMONS = ("summon", "expel")
_VISITED = frozenset({"state", "metonym"})
_NOUN_REACH = 8


def ground_told(event: Event) -> Ground:
    """Place as named and country, from 'in X' behind the head."""
    end = (
        len(event.reading.items) if event.finite else min(event.place + _NOUN_REACH, len(event.reading.items))
    )
    return _ground_within(event, range(event.place, end)) or _fronted_ground(event) or NOWHERE


def _fronted_ground(event: Event) -> Ground | None:
    """'On the sidelines of the Assembly in New York, X met Y'."""
    segment = event.reading.clauses.segments[0]
    is_fronted = event.finite and event.reading.items[0].low in PREPOSITIONS and segment.last <= event.place
    return _ground_within(event, range(segment.first, segment.last)) if is_fronted else None


def _ground_within(event: Event, places: range) -> Ground | None:
    items = event.reading.items
    for place in places:
        low = items[place].low
        if low in _BREAKS or (low == "," and not event.finite):
            break
        ground = _ground_at(event, place) if place else None
        if ground is not None:
            return ground
    return None


def _ground_at(event: Event, place: int) -> Ground | None:
    """The ground that an item names as such."""
    item, mention = event.reading.items[place], event.reading.items[place].mention
    link = _link(event.reading.items, place)
    if mention is None or link not in _AT:
        return None
    if mention.kind in _PLACE_KINDS:
        return event.reading.sentence_text(item), mention.code
    if mention.kind == "state" and link == "in":
        return None, mention.code
    if mention.kind == "state" and mention.reason == "body at home":
        return event.reading.sentence_text(item), mention.code
    if mention.kind == "organisation" and link == "at" and event.event_type == "conference":
        return event.reading.sentence_text(item), mention.entity.country if mention.entity else None
    return None


def _link(items: Sequence[Item], place: int) -> str:
    cursor = place - 1
    while cursor > 0 and items[cursor].low in ("the", "both"):
        cursor -= 1
    return items[cursor].low


def country_of_main(event: Event, events: Sequence[Event], scene: Scene) -> str | None:
    """Where the main event was, when nothing is told beside it."""
    kind = event.event_type
    if kind == "meeting":
        there = _visited_there(event.reading, events) or _ground_of_guest(event, scene)
        there = there or _home_ground(event, scene)
        return there or _visited_in_text(event, scene)
    if kind == "protest":
        return _ground_of_summons(event, scene)
    if kind in ("visit", "accreditation"):
        hosts = {part.entity.speaks_for for part in event.with_role("host")}
        return hosts.pop() if len(hosts) == 1 else None
    if kind == "conference":
        return _home_of_hosts(event, scene) or scene.dateline_country
    return scene.dateline_country if kind in _PLACED_BY_DATELINE else None


def _home_of_hosts(event: Event, scene: Scene) -> str | None:
    """The one state whose people or house are hosts."""
    homes = {p.entity.country or p.entity.speaks_for for p in event.with_role("host")}
    home = homes.pop() if len(homes) == 1 else None
    return home if scene.is_state(home) else None


def _visited_there(reading: Reading, events: Sequence[Event]) -> str | None:
    """The state of a visit that the same sentence tells."""
    visit = next((e for e in events if e.event_type == "visit" and e.reading is reading), None)
    return next((p.entity.code for p in visit.with_role("host")), None) if visit else None


def _visited_in_text(event: Event, scene: Scene) -> str | None:
    """'their visit to X', of talks whose place is not told: the side that is visited."""
    for reading in scene.body:
        for place, item in enumerate(reading.items[:-1]):
            behind = past(reading.items, place + 1, ("to",))
            mention = reading.items[behind].mention if behind < len(reading.items) else None
            if item.low == "visit" and mention and mention.kind in _VISITED and mention.code in event.sides():
                return mention.code
    return None


def _home_ground(event: Event, scene: Scene) -> str | None:
    """A host is at home; else the dateline tells where the news is from."""
    return _home_of_host(event, scene) or scene.dateline_country


def _home_of_host(event: Event, scene: Scene) -> str | None:
    """The state of the first person who is host."""
    side = next((p.entity.speaks_for for p in event.with_role("host") if p.is_person), None)
    return side if scene.is_state(side) else None


def country_of_background(event: Event, events: Sequence[Event], scene: Scene) -> str | None:
    """Where an event was that is told in passing: on the ground of the state that is host, or of a visit."""
    hosts = [p.entity.code for p in event.with_role("host") if p.entity.kind == "state"]
    if hosts and hosts[0]:
        return hosts[0]
    if event.event_type == "protest":
        return _ground_of_summons(event, scene)
    if event.event_type == "accreditation":
        return _home_of_host(event, scene)
    if event.event_type != "meeting":
        return None
    return _home_of_host(event, scene) or _ground_of_guest(event, scene) or _visited(event, events)


def _ground_of_summons(event: Event, scene: Scene) -> str | None:
    """Envoys are summoned to the ministry of the state that protests, and sent away from its ground."""
    low = event.reading.items[event.place].low
    told = [i.low for i in event.reading.items[event.place : event.place + 3]]
    is_there = any(word.startswith(_SUMMONS) for word in (low, *told))
    states = {p.entity.speaks_for for p in event.with_role("speaker")}
    state = states.pop() if is_there and len(states) == 1 else None
    return state if scene.is_state(state) else None


def _ground_of_guest(event: Event, scene: Scene) -> str | None:
    """A 'visiting' guest, and an envoy to the state whose people take part, are on its ground."""
    sides = event.sides()
    lows = [i.low for i in event.reading.items]
    pairs = list(itertools.pairwise(lows))
    own = scene.discourse.registry.home
    if ("our", "country") in pairs and own in sides:
        return own
    if not _OFFICE.isdisjoint(pairs) and event.parts and scene.is_state(event.parts[0].entity.speaks_for):
        return event.parts[0].entity.speaks_for
    for part in event.parts:
        others = sides - {part.entity.speaks_for}
        posts = {o.accredited_to for o in part.entity.offices if o.accredited_to}
        home = next(iter(others)) if len(others) == 1 else None
        if home and scene.is_state(home) and (home in posts or _is_visiting(event, part)):
            return home
    return None


def _is_visiting(event: Event, part: Part) -> bool:
    items = event.reading.items
    place = next((k for k, i in enumerate(items) if i.start == part.start), 0)
    is_said = items[place].low.startswith(_VISITING)
    return is_said or any(i.low == _VISITING for i in items[max(0, place - 2) : place])


def _visited(event: Event, events: Sequence[Event]) -> str | None:
    """A guest meets the hosts of the visit on their ground."""
    for visit in events:
        if visit.event_type == "visit":
            ground = next((p.entity.code for p in visit.with_role("host")), None)
            guests = {p.entity for p in visit.with_role("guest")}
            if ground in event.sides() and guests & event.entities:
                return ground
    return None


def ground_of_welcome(event: Event) -> Ground:
    """'welcome you to Beijing and to the Forum': the place named before the occasion."""
    for item in reversed(event.reading.items[: event.place]):
        if item.mention and item.mention.kind in _PLACE_KINDS:
            return event.reading.sentence_text(item), item.mention.code
    return NOWHERE
