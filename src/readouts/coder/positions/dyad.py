"""The two sides of an article: who faces whom."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from readouts.coder.positions.holders import Dyad

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.names.model import Entity, Mention
    from readouts.coder.speech.speech import Voice


def dyad_of(mentions: Sequence[Mention], voices: Iterable[Voice]) -> Dyad:
    """The sides in the order of their weight: those of people who speak, of people named, of states named."""
    body = [m for m in mentions if m.sentence.paragraph.zone not in ("header", "signature")]
    speakers = [s for v in voices for s in v.speakers if s.kind == "person"]
    named = [e for m in body if m.kind == "person" for e in m.entities]
    people = [*dict.fromkeys(speakers), *named]
    sides = list(dict.fromkeys(p.side for p in people if p.side))
    states = [m.code for m in body if m.kind in ("state", "adjective") and m.code]
    counts = {code: states.count(code) for code in dict.fromkeys(states)}
    by_weight = sorted(counts, key=lambda c: -counts[c])
    sides += [c for c in by_weight if c not in sides]
    accredited = [o.accredited_to for p in people[:1] for o in p.offices if o.accredited_to]
    if len({p.side for p in speakers}) < 2 and accredited and accredited[0] in sides:
        sides.remove(accredited[0])
        sides.insert(1, accredited[0])
    return Dyad(tuple(sides), tuple(_person(s, people) for s in sides), _circle(body, sides))


def _circle(mentions: Sequence[Mention], sides: Sequence[str]) -> tuple[str, ...]:
    """The sides of the people whom the first sentence with people of several sides names."""
    for sentence, named in groupby(mentions, key=lambda mention: mention.sentence):
        here = {e.side for m in named if m.kind == "person" for e in m.entities}
        if sentence.paragraph.zone == "body" and len(found := tuple(s for s in sides if s in here)) > 1:
            return found
    return ()


def _person(side: str, people: Sequence[Entity]) -> Entity | None:
    return next((p for p in people if p.side == side), None)
