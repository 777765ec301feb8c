"""Clauses of a sentence, near enough: segments between clause marks, and who is the subject of a verb.

No parser: English read-outs put the subject first in its clause, and a clause without a subject of its own
takes that of the clause it is coordinated with. 'her' before a noun is a possessor, not an object.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import AUXILIARY, LIGHT, PREPOSITIONS
from readouts.coder.clauses.items import low_at
from readouts.coder.clauses.phrases import ActorPhrases
from readouts.coder.clauses.segments import Cutter, Segment
from readouts.coder.lexicon.verb_forms import VerbForms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item

__all__ = ["AUXILIARY", "Clauses", "Segment", "VerbForms"]

_OF_THEIR_OWN = ("that", "subordinate", "relative", "coordinate")
_LIST_REACH = 5


@dataclass
class Clauses:
    """The clauses of one sentence; for `solid` see `segments.Cutter`."""

    items: Sequence[Item]
    verbs: VerbForms
    solid: frozenset[int] = frozenset()

    @cached_property
    def segments(self) -> list[Segment]:
        """The segments in order; together they cover the sentence."""
        return self._cutter.segments()

    def segment_at(self, place: int) -> int:
        """Index of the segment that holds an item."""
        return self._segment_of[place]

    def segment(self, place: int) -> Segment:
        """The segment that holds an item."""
        return self.segments[self._segment_of[place]]

    def subject(self, place: int) -> list[Item] | None:
        """The actors that are the subject of the verb at an item.

        Empty where none can be told, None where the subject is a thing ('the corridor will contribute').
        """
        if self._is_led_by_with(place):
            return [self.items[place - 1]]
        here = self.segment(place)
        found = self._phrases.first_subject(here.first, place)
        if found is not None:
            return self.coordinated(self._phrases.first_listed(found))
        if here.kind == "relative":
            return self._antecedent(here)
        if self._has_other_subject(here.first, place):
            return None
        return [] if here.kind == "that" else self._inherited(self.segment_at(place))

    def _is_led_by_with(self, place: int) -> bool:
        """'A met B, with both sides pledging to ...': who stands between 'with' and the participle."""
        if place < 2 or self.items[place].low not in self.verbs.gerund or not self.items[place - 1].is_actor:
            return False
        return low_at(self.items, place - 2) == "with"

    def first_actor_item(self, first: int, last: int) -> Item | None:
        """The first actor in a stretch that no preposition or verb governs."""
        place = self._phrases.first_subject(first, last)
        return None if place is None else self.items[place]

    def coordinated(self, place: int) -> list[Item]:
        """The actor at an item with those joined to it by commas and 'and'."""
        return self._phrases.coordinated(place)

    def starts_clause(self, place: int) -> bool:
        """Whether an actor with a finite verb close behind begins here."""
        return self._cutter.starts_clause(place)

    @cached_property
    def _cutter(self) -> Cutter:
        return Cutter(self.items, self.verbs, self.solid)

    @cached_property
    def _phrases(self) -> ActorPhrases:
        return ActorPhrases(self.items, self.verbs, self._floor_of)

    @cached_property
    def _segment_of(self) -> list[int]:
        return [n for n, segment in enumerate(self.segments) for _ in range(segment.first, segment.last)]

    def _floor_of(self, place: int) -> int:
        """Where a clause of its own begins ('said on Monday that A must'); nothing before it governs."""
        segment = self.segment(place)
        return segment.first if segment.kind in _OF_THEIR_OWN else 0

    def _has_other_subject(self, first: int, place: int) -> bool:
        """Whether words other than adverbs and auxiliaries stand before the verb: a subject, but no actor."""
        for item in self.items[first:place]:
            if not _is_light(item.low):
                return not self.verbs.is_verb(item.low) and item.low not in PREPOSITIONS
        return False

    def _antecedent(self, here: Segment) -> list[Item] | None:
        """Whom 'who' is about; other relative clauses are about things."""
        if self.items[here.first].low != "who":
            return None
        for place in range(here.first - 1, max(-1, here.first - 3), -1):
            if self.items[place].is_actor:
                return [self.items[place]]
        return self._inherited(self.segment_at(here.first)) if self._is_one_of_those(here.first) else None

    def _is_one_of_those(self, place: int) -> bool:
        """'You are among the first who ...'."""
        return any(i.low in ("among", "one") for i in self.items[max(0, place - _LIST_REACH) : place])

    def _inherited(self, index: int) -> list[Item] | None:
        """The subject of the clause before; after a fronted participle, that of the clause behind."""
        earlier = self.segments[:index]
        lists = any(self._is_listed_that(segment) for segment in earlier)
        for segment in reversed(earlier):
            if (
                segment.kind == "relative"
                or self._is_listed_that(segment)
                or (lists and segment.kind == "that")
            ):
                continue
            found = self._phrases.first_subject(segment.first, segment.last)
            if found is not None:
                return self.coordinated(self._phrases.first_joined(found))
            if segment.kind == "that" and self._cutter.has_verb(segment.first, segment.last):
                return None
        return self._subject_behind(index)

    def _subject_behind(self, index: int) -> list[Item]:
        for later in self.segments[index + 1 :]:
            if later.kind in ("comma", "coordinate") and self.starts_clause(later.first):
                found = self._phrases.first_subject(later.first, later.last)
                if found is not None:
                    return self.coordinated(found)
        return []

    def _is_listed_that(self, segment: Segment) -> bool:
        """', that B is C' in a row of contents: what follows the row belongs to who says it."""
        if segment.kind != "comma":
            return False
        first, second = (low_at(self.items, segment.first + k) for k in (0, 1))
        return first == "that" or (first == "and" and second == "that")


def _is_light(low: str) -> bool:
    return low in LIGHT or low in AUXILIARY or low.endswith("ly") or not low[:1].isalpha()
