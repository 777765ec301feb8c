"""Frames of verbs that bring people together: met with, received, was received by, called on, visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import PREPOSITIONS, is_adverb
from readouts.coder.clauses.items import low_at
from readouts.coder.events.model import Part, one_each
from readouts.coder.events.states_near import grounds, state_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_OBJECT_REACH = 5
_NOT_MET = frozenset({"and", "to", "again", "here", "today", "yesterday", "tomorrow", "when", "after", "as"})
_TIME_AND_PLACE = frozenset({",", "at", "in", "on", "today", "yesterday", "here", "this"})
_TRIPS = frozenset({"visit", "trip", "tour"})
_TRIP_REACH = 14
_FROM = frozenset({"from"})
_OFFICE_KINDS = frozenset({"office", "plural"})


def between(near: ActorsNear, head: Head) -> list[Part]:
    """'A met with B', 'A and B held talks': counterparts of two sides."""
    if near.items[head.last - 1].low in near.words.bare_meeting and _is_thing_met(near, head.last):
        return []
    subjects = near.subjects(head.first, "counterpart")
    objects = near.objects(head.last, "counterpart")
    parts = one_each([*subjects, *objects])
    if _is_we_two(near, head, parts):
        parts = near.both_people(head.first)
    if all(p.entity.kind == "state" for p in parts) and not _is_official(near, head):
        return []
    return parts if are_of_two_sides(parts) else []


def together(near: ActorsNear, head: Head) -> list[Part]:
    """'A and B launched X': people of two sides."""
    parts = between(near, head)
    return parts if all(p.is_person for p in parts) else []


def _is_thing_met(near: ActorsNear, last: int) -> bool:
    """'meet the needs of', 'met future challenges': no preposition, and nobody close behind."""
    behind = near.items[last : last + _OBJECT_REACH]
    if not behind or behind[0].mention or not behind[0].low.isalpha():
        return False
    if behind[0].low in PREPOSITIONS or behind[0].low in _NOT_MET or is_adverb(behind[0].low):
        return False
    return not any(i.mention for i in behind)


def are_of_two_sides(parts: Sequence[Part]) -> bool:
    """Whether the parts are of more than one side, so that they can meet."""
    return len({p.entity.speaks_for or p.entity.name for p in parts}) > 1


def _is_we_two(near: ActorsNear, head: Head, parts: Sequence[Part]) -> bool:
    """'We had a good meeting in X', said by one of the two."""
    subjects = near.reading.clauses.subject(head.first) or []
    return len(parts) == 1 and any(i.low == "we" for i in subjects) and near.voice(head.first) is not None


def _is_official(near: ActorsNear, head: Head) -> bool:
    """'Georgia met Spain' may be sport: states alone need talks, or an office standing for them."""
    if any(i.mention and i.mention.kind in _OFFICE_KINDS for i in near.items):
        return True
    return any(i.low not in near.words.bare_meeting for i in near.items[head.first : head.last])


def told_visiting(near: ActorsNear, head: Head) -> list[Part]:
    """'A told the visiting B': the two met."""
    guest = near.items[head.last - 1]
    inside = [i.low for i in near.items[head.first : head.last]]
    is_visiting = guest.low.startswith("visiting") or "visiting" in inside
    return between(near, head) if is_visiting else []


def received_there(near: ActorsNear, head: Head) -> list[Part]:
    """'A received today, September 2, at the palace, B': time and place before the guest."""
    place = near.object_place(head.last)
    first = near.items[head.last] if head.last < len(near.items) else None
    if place is None or first is None or near.items[place].is_mention("pronoun"):
        return []
    is_apart = first.low in _TIME_AND_PLACE or first.low[:1].isdigit()
    is_owner = low_at(near.items, place + 1) in ("'s", "'")
    return received(near, head) if is_apart and not is_owner and place > head.last else []


def received(near: ActorsNear, head: Head) -> list[Part]:
    """'A received B': host and guests."""
    hosts = near.subjects(head.first, "host")
    guests = [p for p in near.objects(head.last, "guest") if p.is_person]
    return _both(hosts, guests)


def received_by(near: ActorsNear, head: Head) -> list[Part]:
    """'A was received by B': guest and host."""
    guests = near.subjects(head.first, "guest")
    link = "with" if near.items[head.last - 1].low == "with" else "by"
    hosts = near.behind(link, head.last - 1, "host") or _office_facing(near, head.last, guests)
    return _both([p for p in hosts if p.is_person or _is_by_office(near, p)], guests)


def _office_facing(near: ActorsNear, last: int, guests: Sequence[Part]) -> list[Part]:
    """'by the President of the Republic', of which the text does not say whose: the side that is faced."""
    code = near.side_facing(guests[0].entity.speaks_for) if guests else None
    row = near.items[last : last + 2]
    office = next((i for i in row if i.mention and i.mention.kind in _OFFICE_KINDS), None)
    if code is None or office is None or near.dyad.person(code) is None:
        return []
    return [Part(near.discourse.registry.side(code), "host", office.start, office.end)]


def _is_by_office(near: ActorsNear, part: Part) -> bool:
    """'the President of the Republic', who is not named: the state."""
    return any(i.start == part.start and i.mention and i.mention.kind in _OFFICE_KINDS for i in near.items)


def by_phone(near: ActorsNear, head: Head) -> list[Part]:
    """'A discussed something with B by telephone'."""
    subjects = near.subjects(head.first, "counterpart")
    segment = near.reading.clauses.segment(head.first)
    links = [k for k in range(segment.first, head.last + 1) if low_at(near.items, k) == "with"]
    others = [p for k in links for p in near.named_at(k + 1, "counterpart")]
    parts = one_each([*subjects, *others])
    return parts if others and are_of_two_sides(parts) else []


def calls_on(near: ActorsNear, head: Head) -> list[Part]:
    """'called on the President at ...': visited; 'called on X to ...' is a demand."""
    hosts = near.objects(head.last, "host")
    place = near.object_place(head.last)
    is_demand = place is not None and [i.low for i in near.items[place + 1 : place + 2]] == ["to"]
    if place is None or is_demand:
        return []
    return _both(hosts, near.subjects(head.first, "guest"))


def visits(near: ActorsNear, head: Head) -> list[Part]:
    """'A visited X': a guest on foreign ground."""
    guests = [p for p in near.subjects(head.first, "guest") if not _is_bare_state(near, p)]
    if near.items[head.last - 1].low == "from":
        hosts = state_behind(near, head.last - 1, _FROM, "host")
    else:
        hosts = grounds(near, head.last - 1, head.last + 3) or _of_trip_named(near, head)
    at_home = {p.entity.speaks_for for p in guests}
    if not guests or not hosts or any(host.entity.code in at_home for host in hosts):
        return []
    return one_each([*guests, *hosts])


def _of_trip_named(near: ActorsNear, head: Head) -> list[Part]:
    """'arrived here on Monday for a state visit to X'."""
    for place in range(head.last, min(head.last + _TRIP_REACH, len(near.items) - 1)):
        if near.items[place].low in _TRIPS and low_at(near.items, place + 1) == "to":
            return grounds(near, place + 1, place + 5)
    return []


def _is_bare_state(near: ActorsNear, part: Part) -> bool:
    """A state by its mere name travels in sport, not in diplomacy."""
    if part.entity.kind != "state":
        return False
    return any(i.start == part.start and i.mention and i.mention.kind == "state" for i in near.items)


def _both(hosts: Sequence[Part], guests: Sequence[Part]) -> list[Part]:
    """Hosts before guests, where there are both."""
    return one_each([*hosts, *guests]) if hosts and guests else []
