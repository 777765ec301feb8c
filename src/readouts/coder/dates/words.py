"""The words that dates are made of, from `lexicon/dates.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, eq=False)
class DateWords:
    """Months and weekdays by name, numbers by word, and the context that makes a number no date."""

    months: dict[str, int]
    full_months: tuple[str, ...]
    month_words: tuple[str, ...]
    weekdays: dict[str, int]
    full_weekdays: tuple[str, ...]
    joins: tuple[str, ...]
    pairs: tuple[str, ...]
    parts_of_day: tuple[str, ...]
    days: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    context: dict[str, frozenset[str]]

    def month(self, written: str) -> int:
        """The number of a month as written ('Nov.', 'NOVEMBER')."""
        return self.months[written.rstrip(".").title()]

    def weekday(self, written: str) -> int:
        """The number of a weekday as written, from Monday = 0."""
        return self.weekdays[written.rstrip(".").title()]

    def number(self, written: str) -> int:
        """The value of a number as written ('32', 'thirty-two')."""
        if written.isdigit():
            return int(written)
        return sum(self.numbers[part] for part in re.split(r"[\W_]+", written.lower()))

    def allows(self, kind: str, word: str) -> bool:
        """Whether a word is on a list of the context."""
        return word.lower() in self.context[kind]


@cache
def date_words() -> DateWords:
    """The lexicon of dates."""
    raw = tomllib.loads(resources.files("readouts.lexicon").joinpath("dates.toml").read_text("utf-8"))
    return DateWords(
        months=_numbered(raw["months"], 1),
        full_months=tuple(forms[0] for forms in raw["months"]),
        month_words=tuple(raw["month_words"]),
        weekdays=_numbered(raw["weekdays"], 0),
        full_weekdays=tuple(forms[0] for forms in raw["weekdays"]),
        joins=tuple(raw["joins"]),
        pairs=tuple(raw["pairs"]),
        parts_of_day=tuple(raw["parts_of_day"]),
        days=dict(raw["days"]),
        numbers=dict(raw["numbers"]),
        ordinals=dict(raw["ordinals"]),
        context={kind: frozenset(words) for kind, words in raw["context"].items()},
    )


def either(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", " ") for form in ordered) + ")"


def _numbered(rows: list[list[str]], first: int) -> dict[str, int]:
    return {form: number for number, forms in enumerate(rows, first) for form in forms}
