"""The verbs that the lexicon knows, by what their forms can be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from readouts.coder.clauses.grammar import AUXILIARY, PRESENT_AUXILIARY


@dataclass(frozen=True)
class VerbForms:
    """Forms of verbs by what they can be; `third`: 'supports'; after `bare` ones 'that' may be left out."""

    finite: frozenset[str]
    base: frozenset[str]
    gerund: frozenset[str]
    bare: frozenset[str] = frozenset()
    third: frozenset[str] = frozenset()

    @cached_property
    def finite_only(self) -> frozenset[str]:
        """Forms that only a finite verb (or a participle) has: 'supports', 'supported'."""
        return self.finite - self.base

    @cached_property
    def carrying(self) -> frozenset[str]:
        """Forms that make a clause of an actor before them: finite ones and auxiliaries."""
        return self.finite | AUXILIARY

    @cached_property
    def _every(self) -> frozenset[str]:
        return self.finite | self.base | self.gerund | AUXILIARY

    def is_present(self, low: str) -> bool:
        """Whether a finite verb of this form tells of now or of what shall be."""
        return low in PRESENT_AUXILIARY or low in self.third or (low in self.base and low not in self.finite)

    def is_verb(self, low: str) -> bool:
        """Whether the word is a form of a known verb or an auxiliary."""
        return low in self._every
