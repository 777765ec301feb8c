"""Fills a sheet of a workbook with safe cells: text stays text, whatever it begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Write = Callable[[int, int, Any], object]

ROWS_A_BATCH = 10_000
FIRST_DAY = date(1900, 1, 1)
DAY_WIDTH = 12
WIDEST = 60
BESIDE_A_NAME = 4
"""Room in the header for the sign of the filter."""

# Signs for what XML forbids (␀ and so on), and for the carriage return, which it would read as a line end.
SIGNS = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"},
    0x7F: "␡",
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}


@dataclass(frozen=True)
class Styles:
    """The formats of cells. Text bears Excel's sign of text, so that it stays so when a cell is edited."""

    head: Any
    text: Any
    prose: Any
    day: Any
    plain: Any

    @classmethod
    def of(cls, book: Any) -> Styles:
        """Make the formats in a workbook."""
        top = {"valign": "top"}
        text = {**top, "quote_prefix": True}
        return cls(
            head=book.add_format({"bold": True, "bottom": 1, "quote_prefix": True}),
            text=book.add_format(text),
            prose=book.add_format({**text, "text_wrap": True}),
            day=book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"}),
            plain=book.add_format(top),
        )


def fill(sheet: Any, styles: Styles, table: pa.Table) -> None:
    """Write a table: names in a bold row that stays in sight and filters, then a cell for each value.

    Where a value is null there is no cell.
    """
    cells = Cells(sheet, styles)
    writers = []
    for column, name in enumerate(table.column_names):
        width = _width(name, table[name])
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, styles.head)
        writers.append(cells.writer(table[name].type, is_prose=width == WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, table.num_rows, table.num_columns - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    _write_rows(table, writers)


def _write_rows(table: pa.Table, writers: Sequence[Write]) -> None:
    row = 0
    for batch in table.to_batches(max_chunksize=ROWS_A_BATCH):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            row += 1
            for column, value in enumerate(values):
                if value is not None:
                    writers[column](row, column, value)


def _width(name: str, values: pa.ChunkedArray) -> int:
    least = len(name) + BESIDE_A_NAME
    if pa.types.is_date(values.type):
        return max(least, DAY_WIDTH)
    longest = pc.max(pc.utf8_length(values.cast(pa.string()))).as_py() or 0
    return int(min(max(least, longest + 1), WIDEST))


@dataclass(frozen=True)
class Cells:
    """Writes single cells of a sheet, each by the type of its column, never by what the value looks like."""

    sheet: Any
    styles: Styles

    def writer(self, kind: pa.DataType, *, is_prose: bool) -> Write:
        """What writes the cells of a column; prose is text that is wrapped."""
        if pa.types.is_string(kind):
            return self._prose if is_prose else self._text
        if pa.types.is_date(kind):
            return self._day
        return self._truth if pa.types.is_boolean(kind) else self._number

    def _text(self, row: int, column: int, value: str) -> None:
        self._write(row, column, value, self.styles.text)

    def _prose(self, row: int, column: int, value: str) -> None:
        self._write(row, column, value, self.styles.prose)

    def _write(self, row: int, column: int, value: str, style: Any) -> None:
        text = value.translate(SIGNS)
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter would take it for markup that it wrote itself, and put it in unescaped.
            self.sheet.write_rich_string(row, column, *_runs(text, self.styles.text), style)
        else:
            self.sheet.write_string(row, column, text, style)

    def _day(self, row: int, column: int, value: date) -> None:
        if value < FIRST_DAY:
            self.sheet.write_string(row, column, value.isoformat(), self.styles.text)
        else:
            self.sheet.write_datetime(row, column, value, self.styles.day)

    def _truth(self, row: int, column: int, value: bool) -> None:
        self.sheet.write_boolean(row, column, value, self.styles.plain)

    def _number(self, row: int, column: int, value: int) -> None:
        self.sheet.write_number(row, column, value, self.styles.plain)


def _runs(text: str, style: Any) -> list[Any]:
    """Break text so that XlsxWriter, which escapes rich text twice, finds no `_x0041_` to escape."""
    return [part for run in re.split("(_|<)", text) if run for part in (style, run)][1:]
