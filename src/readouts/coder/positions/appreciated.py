"""'You have done X, and we appreciate that': who appreciates what was just said of another holds it too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.coder.positions.holding import Holding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.positions.model import Position, SentenceScene
    from readouts.coder.speech.voices import Voice

_NEAR = 6


def appreciated(scene: SentenceScene, found: Sequence[Position]) -> list[Position]:
    """The positions of who appreciates those found before, in the same sentence or the one before."""
    hits = scene.words.stances.appreciating.every([item.keys for item in scene.items])
    voice = scene.voice_at(hits[0].start) if hits else None
    holding = _holding(voice) if voice else None
    if holding is None:
        return []
    start, end = scene.items[hits[0].start].start, scene.items[hits[0].end - 1].end
    others = (p for p in _told_before(scene, found, start) if p.holder != holding.holder)
    return [_shared(scene, position, holding, end) for position in others]


def _holding(voice: Voice) -> Holding | None:
    """The speaker as a holder, where the side is told."""
    speaker = voice.speakers[0] if voice.speakers else None
    if speaker is None or speaker.speaks_for is None:
        return None
    person = speaker if speaker.kind == "person" else None
    return Holding(speaker.speaks_for, person, "self", voice.mode)


def _told_before(scene: SentenceScene, found: Iterable[Position], end: int) -> list[Position]:
    """The positions of the sentence before an offset, else those at the end of the sentence before."""
    start = scene.reading.sentence.start
    here = [position for position in found if start <= position.start and position.end <= end]
    return here or [position for position in found if start - _NEAR <= position.end <= start]


def _shared(scene: SentenceScene, position: Position, holding: Holding, end: int) -> Position:
    """The same position of who appreciates it; what was held toward the speaker is now toward the other."""
    is_toward_speaker = (
        position.target == holding.holder and scene.words.topics.topics[position.topic].general
    )
    return replace(
        position,
        end=end,
        holder=holding.holder,
        holding=holding,
        act="appreciate",
        target=position.holder if is_toward_speaker else position.target,
        strength=(),
        rule=f"{position.rule}+appreciate-that",
    )
