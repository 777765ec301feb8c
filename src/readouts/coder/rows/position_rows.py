"""Rows of stated positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.rows.identity import derived_id
from readouts.coder.rows.rows import Row, Tables, coded, several

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.coder.article import Findings
    from readouts.coder.events.model import Event
    from readouts.coder.positions.finder import Position


def add_positions(tables: Tables, findings: Findings, event_ids: Mapping[int, str]) -> None:
    """Add the positions of an article.

    Args:
        tables: the rows so far.
        findings: what was found in the article.
        event_ids: ids of events, by the `id()` of the event as it was found.
    """
    for position in findings.positions:
        speaker = position.holding.speaker
        tables.actors.side_id(position.holder)
        speaker_id = tables.actors.id_of(speaker) if speaker else None
        event_id = event_ids.get(id(_event_of(position, findings)))
        tables.add("positions", _position(position, findings, event_id, speaker_id))


def _position(position: Position, findings: Findings, event_id: str | None, speaker_id: str | None) -> Row:
    article, holding = findings.article, position.holding
    row = {
        "article_id": article.article_id, "event_id": event_id, "holder": position.holder,
        "speaker_id": speaker_id, "speaker": holding.speaker.name if holding.speaker else None,
        "voice": holding.voice, "speech": holding.speech, "topic": position.topic,
        "stance": position.stance, "act": position.act, "target": position.target,
        "strength": several(position.strength), "formula": position.formula,
        "elements": several(position.elements), "areas": several(position.areas),
        **coded(findings, position.start, position.end, position.rule),
    }  # fmt: skip
    return {"position_id": derived_id("positions", row, article.sha256), **row}


def _event_of(position: Position, findings: Findings) -> Event | None:
    """The event at which it was said: one whose announcers say it, else the main event."""
    for event in findings.events:
        announcers = {p.entity for p in event.with_role("speaker")}
        is_told_inside = position.start <= event.start and event.end <= position.end + 1
        if not event.is_main and is_told_inside and position.holding.speaker in announcers:
            return event
    return next((e for e in findings.events if e.is_main), None)
