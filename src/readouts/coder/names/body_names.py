"""The grammar of bodies behind an office or alone: names, portfolio words and heads of bodies in a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.names.office_heads import OfficeHeads, OfficeWords
    from readouts.coder.text.token_row import TokenRow

_INNER = ("of", "for", "and", "the", "at", "on", "in", "&")
_JOINTS = (*_INNER, ",", "-", "'s", "'")
_BEFORE_FIELDS = ("foreign", "of", "the", "and")
_LONGEST_UNKNOWN = 6


@dataclass(frozen=True)
class BodyReader:
    """Reads the names of bodies in one sentence."""

    row: TokenRow
    words: OfficeWords
    heads: OfficeHeads

    def end(self, start: int) -> int:
        """End of the row of names, portfolio words and bodies that starts at a token."""
        end = cursor = start
        while cursor < len(self.row):
            if part := self._part_end(cursor):
                end = cursor = part
            elif cursor > start and self.row.low(cursor) in _JOINTS and self._goes_on(cursor):
                cursor += 1
            else:
                break
        return end

    def owner(self, start: int, stop: int) -> str | None:
        """The state that a row of words names, else the organisation, else the body itself."""
        hits = [hit for place in range(start, stop) if (hit := self.row.known(place)) and hit.last <= stop]
        for kinds in (("state", "adjective", "seat"), ("organisation",)):
            found = next((hit.form.code for hit in hits if hit.form.kind in kinds), None)
            if found:
                return found
        return self.row.spaced(start, stop) if self.is_body(start, stop) else None

    def is_body(self, start: int, stop: int) -> bool:
        """Whether a row of words names a body that does not speak for a state."""
        return any(self._is_acronym(k) or self._is_independent(k) for k in range(start, stop))

    def _part_end(self, place: int) -> int | None:
        """The token behind a name, a field, an acronym or an unknown body that starts here."""
        hit = self.row.known(place)
        if hit and hit.form.kind not in ("person", "occasion"):
            return hit.last
        if self._is_field(place) or self._is_acronym(place):
            return place + 1
        return self._unknown_end(place)

    def _is_field(self, place: int) -> bool:
        low = self.row.low(place)
        is_word = low in self.words.portfolio or low in self.words.bodies
        return is_word and (self.row.is_capital(place) or self.row.low(place - 1) in _BEFORE_FIELDS)

    def _goes_on(self, joint: int) -> bool:
        """Whether a link or comma is followed by more of the same name, not by the next thing."""
        place = self.row.past(joint + 1, _INNER)
        if not self.row.is_capital(place) or self.heads.head_end(place):
            return False
        if self.row.low(joint) in (",", "and"):
            return self._is_listed(place)
        return self._is_field(place) or bool(self.row.known(place) or self._unknown_end(place))

    def _is_listed(self, place: int) -> bool:
        """'... and Industry', '... and European Affairs', but not '... and Finnish Prime Minister'."""
        adjective = self.row.known(place, "adjective")
        if adjective is None:
            return self._is_field(place)
        return self._is_field(adjective.last) and not self.heads.end(adjective.last)

    def _unknown_end(self, place: int) -> int | None:
        """End of a row of capitalised words that ends in a word for a body ('Oslo Peace Institute')."""
        for cursor in range(place, place + _LONGEST_UNKNOWN):
            if not self.row.is_capital(cursor):
                return None
            if self.row.low(cursor) in self.words.bodies:
                return cursor + 1
        return None

    def _is_independent(self, place: int) -> bool:
        return self.row.low(place) in self.words.independent_bodies and self.row.is_capital(place)

    def _is_acronym(self, place: int) -> bool:
        text = self.row.text(place)
        return text.isupper() and len(text) > 2
