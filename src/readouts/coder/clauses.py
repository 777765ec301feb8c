"""Clauses of a sentence, near enough: segments between clause marks, and who is the subject of a verb.

No parser: English read-outs put the subject first in its clause, and a clause without a subject of its own takes
that of the clause it is coordinated with. 'her' before a noun is a possessor, not an object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from readouts.coder.items import Item

PREPOSITIONS = frozenset(
    "of with to for in on at by between from under against into within among about over toward towards through "
    "regarding concerning upon including like via amid along across since until after before despite without "
    "alongside per".split()
)
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_SUBORDINATE = frozenset(
    {"while", "when", "because", "although", "though", "if", "whether", "whereas", "unless"}
)
AUXILIARY = frozenset(
    "is are was were be been being am has have had having will would shall should can could may might must do does "
    "did".split()
)
_LIGHT = frozenset(
    "also always again once jointly together further more both either not never in turn the a an this that these "
    "those its his her their our my your and or but so as well then now already still today mr ms mrs dr first "
    "finally meanwhile moreover furthermore however personally".split()
)
_DETERMINERS = frozenset(
    "the a an its his her their our my your this that these those all both each mr ms mrs dr . new".split()
)


@dataclass(frozen=True)
class VerbForms:
    """Forms of the verbs that the lexicon knows, by what they can be."""

    finite: frozenset[str]
    base: frozenset[str]
    gerund: frozenset[str]

    @cached_property
    def finite_only(self) -> frozenset[str]:
        """Forms that only a finite verb (or a participle) has: 'supports', 'supported'."""
        return self.finite - self.base

    def is_verb(self, low: str) -> bool:
        """Whether the word is a form of a known verb or an auxiliary."""
        return low in self.finite or low in self.base or low in self.gerund or low in AUXILIARY


@dataclass(frozen=True)
class Segment:
    """Items from `first` to before `last`; `kind`: main, that, relative, subordinate, comma, coordinate, quote."""

    first: int
    last: int
    kind: str


@dataclass
class Clauses:
    """The clauses of one sentence.

    Attributes:
        items: the items of the sentence.
        verbs: the verbs that the lexicon knows.
        solid: items at which nothing begins: inside a name ('One Belt, One Road') or behind a short quotation.
    """

    items: Sequence[Item]
    verbs: VerbForms
    solid: frozenset[int] = frozenset()

    @cached_property
    def segments(self) -> list[Segment]:
        """The segments in order; together they cover the sentence."""
        cuts: list[tuple[int, str]] = [(0, "main")]
        for place in range(1, len(self.items)):
            kind = self._cut(place)
            if kind == "coordinate" and not self._has_verb(cuts[-1][0], place):
                continue
            if kind:
                cuts.append((place, kind))
        ends = [c[0] for c in cuts[1:]] + [len(self.items)]
        return [
            Segment(first, last, kind) for (first, kind), last in zip(cuts, ends, strict=True) if last > first
        ]

    def segment_at(self, place: int) -> int:
        """Index of the segment that holds an item."""
        return next(n for n, s in enumerate(self.segments) if s.first <= place < s.last)

    def subject(self, place: int) -> list[Item] | None:
        """The actors that are the subject of the verb at an item.

        Empty where none can be told, None where the subject is a thing ('the corridor will contribute').
        """
        index = self.segment_at(place)
        here = self.segments[index]
        found = self._first_actor(here.first, place)
        if found is not None:
            return self.coordinated(found)
        if here.kind == "relative":
            return self._antecedent(here)
        if self._has_other_subject(here.first, place):
            return None
        return [] if here.kind == "that" else self._inherited(index)

    def first_actor_item(self, first: int, last: int) -> Item | None:
        """The first actor in a stretch that no preposition or verb governs."""
        place = self._first_actor(first, last)
        return None if place is None else self.items[place]

    def coordinated(self, place: int) -> list[Item]:
        """The actor at an item with those joined to it by commas and 'and'."""
        group = [self.items[place]]
        cursor = place + 1
        while cursor + 1 < len(self.items) and self.items[cursor].low in (",", "and"):
            following = cursor + 1
            closing = self.items[cursor].low == "and"
            if not closing and self.items[following].low == "and":
                following, closing = following + 1, True
            while following < len(self.items) and self.items[following].low in _DETERMINERS:
                following += 1
            if following >= len(self.items) or not self.items[following].is_actor:
                break
            if not closing and not self._list_goes_on(following):
                break
            group.append(self.items[following])
            cursor = following + 1
        return group

    def governed(self, place: int) -> bool:
        """Whether the actor at an item stands under a preposition (through 'and' and commas of a list too)."""
        cursor = place - 1
        while cursor >= 0 and (self.items[cursor].low in _DETERMINERS or self._is_modifier(cursor, place)):
            cursor -= 1
        if cursor < self._own_start(place):
            return False
        low = self.items[cursor].low
        if low in PREPOSITIONS:
            return True
        if low == "," and not self._list_goes_on(place):
            return False
        if low in ("and", "or", ",", "-") and cursor > 0 and (self.items[cursor - 1].is_actor or low == "-"):
            return self.governed(cursor - 1)
        return False

    def _own_start(self, place: int) -> int:
        """Where a clause of its own begins ('said on Monday that A must'); what stands before does not govern."""
        segment = self.segments[self.segment_at(place)]
        return segment.first if segment.kind in ("that", "subordinate", "relative", "coordinate") else 0

    def _is_modifier(self, cursor: int, place: int) -> bool:
        item = self.items[cursor]
        if item.mention is not None:
            return item.mention.kind == "adjective"
        low = item.low
        is_word = (
            low.isalpha() and low not in PREPOSITIONS and low not in ("and", "or", "but", "that", *_RELATIVE)
        )
        return (
            is_word
            and place - cursor <= 2
            and not self.verbs.is_verb(low)
            and low not in _SUBORDINATE
            and not low.endswith("ly")
        )

    def _first_actor(self, first: int, last: int) -> int | None:
        for place in range(first, last):
            item = self.items[place]
            if item.is_actor and not self.governed(place) and not self._is_object(place, first):
                return place
        return None

    def _is_object(self, place: int, first: int) -> bool:
        before = place - 1
        while before >= first and self.items[before].low in _DETERMINERS:
            before -= 1
        return (
            before >= first
            and self.verbs.is_verb(self.items[before].low)
            and self.items[before].low not in AUXILIARY
            and (before == 0 or self.items[before - 1].low not in _DETERMINERS)
        )

    def _list_goes_on(self, place: int) -> bool:
        """After 'A, B' more must follow ('..., and C'), else the comma is one of apposition or address."""
        cursor = place + 1
        while cursor < len(self.items) and (
            self.items[cursor].is_actor or self.items[cursor].low in (",", "the")
        ):
            cursor += 1
        return cursor < len(self.items) and self.items[cursor].low == "and"

    def _has_other_subject(self, first: int, place: int) -> bool:
        """Whether words other than adverbs and auxiliaries stand before the verb: a subject that is no actor."""
        for item in self.items[first:place]:
            if (
                item.low in _LIGHT
                or item.low in AUXILIARY
                or item.low.endswith("ly")
                or not item.low[:1].isalpha()
            ):
                continue
            if self.verbs.is_verb(item.low):
                return False
            if item.low in PREPOSITIONS:
                return False
            return True
        return False

    def _antecedent(self, here: Segment) -> list[Item] | None:
        if self.items[here.first].low != "who":
            return None
        for place in range(here.first - 1, max(-1, here.first - 3), -1):
            if self.items[place].is_actor:
                return [self.items[place]]
        if self._is_one_of_those(here.first):
            return self._inherited(self.segment_at(here.first))
        return None

    def _is_one_of_those(self, place: int) -> bool:
        """'You are among the first who ...'."""
        return any(i.low in ("among", "one") for i in self.items[max(0, place - 5) : place])

    def _inherited(self, index: int) -> list[Item] | None:
        """The subject of the clause before; after a fronted participle, that of the clause behind."""
        listed = any(self._is_listed_that(s) for s in self.segments[:index])
        for earlier in range(index - 1, -1, -1):
            segment = self.segments[earlier]
            if (
                segment.kind == "relative"
                or self._is_listed_that(segment)
                or (listed and segment.kind == "that")
            ):
                continue
            found = self._first_actor(segment.first, segment.last)
            if found is not None:
                return self.coordinated(self._first_joined(found))
            if segment.kind == "that" and self._clause_has_verb(segment):
                return None
        for later in self.segments[index + 1 :]:
            if later.kind in ("comma", "coordinate") and self.starts_clause(later.first):
                found = self._first_actor(later.first, later.last)
                if found is not None:
                    return self.coordinated(found)
        return []

    def _first_joined(self, place: int) -> int:
        """The first of a row: 'A, and his counterpart, B, met' begins at A."""
        cursor = place - 1
        while cursor > 0 and self.items[cursor].low in _DETERMINERS:
            cursor -= 1
        if cursor > 0 and self.items[cursor].low == "and":
            cursor -= 1
            if self.items[cursor].low == ",":
                cursor -= 1
            if cursor >= 0 and self.items[cursor].is_actor and not self.governed(cursor):
                return self._first_joined(cursor)
        return place

    def _is_listed_that(self, segment: Segment) -> bool:
        """', that B is C' in a row of contents: what follows the row belongs to who says it."""
        return (
            segment.kind == "comma"
            and self.items[segment.first].low in ("that", "and")
            and any(i.low == "that" for i in self.items[segment.first : segment.first + 2])
        )

    def _clause_has_verb(self, segment: Segment) -> bool:
        return self._has_verb(segment.first, segment.last)

    def _has_verb(self, first: int, last: int) -> bool:
        return any(self.verbs.is_verb(i.low) for i in self.items[first:last])

    def _cut(self, place: int) -> str | None:
        """The kind of segment that begins at an item, if one does."""
        if place in self.solid:
            return None
        item, before = self.items[place], self.items[place - 1]
        if before.low in (",", ";", ":", "(", ")", '"') or (before.low == "-" and self._is_dash(place - 1)):
            return None if place - 1 in self.solid else self._after_mark(place)
        if item.low == "that":
            return self._that(place)
        if item.low in _RELATIVE:
            return "relative"
        if item.low in _SUBORDINATE or (item.low == "as" and self.starts_clause(place + 1)):
            return "subordinate"
        if item.low in ("and", "but") and self.starts_clause(place + 1):
            return "coordinate"
        if self._is_bare_report(place):
            return "that"
        return None

    def _is_dash(self, place: int) -> bool:
        item = self.items[place]
        return place > 0 and self.items[place - 1].end < item.start

    def _after_mark(self, place: int) -> str:
        low = self.items[place].low
        if low in _RELATIVE:
            return "relative"
        if low in _SUBORDINATE:
            return "subordinate"
        return "comma"

    def _that(self, place: int) -> str:
        after = self.items[place + 1].low if place + 1 < len(self.items) else ""
        before = self.items[place - 1].low
        if self.verbs.is_verb(before) or before in ("out", "clear", "confidence", "hope", "belief", "fact"):
            return "that"
        return "relative" if after in AUXILIARY or after in self.verbs.finite else "that"

    def _is_bare_report(self, place: int) -> bool:
        """'X said China supports': a new clause without 'that'."""
        return self.items[place - 1].low in _REPORTING and self.starts_clause(place)

    def starts_clause(self, place: int) -> bool:
        """Whether an actor with a finite verb close behind begins here."""
        cursor = place
        while cursor < len(self.items) and self.items[cursor].low in _DETERMINERS | {"that", "in", "turn"}:
            cursor += 1
        if cursor >= len(self.items) or not self.items[cursor].is_actor:
            return False
        for following in range(cursor + 1, min(cursor + 8, len(self.items))):
            item = self.items[following]
            if item.low in AUXILIARY or item.low in self.verbs.finite:
                return True
            if item.low in (".", ";", ":", "to") or self._other_speaks(following):
                return False
        return False

    def _other_speaks(self, place: int) -> bool:
        """A comma with another actor behind it: '..., X said'."""
        behind = place + 1
        return self.items[place].low == "," and behind < len(self.items) and self.items[behind].is_actor


_REPORTING = frozenset(
    "said says noted notes added adds stated states believes believe believed stressed emphasized emphasised hopes "
    "hoped hope noting adding saying stressing reiterated reiterates affirmed confident announced told think thinks".split()
)
