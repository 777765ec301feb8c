"""What the press tells before it asks: 'X criticised Y yesterday. What is your comment?', the press says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import FIRST_PERSON, SECOND_PERSON
from readouts.coder.events.actors_near import ActorsNear
from readouts.coder.events.model import Event, EventEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.scene import Scene

ASKED = EventEntry("statement/asked-about", "statement", "states", placed=False)


def asked_events(reading: Reading, scene: Scene, told: Sequence[Event]) -> list[Event]:
    """The statement that a sentence of the press tells of; none in the question, or beside an event."""
    items = reading.items
    if not scene.discourse.is_asked(reading) or items[-1].low == "?" or any(e.finite for e in told):
        return []
    near = ActorsNear(reading, scene.discourse, scene.dyad, scene.words)
    for hit in reading.verbs:
        subjects = reading.clauses.subject(hit.start) or []
        is_talk = any(i.low in FIRST_PERSON or i.low in SECOND_PERSON for i in subjects)
        parts = [] if is_talk else near.subjects(hit.start, "speaker")
        if parts and items[hit.start].low in reading.clauses.verbs.finite:
            start, end = min(p.start for p in parts), reading.sentence.end
            return [Event(ASKED, reading, hit.start, start, end, parts, finite=True, told=False)]
    return []
