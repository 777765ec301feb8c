"""The figures of the scorer: counts with precision and recall, and shares.

Where there was nothing to count, a rate is None: neither perfect nor bad.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Ratio: TypeAlias = tuple[int, int]
"""Numerator and denominator of a rate, so that rates of several articles can be put together."""


@dataclass
class Count:
    """How many were found, missed, and coded without being there."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def gold(self) -> int:
        """How many the gold has."""
        return self.right + self.missed

    @property
    def coded(self) -> int:
        """How many the tables have."""
        return self.right + self.extra

    @property
    def ratios(self) -> dict[str, Ratio]:
        """The rates by name, as fractions; F1 is the harmonic mean of the other two."""
        return {
            "precision": (self.right, self.coded),
            "recall": (self.right, self.gold),
            "f1": (2 * self.right, self.gold + self.coded),
        }

    @property
    def precision(self) -> float | None:
        """Share of the coded that is right."""
        return rate(self.ratios["precision"])

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found."""
        return rate(self.ratios["recall"])

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return rate(self.ratios["f1"])

    def add(self, other: Count) -> None:
        """Count what another has counted, too."""
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra


@dataclass
class Share:
    """How many of the matched are right in one attribute."""

    right: int = 0
    of: int = 0

    @property
    def ratios(self) -> dict[str, Ratio]:
        """The share by its name, as a fraction."""
        return {"share": (self.right, self.of)}

    @property
    def share(self) -> float | None:
        """The share that is right."""
        return rate(self.ratios["share"])

    def add(self, other: Share) -> None:
        """Count what another has counted, too."""
        self.right += other.right
        self.of += other.of


def rate(ratio: Ratio) -> float | None:
    """The value of a fraction; None of nothing."""
    right, of = ratio
    return right / of if of else None


COUNTS = ("positions", "core", "stated", "main events", "events", "participants")
SHARES = ("silence", "act", "speaker", "voice", "speech", "roles", "dates", "countries", "status")


@dataclass
class Tally:
    """All figures by name: of an article, of a topic or event type in it, or of several together."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in COUNTS})
    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in SHARES})

    @property
    def figures(self) -> dict[str, Count | Share]:
        """Counts, then shares."""
        return {**self.counts, **self.shares}

    @property
    def ratios(self) -> dict[tuple[str, str], Ratio]:
        """Every rate as a fraction, by the names of figure and rate."""
        return {
            (name, kind): ratio
            for name, figure in self.figures.items()
            for kind, ratio in figure.ratios.items()
        }

    def add(self, other: Tally) -> None:
        """Count what another has counted, too."""
        for name, count in other.counts.items():
            self.counts[name].add(count)
        for name, share in other.shares.items():
            self.shares[name].add(share)
