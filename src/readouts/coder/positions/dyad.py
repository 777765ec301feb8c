"""The two sides of an article: who faces whom."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from readouts.coder.positions.holders import Dyad
from readouts.coder.positions.issuers import issuers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.names.model import Entity, Mention
    from readouts.coder.speech.voices import Voice


_JOINING = frozenset({"and", "or", ","})


def dyad_of(mentions: Sequence[Mention], voices: Iterable[Voice], *, is_joint_text: bool = False) -> Dyad:
    """The sides in the order of their weight: those of people who speak, of people named, of states named."""
    body = [m for m in mentions if m.sentence.paragraph.zone not in ("header", "signature")]
    speakers = [s for v in voices for s in v.speakers if s.kind == "person"]
    named = [e for m in body if m.kind == "person" for e in m.entities]
    people = [*dict.fromkeys(speakers), *named]
    sides = list(dict.fromkeys(p.side for p in people if p.side))
    listed = issuers(mentions) if is_joint_text else _listed(mentions)
    sides = [*listed, *(side for side in sides if side not in listed)] if is_joint_text else sides
    sides += [code for code in listed if code not in sides]
    states = _states_acting(body)
    counts = {code: states.count(code) for code in dict.fromkeys(states)}
    by_weight = sorted(counts, key=lambda c: -counts[c])
    sides += [c for c in by_weight if c not in sides]
    accredited = [o.accredited_to for p in people[:1] for o in p.offices if o.accredited_to]
    if len({p.side for p in speakers}) < 2 and accredited and accredited[0] in sides:
        sides.remove(accredited[0])
        sides.insert(1, accredited[0])
    return Dyad(tuple(sides), tuple(_person(s, people) for s in sides), tuple(listed) or _circle(body, sides))


def _circle(mentions: Sequence[Mention], sides: Sequence[str]) -> tuple[str, ...]:
    """The sides of the people whom the first sentence with people of several sides names."""
    for sentence, named in groupby(mentions, key=lambda mention: mention.sentence):
        here = {side for m in named for side in _sides_of(m)}
        if sentence.paragraph.zone == "body" and len(found := tuple(s for s in sides if s in here)) > 1:
            return found
    return ()


def _sides_of(mention: Mention) -> Sequence[str | None]:
    """The sides of the people whom a mention names, or names by their states."""
    if mention.kind == "plural":
        return mention.codes
    return [e.side for e in mention.entities] if mention.kind == "person" else ()


def _listed(mentions: Sequence[Mention]) -> Sequence[str]:
    """The states of 'the ministers of A, B and C', where a text begins with them."""
    first = next((m for m in mentions if m.kind in ("person", "plural")), None)
    return first.codes if first and first.kind == "plural" else ()


def _states_acting(mentions: Iterable[Mention]) -> list[str]:
    """The states named, without those that only tell where something was: 'plants in Uruguay and Peru'."""
    codes: list[str] = []
    place: Mention | None = None
    for mention in mentions:
        before = mention.sentence.tokens[mention.first - 1].low if mention.first else ""
        is_listed = (
            place is not None and place.sentence is mention.sentence and place.last == mention.first - 1
        )
        if mention.kind == "state" and (before == "in" or (is_listed and before in _JOINING)):
            place = mention
        elif mention.kind in ("state", "adjective") and mention.code:
            codes.append(mention.code)
    return codes


def _person(side: str, people: Sequence[Entity]) -> Entity | None:
    return next((p for p in people if p.side == side), None)
