"""Frames of agreements: who signed, in the active or the passive; which body adopted a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.events.author import is_own
from readouts.coder.events.model import one_each
from readouts.coder.events.states_near import both_states

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part

_BE = frozenset({"was", "were", "be", "been", "being"})
_WE = frozenset({"we", "they"})
_BEHIND_PARTICIPLE = frozenset({"in", "on", "at", "by", "between", "during", "last", "earlier", "with"})
_BEFORE_PARTICIPLE = 9
_FEWEST = 2
_BODY_REACH = 8


def signed(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B signed X', 'X was signed by A'; where it is only named, or 'we' signed, both sides did."""
    if _is_noun(near, head.first) or _is_passive(near, head):
        return _signed_by(near, head)
    if _is_of_countries(near, head.first):
        return both_states(near, head.first, "signatory")
    if _is_we(near, head.first):
        return _we_signed(near, head)
    parts = near.subjects(head.first, "signatory")
    if len({p.entity.speaks_for for p in parts}) < _FEWEST:
        others = near.behind("with", head.last, "signatory") or near.behind("from", head.last, "signatory")
        parts = one_each([*parts, *(p for p in others if _can_sign(near, p))]) if parts else parts
    return parts or _between(near, head)


def reached(near: ActorsNear, head: Head) -> list[Part]:
    """'the agreements reached in X between A and B'."""
    return _between(near, head)


def _can_sign(near: ActorsNear, part: Part) -> bool:
    """A state or somebody of one by name, not 'a Madrid club' or 'a French company'."""
    place = next((k for k, i in enumerate(near.items) if i.start == part.start), None)
    return place is not None and near.items[place].is_mention("state", "person", "organisation")


def _we_signed(near: ActorsNear, head: Head) -> list[Part]:
    """'They signed', of the two who met; 'we signed', said by somebody, of the two states."""
    lows = {i.low for i in near.reading.clauses.subject(head.first) or []}
    if "they" in lows and len(near.pair) == _FEWEST:
        return [near.here(person, "signatory", head.first) for person in near.pair]
    return both_states(near, head.first, "signatory")


def _signed_by(near: ActorsNear, head: Head) -> list[Part]:
    """'X was signed by A and B', 'the signing of X between A and B', 'a protocol was signed'."""
    parts = near.behind("by", head.last - 1, "signatory")
    if len({p.entity.speaks_for for p in parts}) >= _FEWEST:
        return parts
    parts = _between(near, head)
    if parts or _is_noun(near, head.first):
        return parts or both_states(near, head.first, "signatory")
    return both_states(near, head.first, "signatory") if _is_text_of_both(near, head) else []


def _between(near: ActorsNear, head: Head) -> list[Part]:
    """'... between A and B', before or behind the verb."""
    for start in (head.last, near.reading.clauses.segment(head.first).first):
        place = next((k for k in range(start, len(near.items)) if near.items[k].low == "between"), None)
        if place is not None and any(i.is_mention("group") for i in near.items[place + 1 : place + 4]):
            return both_states(near, head.first, "signatory")
        parts = near.behind("between", start, "signatory")
        if len({p.entity.speaks_for for p in parts}) >= _FEWEST:
            return parts
    return []


def _is_text_of_both(near: ActorsNear, head: Head) -> bool:
    """'a memorandum was signed' in the news of two sides: of two states, and told in its own words."""
    if not is_own(near.voice(head.first)) and not _names_text(near, head.first):
        return False
    return len(near.dyad.sides) >= _FEWEST and (_names_text(near, head.first) or bool(near.pair))


def _names_text(near: ActorsNear, place: int) -> bool:
    """Whether what was signed is called an agreement."""
    before = near.items[max(0, place - 3 * _BEFORE_PARTICIPLE) : place]
    return any(i.low in near.words.agreements for i in before)


def _is_passive(near: ActorsNear, head: Head) -> bool:
    """'was signed'; 'the treaty, signed in May'."""
    row = [i.low for i in near.items[max(0, head.first - 3) : head.last]]
    if _BE.intersection(row):
        return True
    before = near.items[max(0, head.first - _BEFORE_PARTICIPLE) : head.first]
    if low_at(near.items, head.last) not in _BEHIND_PARTICIPLE or not before:
        return False
    return (before[-1].low in {",", *near.words.agreements}) and any(
        i.low in near.words.agreements for i in before
    )


def _is_of_countries(near: ActorsNear, place: int) -> bool:
    """'the two countries signed': the states, not who speaks for them."""
    subjects = near.reading.clauses.subject(place) or []
    return any(i.is_mention("group") and near.words.countries.intersection(i.low.split()) for i in subjects)


def _is_noun(near: ActorsNear, place: int) -> bool:
    """'the signing of', 'agreement signed': no finite verb at the head's beginning."""
    low, verbs = near.items[place].low, near.reading.clauses.verbs
    if low == "to":
        return False
    return low in verbs.gerund or not verbs.is_verb(low)


def _is_we(near: ActorsNear, place: int) -> bool:
    """'we' or 'they' as the subject; 'we' in somebody's own words, not of whoever writes the article."""
    lows = {i.low for i in near.reading.clauses.subject(place) or []} & _WE
    voice = near.voice(place)
    return "they" in lows or (bool(lows) and voice is not None and voice.sieve != "carried on")


def adopted(near: ActorsNear, head: Head) -> list[Part]:
    """'the Assembly adopted a resolution', 'resolution N of the Council, adopted in 1978': the body."""
    parts = near.subjects(head.first, "signatory") if not _is_participle(near, head) else []
    parts = parts or near.behind("by", head.last - 1, "signatory")
    if not parts and _is_participle(near, head):
        first = max(0, head.first - _BODY_REACH)
        before = [i for i in near.items[first : head.first] if i.is_mention("organisation")]
        parts = near.parts(before[:1], "signatory", head.first)
    return [p for p in parts if p.entity.kind == "organisation" and p.entity.actor_id]


def _is_participle(near: ActorsNear, head: Head) -> bool:
    return low_at(near.items, head.last - 1) in _BEHIND_PARTICIPLE
