"""A release as files of other programs: a workbook for Excel, data files for Stata."""

from __future__ import annotations

import filecmp
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from readouts.described import describe
from readouts.errors import CannotExport, Problem, UnknownFormat, UnknownTable
from readouts.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readouts.described import Described

Format: TypeAlias = Literal["excel", "stata"]

FORMATS = ("excel", "stata")


def export(
    release: str | None = None,
    to: Format = "excel",
    *,
    out: str | Path,
    tables: Iterable[str] | None = None,
    force: bool = False,
) -> list[Path]:
    """Write a release as a workbook for Excel, or as data files for Stata.

    The same release gives the same bytes at any time and place, under the same versions of the libraries.

    Args:
        release: version such as `0.1.0`; the newest by default.
        to: `excel` for one workbook with a sheet a table, `stata` for one `.dta` file a table.
        out: the folder to write to; for Excel it may be the name of the workbook, `readouts.xlsx`.
        tables: the tables to write; all by default.
        force: replace files of these names that have other content.

    Returns:
        The files that were written.

    Raises:
        UnknownFormat: it is neither `excel` nor `stata`.
        UnknownRelease: there is no such release; the message lists the releases there are.
        UnknownTable: the release has no such table; the message lists its tables.
        CannotExport: the format cannot hold the tables as they are, or a file is in the way; nothing
            was written.
        InvalidRelease: the descriptor of the release cannot be read.
    """
    if to not in FORMATS:
        message = f"no format {to!r}; there are {', '.join(FORMATS)}"
        raise UnknownFormat(message)
    described = _narrowed(describe(release), tables)
    folder, name = _workbook(Path(out), described) if to == "excel" else _data_files(Path(out))
    if folder.exists() and not folder.is_dir():
        raise CannotExport([Problem(str(folder), "is a file", "a folder", "give another --out")])

    def fill(beside: Path) -> None:
        _write(described, to, beside, name)
        if not force:
            _refuse_to_replace(folder, beside)

    return write_whole(folder, fill)


def _narrowed(described: Described, tables: Iterable[str] | None) -> Described:
    """Leave only the tables that were asked for, in the order of the release."""
    if tables is None:
        return described
    wanted = [tables] if isinstance(tables, str) else list(tables)
    there = [table.name for table in described.tables]
    for name in wanted:
        if name not in there:
            message = f"no table {name!r} in release {described.version}; there are {', '.join(there)}"
            raise UnknownTable(message)
    return replace(described, tables=tuple(table for table in described.tables if table.name in wanted))


def _workbook(out: Path, described: Described) -> tuple[Path, str]:
    """The folder and the name of the workbook."""
    if out.suffix.lower() == ".xlsx" and not out.is_dir():
        return out.parent, out.name
    if out.suffix.lower().startswith(".xls") and not out.is_dir():
        expected = "a name that ends in .xlsx, or a folder"
        raise CannotExport([Problem(str(out), "is no name of a workbook that is written", expected)])
    return out, f"{described.name}-{described.version}.xlsx"


def _data_files(out: Path) -> tuple[Path, str]:
    if out.suffix.lower() == ".dta" and not out.is_dir():
        expected = f"a folder, such as {out.with_suffix('')}"
        raise CannotExport([Problem(str(out), "names a file, and each table has its own", expected)])
    return out, ""


def _write(described: Described, to: Format, folder: Path, name: str) -> None:
    if to == "excel":
        from readouts.exporting.excel import write_workbook  # noqa: PLC0415 - slow to import

        write_workbook(described, folder / name)
    else:
        from readouts.exporting.stata import write_data_files  # noqa: PLC0415 - slow to import

        write_data_files(described, folder)


def _refuse_to_replace(folder: Path, beside: Path) -> None:
    names = sorted(path.name for path in beside.iterdir())
    there = [name for name in names if (folder / name).exists()]
    changed = [name for name in there if not filecmp.cmp(folder / name, beside / name, shallow=False)]
    if changed:
        do = "write elsewhere, or replace it with --force (in Python: force=True)"
        raise CannotExport(
            [Problem(str(folder / name), "is there with other content", do=do) for name in changed]
        )
