"""Reads one CSV table of the lexicon and collects what is wrong with it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from readouts.errors import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from importlib.resources.abc import Traversable

Entry = TypeVar("Entry")

UNTYPED = re.compile("[\u2018\u2019\u201c\u201d\u2010-\u2014\u00a0]")
"""Quotes, dashes and spaces that normalised text never holds: a form with one could never be found."""


def once(forms: Iterable[str]) -> tuple[str, ...]:
    """Drop the repeats, and keep the forms in their first order."""
    return tuple(dict.fromkeys(forms))


class Row:
    """One row of a table: gives its cells typed, and notes what is wrong with them.

    Attributes:
        cells: the cells by column.
    """

    def __init__(self, where: str, cells: Mapping[str, str], problems: list[Problem]) -> None:
        self.cells = cells
        self._where = where
        self._problems = problems

    def say(self, column: str, what: str, expected: str, do: str = "correct the cell") -> None:
        """Note a problem of a column."""
        self._problems.append(Problem(f"{self._where}, {column}", what, expected, do))

    def match(self, column: str, pattern: str, expected: str) -> str:
        """Give a cell that matches a pattern as a whole."""
        cell = self.cells[column]
        if not re.fullmatch(pattern, cell):
            self.say(column, f"found {cell!r}", expected)
        return cell

    def code(self, column: str, codes: Sequence[str]) -> str:
        """Give a cell that holds one code of a closed set."""
        cell = self.cells[column]
        if cell not in codes:
            self.say(column, f"unknown code {cell!r}", f"one of {', '.join(codes)}")
        return cell

    def number(self, column: str) -> int | None:
        """Give a whole number, or None where the cell is empty."""
        cell = self.match(column, r"([1-9][0-9]*)?", "a whole number, or nothing")
        return int(cell) if cell.isdecimal() else None

    def forms(self, column: str, taken: Collection[str] = ()) -> tuple[str, ...]:
        """Give the forms of a cell, which `;` parts; none may stand twice or be `taken`."""
        forms = [form.strip() for form in self.cells[column].split(";")] if self.cells[column] else []
        for form in once(forms):
            if not form:
                self.say(column, "an empty form", "forms parted by '; '")
            if forms.count(form) > 1 or form in taken:
                self.say(column, f"the form {form!r} stands twice", "every form once", "take one of them out")
            if UNTYPED.search(form) or form != unicodedata.normalize("NFC", form):
                self.say(
                    column, f"the form {form!r}", "straight quotes, hyphens, plain spaces, composed letters"
                )
        return once(forms)

    def some_of(self, column: str, known: Collection[str]) -> tuple[str, ...]:
        """Give the forms of a cell, each of which is known elsewhere."""
        forms = self.forms(column)
        for form in forms:
            if form not in known:
                where = "an iso3 of states.csv" if column == "members" else "a form of the same row"
                self.say(column, f"unknown {form!r}", where, "correct it, or add it there first")
        return forms


class Table:
    """A table of the lexicon, from its file to entries.

    Args:
        folder: where the file lies; by default the package's own folder.
        file: name of the file.
        columns: the columns that the file must hold.
    """

    def __init__(self, folder: Traversable | None, file: str, columns: Sequence[str]) -> None:
        self._path = (folder or files(__package__)).joinpath(file)
        self._file = file
        self._columns = columns
        self._problems: list[Problem] = []

    def read(self, make: Callable[[Row], Entry]) -> list[Entry]:
        """Make an entry of each row; a row with too few or too many cells gives none."""
        return [make(row) for row in self._rows()]

    def refuse_twice(self, column: str, values: Iterable[str]) -> None:
        """Note the values that stand in more than one row of a column of keys."""
        seen: set[str] = set()
        for value in values:
            if value in seen:
                self._say(f", {column}", f"{value!r} stands in two rows", "every key once", "join the rows")
            seen.add(value)

    def refuse_shared(self, forms: Mapping[str, Iterable[str]]) -> None:
        """Note the forms that several keys share."""
        owners: dict[str, list[str]] = defaultdict(list)
        for key, of_key in forms.items():
            for form in of_key:
                owners[form].append(key)
        for form, keys in owners.items():
            if len(keys) > 1:
                do = "take it out of one, or list it as ambiguous in each"
                self._say("", f"the form {form!r} is shared by {', '.join(keys)}", "forms of one entry", do)

    def finish(self) -> None:
        """Raise everything that was noted."""
        if self._problems:
            raise BadInput(self._problems)

    def _rows(self) -> list[Row]:
        if not self._path.is_file():
            self._say(
                "", "there is no such file", f"a file in {self._path}", "put it there, or name its folder"
            )
            return []
        try:
            text = self._path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            self._say("", f"it is not UTF-8: {error}", "UTF-8", "store it again as UTF-8")
            return []
        reader = csv.reader(io.StringIO(text, newline=""))
        header = next(reader, [])
        missing = [column for column in self._columns if column not in header]
        if missing:
            self._say(
                "", f"missing column {', '.join(missing)}", ", ".join(self._columns), "add it to the header"
            )
            return []
        return [row for cells in reader if (row := self._row(reader.line_num, header, cells))]

    def _row(self, number: int, header: list[str], cells: list[str]) -> Row | None:
        where = f", row {number}"
        if len(cells) != len(header):
            self._say(
                where, f"{len(cells)} cells", f"{len(header)}", "look for a comma outside quotation marks"
            )
            return None
        return Row(f"{self._file}{where}", dict(zip(header, cells, strict=True)), self._problems)

    def _say(self, where: str, what: str, expected: str, do: str) -> None:
        self._problems.append(Problem(f"{self._file}{where}", what, expected, do))
