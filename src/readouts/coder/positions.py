"""Stated positions: topic, cue, holder, target, evidence, put together sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from readouts.coder.areas import AreaIndex
from readouts.coder.cues import (
    CueHit,
    Governor,
    StanceWords,
    adjunct_at,
    find_cues,
    governor,
    merit,
    outer_governor,
)
from readouts.coder.holders import Dyad, Holders, Holding
from readouts.coder.items import Item
from readouts.coder.speech import Discourse, Reading
from readouts.coder.targets import Said, Targets
from readouts.coder.topics import Topic, TopicHit, TopicIndex

DENIED = "deny"
_ANAPHORA = (
    ("appreciate", "that"),
    ("appreciate", "this"),
    ("value", "that"),
    ("value", "this"),
    ("commend", "this"),
)


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


class PositionFinder:
    """Positions of one article, in order."""

    def __init__(self, words: PositionWords, discourse: Discourse, dyad: Dyad) -> None:
        self.words = words
        self.discourse = discourse
        self.dyad = dyad
        self.named: set[str] = set()

    def find(self, readings: Iterable[Reading]) -> list[Position]:
        """All positions; each topic named is remembered for 'your initiative'."""
        found: list[Position] = []
        for reading in readings:
            if reading.sentence.paragraph.zone in ("header", "headline", "signature"):
                continue
            here = _SentencePositions(reading, self).find()
            found += here
            found += self._appreciated(reading, found)
        return found

    def _appreciated(self, reading: Reading, found: Sequence[Position]) -> list[Position]:
        """'You have done X, and we appreciate that': the speaker is a holder of it too."""
        lows = [i.low for i in reading.items]
        place = next(
            (k for k, pair in enumerate(zip(lows, lows[1:], strict=False)) if pair in _ANAPHORA), None
        )
        if place is None:
            return []
        at = reading.items[place].start
        before = [p for p in found if reading.sentence.start <= p.start and p.end <= at] or _of_previous(
            found, reading
        )
        voice = self.discourse.voice_at(reading.items[place].start)
        if voice is None or not voice.speakers or voice.speakers[0].speaks_for is None:
            return []
        speaker = voice.speakers[0]
        own = speaker.speaks_for or ""
        holding = Holding(own, speaker if speaker.kind == "person" else None, "self", voice.mode)
        return [
            replace(
                p, end=reading.items[place + 1].end, holder=own, holding=holding, act="appreciate",
                target=p.target if p.target not in (own,) or p.topic != "cooperation" else p.holder,
                strength=(), rule=p.rule + "+appreciate-that",
            )
            for p in before if p.holder != own
        ]  # fmt: skip


def _of_previous(found: Sequence[Position], reading: Reading) -> list[Position]:
    gap = 3
    return [
        p for p in found if reading.sentence.start - gap <= p.end + gap and p.end <= reading.sentence.start
    ]


class _SentencePositions:
    def __init__(self, reading: Reading, finder: PositionFinder) -> None:
        self.reading = reading
        self.items: Sequence[Item] = reading.items
        self.clauses = reading.clauses
        self.finder = finder
        self.words = finder.words
        utterances = frozenset(hit.start for hit in reading.verbs)
        self.holders = Holders(self.items, self.clauses, finder.discourse, finder.dyad, utterances)
        self.targets = Targets(self.items, self.clauses, finder.dyad)
        self.last_target: str | None = None

    @cached_property
    def cues(self) -> list[CueHit]:
        return find_cues(self.items, self.words.stances)

    def find(self) -> list[Position]:
        hits = [h for h in self.reading.topics if self._allowed(h)]
        self.finder.named |= {h.formula.topic for h in hits}
        groups = self._governed(hits)
        found: list[Position] = []
        for gov, group in groups:
            if self._gives_way(gov, group, groups):
                continue
            found += self._positions(gov, group)
        return _merged(found)

    def _allowed(self, hit: TopicHit) -> bool:
        formula = hit.formula
        if formula.requires_topic and formula.requires_topic not in self.finder.named:
            return False
        if formula.addressee:
            voice = self.finder.discourse.voice_at(self.items[hit.first].start)
            own = voice.speakers[0].speaks_for if voice and voice.speakers else None
            return own is not None and self.finder.dyad.other(own) == formula.addressee
        return True

    def _governed(self, hits: Sequence[TopicHit]) -> list[tuple[Governor | None, list[TopicHit]]]:
        """Hits of one topic under one cue belong together."""
        groups: dict[tuple[object, ...], tuple[Governor | None, list[TopicHit]]] = {}
        for hit in hits:
            gov = self._governor(hit)
            if gov is None and not hit.formula.asserted:
                continue
            if hit.formula.only_under and (gov is None or gov.inner.cue.rule not in hit.formula.only_under):
                continue
            if hit.organisation and gov is not None and not self._is_close(gov, hit):
                continue
            if gov is not None and hit.formula.only_acts and gov.act not in hit.formula.only_acts:
                continue
            key = (
                gov.head.first if gov else -1,
                gov.rule if gov else "",
                hit.formula.topic,
                hit.formula.against_norm,
                hit.organisation,
            )
            groups.setdefault(key, (gov, []))[1].append(hit)
        return list(groups.values())

    def _governor(self, hit: TopicHit) -> Governor | None:
        gov = governor(hit.first, hit.last, self.cues, self.clauses)
        if gov is not None and gov.kind == "deed" and self.clauses.subject(gov.head.first) is None:
            gov = merit(hit.last, self.cues, self.clauses)
        if (
            gov is not None
            and gov.kind != "merit"
            and adjunct_at(hit.first, gov.head, self.items, self.words.stances, self.clauses)
        ):
            gov = None
        if (
            gov is not None
            and gov.rule.split("+")[-1] in self.words.topics.topics[hit.formula.topic].not_under
        ):
            return None
        if gov is None and hit.formula.asserted:
            gov = outer_governor(hit.first, self.cues, self.items)
        plain = gov is not None and gov.kind in ("deed", "merit") and gov.act in ("assert", "appreciate")
        return None if hit.formula.asserted and plain else gov

    def _gives_way(
        self,
        gov: Governor | None,
        group: Sequence[TopicHit],
        groups: Sequence[tuple[Governor | None, list[TopicHit]]],
    ) -> bool:
        """Weak wordings yield to any other under the same outer cue; the general topic to a particular one that
        belongs to the same phrase ('the elevation of relations to a strategic partnership')."""
        topic = self.words.topics.topics[group[0].formula.topic]
        weak = all(h.formula.weak for h in group)
        for other, hits in groups:
            if hits is group or all(h.formula.weak for h in hits):
                continue
            same = gov is not None and other is not None and other.head.first == gov.head.first
            if weak and same:
                return True
            if (
                topic.general
                and hits[0].formula.topic not in topic.beside
                and self._one_phrase(group[-1], hits[0])
            ):
                return True
        return False

    def _is_close(self, gov: Governor, hit: TopicHit) -> bool:
        """An organisation is the topic only as the object of the cue, not as a place further on."""
        between = self.items[gov.last : hit.first]
        return len(between) <= 5 and not any(i.is_actor for i in between)

    def _one_phrase(self, a: TopicHit, b: TopicHit) -> bool:
        if a.formula.topic == b.formula.topic:
            return False
        between = self.items[min(a.last, b.last) : max(a.first, b.first)]
        return (
            len(between) <= 10
            and not any(i.low in (",", "and", ";", ":") for i in between)
            and not any(self.clauses.verbs.is_verb(i.low) and i.low.endswith("ing") for i in between)
        )

    def _positions(self, gov: Governor | None, group: list[TopicHit]) -> list[Position]:
        first, last = group[0], group[-1]
        if self._is_unreal(gov, first):
            return []
        topic = self.words.topics.topics[first.formula.topic]
        found: list[Position] = []
        holdings = self.holders.of(gov, first.first)
        if not holdings and first.formula.asserted:
            gov, holdings = None, self.holders.of(None, first.first)
        for holding in holdings:
            start, end = self._evidence(gov, group)
            floor = gov.first if gov else first.first
            act, stance = self._act(gov, holding, start), self._stance(gov, first)
            if topic.general and stance == "oppose":
                continue
            voicing = holding.speaker.speaks_for if holding.speaker else None
            said = Said(
                topic, group, holding.holder, act, floor, self._subject(gov), voicing, self.last_target
            )
            for target in self.targets.of(said):
                if target == holding.holder and topic.target == "other side":
                    continue
                self.last_target = target or self.last_target
                found.append(
                    Position(
                        start, end, holding.holder, holding, topic.code, stance, act,
                        target, self._strength(start, end), self._formula(first, last), self._elements(group),
                        self._areas(topic, gov), self._rule(gov, first),
                    )
                )  # fmt: skip
        return found

    def _subject(self, gov: Governor | None) -> str | None:
        """The side that is the subject of the cue, for 'X must ...'."""
        subjects = self.clauses.subject(gov.head.first) if gov else None
        entities = [e for s in subjects or () if s.mention for e in s.mention.entities]
        return entities[0].speaks_for if entities else None

    def _is_unreal(self, gov: Governor | None, hit: TopicHit) -> bool:
        """Questions, conditions, rumours; 'does not support' with nothing to support left."""
        if self.items[-1].low == "?":
            return True
        place = gov.head.first if gov else hit.first
        voice = self.finder.discourse.voice_at(self.items[place].start)
        if voice is not None and voice.act == DENIED:
            return True
        segment = self.clauses.segments[self.clauses.segment_at(place)]
        return self.items[segment.first].low in ("if", "whether", "unless")

    def _stance(self, gov: Governor | None, hit: TopicHit) -> str:
        stance = gov.stance if gov else "support"
        if gov is not None and self._is_negated(gov) and stance in ("support", "oppose"):
            stance = "oppose" if stance == "support" else "support"
        if hit.formula.stance:
            return hit.formula.stance
        if gov is not None and stance == "oppose" and self._is_violated(gov, hit):
            return "support"
        if hit.formula.against_norm and stance in ("support", "oppose"):
            return "oppose" if gov is not None and gov.kind == "stance" and stance == "support" else "support"
        return stance

    def _is_violated(self, gov: Governor, hit: TopicHit) -> bool:
        """'rejects attempts to undermine X', 'condemns the violation of X'."""
        between = self.items[gov.head.first : hit.last]
        return bool(self.words.stances.violating.every([i.keys for i in between]))

    def _is_negated(self, gov: Governor) -> bool:
        inside = range(gov.head.first, gov.head.last)
        near = range(max(0, gov.inner.first - 3), gov.inner.first)
        before = [self.items[k].low for k in near if k not in inside]
        return any(low in self.words.stances.negating for low in before) and "only" not in before

    def _act(self, gov: Governor | None, holding: Holding, start: int) -> str:
        act = gov.act if gov else "assert"
        if gov is not None and gov.praises_stance and holding.voice == "other":
            act = gov.inner.cue.act
        place = gov.head.first if gov else 0
        voice = self.finder.discourse.voice_at(self.items[place].start if gov else start)
        if act == "assert" and ((voice and voice.act == "reaffirm") or self._reaffirms(gov)):
            return "reaffirm"
        return act

    def _reaffirms(self, gov: Governor | None) -> bool:
        if gov is None:
            return False
        floor = max(0, gov.first - 5)
        hits = self.words.stances.reaffirming.every([i.keys for i in self.items[floor : gov.last]])
        return bool(hits)

    def _evidence(self, gov: Governor | None, group: Sequence[TopicHit]) -> tuple[int, int]:
        last = max(h.last for h in group)
        first = group[0].first
        if gov is not None:
            first = min(first, gov.first)
            last = max(last, gov.last)
        segment = self.clauses.segments[self.clauses.segment_at(first)]
        subjects = self.clauses.subject(gov.head.first) if gov and gov.head.cue.kind != "merit" else None
        starts = [self._place_of(s) for s in subjects or () if self._place_of(s) < first]
        begin = self.items[min(starts)].start if starts else self._segment_start(segment.first)
        return begin, self._stop(last)

    def _place_of(self, item: Item) -> int:
        return next(k for k, i in enumerate(self.items) if i is item)

    def _segment_start(self, first: int) -> int:
        place = first
        while place + 1 < len(self.items) and self.items[place].low in (
            "that",
            "and",
            "but",
            ",",
            "noting",
            "adding",
            '"',
        ):
            place += 1
        return self.items[place].start

    def _stop(self, last: int) -> int:
        """To the end of the phrase that the formula stands in."""
        place = last
        while place < len(self.items) and self.items[place].low not in (
            ",",
            ".",
            ";",
            ":",
            '"',
            "?",
            "!",
            ")",
        ):
            if place in {s.first for s in self.clauses.segments} and place > last:
                break
            place += 1
        return self.items[max(last, place) - 1].end

    def _strength(self, start: int, end: int) -> tuple[str, ...]:
        inside = [i for i in self.items if start <= i.start and i.end <= end]
        hits = self.words.stances.strength.every([i.keys for i in inside])
        return tuple(dict.fromkeys(h.value for h in hits))

    def _formula(self, first: TopicHit, last: TopicHit) -> str:
        text = self.finder.discourse.document.text
        return text[self.items[first.first].start : self.items[last.last - 1].end]

    def _elements(self, group: Sequence[TopicHit]) -> tuple[str, ...]:
        return tuple(sorted({e for h in group for e in h.formula.elements}))

    def _areas(self, topic: Topic, gov: Governor | None) -> tuple[str, ...]:
        """Fields listed behind the cue, of the general topic alone."""
        return self.words.areas.in_items(self.items[gov.first if gov else 0 :]) if topic.general else ()

    def _rule(self, gov: Governor | None, hit: TopicHit) -> str:
        return f"{hit.formula.rule} < {gov.rule}" if gov else hit.formula.rule


def _merged(found: Sequence[Position]) -> list[Position]:
    """One row for each holder, topic, stance, act and target in a sentence."""
    merged: dict[tuple[object, ...], Position] = {}
    for position in found:
        before = merged.get(position.key)
        merged[position.key] = position if before is None else _joined(before, position)
    return list(merged.values())


def _joined(a: Position, b: Position) -> Position:
    return replace(
        a, start=min(a.start, b.start), end=max(a.end, b.end),
        elements=tuple(sorted({*a.elements, *b.elements})), areas=tuple(sorted({*a.areas, *b.areas})),
        strength=tuple(dict.fromkeys((*a.strength, *b.strength))),
    )  # fmt: skip
