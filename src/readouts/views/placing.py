"""Gives each statement the level of the first rule that holds for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from readouts.views.data import Part, column_of, rules, words

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from readouts.views.data import Rule

MARKS = ",.;:\"'()’‘“”-"
"""What stands between words, and is no part of them."""


class Statements:
    """Positions that rules are tried on; what has been looked for once is remembered."""

    def __init__(self, positions: pd.DataFrame) -> None:
        self.positions = positions
        self._words: dict[str, pd.Series[str]] = {}

    def placed(self, view: str) -> pd.DataFrame:
        """Level, rank, rule and words of each position, by its place in the frame."""
        made = self.positions.loc[:, []].assign(level=None, rank=None, level_rule=None, words=None)
        made = made.astype({"level": "str", "rank": "Int32", "level_rule": "str", "words": "str"})
        left = self.positions["stance"].notna()
        for rule in rules(view):
            here = self._holds(rule) & left
            left &= ~here
            made.loc[here, ["level", "level_rule"]] = [rule.level, rule.name]
            made.loc[here, "rank"] = rule.rank
            made.loc[here, "words"] = self._rests_on(rule)[here]
        return made

    def words_of(self, kind: str) -> pd.Series[str]:
        """The first words of a class that each position holds; empty where it holds none."""
        if kind not in self._words:
            self._words[kind] = _first(self._read(column_of(kind)), words(kind))
        return self._words[kind]

    def _holds(self, rule: Rule) -> pd.Series[bool]:
        found = self.positions["stance"].notna()
        for part in rule.parts:
            if found.any():
                found &= self._meets(part)
        return found

    def _meets(self, part: Part) -> pd.Series[bool]:
        if part.kind in {"words", "no_words"}:
            return self.words_of(part.value).notna() == (part.kind == "words")
        if part.kind in {"elements", "no_elements"}:
            wanted = part.kind == "elements"
            return _each(self.positions["elements"], lambda held: (part.value in held.split(";")) == wanted)
        if part.kind == "cue":
            return _each(
                self.positions["rule"], lambda held: part.value in held.replace(" < ", "+").split("+")
            )
        return self.positions[part.kind] == part.value

    def _rests_on(self, rule: Rule) -> pd.Series[str]:
        """The words that the rule asks for; the formula where it asks for none."""
        asked = [self.words_of(part.value) for part in rule.parts if part.kind == "words"]
        if not asked:
            return self.positions["formula"]
        first, *others = asked
        for other in others:
            first = first + ";" + other
        return first

    def _read(self, column: str) -> pd.Series[str]:
        return self._evidence if column == "evidence" else self._strength

    @cached_property
    def _evidence(self) -> pd.Series[str]:
        return _plain(self.positions["evidence"])

    @cached_property
    def _strength(self) -> pd.Series[str]:
        return _plain(self.positions["strength"])


def _plain(texts: pd.Series[str]) -> pd.Series[str]:
    """Small letters and blanks, one before and one behind."""
    return " " + texts.fillna("").str.lower().str.replace(f"[{MARKS}]", " ", regex=True) + " "


def _first(texts: pd.Series[str], wanted: tuple[str, ...]) -> pd.Series[str]:
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    longest_first = "|".join(sorted(wanted, key=lambda phrase: (-len(phrase), phrase)))
    found = pc.extract_regex(pa.array(texts, pa.large_string()), f" (?P<found>{longest_first}) ")
    return pd.Series(pc.struct_field(found, "found"), index=texts.index, dtype="str")


def _each(column: pd.Series[str], test: Callable[[str], bool]) -> pd.Series[bool]:
    """Test each value once, however often it stands there; an empty cell holds nothing."""
    values = column.fillna("")
    tested = {value: test(value) for value in values.unique()}
    return values.map(tested).astype(bool)
