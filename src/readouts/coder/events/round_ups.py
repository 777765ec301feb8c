"""Several meetings told with one verb: 'met with A on Tuesday and with B on Wednesday'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.events.clauses import events_at
from readouts.coder.events.frames_of_meetings import are_of_two_sides
from readouts.coder.events.heads import Head
from readouts.coder.events.model import one_each

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.model import Event
    from readouts.coder.events.scene import Scene

_TYPES = frozenset({"meeting", "call"})


def further_events(head: Head, near: ActorsNear, scene: Scene) -> list[Event]:
    """The meetings behind the first one, each with the date behind its own 'and with'."""
    if head.entry.frame != "between" or head.entry.event_type not in _TYPES or head.entry.main_only:
        return []
    found: list[Event] = []
    subjects = near.subjects(head.first, "counterpart")
    for place in range(head.last + 1, len(near.items) - 2):
        if near.items[place].low != "with" or low_at(near.items, place - 1) != "and":
            continue
        others = near.named_at(place + 1, "counterpart")
        parts = one_each([*subjects, *others])
        if others and are_of_two_sides(parts):
            found += _dated(events_at(Head(head.entry, place, place + 1), parts, near.reading, scene), scene)
    return found


def _dated(events: list[Event], scene: Scene) -> list[Event]:
    for event in events:
        start = event.reading.items[event.place].start
        dates = scene.calendar.within(start, event.reading.sentence.end)
        event.when = dates[0].when if dates else event.when
    return events
