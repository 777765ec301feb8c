"""Conferences that the text names as known occasions: who convened, hosted, welcomed, and who met there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.dates.occasions import occasion_when, within
from readouts.coder.events.actors_near import ActorsNear
from readouts.coder.events.conferences import deed_before, doers
from readouts.coder.events.model import Event, EventEntry, Part, one_each
from readouts.coder.events.status import looks_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.dates.occasions import OccasionMention
    from readouts.coder.events.scene import Scene

OCCASION = EventEntry("conference/occasion", "conference", "held")
_HOST_REACH = 12
_PLAN_REACH = 8


def occasion_events(scene: Scene, events: Sequence[Event]) -> list[Event]:
    """One conference for each known occasion, where the text first tells who took part."""
    found: dict[str, Event] = {}
    for reading in scene.body:
        for mention in scene.calendar.occasions_in(reading):
            if mention.occasion.name not in found:
                event = _occasion(mention, reading, scene, events)
                if event is not None:
                    found[mention.occasion.name] = event
    return list(found.values())


def _occasion(
    mention: OccasionMention, reading: Reading, scene: Scene, events: Sequence[Event]
) -> Event | None:
    place = next(k for k, i in enumerate(reading.items) if i.end > mention.start)
    parts = _parts(mention, place, reading, scene)
    meeting = _meeting_at(reading, place, scene, events)
    if meeting is not None:
        meeting.when = within(mention.occasion)
        parts += [Part(p.entity, "attendee", p.start, p.end) for p in meeting.parts]
    if not parts:
        return None
    start = min([mention.start, *_starts_of_hosts(parts, mention, reading)])
    event = Event(OCCASION, reading, place, start, mention.end, one_each(parts), finite=False, told=False)
    event.when, event.occasion = occasion_when(mention.occasion), mention.occasion.name
    event.status = _status(event, mention, scene)
    return event


def _starts_of_hosts(parts: Sequence[Part], mention: OccasionMention, reading: Reading) -> list[int]:
    """Where the hosts stand that are named before the occasion in its sentence."""
    return [p.start for p in parts if p.role == "host" and reading.sentence.start <= p.start < mention.start]


def _status(event: Event, mention: OccasionMention, scene: Scene) -> str:
    """Planned, where the words before the name look ahead or its first day comes after publication."""
    before = event.reading.items[max(0, event.place - _PLAN_REACH) : event.place + 1]
    if mention.rule == "next" or looks_ahead(before, scene.words):
        return "planned"
    published = scene.calendar.published
    return "planned" if published and mention.occasion.start > published else "occurred"


def _meeting_at(reading: Reading, place: int, scene: Scene, events: Sequence[Event]) -> Event | None:
    """A meeting 'within the framework of' the occasion: its people were there, its date lies within."""
    for event in events:
        if event.reading is reading and event.event_type == "meeting" and event.place < place:
            between = [i.keys for i in reading.items[event.place : place]]
            if scene.words.framework.every(between):
                return event
    return None


# who took part


def _parts(mention: OccasionMention, place: int, reading: Reading, scene: Scene) -> list[Part]:
    near = ActorsNear(reading, scene.discourse, scene.dyad, scene.words)
    parts = _organisers([i for i in reading.items[place:] if i.start < mention.end])
    deed = deed_before(place, reading, scene)
    if deed is not None and deed.value != "host":
        parts += doers(deed, near)
    hosting = _last_before(near, place, lambda low: low.startswith(scene.words.host_stems))
    if hosting is not None:
        parts += _hosts(near, hosting)
    welcoming = _last_before(near, place, lambda low: low in scene.words.welcoming)
    if welcoming is not None:
        parts += _welcomed(near, welcoming)
    return parts


def _organisers(items: Sequence[Item]) -> list[Part]:
    """The known organisations in the name of the occasion."""
    bodies = [i.mention for i in items if i.mention and i.mention.kind == "organisation"]
    return [Part.of(m.entity, "organiser", m) for m in bodies if m.entity and m.entity.actor_id]


def _last_before(near: ActorsNear, place: int, is_wanted: Callable[[str], bool]) -> int | None:
    """The last word of a kind that stands shortly before a place."""
    shortly = range(place - 1, max(0, place - _HOST_REACH) - 1, -1)
    return next((k for k in shortly if is_wanted(near.items[k].low)), None)


def _hosts(near: ActorsNear, head: int) -> list[Part]:
    """'X's hosting of', 'X hosted', 'our country will host'."""
    for cursor in range(head - 1, max(-1, head - 4), -1):
        if near.items[cursor].low == "'s" and cursor:
            return near.parts([near.items[cursor - 1]], "host", cursor)
    return near.subjects(head, "host") or _own_country(near, head)


def _own_country(near: ActorsNear, head: int) -> list[Part]:
    """'the country hosts': that of the speaker."""
    shown = next((i for i in near.items[:head] if i.low in near.words.own_ground), None)
    voice = near.voice(head)
    side = voice.speakers[0].speaks_for if voice and voice.speakers else None
    if shown is None or side is None:
        return []
    return [Part(near.discourse.registry.side(side), "host", shown.start, shown.end)]


def _welcomed(near: ActorsNear, head: int) -> list[Part]:
    """'let me welcome you to ... the Forum': the speaker is host, the one spoken to guest."""
    voice = near.voice(head)
    hosts = [near.here(s, "host", head) for s in voice.speakers[:1]] if voice else []
    guests = near.objects(head + 1, "guest")
    return [*hosts, *guests] if hosts and guests else []
