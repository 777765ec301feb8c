"""A sentence as a row of items: words, and mentions taken as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import CLOSED_CLASSES, POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from readouts.coder.names.model import Mention
    from readouts.coder.text.document import Sentence
    from readouts.coder.text.tokens import Token

_CLASSES = {
    "state": ("@state", "@actor"),
    "adjective": ("@adjective",),
    "metonym": ("@state", "@place", "@actor"),
    "place": ("@place",),
    "organisation": ("@organisation", "@actor"),
    "person": ("@person", "@actor"),
    "office": ("@person", "@actor"),
    "plural": ("@group", "@actor"),
    "group": ("@group", "@actor"),
    "pronoun": ("@pronoun", "@actor"),
}


@dataclass(eq=False, slots=True)
class Item:
    """A word or a mention, compared by identity; `keys` are what the lexicon can match it by.

    Not frozen, because every word becomes one, and a frozen one takes three times as long to make.
    """

    start: int
    end: int
    low: str
    keys: tuple[str, ...]
    mention: Mention | None = None
    capital: bool = False

    @property
    def is_actor(self) -> bool:
        """Whether it can be who does or says something."""
        return "@actor" in self.keys

    def is_mention(self, *kinds: str) -> bool:
        """Whether it is a mention of one of the kinds."""
        return self.mention is not None and self.mention.kind in kinds


def items_of(sentence: Sentence, mentions: Sequence[Mention]) -> list[Item]:
    """The items of a sentence in order; an article before a mention belongs to it."""
    items: list[Item] = []
    by_first = {m.first: m for m in mentions}
    tokens = sentence.tokens
    place = 0
    while place < len(tokens):
        if mention := by_first.get(place):
            items.append(mention_item(tokens, mention))
            place = mention.last
        elif tokens[place].low == "the" and (behind := by_first.get(place + 1)):
            items.append(replace(mention_item(tokens, behind), start=tokens[place].start))
            place = behind.last
        else:
            items.append(_word_item(tokens[place]))
            place += 1
    return items


def mention_item(tokens: Sequence[Token], mention: Mention) -> Item:
    """A mention as one item."""
    low = " ".join(t.low for t in tokens[mention.first : mention.last])
    is_possessive = mention.kind == "pronoun" and mention.code in POSSESSIVES
    classes = ("@possessive",) if is_possessive else _CLASSES.get(mention.kind, ())
    return Item(mention.start, mention.end, low, (low, *classes), mention, capital=True)


def low_at(items: Sequence[Item], place: int) -> str:
    """The word at a place; empty outside the sentence."""
    return items[place].low if 0 <= place < len(items) else ""


def past(items: Sequence[Item], place: int, words: Container[str]) -> int:
    """The first place from `place` on that holds none of some words."""
    while place < len(items) and items[place].low in words:
        place += 1
    return place


def back_past(items: Sequence[Item], place: int, words: Container[str], floor: int = 0) -> int:
    """The first place from `place` backwards that holds none of some words; it may lie one before `floor`."""
    while place >= floor and items[place].low in words:
        place -= 1
    return place


def _word_item(token: Token) -> Item:
    is_capital = token.text[:1].isupper()
    keys = (token.low, "@capital") if is_capital and token.low not in CLOSED_CLASSES else (token.low,)
    return Item(token.start, token.end, token.low, keys, None, is_capital)
