"""Compares two releases: schemas, rows, documents and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from readouts.comparing.files import FileChange, file_changes
from readouts.comparing.held import RULINGS
from readouts.comparing.matching import Matched, ids_that_moved, match_all
from readouts.comparing.reasons import new_rulings, reasons
from readouts.comparing.rows import KINDS, PUBLIC, TOLD, changed_rows
from readouts.comparing.schemas import schema_changes
from readouts.errors import UnknownTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.comparing.held import Held
    from readouts.comparing.schema_change import SchemaChange


@dataclass(frozen=True)
class Comparison:
    """What differs between two releases.

    Attributes:
        old: the older release.
        new: the newer one.
        schema: what differs between tables, columns, types and codes.
        rows: what became of rows, with the columns that `readouts.diff` gives and those of `TOLD`.
        files: documents and parts of the descriptor that differ.
        rulings: rows of the audit that only the newer release holds; a ruling has one for each cell.
        matched: the rows of the tables that both hold, matched.
    """

    old: Held
    new: Held
    schema: tuple[SchemaChange, ...]
    rows: pd.DataFrame
    files: tuple[FileChange, ...]
    rulings: tuple[Mapping[str, Any], ...]
    matched: Mapping[str, Matched]

    @property
    def is_identical(self) -> bool:
        """Whether the content is the same; version and day do not matter."""
        return not (self.schema or len(self.rows) or self.files or self.rulings)

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many rows of each table were added, changed, moved and removed; zeros are told."""
        found = {table: dict.fromkeys(KINDS, 0) for table in self.matched}
        heads = self.rows.drop_duplicates(["table", "kind", "row_id"])
        for table, kind in zip(heads["table"], heads["kind"], strict=True):
            found[table][kind] += 1
        return found

    @property
    def n_rulings(self) -> int:
        """How many rulings are new."""
        return len({row.get("ruling_id") for row in self.rulings})

    def of_table(self, table: str) -> Comparison:
        """Narrow it to one table; documents and rulings are left out.

        Raises:
            UnknownTable: neither release holds it; the message lists the tables there are.
        """
        there = sorted({*self.old.tables(), *self.new.tables()} - {RULINGS})
        if table == RULINGS:
            message = (
                f"the table {RULINGS!r} is told as the reasons of the others, which are {', '.join(there)}"
            )
            raise UnknownTable(message)
        if table not in there:
            versions = f"{self.old.version} and {self.new.version}"
            message = f"no table {table!r} in releases {versions}; there are {', '.join(there)}"
            raise UnknownTable(message)
        schema = tuple(change for change in self.schema if change.table == table)
        rows = self.rows[self.rows["table"] == table].reset_index(drop=True)
        matched = {name: pairs for name, pairs in self.matched.items() if name == table}
        return Comparison(self.old, self.new, schema, rows, (), (), matched)

    def public(self) -> pd.DataFrame:
        """Give the rows as `readouts.diff` does."""
        return self.rows[list(PUBLIC)].astype("str")


def compare(old: Held, new: Held) -> Comparison:
    """Compare two releases by their own descriptors and files."""
    matched = match_all(old, new)
    schema = schema_changes(old, new)
    parts = [changed_rows(old, new, table, pairs) for table, pairs in matched.items()]
    told = [part for part in parts if len(part)]
    rows = pd.concat(told, ignore_index=True) if told else pd.DataFrame(columns=list(TOLD), dtype=object)
    rulings = new_rulings(old, new)
    moved = {table: ids_that_moved(pairs) for table, pairs in matched.items()}
    references = {
        (table, column): target for table in matched for column, target in new.references(table).items()
    }
    keys = {table: pairs.key for table, pairs in matched.items()}
    rows["reason"] = pd.Series(reasons(rows, rulings, moved, references, keys), dtype=object)
    changed = {*rows["table"], *(change.table for change in schema)}
    changed |= {RULINGS} if rulings else set()
    return Comparison(old, new, schema, rows, file_changes(old, new, changed), tuple(rulings), matched)
