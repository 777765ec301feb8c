"""Which event an article reports; where none is told, the talks or the statement that its speakers make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.clauses import is_separate
from readouts.coder.events.model import Event, EventEntry, Part
from readouts.coder.events.scene import LEAD
from readouts.coder.speech.voices import QUESTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.events.scene import Scene
    from readouts.coder.names.model import Entity
    from readouts.coder.speech.speech import Reading

STATEMENT = EventEntry("statement/speaks", "statement", "states", placed=False)
TALKS = EventEntry("meeting/both-speak", "meeting", "between")
JOINT_TEXT = EventEntry("statement/joint-text", "statement", "issued", placed=False)
_OCCASION_TYPES = frozenset({"call", "visit", "conference"})
_AT = frozenset({"at", "during"})


def main_events(events: Sequence[Event], scene: Scene) -> list[Event]:
    """The first event that the lead tells as news, with those told beside it as separate ones; else none."""
    lead = scene.body[:LEAD]
    news = [e for e in events if e.reading in lead and _is_reported(e) and _is_news(e, lead[0], scene)]
    news = news or [e for e in events if e.reading in lead[:1] and _is_occasion(e)]
    if not news:
        return []
    first = news[0]
    alike = [e for e in news if e.reading is first.reading and e.event_type == first.event_type]
    return alike if is_separate(first.reading, scene) else alike[:1]


def _is_reported(event: Event) -> bool:
    """Told by a verb in its own clause; an invitation is made at something else."""
    return event.finite and event.event_type != "invitation" and not _is_aside(event)


def _is_aside(event: Event) -> bool:
    """Told in a relative clause: 'X, who is on a visit to Y, met ...'."""
    return event.reading.clauses.segment(event.place).kind == "relative"


def _is_news(event: Event, first: Reading, scene: Scene) -> bool:
    """Told by the narrator, or such that it is news in anybody's words."""
    if event.told or event.event_type == "statement" or event.status == "planned":
        return True
    return event.reading is first and _is_announced(event, scene)


def _is_announced(event: Event, scene: Scene) -> bool:
    """Told in an official's words: 'A broke off relations, its minister announced'."""
    voice = scene.discourse.voice_at(event.reading.items[event.place].start)
    return voice is not None and voice.sieve == "backward"


def _is_occasion(event: Event) -> bool:
    """Named in the lead as where it was said: 'in a telephone call with', 'said at a meeting with'."""
    if event.event_type in _OCCASION_TYPES:
        return True
    before = {i.low for i in event.reading.items[max(0, event.place - 3) : event.place]}
    return event.event_type == "meeting" and bool(before & _AT)


# where no occasion is told


def untold_event(scene: Scene) -> Event | None:
    """The joint statement that the text is; talks where both sides speak; a statement where one does."""
    if scene.discourse.is_joint_text and scene.body:
        return _joint_text(scene.body[0], scene)
    people = _speakers(scene)
    if not people:
        return None
    reading = _first_spoken(people[0], scene)
    facing = [p for p in people[1:] if p.speaks_for != people[0].speaks_for]
    if facing:
        return _whole_sentence(TALKS, reading, [people[0], facing[0]], "counterpart")
    return _whole_sentence(STATEMENT, reading, people[:1], "speaker")


def _speakers(scene: Scene) -> list[Entity]:
    """The people who speak for a side, in order; who asks the questions is none of them."""
    voices = [v for v in scene.discourse.voices if v.sieve != QUESTION]
    people = [s for v in voices for s in v.speakers if s.kind == "person" and s.speaks_for]
    return list(dict.fromkeys(people))


def _first_spoken(person: Entity, scene: Scene) -> Reading:
    """The sentence in which somebody is first heard."""
    voices = [v for v in scene.discourse.voices if v.sieve != QUESTION and person in v.speakers]
    start = min(v.start for v in voices)
    return next((r for r in scene.body if r.sentence.end > start), scene.body[0])


def _joint_text(reading: Reading, scene: Scene) -> Event | None:
    """The statement that the text is, by those who make it."""
    named = next((i.mention for i in reading.items if i.mention and len(i.mention.codes) > 1), None)
    sides = named.codes if named else scene.dyad.sides[:2]
    makers = [scene.discourse.registry.side(side) for side in sides]
    return _whole_sentence(JOINT_TEXT, reading, makers, "speaker") if makers else None


def _whole_sentence(entry: EventEntry, reading: Reading, actors: Sequence[Entity], role: str) -> Event:
    """An event that no words name, shown by a whole sentence."""
    start, end = reading.sentence.start, reading.sentence.end
    parts = [Part(actor, role, start, end) for actor in actors]
    return Event(entry, reading, 0, start, end, parts, finite=True, told=True)
