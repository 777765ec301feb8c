"""What state or organisation is at issue in a position: the rule of its topic says where to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readouts.coder.positions.naming import Naming
from readouts.coder.positions.owners import Owners
from readouts.coder.positions.parties import Parties
from readouts.coder.positions.partners import Partners
from readouts.coder.positions.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item
    from readouts.coder.positions.conflicts import ConflictsTold, ConflictWords
    from readouts.coder.positions.holding import Dyad
    from readouts.coder.positions.said import Targets_

__all__ = ["Said", "Targets"]


@dataclass(frozen=True)
class Targets:
    """Finds targets in one sentence.

    Attributes:
        items, clauses: of the sentence.
        dyad: of the article.
        words: what the lexicon says of conflicts.
        conflicts: those that the sentence and the others name.
        named: the states that the sentences before name, in order.
        issues: by topic the state that was at issue last.
    """

    items: Sequence[Item]
    clauses: Clauses
    dyad: Dyad
    words: ConflictWords
    conflicts: ConflictsTold
    named: Sequence[str] = ()
    issues: Mapping[str, str] = field(default_factory=dict)

    def of(self, said: Said) -> Targets_:
        """The targets of a position: one, several ('of both A and B'), or (None,) where there is none."""
        fixed = (
            next((h.formula.target for h in said.hits if h.formula.target), None) or said.topic.fixed_target
        )
        if fixed:
            return (fixed,)
        match said.topic.target:
            case "organisation":
                return (said.hits[0].organisation,)
            case "other side":
                return (self._partners.of(said),)
            case "parties":
                return (self._parties.of(said),)
            case rule if rule.startswith("none"):
                is_praise_of_host = ";" in rule and said.act == "appreciate"
                return (self._owners.before(said) if is_praise_of_host else None,)
        return self._owners.of(said)

    def counts(self, said: Said, target: str | None) -> bool:
        """Whether a position with a target is one: its partner or, where it must be told, its conflict is."""
        if said.topic.target == "other side":
            return target is not None
        if not said.hits[0].formula.needs_target:
            return True
        return self._parties.is_told(said, target) if said.topic.target == "parties" else target is not None

    def are_others(self, said: Said) -> bool:
        """Whether it is about the relations of two others."""
        return said.topic.target == "other side" and self._partners.are_others(said)

    @property
    def _naming(self) -> Naming:
        return Naming(self.items, self.clauses)

    @property
    def _partners(self) -> Partners:
        return Partners(self._naming, self.dyad)

    @property
    def _parties(self) -> Parties:
        return Parties(self._naming, self.words, self.conflicts)

    @property
    def _owners(self) -> Owners:
        return Owners(self._naming, self.dyad, self.named, self.issues)
