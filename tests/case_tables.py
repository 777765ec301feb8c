"""Reads the tables of cases in `tests/data`: a new case is a new line."""

from __future__ import annotations

import csv
from pathlib import Path

DATA = Path(__file__).parent / "data"

Case = tuple[tuple[str, ...], list[tuple[str, ...]]]


def rows(name: str) -> list[dict[str, str]]:
    """The lines of a table; `\\n` in its text stands for the end of a line."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [line | {"text": line["text"].replace(r"\n", "\n")} for line in lines]


def cases(name: str, given: int) -> list[Case]:
    """What is given (the first columns) with all that is to be found; lines that give the same are a case."""
    by_text: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in rows(name):
        values = tuple(row.values())
        expected = by_text.setdefault(values[:given], [])
        if any(values[given:]):
            expected.append(values[given:])
    return list(by_text.items())


def title(value: object) -> str | None:
    """The name of a case in reports of the tests: the beginning of its text."""
    return str(value[0])[:60] if isinstance(value, tuple) else ""
