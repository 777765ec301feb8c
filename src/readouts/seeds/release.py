"""Reads what the next release is called: `release.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from readouts.errors import Problem
from readouts.seeds.tables import read_bytes
from readouts.seeds.text import not_utf8, stored_text

if TYPE_CHECKING:
    from pathlib import Path

VERSION = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}")
OPTIONAL = {"reworded": 'a list of columns and codes, such as ["positions.strength", "stance/neutral"]'}
EXPECTED = {
    "version": 'three numbers, such as "0.1.0"',
    "released": "a day without quotation marks, such as 2024-05-01",
    "title": "a text in quotation marks",
    "description": "a text in quotation marks",
}


@dataclass(frozen=True)
class ReleaseFacts:
    """Version, day and name of a release."""

    version: str
    released: date
    title: str
    description: str
    reworded: tuple[str, ...] = ()


def collect_release(path: Path, label: str, problems: list[Problem]) -> ReleaseFacts | None:
    """The facts of the release, or None after what is wrong was noted."""
    table = _toml(path, label, problems)
    if table is None:
        return None
    before = len(problems)
    for key in [*EXPECTED, *sorted(table.keys() - EXPECTED.keys())]:
        problem = _fault(key, table, label)
        if problem is not None:
            problems.append(problem)
    if len(problems) > before:
        return None
    return ReleaseFacts(**{**table, "reworded": tuple(table.get("reworded", ()))})


def _toml(path: Path, label: str, problems: list[Problem]) -> dict[str, Any] | None:
    data = read_bytes(path, label, problems)
    if data is None:
        return None
    try:
        return tomllib.loads(stored_text(data))
    except UnicodeDecodeError as error:
        problems.append(not_utf8(error, label))
    except tomllib.TOMLDecodeError as error:
        what = f"is not TOML ({error})"
        problems.append(Problem(label, what, 'lines such as version = "0.1.0"', "correct it"))
    return None


def _fault(key: str, table: dict[str, Any], label: str) -> Problem | None:
    where = f"{label}, {key}"
    known = {**EXPECTED, **OPTIONAL}
    if key not in known:
        return Problem(where, "is unknown", "only " + ", ".join(known), "take it out")
    if key not in table:
        return Problem(where, "is missing", EXPECTED[key], "add it")
    if not _fits(key, table[key]):
        return Problem(where, f"'{table[key]}' cannot be used", known[key], "correct it")
    return None


def _fits(key: str, value: object) -> bool:
    if key == "reworded":
        return isinstance(value, list) and all(isinstance(name, str) for name in value)
    if key == "released":
        return isinstance(value, date) and not isinstance(value, datetime)
    if key == "version":
        return isinstance(value, str) and VERSION.fullmatch(value) is not None
    return isinstance(value, str) and bool(value.strip())
