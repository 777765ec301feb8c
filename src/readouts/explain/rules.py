"""The entries of the lexicon behind a mark, read as they stand in its files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from readouts.coder.lexicon.files import strings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readouts.explain.marks import Mark

_FILES = {"events": "events.toml", "speech": "speech.toml"}
_CUES = "stances.toml"


@dataclass(frozen=True)
class Entry:
    """An entry of the lexicon: its id, its file below `readouts/lexicon`, its patterns."""

    name: str
    file: str
    patterns: tuple[str, ...]


def entries_behind(mark: Mark) -> list[Entry]:
    """The entries that a rule names; those parts of it that the coder's grammar makes have none."""
    found = (_entries(file).get(name) for name, file in _named(mark))
    return [entry for entry in found if entry]


def _named(mark: Mark) -> Iterator[tuple[str, str]]:
    """The ids in a rule, each with the file that it would stand in."""
    rule = mark.rule.partition(" (")[0]
    if mark.layer in _FILES:
        yield rule.rpartition("/")[2], _FILES[mark.layer]
    elif mark.layer in ("positions", "topics"):
        wording, _, cues = rule.partition(" < ")
        formula, _, more = wording.partition("+")
        topic, _, name = formula.partition("/")
        yield name, f"topics/{topic}.toml"
        yield from ((cue, _CUES) for cue in (*more.split("+"), *cues.split("+")) if cue)


@cache
def _entries(file: str) -> Mapping[str, Entry]:
    """The entries of a file by id."""
    path = resources.files("readouts.lexicon") / file
    if not path.is_file():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8")).values()
    held = [
        entry for table in tables if isinstance(table, list) for entry in table if isinstance(entry, dict)
    ]
    return {
        entry["id"]: Entry(entry["id"], file, strings(entry, "patterns")) for entry in held if "id" in entry
    }
