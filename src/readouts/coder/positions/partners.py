"""The other side of relations and cooperation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at, past
from readouts.coder.positions.naming import NAMING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readouts.coder.positions.holding import Dyad
    from readouts.coder.positions.naming import Naming
    from readouts.coder.positions.said import Said

_REACH = 6
_NAMED_REACH = 4
_JOINING = ("with", "between", "and", "among", "towards")


@dataclass(frozen=True)
class Partners:
    """Finds partners in one sentence."""

    naming: Naming
    dyad: Dyad

    def of(self, said: Said) -> str | None:
        """The partner named with the formula ('relations with X'), else the side that faces the holder."""
        named = next((code for code in self._withs(said) if code and code != said.holder), None)
        if found := named or self._joined(said):
            return found
        last = said.hits[-1].last
        reach = _NAMED_REACH if low_at(self.naming.items, last) in _JOINING else 0
        partners = self.naming.sides(range(said.floor, last + reach), said.holder)
        facing = self._facing(said)
        return facing if facing in partners or not partners else partners[-1]

    def _joined(self, said: Said) -> str | None:
        """'A-B cooperation', held by A: B."""
        first = said.hits[0].first
        if low_at(self.naming.items, first - 2) != "-":
            return None
        pair = [self.naming.code(first - 3), self.naming.code(first - 1)]
        return next((code for code in pair if code != said.holder), None) if said.holder in pair else None

    def _facing(self, said: Said) -> str | None:
        """The side that faces the holder: one that holds it with it, else the other of the article."""
        if len(said.holders) > 1 and said.holder in said.holders:
            facing = self.dyad.other(said.holder)
            return facing if facing in said.holders else next(h for h in said.holders if h != said.holder)
        return self.dyad.other(said.holder)

    def are_others(self, said: Said) -> bool:
        """Whether the formula is about two others: 'relations between A and B', held by a third."""
        own = {said.holder, said.voicing}
        hits = [hit for hit in said.hits if not hit.formula.weak]
        inside = {c for hit in hits for k in range(hit.first, hit.last) if (c := self.naming.code(k))}
        if inside and inside.isdisjoint(self.dyad.sides[:2] or self.dyad.circle):
            return True
        place = said.hits[-1].last
        if low_at(self.naming.items, place) == "between":
            codes = self.naming.listed(past(self.naming.items, place + 1, ("the",)))
            return len(codes) > 1 and own.isdisjoint(codes)
        return self._is_what_another_does(said, own)

    def _is_what_another_does(self, said: Said, own: set[str | None]) -> bool:
        """'welcomed A's decision to develop ties with C'."""
        items = self.naming.items
        for place in range(said.floor, said.hits[0].first):
            owner = self.naming.code(place - 1) if low_at(items, place) == "'s" else None
            behind = [low_at(items, k) for k in range(place + 1, min(place + 4, said.hits[0].first))]
            if owner and owner not in own and "to" in behind:
                return next(self._withs(said), said.holder) not in own
        return False

    def _withs(self, said: Said) -> Iterator[str | None]:
        """Whom the formula is with, as far as each 'with' close behind it tells."""
        last = said.hits[-1].last
        for place in range(last, min(last + _REACH, len(self.naming.items))):
            if low_at(self.naming.items, place) == "with":
                yield self._after_with(place)

    def _after_with(self, place: int) -> str | None:
        following = past(self.naming.items, place + 1, ("the", "its"))
        mention = self.naming.items[following].mention if following < len(self.naming.items) else None
        return mention.code if mention and mention.kind in (*NAMING, "organisation") else None
