"""Who takes part in an event: the frames that `events.toml` names, read off the clause around the head."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from readouts.coder.events import frames_of_deeds, frames_of_meetings, frames_of_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part

    Frame = Callable[[ActorsNear, Head], list[Part]]

FRAMES: Mapping[str, Frame] = MappingProxyType({
    "accredits": frames_of_deeds.accredits,
    "between": frames_of_meetings.between,
    "calls_on": frames_of_meetings.calls_on,
    "held": frames_of_names.held,
    "invites": frames_of_deeds.invites,
    "issued": frames_of_deeds.issued,
    "named": frames_of_names.named,
    "nominal": frames_of_names.nominal,
    "protests": frames_of_deeds.protests,
    "received": frames_of_meetings.received,
    "received_by": frames_of_meetings.received_by,
    "relations": frames_of_deeds.relations,
    "sends": frames_of_deeds.sends,
    "signed": frames_of_deeds.signed,
    "states": frames_of_deeds.states,
    "thanked": frames_of_deeds.thanked,
    "visits": frames_of_meetings.visits,
})  # fmt: skip


def parts_around(head: Head, near: ActorsNear) -> list[Part]:
    """The participants of the event of a head; empty where it is no event."""
    return FRAMES[head.entry.frame](near, head)
