"""Who takes part in an event: the frames that `events.toml` names, read off the clause around the head."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from readouts.coder.events import (
    frames_of_agreements,
    frames_of_deeds,
    frames_of_envoys,
    frames_of_meetings,
    frames_of_messages,
    frames_of_names,
    frames_of_relations,
    frames_of_rounds,
    frames_of_trips,
    frames_of_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from readouts.coder.events.actors_near import ActorsNear
    from readouts.coder.events.heads import Head
    from readouts.coder.events.model import Part

    Frame = Callable[[ActorsNear, Head], list[Part]]

FRAMES: Mapping[str, Frame] = MappingProxyType({
    "accredits": frames_of_envoys.accredits,
    "adopted": frames_of_agreements.adopted,
    "at_invitation": frames_of_trips.at_invitation,
    "attended_by": frames_of_names.attended_by,
    "between": frames_of_meetings.between,
    "by_phone": frames_of_meetings.by_phone,
    "calls_on": frames_of_meetings.calls_on,
    "credited_by": frames_of_envoys.credited_by,
    "dated": frames_of_names.dated,
    "exchanges": frames_of_messages.exchanges,
    "gets": frames_of_messages.gets,
    "held": frames_of_names.held,
    "in_letter": frames_of_messages.in_letter,
    "invites": frames_of_deeds.invites,
    "issued": frames_of_deeds.issued,
    "leads": frames_of_rounds.leads,
    "marks": frames_of_names.marks,
    "named": frames_of_names.named,
    "nominal": frames_of_names.nominal,
    "of_group": frames_of_names.of_group,
    "of_sentence": frames_of_names.of_sentence,
    "on_visit": frames_of_trips.on_visit,
    "protests": frames_of_envoys.protests,
    "raises": frames_of_relations.raises,
    "recalls": frames_of_envoys.recalls,
    "received": frames_of_meetings.received,
    "received_by": frames_of_meetings.received_by,
    "received_there": frames_of_meetings.received_there,
    "recognises": frames_of_relations.recognises,
    "relations": frames_of_relations.relations,
    "sends": frames_of_messages.sends,
    "session": frames_of_rounds.session,
    "replies": frames_of_messages.replies,
    "reached": frames_of_agreements.reached,
    "signed": frames_of_agreements.signed,
    "speaks_for_body": frames_of_words.speaks_for_body,
    "states": frames_of_words.states,
    "summoned": frames_of_envoys.summoned,
    "thanked": frames_of_deeds.thanked,
    "together": frames_of_meetings.together,
    "told_visiting": frames_of_meetings.told_visiting,
    "took_place": frames_of_rounds.took_place,
    "unwelcome": frames_of_envoys.unwelcome,
    "visits": frames_of_meetings.visits,
})  # fmt: skip


def parts_around(head: Head, near: ActorsNear) -> list[Part]:
    """The participants of the event of a head; empty where it is no event."""
    return FRAMES[head.entry.frame](near, head)
