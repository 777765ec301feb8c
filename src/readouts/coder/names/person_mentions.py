"""People in a sentence: by name, by title, or by both with what stands in apposition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.names.appositions import ENDS, Appositions
from readouts.coder.names.model import Office
from readouts.coder.names.office_rows import OfficeRows
from readouts.coder.names.offices_of_bodies import as_of_body
from readouts.coder.names.people import NameReader
from readouts.coder.names.shared_titles import SharedTitles

if TYPE_CHECKING:
    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Mention
    from readouts.coder.names.office_rows import OfficeAt
    from readouts.coder.names.offices import OfficeReader

Offices = tuple[Office, ...]

_POINTING_BACK = ("the", "our", "his", "her", "this")


@dataclass(frozen=True)
class PersonMentions:
    """Reads people and titles in one sentence."""

    context: MentionContext
    offices: OfficeReader

    @cached_property
    def names(self) -> NameReader:
        """Reads the names themselves."""
        words = self.context.words
        return NameReader(self.context.row, words.offices, words.people)

    @cached_property
    def rows(self) -> OfficeRows:
        """Reads offices and whose they are."""
        return OfficeRows(self.context, self.offices)

    @cached_property
    def appositions(self) -> Appositions:
        """Reads what stands behind a name."""
        return Appositions(self.context, self.rows, lambda end: self._name_behind(end) is not None)

    @cached_property
    def shared(self) -> SharedTitles:
        """Reads several names under one title."""
        return SharedTitles(self.context, self.names, self.appositions)

    def titled(self, place: int) -> Mention | None:
        """State + office + name + further offices, or a title that points back to its holder."""
        owner, start = self.rows.owner(place)
        found = self.rows.read(start, owner)
        if not found:
            return self._owned_name(place, owner, start) if owner else None
        offices, end = tuple(each.office for each in found), found[-1].end
        if owner is None:
            offices = (as_of_body(offices[0], self.context, place, found[0].end), *offices[1:])
        if self._are_two(place, found) and self._name_behind(end):
            return self.context.person("office", place, found[0].end, None, offices[:1])
        if name := self._name_behind(end):
            offices, last = self.appositions.read(name[1], offices)
            return self.context.person("person", place, last, name[0], offices)
        if name := self._name_in_apposition(end):
            return self.context.person("person", place, name[1], name[0], offices)
        if self._stands_alone(place, start, offices, has_owner=owner is not None):
            return self.context.person("office", place, end, None, offices)
        return None

    def _are_two(self, place: int, found: list[OfficeAt]) -> bool:
        """'The Secretary and Foreign Minister N': a title that points back, and somebody else."""
        row = self.context.row
        if len(found) != 2 or row.low(place - 1) != "the" or row.low(found[0].end) != "and":
            return False
        name = self._name_behind(found[1].end)
        return name is not None and " " not in name[0] and not found[0].office.owner

    def named(self, place: int) -> Mention | None:
        """A name with an honorific, a known name, or a name followed by an office."""
        start = self.names.honorific(place)
        name = self.names.read(start)
        if name is None:
            return None
        offices, end = self.appositions.read(name[1], ())
        if start > place or offices or self.context.row.known(start, "person"):
            return self.context.person("person", place, end, name[0], offices)
        return None

    def weakly_named(self, place: int) -> Mention | None:
        """Capitalised words that may be a name: the registry keeps those that something else supports."""
        name = self.names.read(place)
        return self.context.make("name", place, name[1], name=name[0]) if name else None

    def _stands_alone(self, place: int, start: int, offices: Offices, *, has_owner: bool) -> bool:
        """Whether a title without a name means somebody: of a told state, pointing back, or written large."""
        first = offices[0]
        if has_owner or first.owner or len(offices) > 1:
            return True
        if first.head in self.context.words.offices.vague:
            return False
        return self.context.row.low(place - 1) in _POINTING_BACK or self.context.row.is_capital(start)

    def _name_behind(self, end: int) -> tuple[str, int] | None:
        """The name behind an office; behind a comma only with an honorific."""
        start = self.names.honorific(end)
        if start == end and self.context.row.low(end) == ",":
            titled = self.names.honorific(end + 1)
            start = titled if titled > end + 1 else start
        return self.names.read(start)

    def _name_in_apposition(self, end: int) -> tuple[str, int] | None:
        """'the ambassador of China, Chen Lin, ...'."""
        row = self.context.row
        name = self.names.read(self.names.honorific(end + 1)) if row.low(end) == "," else None
        if name is None or " " not in name[0] or row.low(name[1]) not in ENDS:
            return None
        return None if self.rows.read(name[1] + 1, None) else name

    def _owned_name(self, place: int, owner: str, start: int) -> Mention | None:
        """A name behind a state alone: 'Kenya's A B'."""
        if self.context.row.low(start - 1) not in ("'s", "'"):
            return None
        name = self.names.read(start)
        if name is None or " " not in name[0]:
            return None
        office = Office("", "", "official", frozenset(), owner)
        return self.context.person("person", place, name[1], name[0], (office,))
