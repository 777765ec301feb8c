"""Whose sovereignty, interests, affairs, rights or measures a position is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import OWN, PREPOSITIONS, SPEAKERS_OWN
from readouts.coder.clauses.items import low_at, past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item
    from readouts.coder.positions.holding import Dyad
    from readouts.coder.positions.naming import Naming
    from readouts.coder.positions.said import Said, Targets_
    from readouts.coder.positions.topics import TopicHit

_COUNTRIES = ("country", "nation", "kingdom", "republic", "state", "island")
_ENDS = (",", ".", ";", "that", "which")
_REACH = 8


@dataclass(frozen=True)
class Owners:
    """Finds owners in one sentence; `latest`: the state named last before it that is none of who speaks."""

    naming: Naming
    dyad: Dyad
    latest: str | None = None

    @property
    def items(self) -> Sequence[Item]:
        """The items of the sentence."""
        return self.naming.items

    @property
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        return self.naming.clauses

    def of(self, said: Said) -> Targets_:
        """The states that the formula says it is of; (None,) where none is told."""
        if owned := self._possessed(said):
            return (owned,)
        if several := self._theirs(said):
            return several
        if named := self._inside(said.hits) or self._owners(said):
            return named
        match said.topic.target:
            case "holder of the interests":
                return (said.holder,)
            case "state at issue" if said.subject != said.holder:
                return (said.subject,)
            case "state rebuilt" if self.latest != said.holder:
                return (self.latest,)
        return (None,)

    def _possessed(self, said: Said) -> str | None:
        """'its own', 'our', 'each other's' before the formula."""
        place = said.hits[0].first
        before = [item.low for item in self.items[max(0, place - 3) : place]]
        if "each other" in before:
            others = [side for side in said.subjects if side != said.holder]
            return others[0] if len(others) == 1 else self.dyad.other(said.holder)
        near = before[-2:]
        if OWN.isdisjoint(near):
            return None
        if not SPEAKERS_OWN.isdisjoint(near):
            return said.voicing or said.holder
        if "own" in near:
            return said.holder
        return None if "their" in near else self._meant_by_its(said, place)

    def _theirs(self, said: Said) -> Targets_:
        """'for their sovereignty', and 'the right of A, B and C to': each of the states named."""
        place = said.hits[0].first
        if low_at(self.items, place - 1) == "their":
            named = self.naming.sides(range(len(self.items)), said.holder)
            states = tuple(dict.fromkeys(code for code in named if len(code) == 3))
            return states if len(states) > 1 else ()
        before = [k for k in range(said.floor, place) if self.items[k].is_mention("state")]
        return self.naming.listed(before[0]) if len(before) > 1 and before[-1] == place - 1 else ()

    def _meant_by_its(self, said: Said, place: int) -> str:
        """'supports X in safeguarding its ...': X; 'thanks X for supporting its ...': the one who thanks."""
        start = self.clauses.segment(place).first
        others = [
            side for side in self.naming.sides(range(start, place), said.holder) if side != said.subject
        ]
        if others:
            return others[-1]
        if said.last and said.last != said.holder:
            return said.last
        says_we = any(low_at(self.items, k) == "we" for k in range(start, place))
        facing = self.dyad.other(said.holder) if says_we else None
        return facing or said.voicing or said.holder

    def _inside(self, hits: Sequence[TopicHit]) -> Targets_:
        """The state within the formula itself ('violation of X's sovereignty')."""
        places = (k for hit in hits for k in range(hit.first, hit.last))
        return tuple(code for place in places if (code := self.naming.code(place)))[:1]

    def _owners(self, said: Said) -> Targets_:
        """The states that the formula says it is of: before it ('Georgia's'), else behind 'of'."""
        before = self.before(said)
        if before:
            return (before,)
        for hit in reversed(said.hits):
            if behind := self.naming.listed(hit.last) or self._behind(hit.last):
                return behind
        place = said.hits[-1].last
        return (self._meant_by_its(said, said.hits[0].first),) if self._is_its_own(place) else ()

    def _is_its_own(self, place: int) -> bool:
        """'interference in its internal affairs': those of the subject."""
        behind = [low_at(self.items, place), low_at(self.items, place + 1)]
        return bool({"its", "our", "their"} & set(behind))

    def _behind(self, place: int) -> Targets_:
        for cursor in range(place, min(place + _REACH, len(self.items))):
            low = self.items[cursor].low
            if low in _ENDS or (low == "and" and self.clauses.verbs.is_verb(low_at(self.items, cursor + 1))):
                break
            if low in ("of", "in", "by"):
                codes = self.naming.listed(past(self.items, cursor + 1, ("the", "both"))) or self._meant(
                    cursor + 1
                )
                if codes or low == "of":
                    return codes
        return ()

    def _meant(self, place: int) -> Targets_:
        """'of that country', 'of the Kingdom': the state named last."""
        is_pointing = low_at(self.items, place) in ("that", "this", "the")
        is_country = low_at(self.items, place + 1) in _COUNTRIES
        return (self.latest,) if is_pointing and is_country and self.latest else ()

    def before(self, said: Said) -> str | None:
        """The state before the formula, behind its cue: 'Georgia's', 'Georgian'."""
        place = said.hits[0].first
        for cursor in range(place - 1, max(-1, said.ceiling - 1, place - 1 - _REACH), -1):
            item = self.items[cursor]
            if item.low in PREPOSITIONS and item.low != "of":  # 'X's hosting of the conference'
                return None
            if item.low == "'s":
                owner = self.naming.code(cursor - 1) or self._of_people(cursor - 1)
                return owner or self._own_country(cursor - 1, said)
            if item.is_mention("adjective"):
                return self.naming.code(cursor)
            if self.clauses.verbs.is_verb(item.low) and item.low not in self.clauses.verbs.gerund:
                return None
        return None

    def _of_people(self, place: int) -> str | None:
        """'the Moldovan people's sovereignty'."""
        return self.naming.code(place - 1) if low_at(self.items, place) in ("people", "nation") else None

    def _own_country(self, place: int, said: Said) -> str | None:
        """'his country's sovereignty': that of the one who speaks."""
        is_own = low_at(self.items, place) in ("country", "nation") and low_at(self.items, place - 1) in OWN
        return said.voicing if is_own else None
