"""Cuts a sentence at clause marks: commas, 'that', 'which', 'while', 'and' before a new subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import DETERMINERS, RELATIVE, SUBORDINATE
from readouts.coder.clauses.items import low_at, past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.lexicon.verb_forms import VerbForms

_MARKS = frozenset(',;:()"')
_BEFORE_SUBJECT = DETERMINERS | {"that", "in", "turn"}
_ENDS = (".", ";", ":", "to")
_ANNOUNCING = frozenset({"out", "clear", "confidence", "hope", "belief", "fact"})
_REACH = 8
_PAIR_REACH = 3


@dataclass(frozen=True)
class Segment:
    """Items from `first` to before `last`; `kind`: main, that, relative, subordinate, comma, coordinate."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True)
class Cutter:
    """Finds where segments begin in one sentence.

    Attributes:
        items: the items of the sentence.
        verbs: the verbs that the lexicon knows.
        solid: items at which nothing begins: inside a name ('One Belt, One Road'), behind a short quotation.
    """

    items: Sequence[Item]
    verbs: VerbForms
    solid: frozenset[int]

    def segments(self) -> list[Segment]:
        """The segments in order; together they cover the sentence."""
        starts = list(self._starts())
        ends = [*(first for first, _ in starts[1:]), len(self.items)]
        return [
            Segment(first, last, kind)
            for (first, kind), last in zip(starts, ends, strict=True)
            if last > first
        ]

    def starts_clause(self, place: int) -> bool:
        """Whether an actor with a finite verb close behind begins here."""
        actor = past(self.items, place, _BEFORE_SUBJECT)
        if actor >= len(self.items) or not self.items[actor].is_actor:
            return False
        for behind in range(actor + 1, min(actor + _REACH, len(self.items))):
            low = self.items[behind].low
            if low in self.verbs.carrying:
                return True
            if low in _ENDS or self._other_speaks(behind):
                return False
        return False

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a stretch holds a form of a verb."""
        return any(self.verbs.is_verb(item.low) for item in self.items[first:last])

    def _starts(self) -> Iterator[tuple[int, str]]:
        last = 0
        yield 0, "main"
        for place in range(1, len(self.items)):
            kind = None if place in self.solid else self._kind(place)
            if kind and (kind != "coordinate" or self.has_verb(last, place)):
                last = place
                yield place, kind

    def _kind(self, place: int) -> str | None:
        """The kind of segment that begins at an item, if one does."""
        if self._is_mark(place - 1):
            return None if place - 1 in self.solid else self._kind_behind_mark(place)
        low = self.items[place].low
        if low == "that":
            return self._kind_of_that(place)
        if low in RELATIVE:
            return "relative"
        if low in SUBORDINATE or (low == "as" and self.starts_clause(place + 1)):
            return "subordinate"
        if low in ("and", "but") and self.starts_clause(place + 1) and not self._is_between(place):
            return "coordinate"
        return "that" if self._is_bare_report(place) else None

    def _is_between(self, place: int) -> bool:
        """'the dispute between A and B must be resolved'."""
        return any(item.low == "between" for item in self.items[max(0, place - _PAIR_REACH) : place])

    def _is_mark(self, place: int) -> bool:
        low = self.items[place].low
        return low in _MARKS or (low == "-" and self._is_dash(place))

    def _is_dash(self, place: int) -> bool:
        return place > 0 and self.items[place - 1].end < self.items[place].start

    def _kind_behind_mark(self, place: int) -> str:
        low = self.items[place].low
        if low in RELATIVE:
            return "relative"
        return "subordinate" if low in SUBORDINATE else "comma"

    def _kind_of_that(self, place: int) -> str:
        before = self.items[place - 1].low
        if self.verbs.is_verb(before) or before in _ANNOUNCING:
            return "that"
        return "relative" if low_at(self.items, place + 1) in self.verbs.carrying else "that"

    def _is_bare_report(self, place: int) -> bool:
        """'X said China supports': a new clause without 'that'."""
        return self.items[place - 1].low in self.verbs.bare and self.starts_clause(place)

    def _other_speaks(self, place: int) -> bool:
        """A comma with another actor behind it: '..., X said'."""
        behind = place + 1
        return self.items[place].low == "," and behind < len(self.items) and self.items[behind].is_actor
