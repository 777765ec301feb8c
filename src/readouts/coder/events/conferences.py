"""Conferences by name: who hosts, convenes, attends or addresses them, and who met beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at, past
from readouts.coder.events.actors_near import ActorsNear
from readouts.coder.events.author import is_own
from readouts.coder.events.conference_names import conferences_in
from readouts.coder.events.model import Event, EventEntry, Part, one_each
from readouts.coder.events.states_near import ground
from readouts.coder.events.status import looks_ahead, status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.conference_names import ConferenceName
    from readouts.coder.events.scene import Scene
    from readouts.coder.text.trie import Hit

NAMED = EventEntry("conference/named", "conference", "held")
SETTING = EventEntry("conference/setting", "conference", "held")
_REACH = 8
_NEXT = 30
_CLOSE_BEHIND = 45
_HOST_REACH = 3
_WHICH = frozenset({"which", "that"})
_HELD = frozenset({"held", "place", "hosted"})
_MET = frozenset({"meeting", "visit", "agreement"})


def conference_events(reading: Reading, scene: Scene, told: Sequence[Event]) -> list[Event]:
    """The conferences that a sentence tells of, besides the known occasions.

    Args:
        reading: the sentence.
        scene: the article.
        told: the events already found in the sentence; a conference among them is not found again.
    """
    names = conferences_in(reading.items, scene.words)
    found = (_event(name, reading, scene, told) for name in names if _is_new(name, reading, scene, told))
    return [event for event in found if event]


def _is_new(name: ConferenceName, reading: Reading, scene: Scene, told: Sequence[Event]) -> bool:
    start, end = reading.items[name.first].start, reading.items[name.last - 1].end
    known = any(o.start < end and start < o.end for o in scene.calendar.occasions_in(reading))
    alike = (e for e in told if e.reading is reading and _is_conference(e))
    return not known and not any(e.start < end and start < e.end for e in alike)


def _is_conference(event: Event) -> bool:
    """Told as a conference already, or as talks by their name."""
    return event.event_type == "conference" or event.entry.frame in ("leads", "took_place")


def _event(name: ConferenceName, reading: Reading, scene: Scene, told: Sequence[Event]) -> Event | None:
    near = ActorsNear(reading, scene.discourse, scene.dyad, scene.words, authors=scene.authors)
    deed = deed_before(name.first, reading, scene)
    beside = _beside(name, reading, scene, told, is_plain=deed is None)
    deed = None if beside else deed
    parts = _organisers(name, near)
    if beside:
        parts += [Part(p.entity, "attendee", p.start, p.end) for e in beside[:1] for p in e.parts]
    if deed is not None:
        parts += doers(deed, near)
    hosts = _hosts_behind(name, near) or _host_in_relative(name, near)
    parts += hosts
    if not parts and _is_capital(name, reading):
        parts += _ground_held(name, near) or _ground_behind(name, near, scene)
    if not (beside or deed or parts):
        return None
    if not (deed or beside or hosts) and not _is_told(name, reading, scene):
        return None
    return _told_event(name, deed, one_each(parts), reading, scene)


def _told_event(
    name: ConferenceName, deed: Hit[str] | None, parts: list[Part], reading: Reading, scene: Scene
) -> Event:
    items = reading.items
    place = deed.start if deed else name.noun
    finite = deed is not None and items[deed.start].low in reading.clauses.verbs.finite
    inside = [p.start for p in parts if reading.sentence.start <= p.start < items[name.first].start]
    start = min([items[name.first].start, *(inside if finite else [])])
    told = is_own(scene.discourse.voice_at(items[place].start))
    event = Event(
        NAMED if deed else SETTING, reading, place, start, items[name.last - 1].end, parts, finite, told
    )
    event.status = _status(event, name, scene)
    return event


def _status(event: Event, name: ConferenceName, scene: Scene) -> str:
    """What the words around the name say, else those around the verb; a setting has been or goes on."""
    items = event.reading.items
    if looks_ahead(items[max(0, name.first - 2) : name.noun + 1], scene.words):
        return "planned"
    behind = items[name.last : name.last + 4]
    return "planned" if looks_ahead(behind, scene.words) else status_of(event, scene.words)


def _beside(
    name: ConferenceName, reading: Reading, scene: Scene, told: Sequence[Event], *, is_plain: bool
) -> list[Event]:
    """The meetings 'on the sidelines of' the conference, or 'at' it."""
    before = reading.items[max(0, name.first - _REACH) : name.first]
    is_at = is_plain and any(i.low == "at" for i in before[-2:])
    if not is_at and not scene.words.framework.occurs([i.keys for i in before]):
        return []
    return [e for e in told if e.reading is reading and e.event_type in _MET]


def deed_before(place: int, reading: Reading, scene: Scene) -> Hit[str] | None:
    """The verb or noun close before a name that tells what somebody does there: 'attended', 'will host'."""
    first = max(reading.clauses.segment(place).first, place - _REACH)
    hits = scene.words.conferences.deeds.every([i.keys for i in reading.items[first:place]])
    if not hits:
        return None
    last = hits[-1]
    return last._replace(start=first + last.start, end=first + last.end)


def doers(deed: Hit[str], near: ActorsNear) -> list[Part]:
    """Who does it, with the role that it makes."""
    role = deed.value
    if near.reading.clauses.verbs.is_verb(near.items[deed.start].low):
        return near.subjects(deed.start, role)
    owner = near.possessor(deed.start, role)
    return [owner] if owner else []


def _hosts_behind(name: ConferenceName, near: ActorsNear) -> list[Part]:
    """'the conference organised by X', 'the summit, hosted by X'."""
    for place in range(name.last, name.last + 3):
        if (
            low_at(near.items, place) in near.words.conferences.convened
            and low_at(near.items, place + 1) == "by"
        ):
            return near.named_at(place + 2, "organiser")
    return []


def _host_in_relative(name: ConferenceName, near: ActorsNear) -> list[Part]:
    """'the summit, which Canada will host in June'."""
    place = past(near.items, name.last, (",",))
    if low_at(near.items, place) not in _WHICH:
        return []
    behind = [i.low for i in near.items[place + 2 : place + 2 + _HOST_REACH]]
    is_hosting = any(low.startswith(near.words.host_stems) for low in behind)
    return near.named_at(place + 1, "host") if is_hosting else []


def _is_capital(name: ConferenceName, reading: Reading) -> bool:
    return reading.items[name.noun].capital and name.noun > 0


def _ground_held(name: ConferenceName, near: ActorsNear) -> list[Part]:
    """'the Forum will be held in X': the state whose ground it is."""
    behind = range(name.last, min(name.last + _REACH, len(near.items)))
    held = next((k for k in behind if near.items[k].low in _HELD), None)
    host = ground(near, held + 1, held + 5) if held is not None else None
    return [host] if host else []


def _ground_behind(name: ConferenceName, near: ActorsNear, scene: Scene) -> list[Part]:
    """'the Summit on X in Y on 2-3 June': with its place and its days."""
    end = near.items[name.last - 1].end
    if low_at(near.items, name.last) != "in" or not scene.calendar.within(end, end + _CLOSE_BEHIND):
        return []
    host = ground(near, name.last, name.last + 2)
    return [host] if host else []


def _organisers(name: ConferenceName, near: ActorsNear) -> list[Part]:
    """The bodies in the name, if the name is not that of a body itself."""
    items = [i for i in near.items[name.first : name.last] if i is not near.items[name.noun]]
    bodies = [i.mention for i in items if i.is_mention("organisation") and i.mention]
    return [Part.of(m.entity, "organiser", m) for m in bodies if m.entity][:1]


def _is_told(name: ConferenceName, reading: Reading, scene: Scene) -> bool:
    """Whether time is told of the conference itself: 'the upcoming', 'held in May', 'last year's'."""
    items = reading.items
    before = {i.low for i in items[max(0, name.first - 2) : name.first + 1]}
    behind = {low_at(items, name.last), low_at(items, name.last + 1)}
    end, is_meeting = items[name.last - 1].end, items[name.noun].low in scene.words.conferences.meetings
    dates = [] if is_meeting else scene.calendar.within(end, end + _NEXT)
    return bool(before & scene.words.conferences.times or behind & scene.words.conferences.convened or dates)
