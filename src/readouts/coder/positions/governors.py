"""Which cues of a sentence govern a stretch of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import past
from readouts.coder.positions.governor import CueChain, Governor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.clauses import Clauses, Segment
    from readouts.coder.clauses.items import Item
    from readouts.coder.positions.cues import CueHit, StanceWords

_MERIT_REACH = 40
_THAT_REACH = 5
_WITH_SUBJECT = ("that", "coordinate", "comma", "subordinate")
_TAKING_UP = ("it", "them")
_TAKING_UP_REACH = 6
_LEADING = frozenset({"the", "any", "and", "but", "that", '"', ","})
_LED_IN = ("that", "coordinate", "subordinate")


@dataclass(frozen=True)
class Governors:
    """Finds what governs a topic in one sentence; `utterances` are the places of its verbs of speech."""

    cues: Sequence[CueHit]
    clauses: Clauses
    words: StanceWords
    utterances: tuple[int, ...] = ()

    def of(self, first: int, last: int) -> Governor | None:
        """What governs items `first` to `last`: cues before them in the same chain, else behind them.

        Neither a deed of a thing nor a cue to which the topic stands in an adjunct governs it.
        """
        chain = self._chain(first)
        found = CueChain(chain, self.clauses).governor() if chain else self._merit(first, last)
        if found and self._is_spoken_of(found):
            found = self._merit(first, last)
        if found and self._is_of_thing(found):
            found = self._merit(first, last)
        found = found or self._told_behind(last) or self._taken_up(last)
        if found and found.kind != "merit" and self._is_adjunct(found.head.last, first):
            return None
        return found

    def _told_behind(self, last: int) -> Governor | None:
        """'the abuses in X, which they condemned': a stance in a relative clause with its own subject."""
        here = next((segment for segment in self.clauses.segments if segment.first >= last), None)
        if here is None or here.kind != "relative":
            return None
        for cue in self.cues:
            is_last = here.first < cue.first and here.last - cue.last <= 1
            if is_last and cue.is_stance and self.clauses.subject(cue.first):
                return Governor(cue, cue)
        return None

    def _taken_up(self, last: int) -> Governor | None:
        """'The initiative meets our needs, and we are ready to take part in it'."""
        for cue in self.cues:
            behind = {item.low for item in self._items[cue.last : cue.last + _TAKING_UP_REACH]}
            if cue.first >= last and cue.cue.kind != "merit" and not behind.isdisjoint(_TAKING_UP):
                return CueChain(self._chain(cue.last), self.clauses).governor()
        return None

    def _is_spoken_of(self, governor: Governor) -> bool:
        """'Support for X means ...': a noun of stance that nobody has, and that something is said of."""
        place = governor.head.first
        if self._items[place].low not in self.words.nouns:
            return False
        begin = past(self._items, self.clauses.segment(place).first, _LEADING)
        return begin == place

    def _is_of_thing(self, governor: Governor) -> bool:
        """Whether it is a deed of a thing, which nobody demands."""
        is_noun = self._items[governor.head.first].low in self.words.nouns
        is_deed = governor.kind == "deed" and governor.act != "demand" and not is_noun
        return is_deed and self.clauses.subject(governor.head.first) is None

    def outer(self, first: int) -> Governor | None:
        """The cue under which a clause of its own is asserted: 'recognises that A, that B and that C'."""
        for cue in reversed(self.cues):
            if cue.last <= first and cue.is_stance and self._leads_clause(cue, first):
                return Governor(cue, cue)
        return None

    @property
    def _items(self) -> Sequence[Item]:
        return self.clauses.items

    def _leads_clause(self, cue: CueHit, first: int) -> bool:
        behind = self._items[cue.last : min(cue.last + _THAT_REACH, first)]
        return any(item.low == "that" for item in behind)

    def _chain(self, first: int) -> list[CueHit]:
        """Cues before the topic without a new subject between, innermost first."""
        chain: list[CueHit] = []
        for cue in reversed(self.cues):
            if cue.last > first or cue.cue.kind == "merit":
                continue
            parts = self._has_new_clause(cue.last, first) and not self._is_against_what(cue, first)
            if parts or self._is_told_anew(cue.last, first):
                break
            chain.append(cue)
        return chain

    def _is_against_what(self, cue: CueHit, first: int) -> bool:
        """'rejects any measure that would undermine ...': against what is done to the topic."""
        between = [item.keys for item in self._items[cue.last : first]]
        return cue.cue.stance == "oppose" and cue.is_stance and self.words.violating.occurs(between)

    def _is_told_anew(self, start: int, stop: int) -> bool:
        """Whether a verb of speech stands between ('will underscore support', 'thanked X and reaffirmed')."""
        cues = {cue.first for cue in self.cues}
        return any(start <= place < stop and place not in cues for place in self.utterances)

    def _merit(self, first: int, last: int) -> Governor | None:
        """The merit said behind a topic that is itself the subject ('has achieved great results')."""
        for cue in self.cues:
            if (
                cue.cue.kind == "merit"
                and last <= cue.first <= last + _MERIT_REACH
                and self._is_of(cue, first, last)
            ):
                return Governor(cue, cue)
        return None

    def _is_of(self, cue: CueHit, first: int, last: int) -> bool:
        """Whether a merit is one of the topic before it, told at once or in a relative clause behind it."""
        cuts = self._cuts(last, cue.first)
        if len(cuts) == 1 and cuts[0].kind == "relative" and cuts[0].first - last <= 1:
            return True  # 'the corridor, which will contribute to'
        return not self._is_object(cue, first) and not self._has_new_clause(last, cue.first)

    def _is_object(self, cue: CueHit, first: int) -> bool:
        """Whether a topic is the object of a verb before it, and so not what a merit behind it is said of."""
        verbs, low = self.clauses.verbs, self._items[cue.first].low
        told = [place + 1 for place in self.utterances if place < first]
        begin = max([self.clauses.segment(first).first, *told])
        is_predicate = low in verbs.carrying
        return is_predicate and any(item.low in verbs.finite_only for item in self._items[begin:first])

    def _is_adjunct(self, start: int, place: int) -> bool:
        """Whether a topic stands in an adjunct of the cue ('in the framework of ...'), not in its object."""
        for hit in self.words.adjuncts.every([item.keys for item in self._items[start:place]]):
            between = self._items[start + hit.end : place]
            is_closed = any(item.low == "," for item in between)
            if not is_closed and not self._has_infinitive(between):
                return True
        return False

    def _has_infinitive(self, items: Sequence[Item]) -> bool:
        return any(a.low == "to" and self.clauses.verbs.is_verb(b.low) for a, b in pairwise(items))

    def _has_new_clause(self, start: int, stop: int) -> bool:
        """Whether a clause with a subject and verb of its own begins between two items."""
        return any(cut.kind == "relative" or self._has_subject(cut) for cut in self._cuts(start, stop))

    def _has_subject(self, cut: Segment) -> bool:
        return cut.kind in _WITH_SUBJECT and self.clauses.starts_clause(cut.first + (cut.kind in _LED_IN))

    def _cuts(self, start: int, stop: int) -> list[Segment]:
        """The segments that begin between two items."""
        return [segment for segment in self.clauses.segments if start <= segment.first < stop]
