"""Actors in their phrases: which stand under a preposition or verb, which are joined in a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import AUXILIARY, DETERMINERS, PREPOSITIONS, RELATIVE, SUBORDINATE
from readouts.coder.clauses.items import back_past, low_at, past

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.lexicon.verb_forms import VerbForms

_NO_MODIFIERS = PREPOSITIONS | RELATIVE | SUBORDINATE | {"and", "or", "but", "that"}
_JOINTS = ("and", "or", ",", "-")


@dataclass(frozen=True)
class ActorPhrases:
    """The phrases around the actors of one sentence.

    Attributes:
        items, verbs: of the sentence, and of the lexicon.
        floor_of: where the clause of an item begins if it is one of its own; nothing before governs it.
    """

    items: Sequence[Item]
    verbs: VerbForms
    floor_of: Callable[[int], int]

    def first_subject(self, first: int, last: int) -> int | None:
        """The first actor in a stretch that no preposition or verb governs."""
        for place in range(first, last):
            if self.items[place].is_actor and not self.governed(place) and not self._is_object(place, first):
                return place
        return None

    def coordinated(self, place: int) -> list[Item]:
        """The actor at an item with those joined to it by commas and 'and'."""
        group = [self.items[place]]
        following = self._next_joined(place)
        while following is not None:
            group.append(self.items[following])
            following = self._next_joined(following)
        return group

    def governed(self, place: int) -> bool:
        """Whether the actor at an item stands under a preposition (through the joints of a list too)."""
        before = place - 1
        while before >= 0 and self._belongs_to(before, place):
            before -= 1
        floor = self.floor_of(place)
        is_new_subject = before == floor > 0 and self.items[place].is_mention("group", "pronoun")
        if before < floor or is_new_subject:
            return False
        low = self.items[before].low
        if low in PREPOSITIONS or low == "as":
            return True
        if low == "," and not self._list_goes_on(place):
            return False
        if low in _JOINTS and before > 0 and (self.items[before - 1].is_actor or low == "-"):
            return self.governed(before - 1)
        return False

    def first_joined(self, place: int) -> int:
        """The first of a row: 'A, and his counterpart, B, met' begins at A."""
        cursor = back_past(self.items, place - 1, DETERMINERS, 1)
        if cursor > 0 and self.items[cursor].low == "," and self._list_goes_on(place):
            joined = self.items[cursor - 1].is_actor and not self.governed(cursor - 1)
            return self.first_joined(cursor - 1) if joined else place
        if cursor <= 0 or self.items[cursor].low != "and":
            return place
        cursor -= 1
        if self.items[cursor].low == ",":
            cursor -= 1
        if cursor >= 0 and self.items[cursor].is_actor and not self.governed(cursor):
            return self.first_joined(cursor)
        return place

    def first_listed(self, place: int) -> int:
        """The first of a row whose members commas part: 'A, B and C remain'."""
        cursor = back_past(self.items, place - 1, DETERMINERS, 1)
        if cursor <= 0 or self.items[cursor].low != "," or not self._list_goes_on(place):
            return place
        joined = self.items[cursor - 1].is_actor and not self.governed(cursor - 1)
        return self.first_listed(cursor - 1) if joined else place

    def _next_joined(self, place: int) -> int | None:
        """The actor that a comma or 'and' joins to the one at an item."""
        joint = low_at(self.items, place + 1)
        if joint not in (",", "and"):
            return None
        closes = joint == "and" or low_at(self.items, place + 2) == "and"
        behind = place + 2 + (joint == "," and closes)
        following = past(self.items, behind, DETERMINERS)
        if following >= len(self.items) or not self.items[following].is_actor:
            return None
        return following if closes or self._list_goes_on(following) else None

    def _belongs_to(self, before: int, place: int) -> bool:
        """Whether a word before an actor is part of its phrase: a determiner or another modifier."""
        item = self.items[before]
        if item.low in DETERMINERS:
            return True
        if item.mention is not None:
            return item.mention.kind == "adjective"
        return place - before <= 2 and self._is_modifier(item.low)

    def _is_modifier(self, low: str) -> bool:
        is_word = low.isalpha() and not low.endswith("ly") and low not in _NO_MODIFIERS
        return is_word and not self.verbs.is_verb(low)

    def _is_object(self, place: int, first: int) -> bool:
        """Whether the actor stands behind a verb of its stretch that is no noun there."""
        before = back_past(self.items, place - 1, DETERMINERS, first)
        if before < first:
            return False
        low = self.items[before].low
        is_verb = self.verbs.is_verb(low) and low not in AUXILIARY
        return is_verb and low_at(self.items, before - 1) not in DETERMINERS

    def _list_goes_on(self, place: int) -> bool:
        """After 'A, B' more must follow ('..., and C'), else the comma is one of apposition or address."""
        cursor = place + 1
        while cursor < len(self.items) and (
            self.items[cursor].is_actor or low_at(self.items, cursor) in (",", "the")
        ):
            cursor += 1
        return low_at(self.items, cursor) == "and"
