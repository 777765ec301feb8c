"""What state or organisation is at issue in a position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.coder.clauses import Clauses
from readouts.coder.holders import Dyad
from readouts.coder.items import Item
from readouts.coder.topics import Topic, TopicHit

_OWN = frozenset({"its", "own", "our", "my", "national", "their"})
_SPEAKERS_OWN = frozenset({"our", "my"})
_NAMING = ("state", "adjective", "metonym")


@dataclass(frozen=True)
class Targets:
    """Finds targets in one sentence."""

    items: Sequence[Item]
    clauses: Clauses
    dyad: Dyad

    def of(self, topic: Topic, hits: Sequence[TopicHit], holder: str, act: str, floor: int, voicing: str | None) -> str | None:
        """The target of a position.

        Args:
            topic: its topic.
            hits: its formulas.
            holder: its holder.
            act: its act.
            floor: the first item of its cue.
            voicing: the side of the speaker, for 'our' and, in thanks, 'its'.
        """
        rule = topic.target
        if rule == "CHN":
            return "CHN"
        if rule == "organisation":
            return hits[0].organisation
        if rule.startswith("none"):
            return self._before(hits[0].first) if ";" in rule and act == "appreciate" else None
        if rule == "other side":
            return self._other(hits, holder, floor)
        if rule == "parties":
            return self._parties(hits)
        if rule == "holder of the interests":
            return self._owner(hits) or holder
        if rule == "state that imposes them":
            return self._owner(hits) or self._elsewhere(holder)
        return self._own(hits[0].first, holder, voicing) or self._owner(hits)

    def _own(self, place: int, holder: str, voicing: str | None) -> str | None:
        """'its own', 'our', 'national' before the formula: the holder's, or the speaker's where another is told of."""
        before = [i.low for i in self.items[max(0, place - 2) : place]]
        if not any(low in _OWN for low in before):
            return None
        if any(low in _SPEAKERS_OWN for low in before):
            return voicing or holder
        return None if "their" in before and "own" not in before else voicing or holder

    def _owner(self, hits: Sequence[TopicHit]) -> str | None:
        """The state that the formula says it is of: behind 'of', else before it ('Georgia's', 'its own')."""
        behind = (self._behind(hit.last) for hit in reversed(hits))
        return next((code for code in behind if code), None) or self._before(hits[0].first)

    def _behind(self, place: int) -> str | None:
        cursor = place
        while cursor < len(self.items) and self.items[cursor].low not in (",", ".", ";", "that", "which"):
            if self.items[cursor].low == "of":
                following = cursor + 1
                while following < len(self.items) and self.items[following].low in ("the", "both"):
                    following += 1
                return self._code(following)
            cursor += 1
            if cursor - place > 6:
                return None
        return None

    def _before(self, place: int) -> str | None:
        cursor = place - 1
        reach = 0
        while cursor >= 0 and reach < 8:
            item = self.items[cursor]
            if item.low == "'s" or (item.mention and item.mention.kind == "adjective"):
                return self._code(cursor - 1 if item.low == "'s" else cursor)
            if self.clauses.verbs.is_verb(item.low) and item.low not in self.clauses.verbs.gerund:
                return None
            cursor -= 1
            reach += 1
        return None

    def _code(self, place: int) -> str | None:
        if place < 0 or place >= len(self.items):
            return None
        mention = self.items[place].mention
        if mention and mention.kind in _NAMING:
            return mention.code
        return mention.entity.speaks_for if mention and mention.entity else None

    def _other(self, hits: Sequence[TopicHit], holder: str, floor: int) -> str | None:
        """The partner named with the formula ('relations with X'), else the side that faces the holder."""
        last = hits[-1].last
        for place in range(last, min(last + 6, len(self.items))):
            if self.items[place].low == "with" and (code := self._after_with(place)) and code != holder:
                return code
        named = [self._code(k) for k in range(floor, min(last + 4, len(self.items)))]
        partners = [c for c in named if c and c != holder]
        facing = self.dyad.other(holder)
        if facing in partners or not partners:
            return facing
        return partners[-1]

    def _after_with(self, place: int) -> str | None:
        following = place + 1
        while following < len(self.items) and self.items[following].low in ("the", "its"):
            following += 1
        mention = self.items[following].mention if following < len(self.items) else None
        return mention.code if mention and mention.kind in (*_NAMING, "organisation") else None

    def _parties(self, hits: Sequence[TopicHit]) -> str | None:
        fixed = next((h.formula.parties for h in hits if h.formula.parties), None)
        if fixed:
            return fixed
        behind = [self._code(k) for k in range(hits[-1].last, len(self.items))]
        codes = sorted({c for c in behind if c and len(c) == 3})
        between = any(i.low in ("between", "and") for i in self.items[hits[-1].last :])
        if len(codes) == 2 and between:
            return "-".join(codes)
        return codes[0] if len(codes) == 1 else None

    def _elsewhere(self, holder: str) -> str | None:
        return self.dyad.other(holder)
