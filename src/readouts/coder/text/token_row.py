"""The tokens of a sentence with the known names among them, as the grammars of names read them.

Every question is safe outside the sentence: there is no word there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.text.tokens import is_capitalised

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from readouts.coder.names.lexical import NameHit, NameIndex
    from readouts.coder.text.tokens import Token
    from readouts.coder.text.trie import Trie


class TokenRow:
    """Tokens, and known names by the token they start at."""

    def __init__(self, tokens: Sequence[Token], starting: Mapping[int, NameHit]) -> None:
        self.tokens = tokens
        self._starting = starting
        self._words = [token.low for token in tokens]
        self._lows = dict(enumerate(self._words))
        self._texts = dict(enumerate(token.text for token in tokens))

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, place: int) -> str:
        """The look-up form of a token."""
        return self._lows.get(place, "")

    def text(self, place: int) -> str:
        """A token as written."""
        return self._texts.get(place, "")

    def is_capital(self, place: int) -> bool:
        """Whether a token begins with a capital letter."""
        return is_capitalised(self.text(place))

    def is_joined(self, place: int) -> bool:
        """Whether a mark stands between two words without blanks ('Ki-tae')."""
        if not 0 < place < len(self.tokens) - 1:
            return False
        before, mark, behind = self.tokens[place - 1 : place + 2]
        return before.end == mark.start and behind.start == mark.end

    def past(self, place: int, words: Container[str]) -> int:
        """The first token from `place` on that is none of some words."""
        while place < len(self._words) and self._words[place] in words:
            place += 1
        return place

    def past_joint(self, place: int) -> int:
        """The token behind a comma, an 'and' or both."""
        return place + 1 + (self.low(place) == "," and self.low(place + 1) == "and")

    def known(self, place: int, *kinds: str) -> NameHit | None:
        """The known name that starts here, if it is of one of the kinds."""
        hit = self._starting.get(place)
        return hit if hit and (not kinds or hit.form.kind in kinds) else None

    def end_of(self, phrases: Trie[str], place: int) -> int | None:
        """The token behind the longest of some phrases that starts here."""
        found = phrases.longest_of_words(self._words, place)
        return found[0] if found else None

    def ends_of(self, phrases: Trie[str]) -> dict[int, int]:
        """For each token at which one of some phrases starts, the token behind the longest."""
        return {hit.start: hit.end for hit in phrases.every_of_words(self._words)}

    def phrase(self, phrases: Trie[str], place: int) -> tuple[int, str] | None:
        """The longest of some phrases that starts here: the token behind it, and its name in the lexicon."""
        found = phrases.longest_of_words(self._words, place)
        return (found[0], found[1][0]) if found else None

    def lows(self, first: int, last: int) -> list[str]:
        """The look-up forms of some tokens."""
        return self._words[first:last]

    def spaced(self, first: int, last: int) -> str:
        """Some tokens as running text, with the blanks that stood between them made one."""
        parts: list[str] = []
        end = self.tokens[first].start if first < last else 0
        for token in self.tokens[first:last]:
            if token.start > end:
                parts.append(" ")
            parts.append(token.text)
            end = token.end
        return "".join(parts)


def row_of(tokens: Sequence[Token], names: NameIndex) -> TokenRow:
    """The tokens of a sentence with the known names found in them."""
    return TokenRow(tokens, {hit.first: hit for hit in names.find(tokens)})
