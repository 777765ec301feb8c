"""Frames of other deeds: signed, invited, sent, exchanged, stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.actors_near import REACH
from readouts.coder.events.author import is_own
from readouts.coder.events.model import Part, one_each
from readouts.coder.events.states_near import both_states, people_of

if TYPE_CHECKING:
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_PASSIVE = frozenset({"was", "were", "be", "been"})
_WE = frozenset({"we", "they"})


def signed(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B signed X', 'X was signed by A'; where it is only named, or 'we' signed, both sides did."""
    if _is_of_countries(near, head.first):
        return both_states(near, head.first, "signatory")
    parts = near.subjects(head.first, "signatory") or near.behind("by", head.last, "signatory")
    parts = parts or near.behind("between", head.last, "signatory")
    if not parts and near.items[head.first].low in _PASSIVE and _is_told_here(near, head.first):
        return both_states(near, head.first, "signatory") if near.pair else []
    if _is_noun(near, head.first) or _is_we(near, head.first):
        return both_states(near, head.first, "signatory")
    return parts


def _is_of_countries(near: ActorsNear, place: int) -> bool:
    """'the two countries signed': the states, not who speaks for them."""
    subjects = near.reading.clauses.subject(place) or []
    return any(i.is_mention("group") and near.words.countries.intersection(i.low.split()) for i in subjects)


def _is_told_here(near: ActorsNear, place: int) -> bool:
    """'a programme was signed', in the news itself; not 'the treaty, which was signed in 1995'."""
    is_aside = near.reading.clauses.segment(place).kind == "relative"
    return not is_aside and is_own(near.voice(place))


def _is_noun(near: ActorsNear, place: int) -> bool:
    """'the signing of', 'agreement signed': no finite verb at the head's beginning."""
    low, verbs = near.items[place].low, near.reading.clauses.verbs
    return low in verbs.gerund or not verbs.is_verb(low)


def _is_we(near: ActorsNear, place: int) -> bool:
    """'we' or 'they' as the subject; 'we' in somebody's own words, not of whoever writes the article."""
    lows = {i.low for i in near.reading.clauses.subject(place) or []} & _WE
    voice = near.voice(place)
    return "they" in lows or (bool(lows) and voice is not None and voice.sieve != "carried on")


def invites(near: ActorsNear, head: Head) -> list[Part]:
    """'A invited B', 'B accepted the invitation'."""
    if near.items[head.first].low in near.words.accepting:
        return _accepted(near, head)
    inviters = near.subjects(head.first, "speaker")
    guests = near.objects(head.last, "addressee")
    return one_each([*inviters, *guests]) if inviters and guests else []


def _accepted(near: ActorsNear, head: Head) -> list[Part]:
    guests = near.subjects(head.first, "addressee")
    host = near.person_facing(guests[0].entity.speaks_for) if guests else None
    return [near.here(host, "speaker", head.first), *guests] if host else guests


def thanked(near: ActorsNear, head: Head) -> list[Part]:
    """'Thank you for the invitation': the one who thanks was invited by the one spoken to."""
    voice = near.voice(head.first)
    guest = voice.speakers[0] if voice and voice.speakers else None
    if guest is None:
        guest = next((p.entity for p in near.subjects(head.first, "addressee")), None)
    if guest is None or guest.speaks_for is None:
        return []
    host = near.person_facing(guest.speaks_for)
    hosts = [near.here(host, "speaker", head.first)] if host else []
    return [*hosts, near.here(guest, "addressee", head.first)]


def issued(near: ActorsNear, head: Head) -> list[Part]:
    """'joint statement by A and B'."""
    parts = near.named_at(head.last, "speaker")
    return parts if len(parts) > 1 else []


def sends(near: ActorsNear, head: Head) -> list[Part]:
    """'A sent B a message', 'A sent a message to B'."""
    senders = near.subjects(head.first, "speaker")
    addressees = near.behind("to", head.last, "addressee") or near.objects(head.last, "addressee")
    addressees = addressees or people_of(near, head.last, "addressee")
    return one_each([*senders, *addressees]) if senders else []


def exchanges(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B exchanged messages'."""
    parts = near.subjects(head.first, "speaker")
    return parts if len(parts) > 1 else []


def states(near: ActorsNear, head: Head) -> list[Part]:
    """'A said in an article': the subject of the nearest verb of speech, a person where one is among them."""
    for hit in sorted(near.reading.verbs, key=lambda h: abs(h.start - head.first)):
        parts = near.subjects(hit.start, "speaker") if abs(hit.start - head.first) <= REACH else []
        if parts:
            return [p for p in parts if p.is_person] or parts
    return near.subjects(head.first, "speaker")
