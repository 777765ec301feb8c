"""Reads the lexicon's TOML files and compiles their patterns, collecting every entry that cannot be used."""

from __future__ import annotations

import csv
import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any

from readouts.coder.lexicon.inflection import Forms
from readouts.coder.lexicon.patterns import PatternError, Sequence_, expand
from readouts.errors import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

NEEDED = {
    "names.toml": (
        "honorifics", "particles", "common", "family_first", "short_form_last", "offices", "bodies",
        "pronouns", "groups",
    ),
    "layout.toml": ("abbreviations", "starters", "headers"),
}  # fmt: skip


class LexiconFiles:
    """The lexicon folder: the packaged one, with files of another folder laid over it where one is given."""

    def __init__(self, overlay: Path | None = None) -> None:
        self.overlay = overlay
        self.problems: list[Problem] = []
        self.irregular: dict[str, Forms] = {}
        self.irregular = dict(self._irregular_verbs())

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file as a dictionary; what cannot be read or lacks becomes a problem at once.

        Raises:
            BadInput: the file is no TOML, or one of `NEEDED` lacks a table.
        """
        table: dict[str, Any] = {}
        try:
            table = tomllib.loads(self._path(name).read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            do = "mend the line that the message names"
            self.problem(name, "", f"it is no TOML: {error}", "a TOML file", do)
            raise BadInput(self.problems) from None
        for key in NEEDED.get(name, ()):
            if key not in table:
                self.problem(name, "", f"'{key}' is missing", f"{', '.join(NEEDED[name])}", "add it")
        if self.problems and name in NEEDED:
            raise BadInput(self.problems)
        return table

    def entries(
        self, name: str, table: Mapping[str, Any], key: str, *needed: str
    ) -> Iterator[dict[str, Any]]:
        """The entries of a list of tables that have all they need; the others become problems."""
        seen: set[str] = set()
        for number, entry in enumerate(table.get(key, ()), 1):
            title = str(entry.get("id", f"{key} {number}"))
            lacking = [field for field in ("id", "patterns", *needed) if field not in entry]
            for field in lacking:
                self.problem(name, title, f"'{field}' is missing", "an entry with it", "add it")
            if not lacking and not _is_list_of_strings(entry["patterns"]):
                self.problem(name, title, "'patterns' is no list of texts", '["..."]', "put it in brackets")
                continue
            if title in seen:
                self.problem(name, title, "the id stands twice", "every id once", "give one another id")
            seen.add(title)
            if not lacking:
                yield entry

    def rows(self, name: str, *columns: str) -> list[dict[str, str]]:
        """The rows of a CSV file; without its columns or not in UTF-8 it becomes a problem and gives none."""
        try:
            reader = csv.DictReader(self._path(name).read_text("utf-8").splitlines())
            rows = list(reader)
        except UnicodeDecodeError as error:
            self.problem(name, "", f"it is not UTF-8: {error}", "UTF-8", "store it again as UTF-8")
            return []
        lacking = [column for column in columns if column not in (reader.fieldnames or ())]
        for column in lacking:
            self.problem(
                name, "", f"column '{column}' is missing", ", ".join(columns), "add it to the header"
            )
        return [] if lacking else rows

    def folder_of(self, name: str) -> Path | None:
        """The overlay, where it has the file; None stands for the package's own."""
        return self.overlay if self.overlay and (self.overlay / name).is_file() else None

    def regex(self, name: str, entry: str, patterns: Sequence[str]) -> list[str]:
        """The regular expressions that compile; the others become problems."""
        return [pattern for pattern in patterns if self._compiles(name, entry, pattern)]

    def _compiles(self, name: str, entry: str, pattern: str) -> bool:
        try:
            re.compile(pattern)
        except re.error as error:
            what = f"the regular expression {pattern!r} does not compile: {error}"
            self.problem(name, entry, what, "one that Python's re reads", "mend it or take it out")
            return False
        return True

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
                    name, entry, what, "a pattern as lexicon/README.md describes", "mend it or take it out"
                )

    def check(self, name: str, entry: str, field: str, value: object, allowed: Iterable[str]) -> None:
        """Note a code that the codebook does not have."""
        choices = tuple(allowed)
        if value not in choices:
            what = f"unknown code {value!r} in '{field}'"
            self.problem(name, entry, what, f"one of {', '.join(choices)}", "use a code of the codebook")

    def known_keys(self, name: str, entry: Mapping[str, Any], allowed: Iterable[str]) -> None:
        """Note the keys of an entry that nothing reads, misspelt ones among them."""
        choices = tuple(allowed)
        for key in entry:
            if key not in choices:
                expected, do = f"one of {', '.join(choices)}", "mend its spelling or take it out"
                self.problem(name, str(entry.get("id", "")), f"unknown key '{key}'", expected, do)

    def problem(self, name: str, entry: str, what: str, expected: str, do: str) -> None:
        """Note something wrong with an entry."""
        where = f"lexicon/{name}" + (f", entry '{entry}'" if entry else "")
        self.problems.append(Problem(where, what, expected, do))

    def _path(self, name: str) -> Traversable:
        if self.overlay and (self.overlay / name).is_file():
            return self.overlay / name
        return resources.files("readouts.lexicon") / name

    def _irregular_verbs(self) -> Iterator[tuple[str, Forms]]:
        for row in self.rows("irregular_verbs.csv", "base", "third", "past", "participle", "gerund"):
            finite = (*row["third"].split(";"), *row["past"].split(";"))
            participle = tuple(row["participle"].split(";"))
            yield row["base"], Forms(row["base"], finite, participle, row["gerund"])


def strings(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of strings of a TOML table; empty where absent."""
    return tuple(entry.get(key, ()))


def _is_list_of_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
