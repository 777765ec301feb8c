"""A marked stretch of a text, and all that is marked in an article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from readouts.coder.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from readouts.coder.text.document import Paragraph
    from readouts.seeds.types import Article

Row = dict[str, Any]

LAYERS = {
    "speech": "who says it",
    "events": "clause that tells an event",
    "positions": "words that carry a position",
    "topics": "wording of a topic, whether or not it makes a position",
    "mentions": "people, states, organisations, offices",
}
"""The layers from the widest to the narrowest, each with what it marks."""

DEPTH = {layer: depth for depth, layer in enumerate(LAYERS)}
"""Which of two marks over the same words is drawn around the other: that of the lower number."""

FAMILIES = {
    "person": "person",
    "state": "state",
    "adjective": "state",
    "metonym": "state",
    "place": "state",
    "organisation": "organisation",
    "office": "office",
}
"""How kinds of mentions are drawn; whatever is not here (pronouns, both sides at once) is `other`."""


@dataclass(frozen=True, eq=False)
class Mark(Span):
    """A marked stretch of the text; compared by identity.

    Attributes:
        layer: one of `LAYERS`.
        kind: type of event, topic, mode of speech or kind of mention.
        ref: by which it is named on the page ('P3'); empty for topics and mentions.
        label: the mark in a few words.
        rule: what made it: an entry of the lexicon, a sieve.
        row: the row it made, or what was found, by column; of an event with the columns of its report.
        parts: rows of the participants of an event.
    """

    layer: str
    kind: str
    ref: str
    label: str
    rule: str
    row: Row
    parts: tuple[Row, ...] = ()

    @property
    def family(self) -> str:
        """How a mention is drawn: person, state, organisation, office or other."""
        return FAMILIES.get(self.kind, "other")

    @property
    def row_id(self) -> str | None:
        """The key of the row in the table of its layer; None for what makes no row."""
        key = {"events": "event_id", "positions": "position_id"}.get(self.layer)
        return str(self.row[key]) if key else None


@dataclass(frozen=True)
class Explanation:
    """An article with its marks.

    Attributes:
        article: the text, with the day of publication that the coder counted from.
        paragraphs: its paragraphs, in order.
        marks: the marks, in the order of the text; of those that begin together the longest first.
        tables: the rows of the seven tables.
        title: the headline where it is known, else the name of the file.
        sides: the states and organisations between which it is about, as the coder took them.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    tables: Mapping[str, list[Row]]
    title: str
    sides: tuple[str, ...] = ()

    def of(self, layer: str) -> Iterator[Mark]:
        """The marks of a layer, in order."""
        return (mark for mark in self.marks if mark.layer == layer)

    def only(self, layers: Collection[str]) -> Explanation:
        """The same with the marks of some layers alone."""
        return replace(self, marks=tuple(mark for mark in self.marks if mark.layer in layers))

    def at(self, numbers: Collection[int]) -> Explanation:
        """The same with some paragraphs alone, counted from 1."""
        return replace(self, paragraphs=tuple(p for p in self.paragraphs if p.index + 1 in numbers))

    @property
    def unstated(self) -> list[str]:
        """The core topics on which the article states nothing."""
        return [row["topic"] for row in self.tables["coverage"] if not row["is_stated"]]
