"""The grammar of personal names: capitalised words, initials and particles in a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import is_adverb
from readouts.coder.names.short_forms import is_numeral

if TYPE_CHECKING:
    from readouts.coder.names.lexical import NameHit
    from readouts.coder.names.office_heads import OfficeWords
    from readouts.coder.text.token_row import TokenRow
    from readouts.coder.text.trie import Trie

_LONGEST = 12
_ALSO_GIVEN = ("city", "capital", "state")
_PLACES = ("city", "capital")


@dataclass(frozen=True)
class PersonWords:
    """The part of `names.toml` on people, compiled.

    Attributes:
        honorifics, particles: words before a name, and small words inside it.
        honorific_phrases: the honorifics for finding them.
        common: capitalised words that are no names.
        month_names: those of them that are parts of names too.
        family_first: states whose people put the family name first.
        short_form_last: states where the last part is the short form even so.
        suffixes: words behind a name that belong to it ('Jr').
        post_nominals: words behind a name that do not ('MP').
    """

    honorifics: frozenset[str]
    honorific_phrases: Trie[str]
    particles: frozenset[str]
    common: frozenset[str]
    month_names: frozenset[str]
    family_first: frozenset[str]
    short_form_last: frozenset[str]
    suffixes: frozenset[str]
    post_nominals: frozenset[str]


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
        if not any(self.row.text(k) != "." and not self._is_initial(k) for k in range(place, end)):
            return None
        end = self._suffix_end(end, self.words.suffixes)
        return self.row.spaced(place, end), self._past_post_nominals(end)

    def _suffix_end(self, end: int, suffixes: frozenset[str]) -> int:
        """The token behind a suffix ('Jr.'), with the comma before it and the point behind it."""
        start = end + (self.row.low(end) == ",")
        if self.row.low(start) not in suffixes or not self.row.is_capital(start):
            return end
        return start + 1 + (self.row.text(start + 1) == ".")

    def _past_post_nominals(self, end: int) -> int:
        """The token behind ranks and seats that follow a name ('MP')."""
        while (behind := self._suffix_end(end, self.words.post_nominals)) > end:
            end = behind
        return end

    def honorific(self, place: int) -> int:
        """The token after any honorifics that start here; 'the' may stand before them."""
        start = place
        while end := self._honorific_end(start):
            start = end + (self.row.text(end) in (".", "'"))
        if start == place and self.row.low(place) == "the" and self._honorific_end(place + 1):
            return self.honorific(place + 1)
        return start

    def _honorific_end(self, place: int) -> int | None:
        """The token behind one honorific; a word of it is written large, 'Amb' and 'amb' differ."""
        end = self.row.end_of(self.words.honorific_phrases, place)
        if end is None:
            return None
        is_large = any(self.row.is_capital(k) for k in range(place, end))
        return end if is_large or self.row.text(place) == "(" else None

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
        if not self.row.is_capital(place) or (not first and low in self.words.suffixes):
            return False
        if text.isupper() and len(text) > 1 and not self._is_initial(place):
            is_number = not first and is_numeral(text)
            return is_number or (not self.row.known(place) and self._beside_name(place))
        if self._is_other_name(place) or low in self.offices.bodies:
            return False
        if low in self.words.common and not self._is_month_name(place):
            return False
        if first and self._is_opening_adverb(place):
            return False
        is_given = first and low in self.offices.given and self._is_titled(place)
        return is_given or (low in self.words.particles and not first) or not self._is_office_word(low)

    def _is_opening_adverb(self, place: int) -> bool:
        """'Cordially welcoming ...', 'Separately, ...': an adverb at the head of a sentence."""
        behind = self.row.text(place + 1)
        return place == 0 and is_adverb(self.row.low(place)) and (behind == "," or behind.islower())

    def _is_titled(self, place: int) -> bool:
        """Whether a title or honorific stands right before a word, and more of a name behind it."""
        before = self.row.low(place - 1)
        goes_on = self._is_mixed(place + 1) or self._is_particle(place + 1)
        return goes_on and (before == "." or before in self.words.honorifics or self._is_title(before))

    def _is_other_name(self, place: int) -> bool:
        hit = self.row.known(place)
        if hit is None or hit.form.kind == "person":
            return False
        if hit.last > place + 1 or self._is_beside_ambiguous(place, hit):
            return hit.last > place + 1
        return hit.form.kind not in _ALSO_GIVEN or not self._is_given_name(place)

    def _is_beside_ambiguous(self, place: int, hit: NameHit) -> bool:
        """'Victoria Novak', 'Jose Santiago': a city's name that people have, beside more of a name."""
        is_also_given = hit.form.kind in _PLACES and not hit.form.is_clear
        return is_also_given and (self._is_mixed(place + 1) or self._is_mixed(place - 1))

    def _is_office_word(self, low: str) -> bool:
        return low in self.offices.portfolio or low in self.offices.modifiers or self._is_head(low)

    def _is_head(self, low: str) -> bool:
        return self.offices.heads.longest_of_words((low,), 0) is not None

    def _is_title(self, low: str) -> bool:
        """A head of an office, or its plural."""
        return self._is_head(low) or self._is_head(low.removesuffix("s"))

    def _is_given_name(self, place: int) -> bool:
        """'Foreign Minister Petra Novak', 'Chad Novak, envoy ...', 'Queen Sofia': no city or state."""
        if self.row.low(place - 1) in self.offices.stacked and self.row.is_capital(place - 1):
            return True
        if not self._is_mixed(place + 1):
            return False
        before = self.row.known(place - 1, "state")
        follows = before is not None or self._is_title(self.row.low(place - 1))
        return follows or (self.row.known(place, "state") is not None and self.row.text(place + 2) == ",")

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
        if self.row.text(place) != "-" or not self.row.is_joined(place):
            return False
        return self.row.text(place + 1).isalpha() and self.row.known(place + 1) is None

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
