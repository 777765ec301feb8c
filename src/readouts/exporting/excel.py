"""A workbook for Excel: what it is, a sheet a table, every column and every code."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError, XlsxWriterException

from readouts.citing import as_text
from readouts.errors import CannotExport
from readouts.exporting.limits import workbook_problems
from readouts.exporting.sheets import Styles, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from readouts.described import Described

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "use_zip64": True,
}
"""No text is ever taken for a formula, a link or a number; rows go to the disk one by one."""

NOTES = (
    "An empty cell is not known or does not apply; it is never zero.",
    "Text is text: nothing in a cell of this workbook is computed.",
    "Characters that a workbook cannot hold are shown as signs such as ␀.",
    "Days before 1900, which Excel does not know, are text.",
)


def write_workbook(described: Described, path: Path) -> None:
    """Write a release as one workbook.

    Raises:
        CannotExport: a sheet cannot hold a table as it is.
    """
    problems = workbook_problems(described)
    if problems:
        raise CannotExport(problems)
    book = xlsxwriter.Workbook(str(path), {**OPTIONS, "tmpdir": str(path.parent)})
    try:
        _fill(book, described)
        book.close()
    except FileCreateError as error:
        raise _as_os_error(error) from None


def _as_os_error(error: XlsxWriterException) -> BaseException:
    cause = error.args[0]
    return cause if isinstance(cause, OSError) else error


def _fill(book: Any, described: Described) -> None:
    book.set_properties(
        {
            "title": f"{described.title}, version {described.version}",
            "author": "; ".join(described.authors),
            "comments": described.licence,
            "created": datetime.combine(described.released, time()),
        }
    )
    styles = Styles.of(book)
    fill(book.add_worksheet("about"), styles, _about(described))
    for table in described.tables:
        held = pq.read_table(described.folder / f"{table.name}.parquet")
        fill(book.add_worksheet(table.name), styles, held)
    fill(book.add_worksheet("columns"), styles, _columns(described))
    fill(book.add_worksheet("codes"), styles, _codes(described))


def _about(described: Described) -> pa.Table:
    facts = [
        ("title", described.title),
        ("version", described.version),
        ("released", described.released.isoformat()),
        ("licence", " ".join(filter(None, (described.licence, described.licence_address)))),
        ("please cite", as_text(described)),
    ]
    sheets = [(f"sheet {table.name}", table.description) for table in described.tables]
    sheets += [("sheet columns", "What each column holds."), ("sheet codes", "What each code means.")]
    return _texts(("about", described.name), [*facts, *sheets, *(("note", note) for note in NOTES)])


def _columns(described: Described) -> pa.Table:
    rows = [
        (table.name, column.name, column.type, column.description)
        for table in described.tables
        for column in table.columns
    ]
    return _texts(("table", "column", "type", "description"), rows)


def _codes(described: Described) -> pa.Table:
    rows = [
        (vocabulary, code, meaning)
        for vocabulary, codes in described.vocabularies.items()
        for code, meaning in codes.items()
    ]
    return _texts(("vocabulary", "code", "meaning"), rows)


def _texts(names: Sequence[str], rows: Iterable[Sequence[str]]) -> pa.Table:
    schema = pa.schema([(name, pa.string()) for name in names])
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema=schema)
