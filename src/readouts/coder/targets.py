"""What state or organisation is at issue in a position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.coder.clauses import Clauses
from readouts.coder.holders import Dyad
from readouts.coder.items import Item
from readouts.coder.topics import Topic, TopicHit

_OWN = frozenset({"its", "own", "our", "my", "national", "their", "his", "her"})
_SPEAKERS_OWN = frozenset({"our", "my", "national"})
_NAMING = ("state", "adjective", "metonym")
_ENDS = (",", ".", ";", "that", "which")
_REACH = 8

Targets_ = tuple[str | None, ...]


@dataclass(frozen=True)
class Said:
    """What is known of a position when its target is looked for.

    Attributes:
        topic, hits, holder, act: of the position.
        floor: the first item of its cue.
        subject: the side that the sentence makes its subject, or None.
        voicing: the side of the speaker, or None.
        last: the target told before in the same sentence, or None.
    """

    topic: Topic
    hits: Sequence[TopicHit]
    holder: str
    act: str
    floor: int
    subject: str | None = None
    voicing: str | None = None
    last: str | None = None


@dataclass(frozen=True)
class Targets:
    """Finds targets in one sentence."""

    items: Sequence[Item]
    clauses: Clauses
    dyad: Dyad

    def of(self, said: Said) -> Targets_:
        """The targets of a position: one, several ('of both A and B'), or (None,) where there is none."""
        rule = said.topic.target
        fixed = next((h.formula.target for h in said.hits if h.formula.target), None)
        if fixed or rule == "CHN":
            return (fixed or "CHN",)
        if rule == "organisation":
            return (said.hits[0].organisation,)
        if rule.startswith("none"):
            return (self._before(said.hits[0].first) if ";" in rule and said.act == "appreciate" else None,)
        if rule == "other side":
            return (self._other(said),)
        if rule == "parties":
            return (self._parties(said.hits),)
        return self._state(said)

    def _state(self, said: Said) -> Targets_:
        """The state whose sovereignty, interests, rights or measures are spoken of."""
        owned = self._possessed(said)
        if owned:
            return (owned,)
        named = self._inside(said.hits) or self._owners(said)
        if named:
            return named
        if said.topic.target == "holder of the interests":
            return (said.holder,)
        if said.topic.target == "state that imposes them":
            return (self.dyad.other(said.holder),)
        if said.topic.target == "state at issue" and said.subject != said.holder:
            return (said.subject,)
        return (None,)

    def _possessed(self, said: Said) -> str | None:
        """'its own', 'our', 'each other's' before the formula."""
        place = said.hits[0].first
        before = [i.low for i in self.items[max(0, place - 3) : place]]
        if "each other" in before:
            return self.dyad.other(said.holder)
        near = before[-2:]
        if not any(low in _OWN for low in near):
            return None
        if any(low in _SPEAKERS_OWN for low in near):
            return said.voicing or said.holder
        if "their" in near and "own" not in near:
            return None
        if "own" in near:
            return said.holder
        return self._meant_by_its(said, place)

    def _meant_by_its(self, said: Said, place: int) -> str:
        """'supports X in safeguarding its ...': X; 'thanks X for supporting its ...': the one who thanks."""
        named = [self._code(k) for k in range(said.floor, place)]
        others = [c for c in named if c and c != said.holder]
        if others:
            return others[-1]
        if said.last and said.last != said.holder:
            return said.last
        return said.voicing or said.holder

    def _inside(self, hits: Sequence[TopicHit]) -> Targets_:
        """The state within the formula itself ('violation of X's sovereignty')."""
        codes = [self._code(k) for h in hits for k in range(h.first, h.last) if self.items[k].mention]
        found = tuple(dict.fromkeys(c for c in codes if c))
        return found[:1]

    def _owners(self, said: Said) -> Targets_:
        """The states that the formula says it is of: behind 'of', else before it ('Georgia's')."""
        for hit in reversed(said.hits):
            behind = self._behind(hit.last)
            if behind:
                return behind
        before = self._before(said.hits[0].first)
        return (before,) if before else ()

    def _behind(self, place: int) -> Targets_:
        for cursor in range(place, min(place + _REACH, len(self.items))):
            low = self.items[cursor].low
            if low in _ENDS:
                return ()
            if low in ("of", "in", "by"):
                following = cursor + 1
                while following < len(self.items) and self.items[following].low in ("the", "both"):
                    following += 1
                codes = self._listed(following)
                if codes or low == "of":
                    return codes
        return ()

    def _listed(self, place: int) -> Targets_:
        if place >= len(self.items) or self._code(place) is None:
            return ()
        found = [self._code(place)]
        cursor = place + 1
        while (
            cursor + 1 < len(self.items)
            and self.items[cursor].low in ("and", ",")
            and self._is_state(cursor + 1)
        ):
            found.append(self._code(cursor + 1))
            cursor += 2
        return tuple(found)

    def _is_state(self, place: int) -> bool:
        mention = self.items[place].mention
        closes = place + 1 >= len(self.items) or self.items[place + 1].low in (",", ".", "and", ";", "within")
        return (
            mention is not None
            and mention.kind == "state"
            and closes
            and not self.clauses.starts_clause(place)
        )

    def _before(self, place: int) -> str | None:
        for cursor in range(place - 1, max(-1, place - 1 - _REACH), -1):
            item = self.items[cursor]
            if item.low == "'s":
                return self._code(cursor - 1)
            if item.mention and item.mention.kind == "adjective":
                return self._code(cursor)
            if self.clauses.verbs.is_verb(item.low) and item.low not in self.clauses.verbs.gerund:
                return None
        return None

    def _code(self, place: int) -> str | None:
        if place < 0 or place >= len(self.items):
            return None
        mention = self.items[place].mention
        if mention and mention.kind in _NAMING:
            return mention.code
        return mention.entity.speaks_for if mention and mention.entity else None

    def _other(self, said: Said) -> str | None:
        """The partner named with the formula ('relations with X'), else the side that faces the holder."""
        last = said.hits[-1].last
        for place in range(last, min(last + 6, len(self.items))):
            if self.items[place].low == "with" and (code := self._after_with(place)) and code != said.holder:
                return code
        named = [self._code(k) for k in range(said.floor, min(last + 4, len(self.items)))]
        partners = [c for c in named if c and c != said.holder]
        facing = self.dyad.other(said.holder)
        return facing if facing in partners or not partners else partners[-1]

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
