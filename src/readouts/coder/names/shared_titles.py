"""One title in the plural before several names: 'Foreign Ministers A of Latvia and B of Peru'."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readouts.coder.names.model import Office

if TYPE_CHECKING:
    from readouts.coder.names.appositions import Appositions
    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Mention
    from readouts.coder.names.people import NameReader

_JOINTS = (",", "and", "&")


@dataclass(frozen=True)
class SharedTitles:
    """Reads names under one title in one sentence, from left to right."""

    context: MentionContext
    names: NameReader
    appositions: Appositions
    _following: dict[int, Office] = field(default_factory=dict, init=False)

    def read(self, place: int) -> Mention | None:
        """The first person under a plural title, or the next one."""
        if office := self._following.get(place):
            return self._person(place, place, office)
        found = self.context.row.phrase(self.context.words.plural_heads, place)
        if found is None:
            return None
        end, head = found
        mention = self._person(place, end, self._office(head))
        return mention if mention and self._next(mention.last) in self._following else None

    def _person(self, first: int, start: int, office: Office) -> Mention | None:
        name = self.names.read(self.names.honorific(start))
        if name is None:
            return None
        offices, end = self.appositions.with_owner(name[1], (office,))
        following = self._next(end)
        if self.names.read(self.names.honorific(following)) and self.context.row.low(end) in _JOINTS:
            self._following[following] = office
        return self.context.person("person", first, end, name[0], offices)

    def _next(self, end: int) -> int:
        return self.context.row.past_joint(end)

    def _office(self, head: str) -> Office:
        kinds = self.context.words.offices.kinds
        last = head if head in kinds else head.rpartition(" ")[2]
        return Office(head, last, kinds.get(last, "official"), frozenset(head.split()))
