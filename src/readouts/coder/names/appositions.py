"""What stands behind a name and tells whose it is: 'of Peru', '(Peru)', ', Peru's envoy to Chile,'."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readouts.coder.names.model import Office

if TYPE_CHECKING:
    from collections.abc import Callable

    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.office_rows import OfficeRows

Offices = tuple[Office, ...]

ENDS = (",", ".", ")", ";", "")
_SERVED = ("state", "organisation", "entity")
_BEHIND = ("and", "in", "at", "during", "said", "on")
_LINKS = ("for", "on", "of")
_LONGEST_REGION = 7
_BEFORE = ("also", "the", "a", "an", "who", "is", "currently")


@dataclass(frozen=True)
class Appositions:
    """Reads what stands behind a name in one sentence; `is_named` tells whether a name begins at a token."""

    context: MentionContext
    rows: OfficeRows
    is_named: Callable[[int], bool]

    def read(self, end: int, offices: Offices) -> tuple[Offices, int]:
        """The offices of a person with those told behind the name, and the token after them.

        Args:
            end: the token behind the name.
            offices: the offices told before it.
        """
        row = self.context.row
        offices, end = self.with_owner(end, offices)
        if row.low(end) != ",":
            return offices, end
        owner, start = self.rows.owner(row.past(end + 1, _BEFORE))
        more = self.rows.read(start, owner, small=True)
        while more:
            stop = self._past_region(more[-1].end)
            if self._closes(stop) and not self.is_named(stop) and not (offices and self._acts(stop)):
                return (*offices, *(each.office for each in more)), stop
            more.pop()
        return offices, end

    def with_owner(self, end: int, offices: Offices) -> tuple[Offices, int]:
        """The offices with the state told right behind the name."""
        if self.context.row.low(end) == "(":
            return self._in_brackets(end, offices)
        return self._with_state(end, offices)

    def _with_state(self, end: int, offices: Offices) -> tuple[Offices, int]:
        """'of Azerbaijan' behind 'President X'."""
        row = self.context.row
        if row.low(end) != "of" or not offices or offices[0].owner:
            return offices, end
        hit = row.known(end + 1 + (row.low(end + 1) == "the"), *_SERVED)
        return (_of(offices, hit.form.code), hit.last) if hit else (offices, end)

    def _in_brackets(self, end: int, offices: Offices) -> tuple[Offices, int]:
        """'(Peru)', '(Minister of Trade of Peru)'."""
        row = self.context.row
        owner, start = self.rows.owner(end + 1)
        if owner and row.low(start) == ")":
            return (_of(offices, owner), start + 1) if offices and not offices[0].owner else (offices, end)
        more = self.rows.read(start, owner, small=True)
        if not more or row.low(more[-1].end) != ")":
            return offices, end
        return (*offices, *(each.office for each in more)), more[-1].end + 1

    def _past_region(self, stop: int) -> int:
        """The token behind 'for the Horn of Africa', where nothing in it is known."""
        row = self.context.row
        if row.low(stop) not in _LINKS or not row.is_capital(stop + 1 + (row.low(stop + 1) == "the")):
            return stop
        place = stop + 1
        while place - stop < _LONGEST_REGION and (row.is_capital(place) or row.low(place) in ("the", "of")):
            place += 1
        return place if row.is_capital(place - 1) and row.low(place) in ENDS else stop

    def _closes(self, stop: int) -> bool:
        return self.context.row.low(stop) in (*ENDS, *_BEHIND) or self._acts(stop)

    def _acts(self, stop: int) -> bool:
        """Whether a verb of people follows: in 'To Ambassador X, the President said' it is another's."""
        return self.context.row.low(stop) in self.context.words.human_verbs


def _of(offices: Offices, owner: str) -> Offices:
    """Offices of which the first is one of a state or body."""
    return (replace(offices[0], owner=owner, accredited_to=None), *offices[1:])
