"""First look at a sentence: known names of states, bodies, places and people, by their words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readouts.coder.text.tokens import Token, normalise, tokenise
from readouts.coder.text.trie import Trie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class NameForm(NamedTuple):
    """A form of a known name.

    Attributes:
        kind: state, adjective, demonym, capital, seat, city, organisation, entity, lookalike, person or
            occasion.
        code: ISO alpha-3, organisation name or actor id.
        spelling: the tokens as the lexicon writes them, for telling 'Turkey' from 'turkey'.
        is_clear: whether the form has no other reading ('Santiago' is a given name, too).
    """

    kind: str
    code: str
    spelling: tuple[str, ...]
    is_clear: bool = True


class NameHit(NamedTuple):
    """A known name in a sentence, by token indexes."""

    first: int
    last: int
    form: NameForm


class NameIndex:
    """All known names; look-up is one walk along a trie."""

    def __init__(self) -> None:
        self._trie: Trie[NameForm] = Trie()

    def add(self, kind: str, code: str, form: str, *, is_clear: bool = True) -> None:
        """Add a form of a name."""
        tokens = tokenise(normalise(form))
        if tokens:
            spelling = tuple(t.text for t in tokens)
            self._trie.add((t.low for t in tokens), NameForm(kind, code, spelling, is_clear))

    def forms(self) -> Iterator[NameForm]:
        """Every form of every name."""
        return self._trie.values()

    def find(self, tokens: Sequence[Token]) -> list[NameHit]:
        """Known names from left to right, the longest first, none overlapping another."""
        lows = [t.low for t in tokens]
        hits: list[NameHit] = []
        behind = 0
        beginnings = self._trie.beginnings
        for place, low in enumerate(lows):
            if place >= behind and low in beginnings and (found := self._at(tokens, lows, place)):
                hits.append(found)
                behind = found.last
        return hits

    def _at(self, tokens: Sequence[Token], lows: Sequence[str], place: int) -> NameHit | None:
        found = self._trie.longest_of_words(lows, place)
        if found is None:
            return None
        end, forms = found
        written = tokens[place:end]
        fitting = [f for f in forms if _spelt_alike(written, f.spelling)]
        return NameHit(place, end, fitting[0]) if fitting else None


def _spelt_alike(written: Iterable[Token], spelling: Iterable[str]) -> bool:
    """Capitals of the lexicon must stand in the text; an acronym must be an acronym."""
    for token, form in zip(written, spelling, strict=True):
        if form.isupper() and len(form) > 1:
            if token.text != form:
                return False
        elif form[:1].isupper() and not token.text[:1].isupper():
            return False
    return True
