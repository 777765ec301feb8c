"""The grammar of personal names: capitalised words, initials and particles in a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.names.office_heads import OfficeWords
    from readouts.coder.text.token_row import TokenRow

_LONGEST = 12


@dataclass(frozen=True)
class PersonWords:
    """The part of `names.toml` on people, compiled.

    Attributes:
        honorifics, particles: words before a name, and small words inside it.
        common: capitalised words that are no names.
        month_names: those of them that are given names too.
        family_first: states whose people put the family name first.
        short_form_last: states where the last part is the short form even so.
    """

    honorifics: frozenset[str]
    particles: frozenset[str]
    common: frozenset[str]
    month_names: frozenset[str]
    family_first: frozenset[str]
    short_form_last: frozenset[str]


@dataclass(frozen=True)
class NameReader:
    """Reads personal names in one sentence."""

    row: TokenRow
    offices: OfficeWords
    words: PersonWords
    _found: dict[int, tuple[str, int] | None] = field(default_factory=dict, init=False)

    def read(self, place: int) -> tuple[str, int] | None:
        """The name that starts at a token, and the token after it."""
        if place not in self._found:
            self._found[place] = self._read(place)
        return self._found[place]

    def _read(self, place: int) -> tuple[str, int] | None:
        end = cursor = place
        while cursor < len(self.row) and cursor - place < _LONGEST:
            if part := self._part_end(cursor, place):
                end = cursor = part
            elif self._is_inner(cursor, place):
                cursor += 1
            else:
                break
        is_name = any(self.row.text(k) != "." and not self._is_initial(k) for k in range(place, end))
        return (self.row.spaced(place, end), end) if is_name else None

    def honorific(self, place: int) -> int:
        """The token after any honorifics that start here."""
        while end := self._honorific_end(place):
            place = end + (self.row.text(end) == ".")
        return place

    def _honorific_end(self, place: int) -> int | None:
        low = self.row.low(place)
        if f"{low} {self.row.low(place + 1)}" in self.words.honorifics:
            return place + 2
        is_honorific = low.rstrip(".") in self.words.honorifics and self.row.is_capital(place)
        return place + 1 if is_honorific else None

    def _part_end(self, cursor: int, place: int) -> int | None:
        """The token behind a part of a name that starts here."""
        if cursor > place and self._is_hyphenated(cursor):
            return cursor + 2
        if not self._is_part(cursor, first=cursor == place):
            return None
        has_point = self._is_initial(cursor) and self.row.text(cursor + 1) == "."
        return cursor + 1 + has_point

    def _is_part(self, place: int, *, first: bool) -> bool:
        text, low = self.row.text(place), self.row.low(place)
        if not self.row.is_capital(place):
            return False
        if text.isupper() and len(text) > 1 and not self._is_initial(place):
            return not self.row.known(place) and self._beside_name(place)
        if self._is_other_name(place) or low in self.offices.bodies:
            return False
        if low in self.words.common and not self._is_month_name(place):
            return False
        return (low in self.words.particles and not first) or not self._is_office_word(low)

    def _is_other_name(self, place: int) -> bool:
        hit = self.row.known(place)
        if hit is None or hit.form.kind == "person":
            return False
        return hit.form.kind != "city" or not self._is_given_name(place)

    def _is_office_word(self, low: str) -> bool:
        return low in self.offices.portfolio or low in self.offices.modifiers or self._is_head(low)

    def _is_head(self, low: str) -> bool:
        return self.offices.heads.longest([(low,)], 0) is not None

    def _is_given_name(self, place: int) -> bool:
        """'Foreign Minister Petra Novak': a city's name between an office and a name."""
        return self._is_mixed(place + 1) and self._is_head(self.row.low(place - 1))

    def _is_month_name(self, place: int) -> bool:
        """'Jan Novak': a month's short form before a name is a given name."""
        return self.row.low(place) in self.words.month_names and self._is_mixed(place + 1)

    def _beside_name(self, place: int) -> bool:
        """A family name in capitals: 'TANAKA Ichiro', 'Ichiro TANAKA'."""
        beside = self._is_mixed(place + 1) or self._is_mixed(place - 1)
        return len(self.row.text(place)) > 2 and beside

    def _is_mixed(self, place: int) -> bool:
        """A capitalised word in small letters that is nothing else: likely a part of a name."""
        text, low = self.row.text(place), self.row.low(place)
        if not (self.row.is_capital(place) and text[1:].islower()):
            return False
        known = low in self.words.common or low in self.offices.portfolio or low in self.offices.bodies
        return not known and self.row.known(place) is None and not self._is_head(low)

    def _is_initial(self, place: int) -> bool:
        text = self.row.text(place)
        return text.isupper() if len(text) == 1 else text.endswith(".")

    def _is_hyphenated(self, place: int) -> bool:
        """'Ki-tae': a hyphen without blanks, and what follows it."""
        if self.row.text(place) != "-" or place + 1 >= len(self.row):
            return False
        before, hyphen, behind = self.row.tokens[place - 1 : place + 2]
        joined = before.end == hyphen.start and behind.start == hyphen.end
        return joined and behind.text.isalpha() and self.row.known(place + 1) is None

    def _is_inner(self, place: int, start: int) -> bool:
        """A particle or hyphen with more of the name behind it."""
        if not (self._is_particle(place) or (place > start and self._is_attached_hyphen(place))):
            return False
        following = place + 1
        while self._is_particle(following) or self.row.text(following) == "-":
            following += 1
        return self._is_part(following, first=False)

    def _is_particle(self, place: int) -> bool:
        return self.row.low(place) in self.words.particles

    def _is_attached_hyphen(self, place: int) -> bool:
        token = self.row.tokens[place]
        return token.text == "-" and token.start == self.row.tokens[place - 1].end


def short_forms(name: str, *, family_first: bool, short_form_last: bool = False) -> tuple[str, ...]:
    """The parts of a name that stand for it alone, the likeliest first."""
    parts = [p for p in name.replace("-", " ").split() if len(p.rstrip(".")) > 1]
    if len(parts) < 2:
        return tuple(parts)
    ends = [parts[0], parts[-1]] if family_first and not short_form_last else [parts[-1], parts[0]]
    if not family_first and len(parts) > 2:
        ends.append(" ".join(parts[1:]))
    whole = name.split()
    if "-" in name:
        ends.extend((whole[0], whole[-1]))
    return tuple(dict.fromkeys(ends))
