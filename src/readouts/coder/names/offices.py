"""The grammar of offices: grade + portfolio + head + of + body or state ('Vice Minister of Defence')."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.names.body_names import BodyReader
from readouts.coder.names.model import Office
from readouts.coder.names.office_heads import OfficeHeads, OfficeWords

if TYPE_CHECKING:
    from readouts.coder.text.token_row import TokenRow

__all__ = ["OfficeReader", "OfficeWords"]

_LINKS = ("of", "for", "to", "at", "on", "in")
_NESTING = ("of", "to")
_LINKS_TO_PLACES = ("in", "on", "at")
_LINKS_TO_TASKS = ("for", "in", "on")
_OWNING = ("the", "our", "his", "her", "its")
_GROUNDS = ("capital", "city", "state", "seat")


@dataclass(frozen=True)
class OfficeReader:
    """Reads offices in one sentence."""

    row: TokenRow
    words: OfficeWords

    @cached_property
    def heads(self) -> OfficeHeads:
        """Where an office's own words end."""
        return OfficeHeads(self.row, self.words)

    @cached_property
    def bodies(self) -> BodyReader:
        """What an office is of."""
        return BodyReader(self.row, self.words, self.heads)

    def read(self, place: int, owner: str | None = None) -> tuple[Office, int] | None:
        """The office that starts at a token, and the token after it; `owner` is the state said before it."""
        end = self.heads.end(place)
        if end is None:
            return None
        office = self._bare(place, end, owner)
        while longer := self._complemented(office, place, end):
            office, end = longer
        if office.owner is None:
            office = replace(office, owner=self._owner_by_title(place, end))
        return office, end

    def _bare(self, place: int, end: int, owner: str | None) -> Office:
        head, kind = self.heads.head_before(place, end)
        return Office(
            text=self.row.spaced(place, end),
            head=head,
            kind=kind,
            words=frozenset(self.row.lows(place, end)),
            owner=owner,
        )

    def _complemented(self, office: Office, place: int, end: int) -> tuple[Office, int] | None:
        """The office with what stands behind its next link, if that is part of it."""
        link = self.row.low(end)
        if link == "from" and not office.owner:
            return self._from(office, place, end)
        if link not in _LINKS:
            return None
        start = self.row.past(end + 1, _OWNING)
        if link in _LINKS_TO_PLACES and (ground := self.row.known(start, *_GROUNDS)):
            return self._at_ground(office, place, end, ground.last)
        if nested := self._nested(start, link, is_determined=start > end + 1):
            inner, stop = nested
            return self._grown(office, place, stop, inner.owner, None), stop
        stop = self.bodies.end(start)
        if stop == start:
            return None
        owner, accredited_to = self._served(office, link, start, stop)
        return self._grown(office, place, stop, owner, accredited_to), stop

    def _served(self, office: Office, link: str, start: int, stop: int) -> tuple[str | None, str | None]:
        """Whom the words behind a link say an office serves, and to whom it is accredited."""
        owner = self.bodies.owner(start, stop)
        if link == "to" and office.kind == "diplomat":
            return None, owner
        if office.head in self.words.local and owner is None:
            owner = self.bodies.ground(start, stop)
        is_task = link in _LINKS_TO_TASKS and not self.bodies.is_body(start, stop)
        if is_task:
            owner = None if office.kind == "diplomat" else self.bodies.owner_at_end(start, stop)
        return owner, None

    def _at_ground(self, office: Office, place: int, end: int, stop: int) -> tuple[Office, int] | None:
        """'... at the Chilean embassy in Oslo'; 'the minister in Oslo' is a minister and a place."""
        if self.row.low(end) != "in" or self.row.low(end - 1) not in self.words.bodies_of_state:
            return None
        return self._grown(office, place, stop, None, None), stop

    def _from(self, office: Office, place: int, end: int) -> tuple[Office, int] | None:
        """'his counterpart from Angola'."""
        hit = self.row.known(self.row.past(end + 1, _OWNING), "state")
        return (self._grown(office, place, hit.last, hit.form.code, None), hit.last) if hit else None

    def _nested(self, start: int, link: str, *, is_determined: bool) -> tuple[Office, int] | None:
        """An office inside an office: 'assistant to the President of Peru', not '... Affairs Prince N'."""
        if not self.row.is_capital(start) or not (is_determined or link in _NESTING):
            return None
        if not is_determined and self.heads.ends_stacked(start):
            return None
        hit = self.row.known(start, "state", "adjective")
        is_owned = hit is not None and hit.last < len(self.row)
        return self.read(hit.last, hit.form.code) if hit and is_owned else self.read(start)

    def _grown(
        self, office: Office, place: int, stop: int, owner: str | None, accredited_to: str | None
    ) -> Office:
        return replace(
            office,
            text=self.row.spaced(place, stop),
            words=frozenset(self.row.lows(place, stop)),
            owner=office.owner or owner,
            accredited_to=office.accredited_to or accredited_to,
        )

    def _owner_by_title(self, place: int, end: int) -> str | None:
        """The state or organisation of an office that only one of them has."""
        if owner := self.words.owners.get(tuple(self.row.lows(place, end))):
            return owner
        for start in range(place, end):
            found = self.row.phrase(self.words.owners_within, start)
            if found and found[0] <= end:
                return found[1]
        return None
