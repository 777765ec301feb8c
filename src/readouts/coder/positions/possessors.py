"""Whose a stance is that a noun tells: 'China's readiness to', 'X's firm commitment to'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import CLOSED_CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.positions.governor import Governor

_REACH = 3


def possessors(governor: Governor, items: Sequence[Item], nouns: frozenset[str]) -> Sequence[Item]:
    """The actors whose stance the noun of a cue is; empty where it is no noun or has no possessor."""
    head = governor.head
    if items[head.first].low not in nouns:
        return ()
    inside = [item for item in items[head.first : head.last] if item.is_actor]
    if inside:
        return inside  # 'the commitment of the United States to'
    place = _before_adjectives(items, head.first - 1)
    if place > 0 and items[place].low == "'s" and items[place - 1].mention:
        return [items[place - 1]]
    if place >= 0 and items[place].is_mention("adjective"):
        return [items[place]]
    return ()


def _before_adjectives(items: Sequence[Item], place: int) -> int:
    """The place before the adjectives that stand before a noun."""
    floor = max(0, place - _REACH)
    while place > floor and _may_be_adjective(items[place]):
        place -= 1
    return place


def _may_be_adjective(item: Item) -> bool:
    return item.mention is None and item.low.isalpha() and item.low not in CLOSED_CLASSES
