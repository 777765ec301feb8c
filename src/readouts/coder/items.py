"""A sentence as a row of items: words, and mentions taken as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from readouts.coder.document import Sentence
from readouts.coder.model import Mention

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


@dataclass(frozen=True, eq=False)
class Item:
    """A word or a mention; `keys` are what the lexicon can match it by."""

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


def items_of(sentence: Sentence, mentions: Sequence[Mention]) -> list[Item]:
    """The items of a sentence in order."""
    items: list[Item] = []
    by_first = {m.first: m for m in mentions}
    place = 0
    while place < len(sentence.tokens):
        mention = by_first.get(place)
        behind = by_first.get(place + 1)
        if mention is None and behind is not None and sentence.tokens[place].low == "the":
            items.append(replace(_mention_item(sentence, behind), start=sentence.tokens[place].start))
            place = behind.last
        elif mention is None:
            token = sentence.tokens[place]
            items.append(
                Item(token.start, token.end, token.low, (token.low,), None, token.text[:1].isupper())
            )
            place += 1
        else:
            items.append(_mention_item(sentence, mention))
            place = mention.last
    return items


def _mention_item(sentence: Sentence, mention: Mention) -> Item:
    low = " ".join(t.low for t in sentence.tokens[mention.first : mention.last])
    classes = _CLASSES.get(mention.kind, ())
    keys = (
        low,
        *(classes if mention.kind != "pronoun" or mention.code not in _POSSESSIVES else ("@possessive",)),
    )
    return Item(mention.start, mention.end, low, keys, mention, capital=True)


_POSSESSIVES = frozenset({"my", "our", "your", "his", "her", "their", "its"})
