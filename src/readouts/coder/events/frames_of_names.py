"""Frames of events that are named: the meeting of A and B, A's visit to X, a forum held at Y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.dates.words import date_words
from readouts.coder.events.frames_of_meetings import are_of_two_sides
from readouts.coder.events.model import Part, one_each
from readouts.coder.events.states_near import both_states, ground, venue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_OF_GUEST = frozenset({"of", "by"})
_NO_HOST_TOLD = frozenset({"to", "by"})
_BEFORE_COUNTERPARTS = frozenset({"of", "between", "with", "held"})
_IN_NAME = frozenset({"of", "on", "and", "for", "the", "-"})
_BEFORE_DATE = frozenset({"of", "in", "dated", "from"})
_PLURALS = frozenset({"negotiations", "talks", "consultations"})
_PEOPLE_KINDS = frozenset({"person", "group", "plural"})
_GROUND_REACH = 8
_PAIR = 2


def nominal(near: ActorsNear, head: Head) -> list[Part]:
    """An event told by a noun: a visit has guest and host, anything else counterparts."""
    return _visit(near, head) if head.entry.event_type == "visit" else _meeting(near, head)


def held(near: ActorsNear, head: Head) -> list[Part]:
    """'X hosted a forum', 'a seminar was held at X', 'the summit of the G20 opened': host, or organiser."""
    has_verb = near.reading.clauses.verbs.is_verb(near.items[head.first].low)
    hosts = near.subjects(head.first, "host") if has_verb else []
    house = venue(near, head.last)
    hosts += [house] if house else []
    return one_each(hosts) or _organiser(near.items[max(0, head.first - 2) : head.last])


def marks(near: ActorsNear, head: Head) -> list[Part]:
    """'A laid a wreath at X'."""
    return near.subjects(head.first, "attendee")


def attended_by(near: ActorsNear, head: Head) -> list[Part]:
    """'The ceremony was attended by A, B and C'."""
    return near.named_at(head.last, "attendee")


def named(near: ActorsNear, head: Head) -> list[Part]:
    """'the session of the General Assembly', 'the G20 summit': the body convenes it."""
    return _organiser(near.items[head.first : head.last])


def _organiser(items: Sequence[Item]) -> list[Part]:
    for item in items:
        if item.mention and item.mention.kind == "organisation" and item.mention.entity:
            return [Part.of(item.mention.entity, "organiser", item.mention)]
    return []


# visits


def _visit(near: ActorsNear, head: Head) -> list[Part]:
    guest = _guest(near, head)
    host = ground(near, head.last - 1, head.last + _GROUND_REACH)
    if guest is None:
        return []
    if host is None:
        return _visit_among_two(near, head, guest)
    return [] if host.entity.code == guest.entity.speaks_for else [guest, host]


def _visit_among_two(near: ActorsNear, head: Head, guest: Part) -> list[Part]:
    """No ground is named: the visit is to the side that the guest faces in the article."""
    facing = near.dyad.other(guest.entity.speaks_for or "")
    if facing is None or near.items[head.first].low in _NO_HOST_TOLD:
        return []
    return [guest, Part(near.discourse.registry.side(facing), "host", guest.start, guest.end)]


def _guest(near: ActorsNear, head: Head) -> Part | None:
    """'the visit of X', 'X's visit', 'his visit', 'my visit'."""
    for place in (head.last, head.last + 1):
        if place - 1 < len(near.items) and near.items[place - 1].low in _OF_GUEST:
            return next(iter(near.named_at(place, "guest")), None)
    return near.possessor(head.first, "guest")


# meetings


def _meeting(near: ActorsNear, head: Head) -> list[Part]:
    if near.items[head.first].low == "their":
        return _their_meeting(near, head)
    closing = near.items[head.last - 1]
    if _is_unsettled(near, head):
        return []
    if not closing.is_actor and closing.low not in _BEFORE_COUNTERPARTS:
        found = near.behind("between", head.last, "counterpart")
        return found if are_of_two_sides(found) else []
    found = _counterparts(near, head, closing)
    if found and (closing.is_actor or closing.low == "with"):
        agent = near.agent(head.first)
        found = one_each([*([agent] if agent else []), *found])
    return found if are_of_two_sides(found) else []


def of_group(near: ActorsNear, head: Head) -> list[Part]:
    """'the two leaders' conversation on Monday'."""
    found = near.parts(near.items[head.first : head.first + 1], "counterpart", head.first)
    return found if are_of_two_sides(found) else []


def of_sentence(near: ActorsNear, head: Head) -> list[Part]:
    """'X handed a letter to Y during a meeting': the two people whom the sentence names before."""
    places = [k for k in range(head.first) if near.items[k].is_mention("person")]
    found = one_each(p for k in places for p in near.parts([near.items[k]], "counterpart", k))
    return found if len(found) == _PAIR and are_of_two_sides(found) else []


def dated(near: ActorsNear, head: Head) -> list[Part]:
    """'the Treaty of Friendship of 1787', 'the Lisbon Agreement of June 27': by its name and date."""
    items, end = near.items, head.last
    if not (items[head.first].capital and head.first) and not _is_of_day(near, head):
        return []
    while end < len(items) and (items[end].low in _IN_NAME or items[end].capital or items[end].mention):
        end += 1
    while end > head.last and items[end - 1].low in _IN_NAME:
        end -= 1
    if low_at(items, end) not in _BEFORE_DATE or not _is_date(low_at(items, end + 1)):
        return []
    named = [i.mention for i in items if i.is_mention("state") and i.mention]
    parts = one_each(Part.of(m.entity, "signatory", m) for m in named if m.entity)
    return parts[:2] if len(parts) > 1 else both_states(near, head.first, "signatory")


def _is_of_day(near: ActorsNear, head: Head) -> bool:
    """'the ceasefire agreement of August 12, 2008': a day with its year tells which one."""
    day = [low_at(near.items, head.last + k) for k in range(1, 5)]
    is_full = _is_date(day[0]) and any(len(low) == len("2008") and low.isdigit() for low in day)
    return low_at(near.items, head.last) == "of" and is_full


def _is_date(low: str) -> bool:
    return low.isdigit() or low.title() in date_words().months


def _their_meeting(near: ActorsNear, head: Head) -> list[Part]:
    """'At their meeting, A and B ...': the subjects behind, else the two people of the article."""
    people = [p for p in _people_behind(near, head.first) if p.is_person]
    return people if len(people) > 1 else near.both_people(head.first)


def _is_unsettled(near: ActorsNear, head: Head) -> bool:
    """'encouragement for peace negotiations between A and B': talks that are only spoken of."""
    before = [i.low for i in near.items[max(0, head.first - 2) : head.first]]
    return near.items[head.first].low in _PLURALS and bool(near.words.unsettled.intersection(before))


def _counterparts(near: ActorsNear, head: Head, closing: Item) -> list[Part]:
    """Those behind 'meeting of', 'talks were held ... between', or at the head's end."""
    if closing.low == "held":
        found = near.behind("between", head.last, "counterpart")
    else:
        found = near.named_at(head.last, "counterpart")
    if closing.low == "of" and not are_of_two_sides(found):  # 'a telephone conversation of A with B'
        found = one_each([*found, *near.behind("with", head.last, "counterpart")])
    return found or near.named_at(head.last - 1, "counterpart")


def _people_behind(near: ActorsNear, first: int) -> list[Part]:
    clauses = near.reading.clauses
    for segment in clauses.segments:
        if 0 < segment.first <= first:
            continue
        item = clauses.first_actor_item(segment.first, segment.last)
        if item and item.mention and item.mention.kind in _PEOPLE_KINDS:
            place = next(k for k, i in enumerate(near.items) if i is item)
            return near.parts(clauses.coordinated(place), "counterpart", place)
    return []
