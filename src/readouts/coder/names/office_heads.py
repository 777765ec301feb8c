"""The words of an office itself: grades, portfolios and heads in a row, up to the last head."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.coder.text.token_row import TokenRow
    from readouts.coder.text.trie import Trie

_LONGEST = 10


@dataclass(frozen=True)
class OfficeWords:
    """The office part of `names.toml`, compiled."""

    modifiers: frozenset[str]
    portfolio: frozenset[str]
    heads: Trie[str]
    kinds: Mapping[str, str]
    owners: Mapping[str, str]
    vague: frozenset[str]
    bodies: frozenset[str]
    bodies_of_state: frozenset[str]

    @cached_property
    def fields(self) -> frozenset[str]:
        """Words for a field of government that are no bodies by themselves."""
        return self.portfolio - self.bodies_of_state

    @cached_property
    def independent_bodies(self) -> frozenset[str]:
        """Words for bodies that do not speak for a state."""
        return self.bodies - self.bodies_of_state


@dataclass(frozen=True)
class OfficeHeads:
    """Finds the words of offices in one sentence."""

    row: TokenRow
    words: OfficeWords

    def end(self, place: int) -> int | None:
        """The token behind the last head of the row of words that starts here; None without a head."""
        end, cursor = None, place
        while cursor < len(self.row) and cursor - place < _LONGEST:
            if head := self.head_end(cursor):
                end = cursor = head
            elif word := self._word_end(cursor, place):
                cursor = word
            else:
                break
        return end

    def head_end(self, place: int) -> int | None:
        """The token behind the head that starts here."""
        return self.row.end_of(self.words.heads, place)

    def head_before(self, place: int, end: int) -> tuple[str, str]:
        """The head that closes a row of words, and its kind."""
        for start in range(place, end):
            found = self.row.phrase(self.words.heads, start)
            if found and found[0] == end:
                return " ".join(self.row.lows(start, end)), self.words.kinds[found[1]]
        return "", "official"

    def _word_end(self, cursor: int, place: int) -> int | None:
        """The token behind a word before the head: a grade, a portfolio, a hyphen, an organisation."""
        low = self.row.low(cursor)
        if low in self.words.modifiers or low in self.words.portfolio:
            return cursor + 1
        if low == "-" and place < cursor < len(self.row) - 1:
            return cursor + 1
        body = self.row.known(cursor, "organisation")
        return body.last if body and self.head_end(body.last) else None
