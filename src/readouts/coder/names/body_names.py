"""The grammar of bodies behind an office or alone: names, portfolio words and heads of bodies in a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.names.office_heads import OfficeHeads, OfficeWords
    from readouts.coder.text.token_row import TokenRow

_INNER = ("of", "for", "and", "the", "at", "on", "in", "&")
_JOINTS = (*_INNER, ",", "-", "'s", "'")
_TAKES_FIELDS_ONLY = "with"
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
            if cursor > start and cursor == end and self._is_name(cursor):
                break
            if part := self._part_end(cursor):
                end = cursor = self._past_short_form(part)
            elif cursor > start and self._goes_on(cursor):
                cursor += 1
            else:
                break
        return end

    def owner(self, start: int, stop: int) -> str | None:
        """The state that a row of words names, else the organisation, else the body itself."""
        hits = [hit for place in range(start, stop) if (hit := self.row.known(place)) and hit.last <= stop]
        hits = [hit for hit in hits if not self._is_where(hit.first)] or hits
        for kinds in (("state", "adjective", "seat"), ("organisation",), ("entity",)):
            found = next((hit.form.code for hit in hits if hit.form.kind in kinds), None)
            if found:
                return found
        return self.row.spaced(start, stop) if self.is_body(start, stop) else None

    def _past_short_form(self, end: int) -> int:
        """The token behind '(OTS)', the short form of what stands before it."""
        is_short = (
            self.row.low(end) == "(" and self.row.low(end + 2) == ")" and self.row.text(end + 1).isupper()
        )
        return end + 3 if is_short else end

    def _is_where(self, place: int) -> bool:
        """'(the United Nations) in Uzbekistan' is of the United Nations."""
        return self.row.low(place - 1 - (self.row.low(place - 1) == "the")) == "in"

    def owner_at_end(self, start: int, stop: int) -> str | None:
        """The state or ministry that closes a row of words: '(for) Foreign Affairs of Vanuatu'."""
        if any(self.row.low(k) in self.words.bodies_of_state for k in range(start, stop)):
            return self.owner(start, stop)
        for place in range(start + 1, stop):
            hit = self.row.known(place, "state", "organisation")
            if hit and hit.last == stop:
                before = place - 1 - (self.row.low(place - 1) == "the")
                return hit.form.code if self.row.low(before) == "of" else None
        return None

    def ground(self, start: int, stop: int) -> str | None:
        """The state of the city or region that a row of words names."""
        hits = [hit for place in range(start, stop) if (hit := self.row.known(place, "capital", "city"))]
        return hits[0].form.code if hits else None

    def is_body(self, start: int, stop: int) -> bool:
        """Whether a row of words names a body that does not speak for a state."""
        is_acronym = any(self._is_acronym(k) and self.row.low(k - 1) != "(" for k in range(start, stop))
        return is_acronym or any(self._is_independent(k) for k in range(start, stop))

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
        if low in self.words.bodies_of_state and self.row.known(place - 1, "adjective"):
            return True  # 'the Chilean embassy'
        is_word = low in self.words.portfolio or low in self.words.bodies
        return is_word and (self.row.is_capital(place) or self.row.low(place - 1) in _BEFORE_FIELDS)

    def _goes_on(self, joint: int) -> bool:
        """Whether a link or comma is followed by more of the same name, not by the next thing."""
        if self.row.low(joint) == _TAKES_FIELDS_ONLY:
            return self.row.is_capital(joint + 1) and self._is_field(joint + 1)
        if self.row.low(joint) not in _JOINTS:
            return False
        place = self.row.past(joint + 1, _INNER)
        if not self.row.is_capital(place) or self._is_head_alone(joint, place):
            return False
        if self.row.low(joint) in (",", "and"):
            return self._is_listed(place)
        return self._is_field(place) or bool(self.row.known(place) or self._unknown_end(place))

    def _is_head_alone(self, joint: int, place: int) -> bool:
        """Whether an office begins here; 'Council of Ministers' is a body."""
        if self.row.low(joint) == "of" and self.row.low(place) in self.words.portfolio:
            return False
        return self.heads.head_end(place) is not None

    def _is_listed(self, place: int) -> bool:
        """'... and Industry', '... and CARICOM Affairs', but not '... and [Finnish] Prime Minister'."""
        named = self.row.known(place, "adjective", "organisation")
        start = named.last if named else place
        begins_office = self.heads.end(start) and not self.heads.ends_stacked(start)
        return self._is_field(start) and not begins_office

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

    def _is_name(self, place: int) -> bool:
        """Whether a person's name begins right behind a part: 'Jordan | Jordan N', 'Affairs | SATO Jun'."""
        behind = self.row.text(place + 1)
        if not (self.row.is_capital(place + 1) and behind[1:].islower() and not self._part_end(place + 1)):
            return False
        is_state_again = self.row.known(place, "state") and self.row.is_capital(place - 1)
        is_large = self._is_acronym(place) and not self.row.known(place)
        return bool(is_state_again or is_large) and not self.heads.head_end(place + 1)

    def _is_acronym(self, place: int) -> bool:
        text = self.row.text(place)
        return text.isupper() and len(text) > 2
