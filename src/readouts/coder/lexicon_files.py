"""Reads the lexicon's TOML files and compiles their patterns, collecting every entry that cannot be used."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from readouts.coder.inflection import Forms
from readouts.coder.patterns import PatternError, Sequence_, expand
from readouts.errors import Problem


class LexiconFiles:
    """The lexicon folder: the packaged one, with files of another folder laid over it where one is given."""

    def __init__(self, overlay: Path | None = None) -> None:
        self.overlay = overlay
        self.problems: list[Problem] = []
        self.irregular: dict[str, Forms] = {}
        self.irregular = dict(self._irregular_verbs())

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file as a dictionary; empty where it cannot be read."""
        try:
            return tomllib.loads(self._path(name).read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.problem(
                name, "", f"it is no TOML: {error}", "a TOML file", "mend the line that the message names"
            )
            return {}

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file."""
        return list(csv.DictReader(self._path(name).read_text("utf-8").splitlines()))

    def topics(self) -> list[str]:
        """Names of the topic files, sorted."""
        names = {p.name for p in (resources.files("readouts.lexicon") / "topics").iterdir()}
        if self.overlay and (self.overlay / "topics").is_dir():
            names |= {p.name for p in (self.overlay / "topics").iterdir()}
        return [f"topics/{name}" for name in sorted(names) if name.endswith(".toml")]

    def compile(self, name: str, entry: str, patterns: Iterable[str]) -> Iterator[Sequence_]:
        """The token sequences of an entry's patterns; one that cannot be read becomes a problem."""
        for pattern in patterns:
            try:
                yield from expand(pattern, self.irregular)
            except PatternError as error:
                what = f"the pattern {pattern!r} does not compile: {error}"
                self.problem(
                    name, entry, what, "a pattern as coder/patterns.py describes", "mend it or take it out"
                )

    def check(self, name: str, entry: str, field: str, value: object, allowed: Iterable[str]) -> None:
        """Note a code that the codebook does not have."""
        choices = tuple(allowed)
        if value not in choices:
            what = f"unknown code {value!r} in '{field}'"
            self.problem(name, entry, what, f"one of {', '.join(choices)}", "use a code of the codebook")

    def problem(self, name: str, entry: str, what: str, expected: str, do: str) -> None:
        """Note something wrong with an entry."""
        where = f"lexicon/{name}" + (f", entry '{entry}'" if entry else "")
        self.problems.append(Problem(where, what, expected, do))

    def _path(self, name: str) -> Traversable:
        if self.overlay and (self.overlay / name).is_file():
            return self.overlay / name
        return resources.files("readouts.lexicon") / name

    def _irregular_verbs(self) -> Iterator[tuple[str, Forms]]:
        for row in self.rows("irregular_verbs.csv"):
            finite = (*row["third"].split(";"), *row["past"].split(";"))
            participle = tuple(row["participle"].split(";"))
            yield row["base"], Forms(row["base"], finite, participle, row["gerund"])


def strings(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of strings of a TOML table; empty where absent."""
    return tuple(entry.get(key, ()))
