"""What state or organisation is at issue in a position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import OWN, PREPOSITIONS, SPEAKERS_OWN
from readouts.coder.clauses.items import low_at, past

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item
    from readouts.coder.positions.holding import Dyad
    from readouts.coder.positions.topics import Topic, TopicHit

_NAMING = ("state", "adjective", "metonym")
_COUNTRIES = ("country", "nation", "kingdom", "republic", "state", "island")
_ENDS = (",", ".", ";", "that", "which")
_STATE_ENDS = (",", ".", "and", ";", "within", "")
_MOST_PARTIES = 2
_REACH = 8
_PARTNER_REACH = 6
_NAMED_REACH = 4

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
        ceiling: the item behind its cue.
        parties: the parties of the conflict named last in the article, or None.
        subjects: all sides that the sentence makes its subjects.
    """

    topic: Topic
    hits: Sequence[TopicHit]
    holder: str
    act: str
    floor: int
    subject: str | None = None
    voicing: str | None = None
    last: str | None = None
    ceiling: int = 0
    parties: str | None = None
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Targets:
    """Finds targets in one sentence; `latest`: the state named last before it that is none of who speaks."""

    items: Sequence[Item]
    clauses: Clauses
    dyad: Dyad
    latest: str | None = None

    def of(self, said: Said) -> Targets_:
        """The targets of a position: one, several ('of both A and B'), or (None,) where there is none."""
        fixed = (
            next((h.formula.target for h in said.hits if h.formula.target), None) or said.topic.fixed_target
        )
        if fixed:
            return (fixed,)
        match said.topic.target:
            case "organisation":
                return (said.hits[0].organisation,)
            case "other side":
                return (self._other(said),)
            case "parties":
                return (self._parties(said),)
            case rule if rule.startswith("none"):
                is_praise_of_host = ";" in rule and said.act == "appreciate"
                return (self._before(said) if is_praise_of_host else None,)
        return self._state(said)

    # the state whose sovereignty, interests, rights or measures are spoken of

    def _state(self, said: Said) -> Targets_:
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
            named = self._sides(range(len(self.items)), said.holder)
            states = tuple(dict.fromkeys(code for code in named if len(code) == 3))
            return states if len(states) > 1 else ()
        before = [k for k in range(said.floor, place) if self.items[k].is_mention("state")]
        return self._listed(before[0]) if len(before) > 1 and before[-1] == place - 1 else ()

    def _meant_by_its(self, said: Said, place: int) -> str:
        """'supports X in safeguarding its ...': X; 'thanks X for supporting its ...': the one who thanks."""
        start = self.clauses.segment(place).first
        others = [side for side in self._sides(range(start, place), said.holder) if side != said.subject]
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
        return tuple(code for place in places if (code := self._code(place)))[:1]

    def _owners(self, said: Said) -> Targets_:
        """The states that the formula says it is of: before it ('Georgia's'), else behind 'of'."""
        before = self._before(said)
        if before:
            return (before,)
        for hit in reversed(said.hits):
            if behind := self._listed(hit.last) or self._behind(hit.last):
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
                codes = self._listed(past(self.items, cursor + 1, ("the", "both"))) or self._meant(cursor + 1)
                if codes or low == "of":
                    return codes
        return ()

    def _meant(self, place: int) -> Targets_:
        """'of that country', 'of the Kingdom': the state named last."""
        is_pointing = low_at(self.items, place) in ("that", "this", "the")
        is_country = low_at(self.items, place + 1) in _COUNTRIES
        return (self.latest,) if is_pointing and is_country and self.latest else ()

    def _listed(self, place: int) -> Targets_:
        """The state at a place with those that a list joins to it."""
        found: list[str | None] = []
        while code := self._code(place):
            found.append(code)
            if low_at(self.items, place + 1) not in ("and", ",") or not self._is_state(place + 2):
                break
            place += 2
        return tuple(found)

    def _is_state(self, place: int) -> bool:
        """Whether a state stands here that is no subject of its own clause."""
        if place >= len(self.items) or not self.items[place].is_mention("state"):
            return False
        return low_at(self.items, place + 1) in _STATE_ENDS and not self.clauses.starts_clause(place)

    def _before(self, said: Said) -> str | None:
        """The state before the formula, behind its cue: 'Georgia's', 'Georgian'."""
        place = said.hits[0].first
        for cursor in range(place - 1, max(-1, said.ceiling - 1, place - 1 - _REACH), -1):
            item = self.items[cursor]
            if item.low in PREPOSITIONS and item.low != "of":  # 'X's hosting of the conference'
                return None
            if item.low == "'s":
                owner = self._code(cursor - 1) or self._of_people(cursor - 1)
                return owner or self._own_country(cursor - 1, said)
            if item.is_mention("adjective"):
                return self._code(cursor)
            if self.clauses.verbs.is_verb(item.low) and item.low not in self.clauses.verbs.gerund:
                return None
        return None

    def _of_people(self, place: int) -> str | None:
        """'the Moldovan people's sovereignty'."""
        return self._code(place - 1) if low_at(self.items, place) in ("people", "nation") else None

    def _own_country(self, place: int, said: Said) -> str | None:
        """'his country's sovereignty': that of the one who speaks."""
        is_own = low_at(self.items, place) in ("country", "nation") and low_at(self.items, place - 1) in OWN
        return said.voicing if is_own else None

    # the partner, the parties

    def are_others(self, said: Said) -> bool:
        """Whether the formula is about two others: 'relations between A and B', held by a third."""
        own = {said.holder, said.voicing}
        inside = {code for hit in said.hits if not hit.formula.weak for code in self._inside([hit]) if code}
        if inside and inside.isdisjoint(self.dyad.sides[:2] or self.dyad.circle):
            return True
        place = said.hits[-1].last
        if low_at(self.items, place) == "between":
            codes = self._listed(past(self.items, place + 1, ("the",)))
            return len(codes) > 1 and own.isdisjoint(codes)
        return self._is_what_another_does(said, own)

    def _is_what_another_does(self, said: Said, own: set[str | None]) -> bool:
        """'welcomed A's decision to develop ties with C'."""
        for place in range(said.floor, said.hits[0].first):
            owner = self._code(place - 1) if low_at(self.items, place) == "'s" else None
            behind = [low_at(self.items, k) for k in range(place + 1, min(place + 4, said.hits[0].first))]
            if owner and owner not in own and "to" in behind:
                return self._partner_behind(said) not in own
        return False

    def _partner_behind(self, said: Said) -> str | None:
        """Whom the formula is with; where none is told, the holder."""
        last = said.hits[-1].last
        places = range(last, min(last + _PARTNER_REACH, len(self.items)))
        found = (self._after_with(place) for place in places if self.items[place].low == "with")
        return next(found, said.holder)

    def _other(self, said: Said) -> str | None:
        """The partner named with the formula ('relations with X'), else the side that faces the holder."""
        last = said.hits[-1].last
        for place in range(last, min(last + _PARTNER_REACH, len(self.items))):
            if self.items[place].low == "with" and (code := self._after_with(place)) and code != said.holder:
                return code
        partners = self._sides(range(said.floor, last + _NAMED_REACH), said.holder)
        facing = self.dyad.other(said.holder)
        return facing if facing in partners or not partners else partners[-1]

    def _after_with(self, place: int) -> str | None:
        following = past(self.items, place + 1, ("the", "its"))
        mention = self.items[following].mention if following < len(self.items) else None
        return mention.code if mention and mention.kind in (*_NAMING, "organisation") else None

    def _parties(self, said: Said) -> str | None:
        """The parties of a conflict named here, else those named before in the article."""
        fixed = next((hit.formula.parties for hit in said.hits if hit.formula.parties), None)
        if fixed:
            return fixed
        apart = {said.holder, said.voicing}
        behind = self._states_at(range(said.hits[-1].last, len(self.items)), apart)
        around = self._states_at(range(said.ceiling, len(self.items)), apart)
        for codes in (behind, around):
            if codes and len(codes) <= _MOST_PARTIES:
                return "-".join(codes)
        return said.parties

    def _states_at(self, places: Iterable[int], apart: set[str | None]) -> list[str]:
        """The states named at some places, sorted, without the sides that speak."""
        return sorted({c for k in places if (c := self._code(k)) and len(c) == 3} - apart)

    def _sides(self, places: Iterable[int], holder: str) -> list[str]:
        """The sides named at some places, without the holder."""
        return [code for place in places if (code := self._code(place)) and code != holder]

    def _code(self, place: int) -> str | None:
        """The side that an item names."""
        mention = self.items[place].mention if 0 <= place < len(self.items) else None
        if mention and mention.kind in _NAMING:
            return mention.code
        return mention.entity.speaks_for if mention and mention.entity else None
