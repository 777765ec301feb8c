"""People in a sentence: by name, by title, or by both with what stands in apposition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.names.mention_context import LAST_NAMED, STATES
from readouts.coder.names.model import Office
from readouts.coder.names.people import NameReader

if TYPE_CHECKING:
    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Mention
    from readouts.coder.names.offices import OfficeReader

Offices = tuple[Office, ...]

_OWNERS = (*STATES, "organisation", "seat", "capital")
_JOINTS = (",", "and", "&")
_POINTING_BACK = ("the", "our", "his", "her", "this")
_ENDS = (",", ".", ")", ";", "")
_BEHIND_APPOSITION = ("and", "in", "at", "during", "said", "on")
_BEFORE_APPOSITION = ("also", "the", "a", "an", "who", "is", "currently")


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

    def titled(self, place: int) -> Mention | None:
        """State + office + name + further offices, or a title that points back to its holder."""
        owner, start = self._owner(place)
        offices, end = self._office_row(start, owner)
        if not offices:
            return self._owned_name(place, owner, start) if owner else None
        if name := self._name_behind(end):
            offices, last = self._with_appositions(name[1], offices)
            return self.context.person("person", place, last, name[0], offices)
        if name := self._name_in_apposition(end):
            return self.context.person("person", place, name[1], name[0], offices)
        if self._stands_alone(place, start, offices, has_owner=owner is not None):
            return self.context.person("office", place, end, None, offices)
        return None

    def named(self, place: int) -> Mention | None:
        """A name with an honorific, a known name, or a name followed by an office."""
        start = self.names.honorific(place)
        name = self.names.read(start)
        if name is None:
            return None
        offices, end = self._with_appositions(name[1], ())
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

    def _owner(self, place: int) -> tuple[str | None, int]:
        """A state or body said before an office: 'Chinese', 'China's', 'country's', 'NATO'."""
        row = self.context.row
        if hit := row.known(place, *_OWNERS):
            is_genitive = row.low(hit.last) == "'" and row.low(hit.first).endswith("s")
            return hit.form.code, self.context.behind_genitive(hit.last) + is_genitive
        if row.low(place) in ("country", "nation") and row.low(place + 1) == "'s":
            return LAST_NAMED, place + 2
        return None, place

    def _office_row(self, start: int, owner: str | None) -> tuple[Offices, int]:
        """One office or several: 'A, B and C'; the state told before them is that of the first."""
        row = self.context.row
        offices: list[Office] = []
        end = cursor = start
        while found := self.offices.read(cursor, None if offices else owner):
            offices.append(found[0])
            end = found[1]
            if row.low(end) not in _JOINTS:
                break
            cursor = row.past_joint(end)
            cursor += row.low(cursor) in ("the", "a", "also")
            if not row.is_capital(cursor):
                break
        return tuple(offices), end

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
        if name is None or " " not in name[0] or row.low(name[1]) not in _ENDS:
            return None
        return None if self._office_row(name[1] + 1, None)[0] else name

    def _owned_name(self, place: int, owner: str, start: int) -> Mention | None:
        """A name behind a state alone: 'Kenya's A B'."""
        if self.context.row.low(start - 1) not in ("'s", "'"):
            return None
        name = self.names.read(start)
        if name is None or " " not in name[0]:
            return None
        office = Office("", "", "official", frozenset(), owner)
        return self.context.person("person", place, name[1], name[0], (office,))

    def _with_appositions(self, end: int, offices: Offices) -> tuple[Offices, int]:
        """Offices told behind a name: ', also a member of ...'; 'of Azerbaijan' behind 'President X'."""
        row = self.context.row
        offices, end = self._with_state(end, offices)
        if row.low(end) != ",":
            return offices, end
        owner, start = self._owner(row.past(end + 1, _BEFORE_APPOSITION))
        more, stop = self._office_row(start, owner)
        if not more or self._name_behind(stop):
            return offices, end
        closing = row.low(stop)
        closes = closing in _ENDS or closing in _BEHIND_APPOSITION
        if closes or closing in self.context.words.human_verbs:
            return (*offices, *more), stop
        return offices, end

    def _with_state(self, end: int, offices: Offices) -> tuple[Offices, int]:
        row = self.context.row
        if row.low(end) != "of" or not offices or offices[0].owner:
            return offices, end
        hit = row.known(end + 1 + (row.low(end + 1) == "the"), "state")
        if hit is None:
            return offices, end
        return (replace(offices[0], owner=hit.form.code, accredited_to=None), *offices[1:]), hit.last
