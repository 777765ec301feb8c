"""Reads invented sentences with the coder and tells what it found in plain words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from invented_news import article, knowledge
from readouts.coder import Findings, read_article

if TYPE_CHECKING:
    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity, Mention
    from readouts.coder.text.spans import Span


@cache
def findings(text: str) -> Findings:
    """What the coder finds in a text from a British outlet."""
    return read_article(article(text), knowledge())


def reading(text: str) -> Reading:
    """The first sentence."""
    return findings(text).discourse.readings[0]


def place_of(text: str, word: str) -> int:
    """The place of a word among the items of the first sentence; it must be there."""
    return [item.low for item in reading(text).items].index(word.lower())


def words_of(text: str, found: Mention | Item | Span) -> str:
    return text[found.start : found.end]


def name_of(entity: Entity) -> str:
    """A state by its code, anybody else by name."""
    return entity.code if entity.kind == "state" and entity.code else entity.name
