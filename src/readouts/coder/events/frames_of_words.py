"""Frames of what is said in public: in an article, at a press conference, by a spokesperson on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.actors_near import REACH
from readouts.coder.events.model import one_each

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part

_JOINT = frozenset({"joint"})


def states(near: ActorsNear, head: Head) -> list[Part]:
    """'A said in an article': the subject of the nearest verb of speech, a person where one is among them."""
    parts = _speaker(near, head)
    if _JOINT.intersection(i.low for i in near.items[head.first : head.last]):
        beside = [p for p in near.behind("with", head.last, "speaker") if p.is_person]
        parts = one_each([*parts, *beside])
    return parts


def _speaker(near: ActorsNear, head: Head) -> list[Part]:
    for hit in sorted(near.reading.verbs, key=lambda h: abs(h.start - head.first)):
        parts = near.subjects(hit.start, "speaker") if abs(hit.start - head.first) <= REACH else []
        if parts:
            return [p for p in parts if p.is_person] or parts
    return near.subjects(head.first, "speaker")


def speaks_for_body(near: ActorsNear, head: Head) -> list[Part]:
    """'Ministry spokesperson X said on Monday': whoever is there to speak has an occasion of its own."""
    return [p for p in near.subjects(head.first, "speaker") if p.is_person and _is_voice(near, p)]


def _is_voice(near: ActorsNear, part: Part) -> bool:
    return any(word.startswith(near.words.voices) for o in part.entity.offices for word in o.words)
