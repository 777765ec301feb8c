"""Offices of one person in a row, with whose they are: 'China's State Councilor and Foreign Minister'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from readouts.coder.names.mention_context import LAST_NAMED, OWNERS_NAMED_BEFORE, STATES
from readouts.coder.names.model import is_state_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.names.lexical import NameHit
    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Office
    from readouts.coder.names.offices import OfficeReader

_OWNERS = frozenset((*STATES, "organisation", "entity", "seat", "capital"))
_JOINTS = (",", "and", "&")
_MARKS = ("-", "/")
_ARTICLES = ("the", "a", "also")


class OfficeAt(NamedTuple):
    """An office, and the token behind it."""

    office: Office
    end: int


@dataclass(frozen=True)
class OfficeRows:
    """Reads offices in a row in one sentence."""

    context: MentionContext
    offices: OfficeReader

    def owner(self, place: int) -> tuple[str | None, int]:
        """A state or body said before an office: 'Chinese', 'China's', 'country's', 'NATO', 'Almaty'."""
        row = self.context.row
        hit = row.known(place)
        if hit and (hit.form.kind in _OWNERS or self._is_of_place(hit)):
            is_genitive = row.low(hit.last) == "'" and row.low(hit.first).endswith("s")
            return hit.form.code, self.context.behind_genitive(hit.last) + is_genitive
        if row.low(place) in OWNERS_NAMED_BEFORE and row.low(place + 1) == "'s":
            return LAST_NAMED, place + 2
        return None, place

    def read(self, start: int, owner: str | None, *, small: bool = False) -> list[OfficeAt]:
        """One office or several: 'A, B and C'; the state told before them is that of the first.

        'Welcoming the envoy, the Minister said' names two people: where no name stands before them,
        a comma and an article part them.

        Args:
            start: the token where they begin.
            owner: the state said before them.
            small: whether later ones may be written small behind an 'and', as they are behind a name.
        """
        row = self.context.row
        found: list[OfficeAt] = []
        cursor = start
        while read := self.offices.read(cursor, owner):
            if _is_of_another(read[0], found):
                break
            found.append(OfficeAt(*read))
            owner, cursor = None, read[1]
            if self.offices.heads.is_stacked(cursor):
                continue
            if not self._is_joint(cursor):
                break
            joint, cursor = row.low(cursor), row.past_joint(cursor)
            if joint == "," and row.low(cursor) == "the" and not small:
                break
            cursor += row.low(cursor) in _ARTICLES
            owner, cursor = self._owner_of_next(found, cursor)
            if not row.is_capital(cursor) and not (small and joint == "and"):
                break
        return found

    def _is_of_place(self, hit: NameHit) -> bool:
        """'Almaty Mayor': a city before an office that serves a place."""
        return hit.form.kind == "city" and self.context.row.low(hit.last) in self.context.words.offices.local

    def _is_joint(self, place: int) -> bool:
        """A comma, an 'and', or a dash between blanks."""
        low = self.context.row.low(place)
        return low in _JOINTS or (low in _MARKS and not (low == "-" and self.context.row.is_joined(place)))

    def _owner_of_next(self, found: Sequence[OfficeAt], place: int) -> tuple[str | None, int]:
        """A state before a later office counts where those before are plain: 'Member of A and Polish B'."""
        owner, start = self.owner(place)
        is_plain = all(each.office.head in self.context.words.offices.vague for each in found)
        return (owner, start) if owner and is_plain and self.offices.heads.end(start) else (None, place)


def _is_of_another(office: Office, found: Sequence[OfficeAt]) -> bool:
    """'the Foreign Minister of Peru and the Foreign Minister of Chile' are two people."""
    owners = {each.office.owner for each in found if _is_of_state(each.office)}
    return bool(owners) and _is_of_state(office) and office.owner not in owners


def _is_of_state(office: Office) -> bool:
    """Whether an office is of a state, which goes by a code of three capitals."""
    return is_state_code(office.owner) and office.owner.isupper()
