"""What an article reports where it tells no occasion: the text itself, talks, or what somebody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.author import is_own
from readouts.coder.events.model import Event, EventEntry, Part
from readouts.coder.speech.voices import QUESTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.scene import Scene
    from readouts.coder.names.model import Entity

STATEMENT = EventEntry("statement/speaks", "statement", "states", placed=False)
SIGNED_TEXT = EventEntry("statement/signed", "statement", "states", placed=False)
TALKS = EventEntry("meeting/both-speak", "meeting", "between")
JOINT_TEXT = EventEntry("statement/joint-text", "statement", "issued", placed=False)
_FOR_THEMSELVES = frozenset({"scholar"})
_SIDE_REACH = 3


def untold_event(scene: Scene) -> Event | None:
    """The statement that the text is; talks where both sides speak; a statement where one does."""
    if not scene.lead:
        return None
    if scene.is_issued:
        return issued_text(scene)
    if scene.discourse.is_joint_text:
        return _joint_text(scene.body[0], scene)
    people = _speakers(scene)
    authors = scene.authors
    if authors and (scene.is_in_first_person or authors[0] in people[:1] or not people):
        return _signed_text(authors, scene)
    return _said(people, scene) if people else _unsigned_text(scene)


def issued_text(scene: Scene) -> Event:
    """The statement that a text says it is."""
    event = _signed_text(scene.authors, scene)
    event.entry = JOINT_TEXT
    return event


def _said(people: Sequence[Entity], scene: Scene) -> Event:
    """What officials are heard to say: in talks, or each for himself."""
    reading = _first_spoken(people[0], scene)
    facing = [p for p in people[1:] if p.speaks_for != people[0].speaks_for]
    if _is_of_both(scene):
        other = facing[:1] or _other_side(people[0], scene)
        return _whole_sentence(TALKS, reading, [people[0], *other], "counterpart")
    if facing and not _is_dated(reading, scene) and not _is_voice(people[0], scene):
        return _whole_sentence(TALKS, reading, [people[0], facing[0]], "counterpart")
    return _whole_sentence(STATEMENT, reading, people[:1], "speaker")


def _is_voice(person: Entity, scene: Scene) -> bool:
    """A spokesperson speaks in public, not in talks."""
    return any(word.startswith(scene.words.voices) for o in person.offices for word in o.words)


def _signed_text(authors: Sequence[Entity], scene: Scene) -> Event:
    """The text that somebody signs."""
    event = _whole_sentence(SIGNED_TEXT, scene.issued_in or scene.lead[0], authors, "speaker")
    event.when = scene.title_date
    return event


def _unsigned_text(scene: Scene) -> Event | None:
    """'We condemn ...' that nobody signs: the press release of the state whose outlet it is."""
    home = scene.discourse.registry.home
    if home is None or not scene.is_in_first_person:
        return None
    return _signed_text([scene.discourse.registry.side(home)], scene)


def _speakers(scene: Scene) -> list[Entity]:
    """The people who speak for a side, in order; who asks the questions is none of them."""
    voices = [v for v in scene.discourse.voices if v.sieve != QUESTION and not is_own(v)]
    people = [s for v in voices for s in v.speakers if s.kind == "person" and s.speaks_for]
    return [p for p in dict.fromkeys(people) if not _is_expert(p)]


def _is_expert(person: Entity) -> bool:
    """Whether somebody holds no office but one of learning."""
    return bool(person.offices) and all(o.kind in _FOR_THEMSELVES for o in person.offices)


def _first_spoken(person: Entity, scene: Scene) -> Reading:
    """The sentence in which somebody is first heard."""
    voices = [v for v in scene.discourse.voices if v.sieve != QUESTION and person in v.speakers]
    start = min(v.start for v in voices)
    return next((r for r in scene.body if r.sentence.end > start), scene.body[0])


def _is_dated(reading: Reading, scene: Scene) -> bool:
    """'said on Monday': an occasion of its own."""
    dates = scene.calendar.within(reading.sentence.start, reading.sentence.end)
    return any(d.when.precision == "day" and not scene.discourse.is_quoted(d.start) for d in dates)


def _is_of_both(scene: Scene) -> bool:
    """Whether the narrator tells what 'the two sides' did: 'exchanged views', 'discussed'."""
    return any(_did_both(reading, scene) for reading in scene.body)


def _did_both(reading: Reading, scene: Scene) -> bool:
    for place, item in enumerate(reading.items):
        if item.low in scene.words.texts.talking and is_own(scene.discourse.voice_at(item.start)):
            subjects = reading.clauses.subject(place) or []
            if any(i.is_mention("group") for i in subjects):
                return True
    return False


def _other_side(person: Entity, scene: Scene) -> list[Entity]:
    """'the Cambodian side', 'US officials': whom somebody spoke with, where no person is named."""
    for reading in scene.body:
        for place, item in enumerate(reading.items):
            behind = reading.items[place + 1 : place + _SIDE_REACH]
            if item.is_mention("adjective", "state") and any(
                i.low in scene.words.texts.bodies for i in behind
            ):
                side = item.mention.entity if item.mention else None
                if side is not None and side.code != person.speaks_for:
                    return [side]
    return []


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
