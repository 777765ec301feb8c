"""Stated positions: topic, cue, holder, target, evidence, put together sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.positions.appreciated import appreciated
from readouts.coder.positions.conflicts import conflicts_told
from readouts.coder.positions.evidence import Evidence
from readouts.coder.positions.governed import GovernedTopics, Group
from readouts.coder.positions.holders import Dyad, Holders
from readouts.coder.positions.model import Position, PositionWords, SentenceScene, merged
from readouts.coder.positions.naming import Naming
from readouts.coder.positions.polarity import Polarity
from readouts.coder.positions.targets import Said, Targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.positions.conflicts import ConflictsTold
    from readouts.coder.positions.governor import Governor
    from readouts.coder.positions.holders import Holding
    from readouts.coder.positions.topics import Topic, TopicHit
    from readouts.coder.speech.discourse import Discourse

__all__ = ["Position", "PositionFinder", "PositionWords"]

_NEAR = 4
_OUTSIDE = ("header", "headline", "signature")


@dataclass
class Named:
    """What an article has named before a sentence.

    Attributes:
        topics: those that it names anywhere by their own wordings.
        has_conflict: whether a position on a conflict was stated.
        sovereign: the state whose sovereignty was spoken of last.
        states: the states named, in order.
        issues: by topic the state at issue that was named last.
    """

    topics: set[str] = field(default_factory=set)
    has_conflict: bool = False
    sovereign: str | None = None
    states: list[str] = field(default_factory=list)
    issues: dict[str, str] = field(default_factory=dict)

    def note(self, reading: Reading, topics: Mapping[str, Topic]) -> None:
        """Remember the states that a sentence names, and whose doings it disputes."""
        naming = Naming(reading.items, reading.clauses)
        for hit in reading.topics:
            if topics[hit.formula.topic].disputed:
                inside = (naming.state(k) for k in range(max(0, hit.first - 2), hit.last))
                if state := hit.formula.target or next((code for code in inside if code), None):
                    self.issues[hit.formula.topic] = state
        self.states += [code for k in range(len(reading.items)) if (code := naming.not_capital(k))]


class PositionFinder:
    """Positions of one article, in order."""

    def __init__(self, words: PositionWords, discourse: Discourse, dyad: Dyad) -> None:
        self.words = words
        self.discourse = discourse
        self.dyad = dyad
        self.named = Named()

    def find(self, readings: Iterable[Reading]) -> list[Position]:
        """All positions."""
        found: list[Position] = []
        readings = [*readings]
        self.named.topics = {hit.formula.topic for r in readings for hit in r.topics if _names_topic(hit)}
        conflicts = conflicts_told(readings, self.words.conflicts)
        for reading, told in zip(readings, conflicts, strict=True):
            if reading.sentence.paragraph.zone not in _OUTSIDE:
                scene = SentenceScene(reading, self.discourse, self.dyad, self.words)
                found += self._of_sentence(scene, told)
                found += appreciated(scene, found)
            self.named.note(reading, self.words.topics.topics)
        return found

    def _of_sentence(self, scene: SentenceScene, conflicts: ConflictsTold) -> list[Position]:
        governed = GovernedTopics(scene)
        hits = governed.allowed(self.named.topics)
        sentence = _SentencePositions(scene, self.named, conflicts)
        found = (p for group in governed.groups(hits) for p in sentence.of_group(group))
        return merged(found, self.words.topics.of_one_target)


def _names_topic(hit: TopicHit) -> bool:
    """Whether a wording names its topic by itself."""
    return hit.formula.requires_topic is None


@dataclass(frozen=True)
class _Claim:
    """What is stated, whoever holds it; `together`: all that hold it together, where they do."""

    group: Group
    governor: Governor | None
    topic: Topic
    stance: str
    together: tuple[str, ...]


@dataclass
class _SentencePositions:
    """Makes the positions of one sentence; remembers the target told last."""

    scene: SentenceScene
    named: Named
    conflicts: ConflictsTold
    last_target: str | None = field(default=None, init=False)

    @cached_property
    def _holders(self) -> Holders:
        reading = self.scene.reading
        utterances = frozenset(k for hit in reading.verbs for k in range(hit.start, hit.end))
        nouns = self.scene.words.stances.nouns
        spans = (hit for hit in reading.topics if hit.organisation is None)
        named = frozenset(item for hit in spans for item in reading.items[hit.first : hit.last])
        return Holders(
            reading.items, reading.clauses, self.scene.discourse, self.scene.dyad, nouns,
            utterances, self.scene.words.stances.sought, named,
        )  # fmt: skip

    @cached_property
    def _targets(self) -> Targets:
        return Targets(
            self.scene.items, self.scene.clauses, self.scene.dyad, self.scene.words.conflicts,
            self.conflicts, self.named.states, self.named.issues,
        )  # fmt: skip

    @cached_property
    def _polarity(self) -> Polarity:
        return Polarity(self.scene)

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self.scene)

    def of_group(self, group: Group) -> Iterator[Position]:
        """The positions that a group of formulas makes, one for each holder and target."""
        governor, first = group.governor, group.first
        if self._polarity.is_unreal(governor, first):
            return
        holdings = self._holders.of(governor, first.first)
        if not holdings and first.formula.asserted:
            governor, holdings = None, self._holders.of(None, first.first)
        topic = self.scene.words.topics.topics[group.topic]
        stance = self._polarity.stance(governor, first)
        if topic.general and stance == "oppose":
            return
        together = tuple(h.holder for h in holdings if h.voice == "joint")
        claim = _Claim(group, governor, topic, stance, together)
        for holding in holdings:
            yield from self._of_holding(claim, holding)

    def _of_holding(self, claim: _Claim, holding: Holding) -> Iterator[Position]:
        group, governor = claim.group, claim.governor
        start, end = self._evidence.span(governor, group)
        act = self._polarity.act(governor, holding, start)
        for target in self._targets_of(claim, holding, act):
            yield Position(
                start=start,
                end=end,
                holder=holding.holder,
                holding=holding,
                topic=claim.topic.code,
                stance=claim.stance,
                act=act,
                target=target,
                strength=self._evidence.strength(self._evidence.predicate(governor, group, start), end),
                formula=self._evidence.formula(group),
                elements=tuple(sorted({e for hit in group.hits for e in hit.formula.elements})),
                areas=self._areas(claim.topic, governor),
                rule=f"{group.first.formula.rule} < {governor.rule}"
                if governor
                else group.first.formula.rule,
            )

    def _targets_of(self, claim: _Claim, holding: Holding, act: str) -> Iterator[str | None]:
        group, governor, topic = claim.group, claim.governor, claim.topic
        said = Said(
            topic=topic,
            hits=group.hits,
            holder=holding.holder,
            act=act,
            floor=governor.first if governor else group.first.first,
            subjects=self._subjects(governor),
            voicing=holding.speaker.speaks_for if holding.speaker else None,
            last=self.last_target,
            ceiling=self._ceiling(governor, group),
            earlier=self.named.has_conflict,
            is_outward=governor is not None and governor.inner.cue.outward,
            invaded=self.named.sovereign,
            holders=claim.together,
        )
        if self._targets.are_others(said):
            return
        for target in self._targets.of(said):
            if not self._targets.counts(said, target):
                continue
            if target != holding.holder or topic.target not in ("other side", "organisation"):
                self._note(topic, target)
                yield target

    def _ceiling(self, governor: Governor | None, group: Group) -> int:
        """Behind what owners of a formula are told: its cue, unless that stands behind it."""
        first = group.first.first
        is_before = governor is not None and governor.inner.last <= first
        return governor.inner.last if governor and is_before else max(0, first - _NEAR)

    def _note(self, topic: Topic, target: str | None) -> None:
        """Remember a target for what is said next."""
        self.last_target = target or self.last_target
        self.named.has_conflict |= topic.target == "parties"
        if topic.target == "state":
            self.named.sovereign = target or self.named.sovereign

    def _subjects(self, governor: Governor | None) -> tuple[str, ...]:
        """The sides that are the subject of the cue, for 'X must ...'."""
        subjects = self.scene.clauses.subject(governor.head.first) if governor else None
        entities = (e for item in subjects or () if item.mention for e in item.mention.entities)
        return tuple(dict.fromkeys(e.speaks_for for e in entities if e.speaks_for))

    def _areas(self, topic: Topic, governor: Governor | None) -> tuple[str, ...]:
        """Fields listed behind the cue, of the general topic alone."""
        start = governor.first if governor else 0
        return self.scene.words.areas.in_items(self.scene.items[start:]) if topic.general else ()
