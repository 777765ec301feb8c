"""Marks of what the coder finds on its way to rows: speech, wordings of topics, mentions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readouts.coder.text.spans import Span
from readouts.explain.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readouts.coder import Findings
    from readouts.coder.names.model import Entity, Mention
    from readouts.explain.marks import Row

_MARKS_BEHIND = 1
"""A wording may end with a quotation mark that the evidence leaves out."""


def speech_marks(findings: Findings) -> Iterator[Mark]:
    """Who says what: one mark a stretch of speech."""
    voices = sorted(findings.discourse.voices, key=lambda voice: (voice.start, -voice.end))
    for number, voice in enumerate(voices, 1):
        speakers = "; ".join(map(described, voice.speakers))
        said = trimmed(findings.article.text, voice)
        yield Mark(
            start=said.start,
            end=said.end,
            layer="speech",
            kind=voice.mode,
            ref=f"S{number}",
            label=speakers or "nobody who can be told, or a question",
            rule=f"{voice.rule} ({voice.sieve})" if voice.rule else voice.sieve,
            row={
                "speaker": speakers or None,
                "speech": voice.mode,
                "act": voice.act,
                "found_by": voice.sieve,
            },
        )


def trimmed(text: str, span: Span) -> Span:
    """A stretch without the blanks at its ends."""
    said = text[span.start : span.end]
    return Span(span.start + len(said) - len(said.lstrip()), span.end - (len(said) - len(said.rstrip())))


def topic_marks(findings: Findings, positions: Sequence[Mark]) -> Iterator[Mark]:
    """Wordings of topics, with the positions that stand around them, if any."""
    for reading in findings.discourse.readings:
        for hit in reading.topics:
            start, end = reading.items[hit.first].start, reading.items[hit.last - 1].end
            topic = hit.formula.topic
            around = [
                p.ref
                for p in positions
                if p.kind == topic and p.start <= start and end <= p.end + _MARKS_BEHIND
            ]
            made = ", ".join(around)
            yield Mark(
                start=start,
                end=end,
                layer="topics",
                kind=topic,
                ref="",
                label=f"{topic}, in {made}" if made else f"{topic}, in no position",
                rule=hit.formula.rule,
                row={"topic": topic, "formula": hit.formula.rule, "positions": made or None},
            )


def mention_marks(findings: Findings, events: Iterable[Mark]) -> Iterator[Mark]:
    """Mentions of actors, each with whom it means and the part it shows them to have in events."""
    roles: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for event in events:
        for part in event.parts:
            roles[part["evidence_start"], part["evidence_end"]].append(f"{part['role']} of {event.ref}")
    for mention in findings.mentions:
        means, roles_here = _meaning(mention), roles.get((mention.start, mention.end), [])
        yield Mark(
            start=mention.start,
            end=mention.end,
            layer="mentions",
            kind=mention.kind,
            ref="",
            label=", ".join([means, *roles_here]),
            rule=mention.reason,
            row=_mention_row(mention, roles_here),
        )


def _mention_row(mention: Mention, roles: Sequence[str]) -> Row:
    return {
        "kind": mention.kind,
        "means": "; ".join(map(described, mention.entities)) or None,
        "states": "; ".join(mention.codes) or None,
        "offices": "; ".join(office.text for office in mention.offices if office.text) or None,
        "found_by": mention.reason or None,
        "roles": "; ".join(roles) or None,
    }


def _meaning(mention: Mention) -> str:
    """Whom a mention means; of sides and pronouns, what is told apart from the words around."""
    if mention.entities:
        return "; ".join(map(described, mention.entities))
    if mention.kind == "name":
        return "nobody that the words show to be a person"
    return ", ".join(mention.codes) or "left to the words around it"


def described(entity: Entity) -> str:
    """An actor with its code, or with the side it speaks for: 'Azerbaijan (AZE)'."""
    side = entity.speaks_for
    return f"{entity.name} ({side})" if side and side != entity.name else entity.name
