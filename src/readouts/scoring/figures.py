"""The figures of the scorer: counts with precision and recall, and shares."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Count:
    """How many were found, missed, and coded without being there."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """Share of the coded that is right."""
        coded = self.right + self.extra
        return self.right / coded if coded else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        gold = self.right + self.missed
        return self.right / gold if gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Share:
    """How many of the matched are right in one attribute."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:
        """Count one more."""
        self.of += 1
        self.right += is_right

    @property
    def share(self) -> float:
        """The share that is right; 1 of none."""
        return self.right / self.of if self.of else 1.0


COUNTS = ("positions", "core", "stated", "main events", "events", "participants")
SHARES = ("silence", "act", "speaker", "voice", "speech", "roles", "dates", "countries", "status")


@dataclass
class Scores:
    """The figures by name, and what was missed or is extra."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in COUNTS})
    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in SHARES})
    errors: list[str] = field(default_factory=list)
    articles: int = 0

    def figures(self) -> dict[str, dict[str, float]]:
        """Give the figures as plain numbers, rounded to three places."""
        counted = {
            name: {
                "precision": round(count.precision, 3),
                "recall": round(count.recall, 3),
                "f1": round(count.f1, 3),
                "gold": count.right + count.missed,
                "coded": count.right + count.extra,
            }
            for name, count in self.counts.items()
        }
        shared = {
            name: {"share": round(share.share, 3), "of": share.of} for name, share in self.shares.items()
        }
        return {**counted, **shared}

    def __str__(self) -> str:
        counted = [
            f"{name:<13} P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
            f"   ({count.right} right, {count.missed} missed, {count.extra} extra)"
            for name, count in self.counts.items()
        ]
        shared = [
            f"{name:<13} {share.share:.3f}   ({share.right} of {share.of})"
            for name, share in self.shares.items()
        ]
        return "\n".join(counted + shared)
