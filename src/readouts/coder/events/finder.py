"""The events of one article, step by step: found, one chosen as the news, settled, joined if told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.actors_near import ActorsNear
from readouts.coder.events.asked import asked_events
from readouts.coder.events.between_states import is_between_states, those_between_states
from readouts.coder.events.clauses import events_at
from readouts.coder.events.conferences import conference_events
from readouts.coder.events.frames import parts_around
from readouts.coder.events.heads import heads_in
from readouts.coder.events.joining import join_tellings
from readouts.coder.events.main_event import main_events
from readouts.coder.events.occasion_events import occasion_events
from readouts.coder.events.roles import settle_roles, show_actors
from readouts.coder.events.round_ups import further_events
from readouts.coder.events.settling import settle
from readouts.coder.events.untold import untold_event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.model import Event
    from readouts.coder.events.scene import Scene
    from readouts.coder.names.model import Entity

_LED = frozenset({"leads", "took_place"})
_OF_TWO = frozenset({"meeting", "call"})


def find_events(scene: Scene) -> list[Event]:
    """All events of an article, the main one first."""
    events = _told_events(scene)
    main = main_events(events, scene)
    if not main or scene.is_issued or scene.is_press_conference:
        untold = untold_event(scene)
        found = [untold] if untold and is_between_states(untold, scene) else []
        main += found
        events += found
    for event in main:
        event.salience = "main"
    settle(events, main, scene)
    joined = [e for e in join_tellings(events) if e.is_main or _counts_beside(e, main)]
    for event in joined:
        settle_roles(event)
    show_actors(joined, scene)
    return sorted(joined, key=lambda e: (not e.is_main, e.start, e.end, e.event_type))


def _counts_beside(event: Event, main: Sequence[Event]) -> bool:
    """Wishes are part of a meeting, but messages of their own in a report of messages."""
    is_message = event.event_type == "message" and any(e.event_type == "message" for e in main)
    has_addressee = any(p.is_person for p in event.with_role("addressee"))
    return not event.entry.main_only or (is_message and event.told and has_addressee)


def _told_events(scene: Scene) -> list[Event]:
    """What the sentences tell, in their order, with the occasions that they name."""
    events: list[Event] = []
    for reading in scene.body:
        events += _in_sentence(reading, scene, _pair(events))
    events += occasion_events(scene, events)
    events = those_between_states(events, scene)
    return sorted(events, key=lambda e: (e.start, e.place, e.end, e.entry.rule))


def _pair(events: Sequence[Event]) -> tuple[Entity, ...]:
    """Those who met or called each other in the event told last, whom 'the two ministers' means."""
    for event in reversed(events):
        people = [p.entity for p in event.parts if p.entity.speaks_for]
        if event.event_type in _OF_TWO and event.finite and len(people) > 1:
            return tuple(people)
    return ()


def _in_sentence(reading: Reading, scene: Scene, pair: tuple[Entity, ...]) -> list[Event]:
    """The events of a sentence; a word that is part of one event is the head of no other."""
    near = ActorsNear(reading, scene.discourse, scene.dyad, scene.words, pair, scene.authors)
    found: list[Event] = []
    taken: set[int] = set()
    for head in heads_in(reading, scene):
        parts = [] if head.first in taken else parts_around(head, near)
        if parts:
            taken.update(range(head.first, head.last))
            found += events_at(head, parts, reading, scene)
            found += further_events(head, near, scene)
    found = _without_names_of_talks(found)
    found += conference_events(reading, scene, found)
    return [*found, *asked_events(reading, scene, found)]


def _without_names_of_talks(events: list[Event]) -> list[Event]:
    """'A and B led the second session of their commission': the session is what they led."""
    if not any(e.entry.frame in _LED for e in events):
        return events
    return [e for e in events if e.entry.frame != "session"]
