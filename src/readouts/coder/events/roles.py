"""Roles that only the article as a whole tells: who was host of a meeting, who spoke at a conference."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readouts.coder.events.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from readouts.coder.clauses.items import Item
    from readouts.coder.events.model import Event
    from readouts.coder.events.scene import Scene
    from readouts.coder.names.model import Entity
    from readouts.coder.speech.discourse import Discourse


def settle_roles(event: Event) -> None:
    """Counterparts of a meeting become host and guests where it is known on whose ground they met."""
    if event.event_type != "meeting" or event.country is None:
        return
    at_home = [p for p in event.parts if event.country in (p.entity.speaks_for, p.entity.country)]
    if not at_home or len(at_home) == len(event.parts):
        return
    for part in event.with_role("counterpart"):
        part.role = "host" if part in at_home else "guest"


def add_speakers(event: Event, scene: Scene) -> None:
    """Who speaks in the report of a conference spoke there."""
    for voice in scene.discourse.voices:
        for speaker in voice.speakers:
            if speaker.kind == "person" and speaker.speaks_for and speaker not in event.entities:
                first = next(m for i in _items_naming(speaker, scene.discourse) if (m := i.mention))
                event.parts.append(Part.of(speaker, "speaker", first))


def show_actors(events: Iterable[Event], scene: Scene) -> None:
    """Point each part to words that name the actor: in the clause, in its sentence, else the first."""
    by_actor: defaultdict[Entity, list[Item]] = defaultdict(list)
    for item in _mentions_of(scene.discourse):
        for entity in dict.fromkeys(item.mention.entities if item.mention else ()):
            by_actor[entity].append(item)
    for event in events:
        _show_parts(event, by_actor)


def _show_parts(event: Event, by_actor: Mapping[Entity, list[Item]]) -> None:
    for part in event.parts:
        named = by_actor.get(part.entity, [])
        if named and not any((i.start, i.end) == (part.start, part.end) for i in named):
            best = _nearest(event, named)
            part.start, part.end = best.start, best.end


def _nearest(event: Event, named: list[Item]) -> Item:
    inside = [i for i in named if event.start <= i.start < event.end]
    beside = [i for i in named if event.reading.sentence.covers(i.start)]
    return (inside or beside or named)[0]


def _items_naming(entity: Entity, discourse: Discourse) -> Iterator[Item]:
    """Where the article names an actor, in order."""
    return (i for i in _mentions_of(discourse) if i.mention and entity in i.mention.entities)


def _mentions_of(discourse: Discourse) -> Iterator[Item]:
    return (i for r in discourse.readings for i in r.items if i.mention)
