"""One thing in which the tables and the gold standard differ, with its place and words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from readouts.scoring.wording import quoted

Kind = Literal["missed", "extra", "differs"]


@dataclass(frozen=True)
class Difference:
    """What was missed, is extra, or is told otherwise.

    Attributes:
        article: name of the article's file, without its ending.
        kind: `missed`: only the gold has it; `extra`: only the tables have it; `differs`: both have it, with
            another value.
        figure: the figure that counts it.
        what: what it is, in words.
        start: first character of its evidence, in the gold where the gold has it; None where it has no place.
        end: the character after its evidence.
        evidence: the words between; None where neither gold nor text is at hand to tell them.
        coded: the value in the tables, where values differ.
        gold: the value in the gold, where values differ.
    """

    article: str
    kind: Kind
    figure: str
    what: str
    start: int | None = None
    end: int | None = None
    evidence: str | None = None
    coded: str | None = None
    gold: str | None = None

    def __str__(self) -> str:
        place = "" if self.start is None else f" at character {self.start}"
        if self.kind == "differs":
            told = f"{self.figure} of {self.what}{place}: {self.coded}, where the gold has {self.gold}"
            return f"{self.article}: {told}"
        words = f": {quoted(self.evidence)}" if self.evidence else ""
        return f"{self.article}: {self.kind} {self.what}{place}{words}"

    def as_json(self) -> dict[str, Any]:
        """What is known of it, as plain values."""
        return {key: value for key, value in asdict(self).items() if value is not None}
