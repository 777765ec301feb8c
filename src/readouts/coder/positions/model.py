"""A stated position, the lexicon it comes from, and the sentence it is looked for in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.positions.cues import find_cues
from readouts.coder.positions.governors import Governors

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.positions.areas import AreaIndex
    from readouts.coder.positions.conflicts import ConflictWords
    from readouts.coder.positions.cues import StanceWords
    from readouts.coder.positions.holders import Dyad, Holding
    from readouts.coder.positions.topics import TopicIndex
    from readouts.coder.speech.discourse import Discourse
    from readouts.coder.speech.voices import Voice


@dataclass(frozen=True)
class Position:
    """A stated position, before it gets its ids."""

    start: int
    end: int
    holder: str
    holding: Holding
    topic: str
    stance: str
    act: str
    target: str | None
    strength: tuple[str, ...]
    formula: str
    elements: tuple[str, ...]
    areas: tuple[str, ...]
    rule: str

    @property
    def key(self) -> tuple[object, ...]:
        """What is one row in a sentence."""
        return self.holder, self.topic, self.stance, self.act, self.target, self.holding.voice


@dataclass(frozen=True)
class PositionWords:
    """What the lexicon says of topics and stances, compiled."""

    topics: TopicIndex
    stances: StanceWords
    areas: AreaIndex
    conflicts: ConflictWords


@dataclass(frozen=True)
class SentenceScene:
    """One sentence, ready to be read for positions."""

    reading: Reading
    discourse: Discourse
    dyad: Dyad
    words: PositionWords

    @property
    def items(self) -> Sequence[Item]:
        """The items of the sentence."""
        return self.reading.items

    @property
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        return self.reading.clauses

    @cached_property
    def governors(self) -> Governors:
        """The cues of the sentence and what they govern."""
        stances = self.words.stances
        verbs = (hit.start for hit in self.reading.verbs)
        utterances = tuple(place for place in verbs if low_at(self.items, place - 1) != "to")
        return Governors(find_cues(self.items, stances), self.clauses, stances, utterances)

    def voice_at(self, place: int) -> Voice | None:
        """Who says the item at a place."""
        return self.discourse.voice_at(self.items[place].start)


def merged(found: Iterable[Position], one_target: Container[str]) -> list[Position]:
    """One row for each holder, topic, stance, act and target in a sentence (some topics have one target)."""
    rows: dict[tuple[object, ...], Position] = {}
    for position in found:
        key = position.key
        if position.topic in one_target:
            key = (position.holder, position.topic, position.act)
        before = rows.get(key)
        rows[key] = _joined(before, position) if before else position
    return list(rows.values())


def _joined(a: Position, b: Position) -> Position:
    return replace(
        a,
        start=min(a.start, b.start),
        end=max(a.end, b.end),
        target=a.target or b.target,
        elements=tuple(sorted({*a.elements, *b.elements})),
        areas=tuple(sorted({*a.areas, *b.areas})),
        strength=tuple(dict.fromkeys((*a.strength, *b.strength))),
    )
