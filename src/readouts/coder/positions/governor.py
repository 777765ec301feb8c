"""What governs a topic: the cue nearest to it, and the operator above that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import BEFORE_PARTICIPLE, BEFORE_VERB, MODALS, POSSIBLE
from readouts.coder.clauses.items import back_past, low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.positions.cues import CueHit


@dataclass(frozen=True)
class Governor:
    """What governs a topic.

    Attributes:
        head: the cue that carries the subject.
        inner: the cue nearest to the topic.
        is_done: it is a deed told as done, with a subject of its own ('have deepened cooperation').
    """

    head: CueHit
    inner: CueHit
    is_done: bool = False

    @property
    def first(self) -> int:
        """The first item of the outermost cue."""
        return min(self.inner.first, self.head.first)

    @property
    def last(self) -> int:
        """The item behind the innermost cue."""
        return max(self.inner.last, self.head.last)

    @property
    def act(self) -> str:
        """The act: an operator tells it, else the cue itself."""
        return self.head.cue.act if self.head.is_operator else self.inner.cue.act

    @property
    def finite_act(self) -> str | None:
        """The act where the innermost cue is a finite verb ('committed to expanding')."""
        return self.inner.cue.finite_act if self.inner is self.head else None

    @property
    def stance(self) -> str:
        """The stance toward what follows, before the polarity of the formula."""
        return self.inner.cue.stance

    @property
    def kind(self) -> str:
        """Kind of the innermost cue."""
        return self.inner.cue.kind

    @property
    def rule(self) -> str:
        """Ids of the cues."""
        inner = self.inner.cue.rule
        return inner if self.inner is self.head else f"{self.head.cue.rule}+{inner}"

    @property
    def praises_stance(self) -> bool:
        """'thanked X for supporting Y': X is the holder, and what X does is told."""
        return self.inner.is_stance and self.head.cue.praises


@dataclass(frozen=True)
class CueChain:
    """Cues before a topic without a new subject between, the innermost first."""

    cues: Sequence[CueHit]
    clauses: Clauses

    def governor(self) -> Governor | None:
        """What the cues come to; None where the topic is only named, or only possible."""
        inner = self.cues[0]
        if self._is_only_named() or self._is_only_possible():
            return None
        if inner.is_operator:
            stance = self._upheld(0) if inner.cue.aims else None
            return Governor(stance, stance) if stance else Governor(self._outermost(0), inner)
        is_finite = self._is_finite(inner)
        above = self._operator_above()
        if above is not None:
            if upheld := self._upheld(above):
                return Governor(upheld, upheld)
            if not is_finite or self.cues[above].last >= inner.first - 1:
                return Governor(self._outermost(above), inner)
        if inner.is_stance or is_finite:
            return Governor(inner, inner, is_done=inner.cue.kind == "deed" and is_finite)
        upper = next((cue for cue in self.cues[1:] if cue.is_stance), inner)
        return Governor(upper, upper)

    def _is_only_named(self) -> bool:
        """'discussed ways to expand cooperation': deeds under a cue that names what was talked about."""
        above = [cue for cue in self.cues if cue.cue.kind != "deed"]
        if not above or above[0].cue.kind != "naming":
            return False
        outer = next((cue for cue in above if cue.cue.kind != "naming"), None)
        is_aimed = outer is not None and outer.is_operator and self._last_word(outer) != "will"
        return not is_aimed and not any(self._is_finite(c) for c in self.cues if c.first > above[0].first)

    def _last_word(self, cue: CueHit) -> str:
        return self.clauses.items[cue.last - 1].low

    def _is_only_possible(self) -> bool:
        """'the two countries can deepen cooperation': a deed that may be done."""
        before = back_past(self.clauses.items, self.cues[0].first - 1, BEFORE_VERB)
        return self.cues[0].cue.kind == "deed" and low_at(self.clauses.items, before) in POSSIBLE

    def _operator_above(self) -> int | None:
        """The nearest operator that reaches the innermost cue."""
        places = range(1, len(self.cues))
        return next((k for k in places if self.cues[k].is_operator and not self._is_parted(k)), None)

    def _is_parted(self, place: int) -> bool:
        """Whether a finite verb of the chain stands between an operator and the innermost cue."""
        outer, inner = self.cues[place], self.cues[0]
        between = (c for c in self.cues[1:] if outer.last <= c.first < inner.first)
        return any(self._is_finite(cue) and not cue.is_operator for cue in between)

    def _upheld(self, place: int) -> CueHit | None:
        """'support for X's efforts to ...': the support is the stance, X's efforts are what it is for."""
        operator = self.cues[place]
        outer = self.cues[place + 1] if place + 1 < len(self.cues) else None
        if outer is None or not operator.cue.aims:
            return None
        return outer if outer.is_stance and operator.first - outer.last <= 3 else None

    def _outermost(self, place: int) -> CueHit:
        """'will strive to', 'ready to contribute to efforts to': the outer operator tells the act.

        But not over an inner one that is a finite verb of its own.
        """
        current = self.cues[place]
        for outer in self.cues[place + 1 :]:
            if not outer.is_operator:
                if self._is_finite(outer):
                    break
            elif self._reaches(outer, current):
                current = current if outer.cue.light else outer
            else:
                break
        return current

    def _reaches(self, outer: CueHit, inner: CueHit) -> bool:
        if outer.last >= inner.first - 2 or self._is_listed(outer, inner):
            return True
        return not self._is_finite(inner) and not self._has_joint(outer.last, inner.first)

    def _is_listed(self, outer: CueHit, inner: CueHit) -> bool:
        """'should expand trade, cherish peace and ...': bare forms in a row under one modal."""
        items, verbs = self.clauses.items, self.clauses.verbs
        is_bare = items[inner.first].low in verbs.base and low_at(items, inner.first - 1) in (",", "and")
        return is_bare and self._last_word(outer) in (*MODALS, "to")

    def _has_joint(self, first: int, last: int) -> bool:
        """Whether a comma or an 'and' before a verb stands in a stretch."""
        items, verbs = self.clauses.items, self.clauses.verbs
        for place in range(first, min(last + 1, len(items))):
            low = items[place].low
            if low in (",", ";") or (
                low == "and" and place < last and verbs.is_verb(low_at(items, place + 1))
            ):
                return True
        return False

    def _is_finite(self, hit: CueHit) -> bool:
        """Whether the cue is a finite verb with a subject of its own."""
        items = self.clauses.items
        is_form = items[hit.first].low in self.clauses.verbs.finite_only
        return is_form and low_at(items, hit.first - 1) not in BEFORE_PARTICIPLE
