"""The states and organisations that items of a sentence name, for whoever looks for a target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.names.model import is_state_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item

NAMING = ("state", "adjective", "metonym")
_STATE_ENDS = (",", ".", "and", ";", "within", "")


@dataclass(frozen=True)
class Naming:
    """Reads codes off the items of one sentence."""

    items: Sequence[Item]
    clauses: Clauses

    def code(self, place: int) -> str | None:
        """The side that an item names."""
        mention = self.items[place].mention if 0 <= place < len(self.items) else None
        if mention and mention.kind in NAMING:
            return mention.code
        return mention.entity.speaks_for if mention and mention.entity else None

    def state(self, place: int) -> str | None:
        """The state that an item names by itself, not by one of its people."""
        mention = self.items[place].mention if 0 <= place < len(self.items) else None
        is_state = mention is not None and mention.kind in NAMING
        return mention.code if mention and is_state and is_state_code(mention.code) else None

    def not_capital(self, place: int) -> str | None:
        """The state that an item names, or one of its people; a capital may be the seat of some body."""
        code = self.code(place)
        return code if is_state_code(code) and not self.items[place].is_mention("metonym") else None

    def sides(self, places: Iterable[int], holder: str) -> list[str]:
        """The sides named at some places, without the holder."""
        return [code for place in places if (code := self.code(place)) and code != holder]

    def states(self, places: Iterable[int], apart: set[str | None]) -> list[str]:
        """The states named at some places, sorted, without some."""
        return sorted({c for k in places if (c := self.code(k)) and is_state_code(c)} - apart)

    def listed(self, place: int) -> tuple[str | None, ...]:
        """The state at a place with those that a list joins to it."""
        found: list[str | None] = []
        while code := self.code(place):
            found.append(code)
            if low_at(self.items, place + 1) not in ("and", ",") or not self._goes_on(place + 2):
                break
            place += 2
        return tuple(found)

    def _goes_on(self, place: int) -> bool:
        """Whether a state stands here that is no subject of its own clause."""
        if place >= len(self.items) or not self.items[place].is_mention("state"):
            return False
        return low_at(self.items, place + 1) in _STATE_ENDS and not self.clauses.starts_clause(place)
