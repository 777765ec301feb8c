"""The comparison as lines for people."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from readouts.comparing.told import told_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readouts.comparing.compare import Comparison
    from readouts.comparing.told import Told


def headline(found: Comparison) -> str:
    """Name the two releases, with their days."""
    names = [f"{held.version} ({held.day})" if held.day else held.version for held in (found.old, found.new)]
    return " -> ".join(names)


def text_lines(found: Comparison, width: int) -> Iterator[str]:
    """Tell what differs, below the counts: schema, documents, then rows by table.

    Args:
        found: the comparison.
        width: columns that a line may have; longer ones are broken between words.
    """
    if found.is_identical:
        yield f"{found.old.version} and {found.new.version} hold the same"
        return
    yield from _section("Schema", map(str, found.schema), width)
    yield from _section("Documents", map(str, found.files), width)
    if found.rulings:
        yield from _section("Rulings", [f"{found.n_rulings:,} new"], width)
    heading = ("", "")
    for row in told_rows(found.rows):
        if heading != (row.table, row.kind):
            heading = (row.table, row.kind)
            yield f"{row.table}, {row.kind}: {found.counts[row.table][row.kind]:,}"
        yield from _row(row, width)
        yield ""


def _section(title: str, lines: Iterable[str], width: int) -> Iterator[str]:
    told = [line for text in lines for line in _wrapped(text, width, 2)]
    if told:
        yield from (title, *told, "")


def _row(row: Told, width: int) -> Iterator[str]:
    yield from _wrapped(f"{row.ids}: {row.label}" if row.label != row.row_id else row.ids, width, 2)
    for cell in row.cells:
        was, becomes = cell.values()
        yield from _wrapped(f"{cell.column}: {was} -> {becomes}", width)
        yield from _because(cell.reason, width, 6)
    yield from _because(row.reason, width, 4)
    yield from _wrapped(row.quotation, width)
    if row.article and row.article != row.label:
        yield from _wrapped(row.article, width)


def _because(reason: str | None, width: int, indent: int) -> Iterator[str]:
    if reason:
        yield from _wrapped(f"because: {reason}", width, indent)


def _wrapped(text: str, width: int, indent: int = 4) -> list[str]:
    blank = " " * indent
    return textwrap.wrap(
        " ".join(text.split()), width, initial_indent=blank, subsequent_indent=blank + "  ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
