"""Frames of other deeds: signed, invited, sent, protested, took up a post, changed relations, stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.actors_near import REACH
from readouts.coder.events.model import Part, one_each
from readouts.coder.events.states_near import both_states, nationality, states_related

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_WE = frozenset({"we", "they"})
_OFFICE_REACH = 6


def signed(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B signed X', 'X was signed by A'; where it is only named, or 'we' signed, both sides did."""
    parts = near.subjects(head.first, "signatory") or near.behind("by", head.last, "signatory")
    parts = parts or near.behind("between", head.last, "signatory")
    if _is_noun(near, head.first) or _is_we(near, head.first):
        return both_states(near, head.first, "signatory")
    return parts


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
    addressees = near.objects(head.last, "addressee") or near.behind("to", head.last, "addressee")
    return one_each([*senders, *addressees]) if senders else []


def protests(near: ActorsNear, head: Head) -> list[Part]:
    """'A summoned B's ambassador', 'A expelled two B diplomats'."""
    speakers = near.subjects(head.first, "speaker")
    addressees = near.objects(head.last, "addressee") or nationality(near, head.last, "addressee")
    return one_each([*speakers, *addressees]) if speakers else []


def accredits(near: ActorsNear, head: Head) -> list[Part]:
    """'A took up the post of ambassador to X': envoy and who receives the envoy, else the state."""
    envoys = near.subjects(head.first, "guest")
    if not envoys:
        return []
    received = [p for p in near.behind("to", head.last, "host") if p.is_person]
    return [*envoys, *(received[:1] or _receiving_state(near, head, envoys))]


def _receiving_state(near: ActorsNear, head: Head, envoys: Sequence[Part]) -> list[Part]:
    """The state that the office names, as told behind the head or elsewhere of the envoy."""
    behind = near.items[head.last : head.last + _OFFICE_REACH]
    with_office: list[Item] = [i for i in behind if i.mention and i.mention.offices]
    offices = [o for i in with_office if i.mention for o in i.mention.offices]
    offices += [o for p in envoys for o in p.entity.offices]
    code = next((o.accredited_to for o in offices if o.accredited_to), None)
    if code is None:
        return []
    shown = with_office[0] if with_office else near.items[head.first]
    return [Part(near.discourse.registry.side(code), "host", shown.start, shown.end)]


def relations(near: ActorsNear, head: Head) -> list[Part]:
    """'the establishment of relations between A and B', 'A severed ties with B', and who announces it."""
    states = states_related(near, head.first, head.last)
    people = [p for p in near.subjects(head.first, "speaker") if p.is_person]
    announcers = people if len(people) > 1 else _announcers(near, head.first)
    return one_each([*states, *announcers]) if len(states) > 1 else []


def _announcers(near: ActorsNear, first: int) -> list[Part]:
    """'..., Foreign Minister X announced'."""
    voice = near.voice(first)
    if voice is None or voice.sieve != "backward":
        return []
    items = {e: i for i in near.items if i.mention for e in i.mention.entities}
    people = [s for s in voice.speakers if s in items and s.kind == "person"]
    return [Part(s, "speaker", items[s].start, items[s].end) for s in people]


def states(near: ActorsNear, head: Head) -> list[Part]:
    """'A said in an article': the subject of the nearest verb of speech, a person where one is among them."""
    for hit in sorted(near.reading.verbs, key=lambda h: abs(h.start - head.first)):
        parts = near.subjects(hit.start, "speaker") if abs(hit.start - head.first) <= REACH else []
        if parts:
            return [p for p in parts if p.is_person] or parts
    return near.subjects(head.first, "speaker")
