"""The events of one article, step by step: found, one chosen as the news, settled, joined if told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.actors_near import ActorsNear
from readouts.coder.events.between_states import is_between_states, those_between_states
from readouts.coder.events.clauses import events_at
from readouts.coder.events.frames import parts_around
from readouts.coder.events.heads import heads_in
from readouts.coder.events.joining import join_tellings
from readouts.coder.events.main_event import main_events, untold_event
from readouts.coder.events.occasion_events import occasion_events
from readouts.coder.events.roles import show_actors
from readouts.coder.events.settling import settle

if TYPE_CHECKING:
    from readouts.coder.events.model import Event
    from readouts.coder.events.scene import Scene
    from readouts.coder.speech.speech import Reading


def find_events(scene: Scene) -> list[Event]:
    """All events of an article, the main one first."""
    events = _told_events(scene)
    main = main_events(events, scene)
    if not main:
        untold = untold_event(scene)
        main = [untold] if untold and is_between_states(untold, scene) else []
        events += main
    for event in main:
        event.salience = "main"
    settle(events, main, scene)
    joined = join_tellings(events)
    show_actors(joined, scene)
    return sorted(joined, key=lambda e: (not e.is_main, e.start, e.end, e.event_type))


def _told_events(scene: Scene) -> list[Event]:
    """What the sentences tell, in their order, with the occasions that they name."""
    events = [event for reading in scene.body for event in _in_sentence(reading, scene)]
    events += occasion_events(scene, events)
    events = those_between_states(events, scene)
    return sorted(events, key=lambda e: (e.start, e.place, e.end, e.entry.rule))


def _in_sentence(reading: Reading, scene: Scene) -> list[Event]:
    """The events of a sentence; a word that is part of one event is the head of no other."""
    near = ActorsNear(reading, scene.discourse, scene.dyad, scene.words)
    found: list[Event] = []
    taken: set[int] = set()
    for head in heads_in(reading, scene):
        parts = [] if head.first in taken else parts_around(head, near)
        if parts:
            taken.update(range(head.first, head.last))
            found += events_at(head, parts, reading, scene)
    return found
