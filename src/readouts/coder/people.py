"""The grammar of personal names: capitalised words, initials and particles in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.coder.offices import Names, OfficeWords, spaced
from readouts.coder.tokens import Token, is_capitalised

_LONGEST = 6


@dataclass(frozen=True)
class PersonWords:
    """The part of `names.toml` on people, compiled; `common` holds words that are no names, `month_names` those of them that are given names too."""

    honorifics: frozenset[str]
    particles: frozenset[str]
    common: frozenset[str]
    month_names: frozenset[str]
    family_first: frozenset[str]
    short_form_last: frozenset[str]


@dataclass(frozen=True)
class NameReader:
    """Reads personal names in one sentence."""

    tokens: Sequence[Token]
    names: Names
    offices: OfficeWords
    words: PersonWords

    def read(self, place: int) -> tuple[str, int] | None:
        """The name that starts at a token, and the token after it."""
        end = cursor = place
        while cursor < len(self.tokens) and cursor - place < _LONGEST * 2:
            if cursor > place and self._is_hyphenated(cursor):
                end = cursor = cursor + 2
            elif self._is_part(cursor, first=cursor == place):
                end = cursor = cursor + 1
                if (
                    self._is_initial(cursor - 1)
                    and cursor < len(self.tokens)
                    and self.tokens[cursor].text == "."
                ):
                    end = cursor = cursor + 1
            elif self._is_inner(cursor, place):
                cursor += 1
            else:
                break
        if end == place or all(self._is_initial(k) for k in range(place, end) if self.tokens[k].text != "."):
            return None
        return spaced(self.tokens[place:end]), end

    def honorific(self, place: int) -> int:
        """The token after any honorifics that start here."""
        cursor = place
        while cursor < len(self.tokens):
            low = self.tokens[cursor].low
            pair = f"{low} {self.tokens[cursor + 1].low}" if cursor + 1 < len(self.tokens) else low
            if pair in self.words.honorifics:
                cursor += 2
            elif low.rstrip(".") in self.words.honorifics and is_capitalised(self.tokens[cursor].text):
                cursor += 1
            else:
                break
            if cursor < len(self.tokens) and self.tokens[cursor].text == ".":
                cursor += 1
        return cursor

    def _is_part(self, place: int, *, first: bool) -> bool:
        token = self.tokens[place]
        if not token.text[0].isalpha() or not is_capitalised(token.text):
            return False
        if token.text.isupper() and len(token.text) > 1 and not self._is_initial(place):
            return not self.names.at(place) and self._beside_name(place)
        hit = self.names.at(place)
        if hit and hit.form.kind != "person" and not (hit.form.kind == "city" and self._is_given_name(place)):
            return False
        if token.low in self.offices.bodies or (
            token.low in self.words.common and not self._is_month_name(place)
        ):
            return False
        if token.low in self.words.particles and not first:
            return True
        return (
            token.low not in self.offices.portfolio
            and token.low not in self.offices.modifiers
            and (self.offices.heads.longest([(t.low,) for t in self.tokens[place : place + 1]], 0) is None)
        )

    def _is_given_name(self, place: int) -> bool:
        """'Foreign Minister Petra Novak': a city's name between an office and a name."""
        before = self.tokens[place - 1].low if place else ""
        behind = place + 1 < len(self.tokens) and self._is_mixed(place + 1)
        return behind and self.offices.heads.longest([(before,)], 0) is not None

    def _beside_name(self, place: int) -> bool:
        """A family name in capitals: 'TANAKA Ichiro', 'Ichiro TANAKA'."""
        return len(self.tokens[place].text) > 2 and any(
            0 <= k < len(self.tokens) and self._is_mixed(k) for k in (place + 1, place - 1)
        )

    def _is_mixed(self, place: int) -> bool:
        text, low = self.tokens[place].text, self.tokens[place].low
        known = low in self.words.common or low in self.offices.portfolio or low in self.offices.bodies
        return (
            text[:1].isupper()
            and text[1:].islower()
            and not known
            and self.names.at(place) is None
            and (self.offices.heads.longest([(low,)], 0) is None)
        )

    def _is_month_name(self, place: int) -> bool:
        """'Jan Novak': a month's short form before a name is a given name."""
        return (
            self.tokens[place].low in self.words.month_names
            and place + 1 < len(self.tokens)
            and self._is_mixed(place + 1)
        )

    def _is_initial(self, place: int) -> bool:
        text = self.tokens[place].text
        return len(text) == 1 and text.isupper() or (text.endswith(".") and len(text) > 1)

    def _is_hyphenated(self, place: int) -> bool:
        """'Ki-tae': a hyphen without blanks, and what follows it."""
        if self.tokens[place].text != "-" or place + 1 >= len(self.tokens):
            return False
        before, behind = self.tokens[place - 1], self.tokens[place + 1]
        joined = before.end == self.tokens[place].start and behind.start == self.tokens[place].end
        return joined and behind.text.isalpha() and self.names.at(place + 1) is None

    def _is_inner(self, place: int, start: int) -> bool:
        """A particle or hyphen with more of the name behind it."""
        token = self.tokens[place]
        if place == start and token.low not in self.words.particles:
            return False
        if token.low not in self.words.particles and token.text != "-":
            return False
        if token.text == "-" and (token.start != self.tokens[place - 1].end or place + 1 >= len(self.tokens)):
            return False
        following = place + 1
        while following < len(self.tokens) and (
            self.tokens[following].low in self.words.particles or self.tokens[following].text == "-"
        ):
            following += 1
        return following < len(self.tokens) and self._is_part(following, first=False)


def short_forms(name: str, *, family_first: bool, short_form_last: bool = False) -> tuple[str, ...]:
    """The parts of a name that stand for it alone, the likeliest first."""
    parts = [p for p in name.replace("-", " ").split() if len(p.rstrip(".")) > 1]
    if len(parts) < 2:
        return tuple(parts)
    ends = [parts[-1], parts[0]] if short_form_last or not family_first else [parts[0], parts[-1]]
    if not family_first and len(parts) > 2:
        ends.append(" ".join(parts[1:]))
    whole = name.split()
    if "-" in name:
        ends.extend((whole[0], whole[-1]))
    return tuple(dict.fromkeys(ends))
