"""Bodies and states: 'Oslo Peace Institute', 'the Georgian Foreign Ministry', 'the Chinese side'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.names.mention_context import AT_HOME, STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Mention
    from readouts.coder.names.offices import OfficeReader

_KINDS = {
    "state": "state",
    "adjective": "adjective",
    "demonym": "adjective",
    "capital": "metonym",
    "seat": "metonym",
    "city": "place",
}
_PLACES = ("capital", "city")
_LINKS = ("of", "for", "on", "in")
_LONGEST_BODY = 7
_LONGEST_PORTFOLIO = 4


@dataclass(frozen=True)
class BodyMentions:
    """Reads bodies and states in one sentence; `is_name` tells where a person's name begins."""

    context: MentionContext
    offices: OfficeReader
    is_name: Callable[[int], bool]

    def state(self, place: int) -> Mention | None:
        """A state by its name, adjective, seat or city."""
        row = self.context.row
        hit = row.known(place, *_KINDS)
        if hit is None:
            return None
        if not hit.form.is_clear and hit.form.kind in _PLACES and self.is_name(place):
            return None  # 'Victoria Novak'
        kind, code = _KINDS[hit.form.kind], hit.form.code
        country = row.known(hit.last + 1, "state") if row.low(hit.last) == "," else None
        if country and kind in ("metonym", "place") and country.form.code == code:
            return self.context.make("place", place, country.last, code=code)  # 'Baku, Azerbaijan'
        if row.low(hit.last) in self.context.words.sides:
            return self.context.make("state", place, hit.last + 1, code=code)
        return self.context.make(kind, place, hit.last, code=code)

    def organisation(self, place: int) -> Mention | None:
        """A known organisation, or capitalised words that name a body."""
        row = self.context.row
        if hit := row.known(place, "organisation"):
            return self.context.make("organisation", place, hit.last, code=hit.form.code)
        if not row.is_capital(place) or row.low(place) in self.context.words.people.common:
            return None
        end = self._unknown_end(place)
        seat = row.known(place, "seat")
        if end is None or (seat and seat.last == end):  # 'White House' is where a government sits
            return None
        name = row.spaced(place, end)
        return self.context.make("organisation", place, end, code=name, name=name)

    def body_of_state(self, place: int) -> Mention | None:
        """'the Georgian Foreign Ministry', 'the Government of Kenya': the state."""
        row = self.context.row
        if row.known(place, "organisation"):
            return None
        hit = row.known(place, *STATES)
        end = self._body_of_state_end(self.context.behind_genitive(hit.last) if hit else place)
        if end is None:
            return None
        hit = hit or next((found for k in range(place, end) if (found := row.known(k, "state"))), None)
        if hit:
            return self.context.make("state", place, end, code=hit.form.code)
        owner = row.known(end + 1 + (row.low(end + 1) == "the"), *STATES)
        if owner and row.low(end) == "of":
            return self.context.make("state", place, owner.last, code=owner.form.code)
        if end - place > 1 and row.is_capital(place):
            return self.context.make("organisation", place, end, code=AT_HOME, name=row.spaced(place, end))
        return None

    def _unknown_end(self, place: int) -> int | None:
        """End of 'Oslo Peace Institute', 'Institute of East European, Russian and Central Asian Studies'."""
        head = self._last_head(place)
        if head is None:
            return None
        if self.context.row.low(head) in _LINKS:
            stop = self.offices.bodies.end(head + 1)
            if stop > head + 1:
                return stop
        return head if head - place > 1 else None

    def _last_head(self, place: int) -> int | None:
        """The token behind the last word for a body in a row of capitalised words."""
        row, head = self.context.row, None
        for cursor in range(place, place + _LONGEST_BODY):
            if not row.is_capital(cursor):
                break
            if row.low(cursor) in self.offices.words.bodies:
                head = cursor + 1
            elif self.offices.heads.head_end(cursor):
                break
        return head

    def _body_of_state_end(self, place: int) -> int | None:
        """End of portfolio words and a body of state ('Foreign Ministry', 'Ministry of Defence')."""
        row, words = self.context.row, self.offices.words
        head = row.past(place, words.fields)
        if row.low(head) not in words.bodies_of_state or head - place > _LONGEST_PORTFOLIO:
            return None
        end = head + 1
        if row.low(end) == "of" and row.low(end + 1) in words.portfolio and row.is_capital(end + 1):
            end = self.offices.bodies.end(end + 1)
        return None if self.offices.heads.head_end(end) else end
