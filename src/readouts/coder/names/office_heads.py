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
    owners: Mapping[tuple[str, ...], str]
    owners_within: Trie[str]
    stacked: frozenset[str]
    local: frozenset[str]
    given: frozenset[str]
    tails: frozenset[str]
    vague: frozenset[str]
    bodies: frozenset[str]
    bodies_of_state: frozenset[str]
    of_any_body: frozenset[str] = frozenset()
    bodies_before: frozenset[str] = frozenset()
    of_bodies_alone: frozenset[str] = frozenset()

    @cached_property
    def fields(self) -> frozenset[str]:
        """Words for a field of government that are no bodies by themselves."""
        return self.portfolio - self.bodies_of_state

    @cached_property
    def opening(self) -> frozenset[str]:
        """Words with which an office can begin."""
        return self.modifiers.union(self.portfolio, self.heads.beginnings)

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
                if cursor == end and (self.is_stacked(cursor) or self.row.low(cursor) in self.words.given):
                    break
                end = cursor = self._tail_end(head)
            elif word := self._word_end(cursor, place) or self._joint_end(cursor, place, end):
                cursor = word
            else:
                break
        return end

    def head_end(self, place: int) -> int | None:
        """The token behind the head that starts here."""
        return self._ends.get(place)

    @cached_property
    def _ends(self) -> dict[int, int]:
        """The heads of the sentence: where each begins, and the token behind it."""
        return self.row.ends_of(self.words.heads)

    def is_stacked(self, place: int) -> bool:
        """Whether a title starts here that stands behind another one as an office of its own."""
        return self.row.low(place) in self.words.stacked and self.row.is_capital(place)

    def ends_stacked(self, place: int) -> bool:
        """Whether fields of government and then such a title follow: '(of) Foreign Affairs Prince N'."""
        end = self.end(place)
        return end is not None and end > place + 1 and self.is_stacked(end - 1)

    def head_before(self, place: int, end: int) -> tuple[str, str]:
        """The head that closes a row of words, and its kind."""
        for start in range(place, end):
            found = self.row.phrase(self.words.heads, start)
            if found and self._tail_end(found[0]) == end:
                return found[1], self.words.kinds[found[1]]
        return "", "official"

    def _tail_end(self, head: int) -> int:
        """The token behind what may close a head: 'Prime Minister-designate'."""
        start = head + (self.row.low(head) == "-" and self.row.is_joined(head))
        return start + 1 if self.row.low(start) in self.words.tails else head

    def _word_end(self, cursor: int, place: int) -> int | None:
        """The token behind a word before the head: a grade, a portfolio, a hyphen, an organisation."""
        low = self.row.low(cursor)
        if low in self.words.modifiers or low in self.words.portfolio:
            return cursor + 1
        if low == "-" and place < cursor and self.row.is_joined(cursor):
            return cursor + 1
        body = self.row.known(cursor, "organisation")
        return body.last if body and self.head_end(body.last) else None

    def _joint_end(self, cursor: int, place: int, end: int | None) -> int | None:
        """The token behind an 'and' inside a portfolio: 'Foreign and European Affairs Minister'."""
        row, fields = self.row, self.words.portfolio
        if not place < cursor != end or row.low(cursor) not in ("and", "&"):
            return None
        is_inside = row.low(cursor - 1) in fields and row.low(cursor + 1) in fields
        return cursor + 1 if is_inside and row.is_capital(cursor + 1) else None
