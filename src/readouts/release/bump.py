"""How much changed between two releases, and why."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias

from readouts.comparing.told import told_groups
from readouts.errors import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from readouts.comparing.compare import Comparison
    from readouts.comparing.told import Told

Level: TypeAlias = Literal["major", "minor", "patch", "none"]
LEVELS: tuple[Level, ...] = ("major", "minor", "patch", "none")
NAMED = 3
"""So many rows of a kind are named in a reason."""

ROW_SENTENCES = {
    "added": "{table}: {rows} new ({named})",
    "removed": "{table}: {rows} gone ({named})",
    "moved": "{table}: {rows} known by another id ({named})",
    "changed": "{table}: {rows} changed ({named})",
}


@dataclass(frozen=True)
class Bump:
    """The step that a version must make.

    Attributes:
        level: `major`, `minor`, `patch` or `none` (the same content).
        reasons: what makes it so, a sentence each, with table, column and rows.
    """

    level: Level
    reasons: tuple[str, ...] = ()


def told_levels(found: Comparison, reworded: Collection[str] = ()) -> list[tuple[Level, str]]:
    """Tell all that differs, a sentence each, with the level that it asks for."""
    return [*_of_schema(found, reworded), *_of_rows(found), *_of_files(found)]


def bump_of(found: Comparison, reworded: Collection[str] = ()) -> Bump:
    """Tell how large a step a comparison asks for.

    Args:
        found: the comparison.
        reworded: columns and codes that mean the same in other words, beside those that the newer release
            names itself.
    """
    told = told_levels(found, {*reworded, *found.new.reworded})
    level = min((level for level, _ in told), key=LEVELS.index, default=LEVELS[-1])
    return Bump(level, tuple(reason for other, reason in told if other == level))


def _of_schema(found: Comparison, reworded: Collection[str]) -> Iterator[tuple[Level, str]]:
    for change in found.schema:
        means_the_same = change.change == "reworded" and change.name in reworded
        yield "patch" if means_the_same else _level(change.what, change.change), str(change)


def _of_rows(found: Comparison) -> Iterator[tuple[Level, str]]:
    for (table, kind), rows in told_groups(found.rows).items():
        yield _level("row", kind), _row_sentence(table, kind, rows)


def _row_sentence(table: str, kind: str, rows: list[Told]) -> str:
    named = ", ".join(_named(row) for row in rows[:NAMED])
    more = f", and {len(rows) - NAMED:,} more" if len(rows) > NAMED else ""
    number = "1 row is" if len(rows) == 1 else f"{len(rows):,} rows are"
    if kind == "changed":
        number = number.rpartition(" ")[0]
    return ROW_SENTENCES[kind].format(table=table, rows=number, named=named + more)


def _named(row: Told) -> str:
    if row.kind != "changed":
        return row.ids
    cell = row.cells[0]
    was, becomes = cell.values()
    return f"{cell.column} of {row.ids}: {was} became {becomes}"


def _of_files(found: Comparison) -> Iterator[tuple[Level, str]]:
    yield from (("patch", str(change)) for change in found.files)
    if found.rulings:
        number = "1 ruling is" if found.n_rulings == 1 else f"{found.n_rulings:,} rulings are"
        yield "patch", f"rulings: {number} new"


def refuse_unchanged(found: Comparison, reworded: Collection[str]) -> None:
    """Refuse names of columns or codes that are said to be reworded and are not.

    Raises:
        BadInput: with every such name.
    """
    changed = {change.name for change in found.schema if change.change == "reworded"}
    problems = [
        Problem(
            "seeds/release.toml, reworded",
            f"{name!r} is not described otherwise than in {found.old.version}",
            f"names of columns or codes that are ({', '.join(sorted(changed)) or 'there are none'})",
            "take it out",
        )
        for name in sorted(set(reworded) - changed)
    ]
    if problems:
        raise BadInput(problems)


@cache
def _levels() -> dict[str, dict[str, Level]]:
    return tomllib.loads(files("readouts.release").joinpath("levels.toml").read_text("utf-8"))


def _level(what: str, change: str) -> Level:
    return _levels().get(what, {}).get(change, "patch")
