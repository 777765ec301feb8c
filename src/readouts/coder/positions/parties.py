"""Whose conflict a position on peace is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at

if TYPE_CHECKING:
    from readouts.coder.positions.conflicts import ConflictsTold, ConflictWords
    from readouts.coder.positions.naming import Naming
    from readouts.coder.positions.said import Said

_MOST_PARTIES = 2


@dataclass(frozen=True)
class Parties:
    """Finds the parties of a conflict in one sentence, given what the article tells of conflicts."""

    naming: Naming
    words: ConflictWords
    told: ConflictsTold

    def of(self, said: Said) -> str | None:
        """The parties: fixed by the wording, named with it, urged to settle it, or those told before."""
        firsts = [hit.first for hit in said.hits]
        fixed = next((hit.formula.parties for hit in said.hits if hit.formula.parties), None)
        if named := fixed or self._facing(said) or self.told.at(firsts):
            return named
        if self._is_any(said):
            return None
        return self._urged(said) or self.told.before or self.told.behind or self._named(said) or said.invaded

    def _is_any(self, said: Said) -> bool:
        """'the peaceful settlement of disputes': no particular one."""
        first, last = said.hits[0].first, said.hits[-1].last
        keys = [item.keys for item in self.naming.items[first:]]
        return any(
            self.words.of_any.longest(keys, start) for start in range(min(last - first + 1, len(keys)))
        )

    def _facing(self, said: Said) -> str | None:
        """'is ready for a peace treaty with B', 'A's peace talks with B': A-B."""
        for hit in said.hits:
            code = self.naming.state(hit.last + 1) if low_at(self.naming.items, hit.last) == "with" else None
            if code is None:
                continue
            owner = (
                self.naming.code(hit.first - 2) if low_at(self.naming.items, hit.first - 1) == "'s" else None
            )
            other = owner or said.holder
            if other != code:
                return self.words.parties([code, other])
        return None

    def _urged(self, said: Said) -> str | None:
        """'urges A and B to ...': A-B."""
        if said.act != "demand":
            return None
        states = self.naming.states(range(said.floor, said.hits[0].first), {said.holder, said.voicing})
        return "-".join(states) if len(states) == _MOST_PARTIES else None

    def _named(self, said: Said) -> str | None:
        """The states that the sentence names besides those that speak, where somebody is urged."""
        apart = {said.holder, said.voicing}
        if said.act != "demand":
            return None
        states = self.naming.states(range(len(self.naming.items)), apart)
        return self.words.parties(states) if 0 < len(states) <= _MOST_PARTIES else None

    def is_told(self, said: Said, target: str | None) -> bool:
        """Whether a conflict of others is told here or before, or states that may have one."""
        if target in (said.holder, said.voicing):
            return False
        if self.told.here or self.told.before or said.earlier:
            return True
        places = range(said.ceiling, len(self.naming.items))
        return bool(self.naming.states(places, {said.holder, said.voicing}))
