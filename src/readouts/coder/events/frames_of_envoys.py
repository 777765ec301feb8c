"""Frames of envoys: they take up a post, present credentials, are summoned, expelled, recalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.events.model import Part, one_each
from readouts.coder.events.states_near import ground, nationality, state_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head

_OFFICE_REACH = 6
_GROUND_REACH = 4
_CREDENTIALS = frozenset({"credentials", "credence"})
_INCLUDING = frozenset({"them", "including"})
_POST = frozenset({"to", "in", "from"})


def accredits(near: ActorsNear, head: Head) -> list[Part]:
    """'A took up the post of ambassador to X': envoy and who receives the envoy, else the state."""
    envoys = near.subjects(head.first, "guest")
    if not envoys:
        return []
    told = near.behind("to", head.last, "host")
    received = [p for p in told if p.is_person] or [p for p in told if p.entity.kind == "state"]
    hosts = received[:1] or _receiving_state(near, head, envoys)
    post = None if hosts else ground(near, head.last, head.last + _GROUND_REACH)
    hosts = hosts or ([post] if post else _where_envoy_serves(near, head, envoys[0]))
    return [*envoys, *(p for p in hosts if p.entity.speaks_for != envoys[0].entity.speaks_for)]


def _where_envoy_serves(near: ActorsNear, head: Head, envoy: Part) -> list[Part]:
    """'I presented my credentials', says the ambassador of one side of the article: to the other."""
    code = near.side_facing(envoy.entity.speaks_for)
    if code is None or near.items[head.last - 1].low not in _CREDENTIALS:
        return []
    return [near.here(near.discourse.registry.side(code), "host", head.first)]


def credited_by(near: ActorsNear, head: Head) -> list[Part]:
    """'A received the credentials of ambassador B'."""
    hosts = near.subjects(head.first, "host")
    envoys = near.named_at(head.last, "guest") or near.objects(head.last, "guest")
    envoys = [p for p in envoys if p.is_person] or _among(near, head.last)
    return one_each([*hosts, *envoys]) if hosts and envoys else []


def _among(near: ActorsNear, last: int) -> list[Part]:
    """'of seven ambassadors, among them X of A and Y of B'."""
    for place in range(last, len(near.items) - 1):
        if near.items[place].low in _INCLUDING:
            return near.named_at(place + 1, "guest")
    return []


def protests(near: ActorsNear, head: Head) -> list[Part]:
    """'A summoned B's ambassador', 'A expelled two B diplomats'."""
    speakers = near.subjects(head.first, "speaker")
    addressees = near.objects(head.last, "addressee") or nationality(near, head.last, "addressee")
    return one_each([*speakers, *addressees]) if speakers else []


def summoned(near: ActorsNear, head: Head) -> list[Part]:
    """'B's ambassador was summoned by A', '... to the ministry of A'."""
    addressees = near.subjects(head.first, "addressee")
    speakers = near.named_at(head.last, "speaker") or near.behind("by", head.last, "speaker")
    return one_each([*speakers, *addressees]) if addressees else []


def unwelcome(near: ActorsNear, head: Head) -> list[Part]:
    """'A declared two B diplomats persona non grata'."""
    speakers = near.subjects(head.first, "speaker")
    before = range(max(0, head.first - _OFFICE_REACH), head.first)
    shown = [near.items[k] for k in before if near.items[k].mention]
    addressees = [p for i in shown for p in near.parts([i], "addressee", head.first)]
    addressees = [p for p in addressees if p.entity not in {s.entity for s in speakers}]
    return one_each([*speakers, *addressees]) if speakers and addressees else []


def recalls(near: ActorsNear, head: Head) -> list[Part]:
    """'A recalled its ambassador to B': the state in which the envoy serves is told something."""
    speakers = near.subjects(head.first, "speaker")
    told = state_behind(near, head.last, _POST, "addressee")
    envoys = near.parts([near.items[head.last - 1]], "addressee", head.first)
    posts = [o.accredited_to for p in envoys for o in p.entity.offices if o.accredited_to]
    if not told and posts:
        told = [near.here(near.discourse.registry.side(posts[0]), "addressee", head.last - 1)]
    facing = near.side_facing(speakers[0].entity.speaks_for) if speakers and near.is_of_two else None
    if not told and facing:
        told = [near.here(near.discourse.registry.side(facing), "addressee", head.last - 1)]
    return one_each([*speakers, *told]) if speakers else []


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
