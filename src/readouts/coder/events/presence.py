"""Who else was there: 'X and Y attended the meeting', 'A was joined by B'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.actors_near import ActorsNear
from readouts.coder.events.author import is_own
from readouts.coder.events.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.model import Event
    from readouts.coder.events.scene import Scene
    from readouts.coder.text.trie import Hit

_TYPES = frozenset({"meeting", "call", "ceremony"})
_REACH = 5
_BY_NAME = frozenset({"leads", "took_place"})
_IN_ROW = frozenset({",", "and", "others", "among"})
_FEWEST = 2
_PRESENT = frozenset({"present", "attendance"})


def add_present(event: Event, scene: Scene) -> None:
    """Add the people of whom the article says that they were at the event, too."""
    if event.event_type not in _TYPES:
        return
    sides = {p.entity.speaks_for for p in event.parts}
    is_open = event.event_type == "ceremony"
    for reading in scene.body:
        if is_own(scene.discourse.voice_at(reading.items[0].start)):
            for part in _present(reading, scene):
                if part.entity not in event.entities and (is_open or part.entity.speaks_for in sides):
                    event.parts.append(part)


def name_sides(event: Event, events: Sequence[Event], scene: Scene) -> None:
    """In talks of states by name, whoever speaks for one in the report led its side."""
    if event.entry.frame not in _BY_NAME:
        return
    elsewhere = {p.entity for e in events if e is not event for p in e.parts}
    speakers = dict.fromkeys(s for v in scene.discourse.voices for s in v.speakers if s.kind == "person")
    for part in event.parts:
        heard = [s for s in speakers if s.offices and s.speaks_for == part.entity.code]
        if part.entity.kind == "state" and len(heard) == 1 and heard[0] not in elsewhere:
            part.entity = heard[0]


def _present(reading: Reading, scene: Scene) -> Iterator[Part]:
    near = ActorsNear(reading, scene.discourse, scene.dyad, scene.words)
    for hit in scene.words.presence.every([i.keys for i in reading.items]):
        if reading.items[hit.end - 1].low == "by":
            found = near.named_at(hit.end, "attendee")
        elif _is_at_main(hit, reading, scene):
            found = near.subjects(hit.start, "attendee") or _bare_names(reading, hit.start, scene)
        else:
            continue
        yield from (p for p in found if p.is_person)


def _bare_names(reading: Reading, stop: int, scene: Scene) -> list[Part]:
    """'A, B, C and others were present': names without an office are of the outlet's own side."""
    registry, row = scene.discourse.registry, reading.items[:stop]
    mentions = [i.mention for i in row if i.mention]
    is_row = all(i.mention or i.low in _IN_ROW for i in row)
    if not is_row or len(mentions) < _FEWEST or any(m.kind not in ("name", "person") for m in mentions):
        return []
    for mention in mentions:
        person = mention.entity or registry.introduce(mention)
        person.side = person.side or registry.home
    return [Part.of(m.entity, "attendee", m) for m in mentions if m.entity]


def _is_at_main(hit: Hit[str], reading: Reading, scene: Scene) -> bool:
    """'attended the meeting', 'were present'."""
    if reading.items[hit.end - 1].low in _PRESENT:
        return True
    return any(i.low in scene.words.main_things for i in reading.items[hit.end : hit.end + _REACH])
