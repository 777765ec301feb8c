"""Gives each statement the level of the first rule that holds for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from readouts.tables.codes import SEPARATOR
from readouts.views.data import Part, column_of, rules, words
from readouts.views.values import by_value, simplified

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from readouts.views.data import Rule

MARKS = ",.;:\"'()’‘“”-"
"""What stands between words, and is no part of them."""


class Placing:
    """Positions that rules are tried on; what has been looked for once is remembered."""

    def __init__(self, positions: pd.DataFrame) -> None:
        self.positions = positions
        self._words: dict[str, pd.Series[str]] = {}

    def placed(self, view: str) -> pd.DataFrame:
        """Level, rank, rule and words of each position, by its place in the frame."""
        import numpy as np  # noqa: PLC0415 - keeps `import readouts` fast
        import pandas as pd  # noqa: PLC0415

        tried = rules(view)
        which = np.full(len(self.positions), len(tried))
        words = self.positions["formula"]
        for number, rule in enumerate(tried):
            here = self._holds(rule) & (which == len(tried))
            which[here] = number
            if rule.asks_for("words"):
                words = words.mask(here, self._rests_on(rule))
        names = {
            "level": pd.array([*(rule.level for rule in tried), None], dtype="str"),
            "rank": pd.array([*(rule.rank for rule in tried), None], dtype="Int32"),
            "level_rule": pd.array([*(rule.name for rule in tried), None], dtype="str"),
        }
        found = {name: held.take(which) for name, held in names.items()}
        return pd.DataFrame({**found, "words": words.mask(which == len(tried))}, self.positions.index)

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
            held = self._values("elements", lambda cell: part.value in cell.split(SEPARATOR))
            return held == (part.kind == "elements")
        if part.kind == "cue":
            return self._values("rule", lambda cell: part.value in cell.replace(" < ", "+").split("+"))
        return self.positions[part.kind] == part.value

    def _values(self, column: str, test: Callable[[str], bool]) -> pd.Series[bool]:
        """Test the values of a column; an empty cell holds nothing."""
        return by_value(self.positions[column], test, bool, empty=False)

    def _rests_on(self, rule: Rule) -> pd.Series[str]:
        """The words that the rule asks for."""
        first, *others = (self.words_of(part.value) for part in rule.parts if part.kind == "words")
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
    return " " + simplified(texts.fillna(""), MARKS, " ") + " "


def _first(texts: pd.Series[str], wanted: tuple[str, ...]) -> pd.Series[str]:
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    longest_first = "|".join(sorted(wanted, key=lambda phrase: (-len(phrase), phrase)))
    found = pc.extract_regex(pa.array(texts, pa.large_string()), f" (?P<found>{longest_first}) ")
    return pd.Series(pc.struct_field(found, "found"), index=texts.index, dtype="str")
