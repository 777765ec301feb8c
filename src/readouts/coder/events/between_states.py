"""Whether what is told is between states: somebody acts for one, and another side is there or spoken of.

Games, contracts and cabinets have the same verbs: what tells them apart is who acts, and towards whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.events.asked import ASKED
from readouts.coder.events.ground import ground_told
from readouts.coder.events.untold import TALKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.model import Event, Part
    from readouts.coder.events.scene import Scene
    from readouts.coder.names.model import Entity
    from readouts.coder.speech.voices import Voice

# Of these the other side takes part itself; of the rest it may be only spoken of.
_FACE_TO_FACE = frozenset({"meeting", "call", "visit", "invitation", "protest", "relations_change"})
_AT_MEETINGS = frozenset({"agreement", "ceremony"})
_AT = frozenset({"in", "at", "near"})
_NOT_THEIR_WORDS = frozenset({"carried on", "question"})


def those_between_states(events: Sequence[Event], scene: Scene) -> list[Event]:
    """The events between states, with the agreements and ceremonies of those who took part in one."""
    kept = [event for event in events if is_between_states(event, scene)]
    met = {entity for event in kept if event.event_type in _FACE_TO_FACE for entity in event.entities}
    kept = [e for e in events if e in kept or (e.event_type in _AT_MEETINGS and e.entities & met)]
    is_of_states = bool(scene.stating) or any(not _is_inferred(event) for event in kept)
    return [e for e in kept if is_of_states or not _is_inferred(e)]


def _is_inferred(event: Event) -> bool:
    """'a contract was signed': by whom, only the article as a whole tells."""
    head = event.reading.items[event.place].start
    return event.entry.frame == "signed" and all(part.start == head for part in event.parts)


def is_between_states(event: Event, scene: Scene) -> bool:
    """Whether a state or organisation acts in an event towards another.

    Args:
        event: with its participants; where they are of one side, its sentence is looked at, and what
            they say there or, for a statement, anywhere.
        scene: the article.
    """
    if event.occasion is not None or event.entry.rule == TALKS.rule:
        return True
    acting = {side for part in event.parts if (side := _acts_for(part, event, scene))}
    if not acting or all(_is_only_from(part, event.reading.items) for part in event.parts):
        return False
    if event.entry.rule == ASKED.rule or (event.event_type == "ceremony" and _is_abroad(event, acting)):
        return True  # the press asks a ministry of what concerns it
    return _are_several(event, acting, scene) or _is_towards_another(event, acting, scene)


def _is_abroad(event: Event, acting: set[str]) -> bool:
    """'opened the embassy in X': on the ground of another state."""
    ground = ground_told(event)[1]
    return ground is not None and ground not in acting


def _are_several(event: Event, acting: set[str], scene: Scene) -> bool:
    """Whether several sides act, or one does that is or brings together several."""
    is_of_several = any(not scene.is_state(side) and scene.is_side(side) for side in acting)
    return len(acting) > 1 or is_of_several or _is_hosted_by_state(event)


def _is_towards_another(event: Event, acting: set[str], scene: Scene) -> bool:
    """Whether one side acts and another is spoken of, or spoken to by office."""
    if event.event_type in _FACE_TO_FACE and len(event.parts) > 1 and all(map(_is_told, event.parts)):
        return False
    if event.event_type == "statement" and any(_speaks_abroad(entity, scene) for entity in event.entities):
        return True
    named = (item for item in _spoken_of(event, scene) if _can_be_side(item, event))
    return any(_is_foreign(item, acting, scene) or item.low in scene.words.regions for item in named)


def _acts_for(part: Part, event: Event, scene: Scene) -> str | None:
    """For whom somebody acts here: for nobody when out of office, or if a state that only qualifies."""
    if part.entity.kind == "state" and _only_qualifies(part, event.reading):
        return None
    offices = [office for office in part.entity.offices if office.text]
    if offices and all(office.words & scene.words.out_of_office for office in offices):
        return None
    return part.entity.speaks_for


def _is_only_from(part: Part, items: Sequence[Item]) -> bool:
    """'Italy's X', of whom nothing else is told: from a state, not acting for one."""
    if not part.is_person or part.entity.actor_id is not None or part.entity.offices:
        return False
    named = next((item.mention for item in items if item.start == part.start), None)
    return named is not None and bool(named.offices)


def _only_qualifies(part: Part, reading: Reading) -> bool:
    """'Portugal midfielder X': the state stands before a plain noun and a name."""
    items = reading.items
    place = next((k for k, item in enumerate(items) if item.start == part.start), len(items))
    row = items[place : place + 3]
    if len(row) < 3 or not row[0].is_mention("state") or row[1].mention or row[1].capital:
        return False
    is_noun = row[1].low.isalpha() and not reading.clauses.verbs.is_verb(row[1].low)
    return is_noun and row[2].is_mention("name", "person")


def _is_hosted_by_state(event: Event) -> bool:
    """'Jordan hosted a summit': a state by its name does so for others."""
    return event.event_type == "conference" and any(part.entity.kind == "state" for part in event.parts)


def _is_told(part: Part) -> bool:
    """Whether it is known for whom somebody acts, be it a body that is no side."""
    return part.entity.speaks_for is not None or any(office.of_body for office in part.entity.offices)


def _speaks_abroad(speaker: Entity, scene: Scene) -> bool:
    """Whether somebody states a position, or has an office that is there for speaking to other states."""
    facing = (o.kind == "diplomat" or o.words & scene.words.facing_abroad for o in speaker.offices)
    return speaker in scene.stating or any(facing)


def _spoken_of(event: Event, scene: Scene) -> Iterator[Item]:
    """What the sentence of an event names, but for its place; for a statement also what its speakers say."""
    items = event.reading.items
    yield from (item for k, item in enumerate(items) if low_at(items, k - 1) not in _AT)
    if event.event_type != "statement":
        return
    speakers = event.entities
    for voice in scene.discourse.voices:
        if voice.sieve not in _NOT_THEIR_WORDS and speakers.intersection(voice.speakers):
            yield from _said_in(voice, scene)


def _can_be_side(item: Item, event: Event) -> bool:
    """'the Indian company' signs for itself, not for its state."""
    return not (event.event_type == "agreement" and item.is_mention("adjective"))


def _said_in(voice: Voice, scene: Scene) -> Iterator[Item]:
    for reading in scene.body:
        if reading.sentence.start < voice.end and voice.start < reading.sentence.end:
            yield from (item for item in reading.items if voice.covers(item.start))


def _is_foreign(item: Item, own: set[str], scene: Scene) -> bool:
    """Whether an item names a state or known organisation of another side, or somebody who acts for one."""
    mention = item.mention
    if mention is None:
        return False
    owners = [office.owner for office in mention.offices]
    sides = {code for code in (mention.code, *mention.codes, *owners) if scene.is_side(code)}
    sides |= {side for entity in mention.entities if (side := _side_of(entity))}
    return bool(sides - own)


def _side_of(entity: Entity) -> str | None:
    """For whom somebody acts; a body that nobody knows is no side of its own."""
    if entity.kind == "organisation" and entity.actor_id is None:
        return None
    return entity.country or entity.speaks_for if entity.kind == "organisation" else entity.speaks_for
