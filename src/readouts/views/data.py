"""What the views know, from the CSV files beside this module.

choices.csv      the topics that count as backing, the events that count as meeting, and why
levels.csv       the levels of `one_china_levels` and `integrity_levels`
level_rules.csv  which statement has which level; the first rule that holds gives it
level_words.csv  the words that the rules ask for, by class
crosswalk.csv    the levels beside the classes of published schemes
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PARTS = ("stance", "act", "cue", "elements", "no_elements", "words", "no_words")
"""The columns of `level_rules.csv` that say what a rule asks for."""


@dataclass(frozen=True)
class Part:
    """One thing that a rule asks for.

    Attributes:
        kind: one of `PARTS`.
        number: its place among those of its kind, from 1.
        value: a stance, an act, a cue of the lexicon, an element, or a class of words.
    """

    kind: str
    number: int
    value: str


@dataclass(frozen=True)
class Rule:
    """A rule of `level_rules.csv`.

    Attributes:
        place: its place in the order; the first that holds counts.
        name: what the views call it.
        level: the level that it gives.
        rank: its place on the scale; None beside the scale.
        parts: all that it asks for, in the order of `PARTS`.
        reason: why, for people.
    """

    place: int
    name: str
    level: str
    rank: int | None
    parts: tuple[Part, ...]
    reason: str

    def asks_for(self, kind: str) -> bool:
        """Whether it has a part of a kind."""
        return any(part.kind == kind for part in self.parts)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a data file, named without its ending."""
    text = (files("readouts.views") / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def choices(view: str, what: str) -> tuple[str, ...]:
    """The codes that a view chooses, such as the backing topics of `exchanges`."""
    return tuple(row["code"] for row in rows("choices") if (row["view"], row["what"]) == (view, what))


@cache
def rules(view: str) -> tuple[Rule, ...]:
    """The rules of a view of levels, in order."""
    return tuple(_rule(row) for row in rows("level_rules") if row["view"] == view)


def _rule(row: dict[str, str]) -> Rule:
    parts = tuple(
        Part(kind, number, value)
        for kind in PARTS
        for number, value in enumerate(filter(None, re.split("[;+]", row[kind])), start=1)
    )
    rank = int(row["rank"]) if row["rank"] else None
    return Rule(int(row["place"]), row["rule"], row["level"], rank, parts, row["reason"])


def words(kind: str) -> tuple[str, ...]:
    """The words of a class, as they stand in `level_words.csv`."""
    return tuple(row["words"] for row in rows("level_words") if row["class"] == kind)


def column_of(kind: str) -> str:
    """The column of positions in which the words of a class are looked for."""
    return next(row["column"] for row in rows("level_words") if row["class"] == kind)
