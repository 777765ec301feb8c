"""Whom a name means among the people of an article: by the full name, by a part of it, by a misspelt one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from readouts.coder.names.short_forms import short_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.names.model import Entity, Office
    from readouts.coder.names.people import PersonWords
    from readouts.coder.names.sides import Sides

_LONG = 5


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A name without case, marks and points, for comparing."""
    decomposed = unicodedata.normalize("NFKD", name.replace("-", " "))
    return "".join(c for c in decomposed if c.isalpha() or c == " ").casefold().strip()


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(plain_name(name).split())


@dataclass(frozen=True)
class NameMatcher:
    """Compares names with those of the people met so far, in the order in which they were met."""

    people: Sequence[Entity]
    sides: Sides
    words: PersonWords
    _forms: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, init=False)

    def find(self, name: str, offices: tuple[Office, ...] = ()) -> tuple[Entity | None, str]:
        """The person whom a name means and the sieve that told it."""
        countries = self.sides.countries(offices)
        if found := self._by_full(name):
            return found, "full name"
        if found := self._by_short(name, countries):
            return found, "part of the name"
        if found := self._misspelt(name, countries):
            return found, "misspelt repeat"
        return None, ""

    def _by_full(self, name: str) -> Entity | None:
        parts = _parts(name)
        for person in self.people:
            if any(_is_same(parts, _parts(form)) for form in (person.name, *person.forms)):
                return person
        return None

    def _by_short(self, name: str, countries: set[str]) -> Entity | None:
        """The one met last; where several share the part, the one whose likeliest short form it is."""
        plain = plain_name(name)
        found = [p for p in self.people if plain in self._short_forms(p) and _may_serve(p, countries)]
        if len(found) > 1:
            found = [p for p in found if self._short_forms(p)[:1] == (plain,)] or found
        return found[-1] if found else None

    def _short_forms(self, person: Entity) -> tuple[str, ...]:
        side = person.side or ""
        found = self._forms.get((person.name, side))
        if found is None:
            forms = short_forms(
                person.name,
                family_first=side in self.words.family_first,
                short_form_last=side in self.words.short_form_last,
                words=self.words,
            )
            found = self._forms[person.name, side] = tuple(plain_name(form) for form in forms)
        return found

    def _misspelt(self, name: str, countries: set[str]) -> Entity | None:
        """A name one letter off, in the same article, with no office of another state."""
        plain = plain_name(name)
        if " " not in plain and (countries or len(plain) < _LONG):
            return None
        for person in self.people:
            other = plain_name(person.name)
            alike = len(other.split()) == len(plain.split()) and OSA.distance(plain, other) == 1
            alike = alike and plain[0] == other[0] and not _differ_in_gender(plain, other)
            if alike and _may_serve(person, countries):
                return person
        return None


def _differ_in_gender(name: str, other: str) -> bool:
    """'Petrov' and 'Petrova' are two people."""
    return f"{name}a" == other or f"{other}a" == name


def _may_serve(person: Entity, countries: set[str]) -> bool:
    return not countries or person.side is None or person.side in countries


def _is_same(parts: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are the same, but for initials in names of several parts."""
    if parts == other:
        return True
    if len(parts) < 2 or len(other) < 2:
        return False
    return _without_initials(parts) == _without_initials(other) or _abbreviates(parts, other)


def _abbreviates(parts: Sequence[str], other: Sequence[str]) -> bool:
    """'G. Batsukh' is 'Gantulga Batsukh'."""
    is_one = min(len(parts[0]), len(other[0])) == 1
    return is_one and parts[0][0] == other[0][0] and parts[1:] == other[1:]


def _without_initials(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if len(part) > 1]
