"""From a head and its participants to an event: the clause that tells it, and who tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.coder.events.author import is_own
from readouts.coder.events.model import Event
from readouts.coder.events.status import status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part
    from readouts.coder.events.scene import Scene

_PAIRED = frozenset({"between", "received", "credited_by"})
_TRIO = 3
_ONE_BY_ONE = frozenset({"credited_by"})
_DETERMINERS = frozenset({"the", "a", "an", "their", "his", "her", "my", "our"})
_MARKS = frozenset({",", ".", ";", '"'})
_TOLD_BY_PASSIVE = frozenset(
    {"was", "were", "took"}
)  # 'talks took place' has a verb although it begins with a noun
_WHEN = frozenset({"when", "while", "during", "after"})
_NAMED = frozenset({"nominal", "of_group", "dated"})
_VERB_OR_NOUN = frozenset({"relations", "named"})


def events_at(head: Head, parts: list[Part], reading: Reading, scene: Scene) -> list[Event]:
    """One event, or one with each counterpart where they met 'separately'."""
    if len(parts) > 2 and _are_apart(head, parts, reading, scene):
        return [_event(head, [parts[0], other], reading, scene) for other in parts[1:]]
    return [_event(head, parts, reading, scene)]


def _are_apart(head: Head, parts: Sequence[Part], reading: Reading, scene: Scene) -> bool:
    if head.entry.frame in _ONE_BY_ONE or _are_guests_of_one(head, parts, reading, scene):
        return True
    return head.entry.frame in _PAIRED and _is_separate(head, reading, scene)


def is_separate(reading: Reading, scene: Scene) -> bool:
    """Whether a sentence says that several were met one by one."""
    return any(i.low in scene.words.separately for i in reading.items)


def _is_separate(head: Head, reading: Reading, scene: Scene) -> bool:
    inside = reading.items[head.first : head.last]
    return is_separate(reading, scene) or any(i.low in scene.words.apart for i in inside)


def _are_guests_of_one(head: Head, parts: Sequence[Part], reading: Reading, scene: Scene) -> bool:
    """'A met with B of X, C of Y and D of Z': one by one, where no word brings them together."""
    if head.entry.event_type != "meeting" or head.entry.frame != "between" or head.entry.main_only:
        return False
    sides = [p.entity.speaks_for for p in parts]
    is_one_each = all(sides) and len(set(sides)) == len(sides) and all(p.is_person for p in parts)
    behind = all(p.start > reading.items[head.first].start for p in parts[1:])
    if not (is_one_each and behind) or _are_together(reading, scene):
        return False
    inside = reading.items
    is_round = any(i.low in scene.words.further for i in inside[: head.last])
    return len(parts) > _TRIO or is_round or scene.words.framework.occurs([i.keys for i in inside])


def _are_together(reading: Reading, scene: Scene) -> bool:
    """'trilateral', 'jointly'; 'the three ministers' in the lead."""
    words = scene.words
    if words.together.intersection(i.low for i in reading.items):
        return True
    groups = (i.low.split() for r in scene.lead for i in r.items if i.is_mention("group"))
    return any(words.together.intersection(g) and words.gathered.intersection(g) for g in groups)


def _event(head: Head, parts: list[Part], reading: Reading, scene: Scene) -> Event:
    finite = _is_finite(head, reading)
    start, end = _clause(head, parts, reading, finite=finite)
    end = start + len(scene.discourse.document.text[start:end].rstrip())
    told = _is_told(reading, head.first, scene)
    event = Event(head.entry, reading, head.first, start, end, parts, finite, told)
    event.status = status_of(event, scene.words)
    if event.event_type == "meeting" and _is_remote(event, scene):
        event.entry = replace(head.entry, event_type="call", placed=False)
    return event


def _is_remote(event: Event, scene: Scene) -> bool:
    """'met virtually', 'held talks via videoconference'."""
    inside = [i.keys for i in event.reading.items if event.start <= i.start < event.end]
    return scene.words.remote.occurs(inside)


def _is_finite(head: Head, reading: Reading) -> bool:
    """Whether a verb tells the event; of some frames either a verb or a noun can be the head."""
    lows = [i.low for i in reading.items[head.first : head.last]]
    if _TOLD_BY_PASSIVE.intersection(lows):
        return True
    if head.entry.frame in _VERB_OR_NOUN:
        return reading.clauses.verbs.is_verb(lows[0])
    return head.entry.frame not in _NAMED


def _is_told(reading: Reading, place: int, scene: Scene) -> bool:
    """Whether the narrator tells it: nobody is heard here but states, or the voice is only carried on."""
    voice = scene.discourse.voice_at(reading.items[place].start)
    if is_own(voice) or voice is None or all(s.kind != "person" for s in voice.speakers):
        return True
    if len({s.speaks_for for s in voice.speakers}) > 1:  # 'the two sides announced'
        return True
    return voice.sieve == "carried on" or _is_when_said(reading, place)


def _is_when_said(reading: Reading, place: int) -> bool:
    """'X said this when he received Y': the occasion is the narrator's."""
    segment = reading.clauses.segment(place)
    return reading.items[segment.first].low in _WHEN


def _clause(head: Head, parts: Sequence[Part], reading: Reading, *, finite: bool) -> tuple[int, int]:
    """Offsets from the first participant or word of the head to the next mark behind the last."""
    items, sentence = reading.items, reading.sentence
    inside = [p for p in parts if sentence.start <= p.start < sentence.end]
    earliest = sentence.start if finite else items[max(0, head.first - 3)].start
    starts = [p.start for p in inside if p.start >= earliest]
    start = min([_with_determiner(items, head.first).start, *starts])
    reach = max([items[head.last - 1].end, *(p.end for p in inside)])
    stop = next((i.start for i in items if i.start >= reach and i.low in _MARKS), sentence.end)
    return start, max(reach, stop)


def _with_determiner(items: Sequence[Item], first: int) -> Item:
    """The word at which a head begins, with the article before it."""
    has_one = first > 0 and items[first - 1].low in _DETERMINERS
    return items[first - 1] if has_one else items[first]
