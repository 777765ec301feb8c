"""`DATA_CHANGES.md`: the history of the data, release by release."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from readouts.comparing.compare import compare
from readouts.comparing.held import open_folder
from readouts.comparing.told import told_groups
from readouts.paths import versions_in
from readouts.release.bump import bump_of
from readouts.release.descriptor import NAME
from readouts.release.markdown import code, grid, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readouts.comparing.compare import Comparison
    from readouts.comparing.held import Held
    from readouts.comparing.told import Cell, Told

NUMBERS = "---:"
SHOWN = 10
"""So many rows of a kind and table are told; the command tells all of them."""

INTRODUCTION = """\
# What changed in the data

Every release against the one before it, newest first. `readouts diff OLD NEW` tells all of it, row by row.
A *major* change removes or redefines something or gives rows other ids, a *minor* one adds, a *patch*
corrects. Before 1.0.0, a minor version may bring major changes."""


def change_log(data: Path) -> str:
    """Write the history of all releases in a folder as Markdown, newest first.

    Args:
        data: the folder of releases.

    Raises:
        InvalidRelease: a folder with a version as its name holds no release that can be read.
    """
    folders = (data / version for version in versions_in(data))
    releases = [open_folder(path) for path in folders if (path / NAME).is_file()]
    parts = ["\n\n".join(_first(held)) for held in releases[:1]]
    parts += ["\n\n".join(_next(compare(old, new))) for old, new in pairwise(releases)]
    return "\n\n".join([INTRODUCTION, *reversed(parts)]) + "\n"


def _first(held: Held) -> Iterator[str]:
    yield _heading(held)
    yield "The first release."
    rows = [(code(name), f"{held.read(name).num_rows:,}") for name in held.tables()]
    yield grid(("table", "rows"), rows, NUMBERS)


def _heading(held: Held) -> str:
    return f"## {plain(held.version)}" + (f" ({plain(held.day)})" if held.day else "")


def _next(found: Comparison) -> Iterator[str]:
    bump = bump_of(found)
    yield _heading(found.new)
    if bump.level == "none":
        yield f"The same content as {plain(found.old.version)}."
        return
    yield f"A *{bump.level}* change since {plain(found.old.version)}:"
    yield _list(map(plain, bump.reasons))
    yield from _counts(found)
    if found.schema:
        yield "### Schema"
        yield _list(plain(str(change)) for change in found.schema)
    if found.files:
        yield "### Documents"
        yield _list(plain(str(change)) for change in found.files)
    yield from _rows(found)


def _counts(found: Comparison) -> Iterator[str]:
    lines = [
        (code(table), *(f"{number:,}" for number in kinds.values()))
        for table, kinds in found.counts.items()
        if any(kinds.values())
    ]
    if lines:
        yield grid(("rows of", *next(iter(found.counts.values()))), lines, NUMBERS)
    if found.rulings:
        yield f"New rulings: {found.n_rulings:,}."


def _rows(found: Comparison) -> Iterator[str]:
    for (table, kind), rows in told_groups(found.rows).items():
        yield f"### {table}: {kind}"
        told = _list(line for row in rows[:SHOWN] for line in _row(row))
        left = len(rows) - SHOWN
        command = code(f"readouts diff {found.old.version} {found.new.version} --table {table}")
        yield told + (f"\n- ... and {left:,} more: {command}" if left > 0 else "")


def _row(row: Told) -> Iterator[str]:
    name = (
        f"{code(row.formerly or '')} is now {code(row.row_id)}" if row.kind == "moved" else code(row.row_id)
    )
    label = f": {plain(row.label)}" if row.label != row.row_id else ""
    yield name + label + _because(row.reason)
    yield from (f"  {_cell(cell)}" for cell in row.cells)
    source = f"({code(row.article)})" if row.article else ""
    if row.quotation or source:
        yield "  " + " ".join(filter(None, (plain(row.quotation), source)))


def _cell(cell: Cell) -> str:
    was, becomes = map(plain, cell.values())
    return f"{code(cell.column)}: {was} became {becomes}{_because(cell.reason)}"


def _because(reason: str | None) -> str:
    return f", because: {plain(reason)}" if reason else ""


def _list(lines: Iterator[str] | map[str]) -> str:
    """Make a list; a line that begins with spaces is an item of the one above it."""
    return "\n".join(f"{line[: len(line) - len(line.lstrip())]}- {line.lstrip()}" for line in lines)
