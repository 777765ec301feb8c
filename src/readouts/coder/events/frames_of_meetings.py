"""Frames of verbs that bring people together: met with, received, was received by, called on, visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.model import one_each
from readouts.coder.events.states_near import grounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part

_OFFICE_KINDS = frozenset({"office", "plural"})


def between(near: ActorsNear, head: Head) -> list[Part]:
    """'A met with B', 'A and B held talks': counterparts of two sides."""
    subjects = near.subjects(head.first, "counterpart")
    objects = near.objects(head.last, "counterpart")
    parts = one_each([*subjects, *objects])
    if all(p.entity.kind == "state" for p in parts) and not _is_official(near, head):
        return []
    return parts if are_of_two_sides(parts) else []


def are_of_two_sides(parts: Sequence[Part]) -> bool:
    """Whether the parts are of more than one side, so that they can meet."""
    return len({p.entity.speaks_for or p.entity.name for p in parts}) > 1


def _is_official(near: ActorsNear, head: Head) -> bool:
    """'Georgia met Spain' may be sport: states alone need talks, or an office standing for them."""
    if any(i.mention and i.mention.kind in _OFFICE_KINDS for i in near.items):
        return True
    return any(i.low not in near.words.bare_meeting for i in near.items[head.first : head.last])


def received(near: ActorsNear, head: Head) -> list[Part]:
    """'A received B': host and guests."""
    hosts = near.subjects(head.first, "host")
    guests = [p for p in near.objects(head.last, "guest") if p.is_person]
    return _both(hosts, guests)


def received_by(near: ActorsNear, head: Head) -> list[Part]:
    """'A was received by B': guest and host."""
    guests = near.subjects(head.first, "guest")
    return _both(near.objects(head.last, "host"), guests)


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
    hosts = grounds(near, head.last - 1, head.last + 3)
    at_home = {p.entity.speaks_for for p in guests}
    if not guests or not hosts or any(host.entity.code in at_home for host in hosts):
        return []
    return one_each([*guests, *hosts])


def _is_bare_state(near: ActorsNear, part: Part) -> bool:
    """A state by its mere name travels in sport, not in diplomacy."""
    if part.entity.kind != "state":
        return False
    return any(i.start == part.start and i.mention and i.mention.kind == "state" for i in near.items)


def _both(hosts: Sequence[Part], guests: Sequence[Part]) -> list[Part]:
    """Hosts before guests, where there are both."""
    return one_each([*hosts, *guests]) if hosts and guests else []
