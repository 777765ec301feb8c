"""Whose sovereignty, interests, affairs, rights or measures a position is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import OWN, PREPOSITIONS, SPEAKERS_OWN
from readouts.coder.clauses.items import low_at, past
from readouts.coder.names.model import is_state_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item
    from readouts.coder.positions.holding import Dyad
    from readouts.coder.positions.naming import Naming
    from readouts.coder.positions.said import Said, Targets_

_COUNTRIES = ("country", "nation", "kingdom", "republic", "state", "island")
_POINTING = ("that", "this", "the", "its", "a")
_IMPOSING = "state that imposes them, where named"
_ENDS = (",", ".", ";", "that", "which")
_REACH = 8


@dataclass(frozen=True)
class Owners:
    """Finds owners in one sentence.

    Attributes:
        naming, dyad: of the sentence and the article.
        named: the states that the sentences before name, in order.
        issues: by topic the state that was at issue last.
    """

    naming: Naming
    dyad: Dyad
    named: Sequence[str] = ()
    issues: Mapping[str, str] = field(default_factory=dict)

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
        found = self._told(said) or (self._at_issue(said),)
        return (
            found if said.topic.target == _IMPOSING else tuple(c if is_state_code(c) else None for c in found)
        )

    def _told(self, said: Said) -> Targets_:
        """Those that the wording itself names, or points to."""
        if owned := self._possessed(said):
            return (owned,)
        return self._theirs(said) or self._inside(said) or self._owners(said)

    def _at_issue(self, said: Said) -> str | None:
        """What else is told: whom it is said to, who is helped, what was at issue before."""
        match said.topic.target:
            case "holder of the interests":
                return self._helped(said) or said.holder
            case "state" | "state or none":
                return self._helped(said)
            case "state rebuilt":
                return next((code for code in reversed(self.named) if code != said.holder), None)
            case rule if rule == _IMPOSING:
                return self._addressee(said)
        if any(hit.formula.of_none for hit in said.hits):
            return None
        subject = said.subject if said.holder not in said.subjects else None
        return self._addressee(said) or self.issues.get(said.topic.code) or self._disputed(said) or subject

    def _addressee(self, said: Said) -> str | None:
        """'calls on A to lift the sanctions', 'A must respect human rights': A."""
        if said.act != "demand":
            return None
        if said.subject and said.subject != said.holder:
            return said.subject
        apart = (said.holder, said.voicing)
        named = self.naming.sides(range(said.floor, said.hits[0].first), said.holder)
        return next((code for code in named if code not in apart), None)

    def _helped(self, said: Said) -> str | None:
        """'supports A in following a path of its own': A."""
        for place in range(said.hits[0].first - 1, 0, -1):
            code = self.naming.code(place) if low_at(self.items, place + 1) in ("in", "on") else None
            if (
                code
                and code != said.holder
                and low_at(self.items, place - 1) not in PREPOSITIONS - {"for", "of", "by"}
            ):
                return code
        return None

    def _disputed(self, said: Said) -> str | None:
        """Of the states whose doings are in dispute the one that is a side of the article."""
        sides = (said.holder, *self.dyad.sides)
        return next((code for code in sides if code in said.topic.disputed), None)

    def _possessed(self, said: Said) -> str | None:
        """'its own', 'our', 'each other's' before the formula."""
        place = said.hits[0].first
        before = [item.low for item in self.items[max(0, place - 3) : place]]
        if "each other" in before or "each other" in self._inner(said):
            others = [side for side in said.subjects if side != said.holder]
            return others[0] if len(others) == 1 else self.dyad.other(said.holder)
        near = before[-2:]
        if low_at(self.items, place) == "national" and OWN.isdisjoint(near):
            return None if self._is_of(said) else self._helped(said) or said.voicing or said.holder
        if OWN.isdisjoint(near):
            return None
        if not SPEAKERS_OWN.isdisjoint(near):
            return said.voicing or said.holder
        if "own" in near:
            return said.holder
        return None if "their" in near else self._meant_by_its(said, place)

    def _inner(self, said: Said) -> list[str]:
        """The words of the wordings and the two behind them."""
        return [item.low for hit in said.hits for item in self.items[hit.first : hit.last + 2]]

    def _is_of(self, said: Said) -> bool:
        """Whether 'of' behind the formula, or a possessor before it, tells whose it is."""
        return low_at(self.items, said.hits[-1].last) == "of" or self.before(said) is not None

    def _theirs(self, said: Said) -> Targets_:
        """'for their sovereignty', and 'the right of A, B and C to': each of the states named."""
        place = said.hits[0].first
        if low_at(self.items, place - 1) == "their":
            named = self.naming.sides(range(len(self.items)), said.holder)
            states = tuple(dict.fromkeys(code for code in named if is_state_code(code)))
            return states if len(states) > 1 else ()
        before = [k for k in range(said.floor, place) if self.items[k].is_mention("state")]
        return self.naming.listed(before[0]) if len(before) > 1 and before[-1] == place - 1 else ()

    def _meant_by_its(self, said: Said, place: int) -> str:
        """'supports X in safeguarding its ...': X; 'thanks X for supporting its ...': the one who thanks."""
        if said.act == "demand" and said.is_outward:
            return said.voicing or said.holder
        if said.act == "demand" and said.subject and said.subject != said.holder:
            return said.subject
        start = self.clauses.segment(place).first
        doer = self._doer(said)
        others = [k for k in range(start, place) if self._is_another(k, said) and k != doer]
        if others:
            return self.naming.code(others[-1]) or said.holder
        if any(self._points(k) for k in range(start, place)) and (meant := self._other_named(said)):
            return meant
        if said.last and said.last != said.holder:
            return said.last
        says_we = any(low_at(self.items, k) == "we" for k in range(start, place))
        facing = self.dyad.other(said.holder) if says_we else None
        return facing or said.voicing or said.holder

    def _is_another(self, place: int, said: Said) -> bool:
        """Whether a side stands here that neither holds the position nor is the subject."""
        code = self.naming.code(place)
        return code is not None and code not in (said.holder, said.subject)

    def _doer(self, said: Said) -> int | None:
        """The item of who does what the formula is against: 'Russia's interference', 'foreign meddling'."""
        hit = said.hits[0]
        if not hit.formula.against_norm:
            return None
        return hit.first - 2 if low_at(self.items, hit.first - 1) == "'s" else hit.first - 1

    def _inside(self, said: Said) -> Targets_:
        """The state within the formula itself ('violation of X's sovereignty'), or its 'its'."""
        places = [k for hit in said.hits for k in range(hit.first, hit.last)]
        codes = tuple(code for place in places if (code := self.naming.code(place)))
        if codes or "its" not in {self.items[k].low for k in places} or self._helped(said):
            return codes[:1]
        return (self._meant_by_its(said, said.hits[0].first),)

    def _owners(self, said: Said) -> Targets_:
        """The states that the formula says it is of: before it ('Georgia's'), else behind 'of'.

        Behind alone, where the state before is the one that does it ('A's interference in B').
        """
        is_doing = said.topic.target == "state or none" and said.hits[0].formula.against_norm
        before = None if is_doing else self.before(said)
        if before:
            return (before,)
        for hit in reversed(said.hits):
            if behind := self.naming.listed(hit.last) or self._behind(hit.last, said):
                return behind
        place = said.hits[-1].last
        return (self._meant_by_its(said, said.hits[0].first),) if self._is_its_own(place) else ()

    def _is_its_own(self, place: int) -> bool:
        """'interference in its internal affairs': those of the subject."""
        behind = [low_at(self.items, place), low_at(self.items, place + 1)]
        return bool({"its", "our", "their"} & set(behind))

    def _behind(self, place: int, said: Said) -> Targets_:
        for cursor in range(place, min(place + _REACH, len(self.items))):
            low = self.items[cursor].low
            if low in _ENDS or (low == "and" and self.clauses.verbs.is_verb(low_at(self.items, cursor + 1))):
                break
            if low in ("of", "in", "by"):
                begin = past(self.items, cursor + 1, ("the", "both"))
                codes = self.naming.listed(begin) or self._meant(cursor + 1, said)
                if codes or low == "of":
                    return codes
        return ()

    def _meant(self, place: int, said: Said) -> Targets_:
        """'of that country', 'of the Kingdom': the state named last."""
        meant = self._other_named(said) if self._points(place) else None
        return (meant,) if meant else ()

    def _points(self, place: int) -> bool:
        """'that country', 'the neighbouring country', 'its neighbour'."""
        if low_at(self.items, place) not in _POINTING:
            return False
        behind = [low_at(self.items, place + 1), low_at(self.items, place + 2)]
        return behind[0] in _COUNTRIES or (behind[0].startswith("neighbo") and behind[1] in (*_COUNTRIES, ""))

    def _other_named(self, said: Said) -> str | None:
        """The state named last that neither holds nor voices the position."""
        place = said.hits[0].first
        here = [code for k in range(place) if (code := self.naming.not_capital(k))]
        apart = (said.holder, said.voicing)
        return next((c for c in (*reversed(here), *reversed(self.named)) if c not in apart), None)

    def before(self, said: Said) -> str | None:
        """The state before the formula, behind its cue: 'Georgia's', 'Georgian'."""
        place = said.hits[0].first
        for cursor in range(place - 1, max(-1, said.ceiling - 1, place - 1 - _REACH), -1):
            item = self.items[cursor]
            if item.low in PREPOSITIONS and item.low != "of":  # 'X's hosting of the conference'
                return None
            if item.low == "'s":
                owner = self.naming.code(cursor - 1) or self._of_people(cursor - 1)
                return owner or self._own_country(cursor - 1, said) or self._that_country(cursor - 2, said)
            is_adjunct = item.is_mention("state") and said.topic.target in (_IMPOSING, "state at issue")
            if item.is_mention("adjective") or is_adjunct:
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

    def _that_country(self, place: int, said: Said) -> str | None:
        """'the country's sovereignty'."""
        return self._other_named(said) if self._points(place) else None
