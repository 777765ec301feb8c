"""Fields of cooperation and of an agenda, as codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.text.trie import Trie


@dataclass(frozen=True)
class AreaIndex:
    """`areas.csv`, compiled: words to area codes."""

    words: Trie[str]

    def in_items(self, items: Sequence[Item]) -> tuple[str, ...]:
        """The areas named in a row of items, sorted; of overlapping words the longest decides."""
        lows = [i.low for i in items]
        found: set[str] = set()
        place = 0
        while place < len(items):
            hit = self.words.longest_of_words(lows, place)
            if hit is None:
                place += 1
            else:
                found |= set(hit[1])
                place = hit[0]
        return tuple(sorted(found))
