"""Which topics of a sentence count, under which cue, and which give way to others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from readouts.coder.positions.governor import Governor
    from readouts.coder.positions.model import SentenceScene
    from readouts.coder.positions.topics import Formula, Topic, TopicHit

_OBJECT_REACH = 5
_PHRASE_REACH = 14
_PHRASE_MARKS = (",", "and", ";", ":")
_PLAIN_KINDS = ("deed", "merit")
_PLAIN_ACTS = ("assert", "appreciate")


@dataclass(frozen=True)
class Group:
    """Formulas of one topic under one cue; without a governor they are asserted."""

    governor: Governor | None
    hits: list[TopicHit]

    @property
    def first(self) -> TopicHit:
        """The formula that comes first."""
        return self.hits[0]

    @property
    def last(self) -> TopicHit:
        """The formula that comes last."""
        return self.hits[-1]

    @property
    def topic(self) -> str:
        """Code of the topic."""
        return self.first.formula.topic

    @cached_property
    def is_weak(self) -> bool:
        """Whether it only says what it is about."""
        return all(hit.formula.weak for hit in self.hits)

    @cached_property
    def is_of_another(self) -> bool:
        """Whether its wordings are of its topic only where something else names that."""
        return all(hit.formula.requires_topic for hit in self.hits)

    def yields_to(self, topic: str) -> bool:
        """Whether all its wordings give way to a topic."""
        return all(topic in hit.formula.yields_to for hit in self.hits)

    def shares_cue(self, other: Group) -> bool:
        """Whether both stand under the same outer cue."""
        a, b = self.governor, other.governor
        return a is not None and b is not None and a.head.first == b.head.first


@dataclass(frozen=True)
class GovernedTopics:
    """Groups the formulas of one sentence."""

    scene: SentenceScene

    def allowed(self, named: Container[str]) -> list[TopicHit]:
        """The formulas that count here, after the topics named before."""
        return [hit for hit in self.scene.reading.topics if self._is_allowed(hit, named)]

    def groups(self, hits: Iterable[TopicHit]) -> list[Group]:
        """The groups in order, without those that give way."""
        groups = self._grouped(hits)
        return [group for group in groups if not self._gives_way(group, groups)]

    def _is_allowed(self, hit: TopicHit, named: Container[str]) -> bool:
        formula = hit.formula
        if formula.only_names or (formula.requires_topic and formula.requires_topic not in named):
            return False
        return not formula.addressee or self._addressee(hit.first) == formula.addressee

    def _addressee(self, place: int) -> str | None:
        """The side that is spoken to at an item."""
        voice = self.scene.voice_at(place)
        own = voice.speakers[0].speaks_for if voice and voice.speakers else None
        return self.scene.dyad.other(own) if own else None

    def _grouped(self, hits: Iterable[TopicHit]) -> list[Group]:
        groups: dict[tuple[object, ...], Group] = {}
        for hit in hits:
            governor = self._governor(hit)
            if self._counts(hit, governor):
                key = _key(hit, governor)
                groups.setdefault(key, Group(governor, [])).hits.append(hit)
        return list(groups.values())

    def _governor(self, hit: TopicHit) -> Governor | None:
        """What governs a formula; one asserted by itself needs nothing, but may stand under an outer cue."""
        asserted = hit.formula.asserted
        governor = self.scene.governors.of(hit.first, hit.last)
        if governor and governor.inner.cue.rule in self._topic(hit).not_under | hit.formula.not_under:
            return None
        if governor and self._topic(hit).general and governor.is_done:
            return None
        if governor is None and asserted:
            governor = self.scene.governors.outer(hit.first)
        is_plain = governor and governor.kind in _PLAIN_KINDS and governor.act in _PLAIN_ACTS
        return None if asserted and is_plain else governor

    def _counts(self, hit: TopicHit, governor: Governor | None) -> bool:
        """Whether a formula is a stance at all: asserted, or under a cue that goes with it."""
        if governor is None:
            return hit.formula.asserted and not hit.formula.only_under
        if hit.organisation and not self._is_object(governor, hit):
            return False
        return _goes_with(hit.formula, governor)

    def _is_object(self, governor: Governor, hit: TopicHit) -> bool:
        """An organisation is the topic only as the object of the cue, not as a place further on."""
        items, between = self.scene.items, range(governor.last, hit.first)
        if governor.act == "demand" and low_at(items, hit.last) == "to":
            return False  # 'urged the Union to ...' is spoken to it, not about it
        apart = any(items[k].is_actor and low_at(items, k + 1) != "'s" for k in between)
        return len(between) <= _OBJECT_REACH and not apart

    def _gives_way(self, group: Group, groups: Sequence[Group]) -> bool:
        """Weak wordings yield to any other under the same cue, the general topic to a particular one.

        The latter only in the same phrase ('the elevation of relations to a strategic partnership').
        """
        others = [other for other in groups if other is not group]
        if self._is_listed_field(group, others):
            return True
        strong = [o for o in others if not o.is_weak and not self._is_listed_field(o, groups)]
        if group.is_of_another and any(self._is_purpose(group, other) for other in strong):
            return True
        if group.is_weak and any(self._is_stronger(other, group) for other in strong):
            return True
        if any(group.shares_cue(other) and group.yields_to(other.topic) for other in strong):
            return True
        topic = self._topic(group.first)
        if not topic.general:
            return False
        particular = [o for o in strong if o.topic not in topic.beside and not self._is_purpose(o, group)]
        return any(self._is_one_phrase(group.last, other.first) for other in particular)

    def _is_purpose(self, group: Group, general: Group) -> bool:
        """'cooperation with a focus on peace'; but 'cooperation to bring peace' is about the peace."""
        start, stop = general.first.last, group.first.first
        is_before = self._topic(general.first).general and start <= stop
        is_aimed = any(item.low == "to" for item in self.scene.items[start:stop])
        return group.is_of_another and is_before and not is_aimed and group.shares_cue(general)

    def _is_stronger(self, other: Group, weak: Group) -> bool:
        """Whether a group under the same cue says what a weak one is about."""
        if not other.shares_cue(weak):
            return False
        is_apart = self._topic(weak.first).general and other.topic != weak.topic
        is_before = is_apart and other.last.last <= weak.first.first
        return not (
            is_before
            and self.scene.clauses.segment_at(other.first.first)
            != self.scene.clauses.segment_at(weak.first.first)
        )

    def _is_listed_field(self, group: Group, others: Sequence[Group]) -> bool:
        """'cooperation in trade, climate change and tourism': a field of the cooperation among others."""
        first, last = group.first.first, group.first.last
        around = {low_at(self.scene.items, first - 1), low_at(self.scene.items, last)}
        may_be = self._topic(group.first).is_field or group.is_of_another
        if not may_be or around.isdisjoint((",", "and")):
            return False
        general = (other for other in others if self._topic(other.first).general)
        return any(self._leads_list(other.last.last, first) for other in general)

    def _leads_list(self, start: int, stop: int) -> bool:
        """Whether the words between a formula of cooperation and a field are 'in' and other fields."""
        between = [item.low for item in self.scene.items[start:stop]]
        verbs = self.scene.clauses.verbs
        is_list = bool({"in", "on"} & set(between[:6])) or "including" in between or "as" in between
        return is_list and not any(low in verbs.finite_only or low in (";", "to") for low in between)

    def _is_one_phrase(self, a: TopicHit, b: TopicHit) -> bool:
        if a.formula.topic == b.formula.topic:
            return False
        between = self.scene.items[min(a.last, b.last) : max(a.first, b.first)]
        if len(between) > _PHRASE_REACH or any(item.low in _PHRASE_MARKS for item in between):
            return False
        verbs = self.scene.clauses.verbs
        return not any(verbs.is_verb(item.low) and item.low.endswith("ing") for item in between)

    def _topic(self, hit: TopicHit) -> Topic:
        return self.scene.words.topics.topics[hit.formula.topic]


def _goes_with(formula: Formula, governor: Governor) -> bool:
    """Whether a formula counts under a cue and with its act."""
    if formula.only_under and governor.inner.cue.rule not in formula.only_under:
        return False
    if formula.only_headed and governor.head.cue.rule not in formula.only_headed:
        return False
    return not formula.only_acts or governor.act in formula.only_acts


def _key(hit: TopicHit, governor: Governor | None) -> tuple[object, ...]:
    """What belongs together: formulas of one topic and polarity under one cue."""
    cue = (governor.head.first, governor.rule) if governor else (-1, "")
    return cue, hit.formula.topic, hit.formula.against_norm, hit.organisation
