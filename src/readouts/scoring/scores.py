"""What the scorer hands back: the figures of each article, and of all together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from readouts.scoring.figures import Count, Share, Tally
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.scoring.differences import Difference

Part: TypeAlias = tuple[str, str]
"""A vocabulary and a code of it: `("topic", "climate")`."""

PARTS = {
    "topic": ("positions", "stated", "silence", "act", "speaker", "voice", "speech"),
    "event_type": ("events", "main events", "participants", "roles", "dates", "countries", "status"),
}
"""The vocabularies that the figures are told by, and the figures that each divides."""


@dataclass
class ArticleScores:
    """The figures of one article, and how its tables differ from its gold."""

    name: str
    total: Tally = field(default_factory=Tally)
    parts: dict[Part, Tally] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def count(self, figure: str, part: Part, *, right: int = 0, missed: int = 0, extra: int = 0) -> None:
        """Count in the article and in the part."""
        for tally in self._tallies(part):
            tally.counts[figure].add(Count(right, missed, extra))

    def share(self, figure: str, part: Part, is_right: bool) -> None:
        """Count one more that was compared, in the article and in the part."""
        for tally in self._tallies(part):
            tally.shares[figure].add(Share(int(is_right), 1))

    def _tallies(self, part: Part) -> tuple[Tally, Tally]:
        return self.total, self.parts.setdefault(part, Tally())


@dataclass
class Scores:
    """The figures of the articles that have a gold coding.

    Attributes:
        articles: one after the other, by name.
        coded: how many articles the tables hold, with a gold coding or without.
    """

    articles: Sequence[ArticleScores] = ()
    coded: int = 0

    @property
    def total(self) -> Tally:
        """The figures of all articles together."""
        return summed(article.total for article in self.articles)

    @property
    def differences(self) -> list[Difference]:
        """What differs, article by article."""
        return [difference for article in self.articles for difference in article.differences]

    def codes(self, vocabulary: str) -> list[str]:
        """The codes that gold or tables have, in codebook order."""
        found = {part for article in self.articles for part in article.parts}
        return [code for code in codes(vocabulary) if (vocabulary, code) in found]

    def part(self, vocabulary: str, code: str) -> list[Tally]:
        """The figures of a part in each article."""
        return [article.parts.get((vocabulary, code), Tally()) for article in self.articles]


def summed(tallies: Iterable[Tally]) -> Tally:
    """The figures of several together."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total
