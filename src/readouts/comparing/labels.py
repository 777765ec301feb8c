"""What rows are called in a few words, for people."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from readouts.comparing.held import row_ids
from readouts.comparing.sources import by_id
from readouts.printing import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.comparing.held import Held
    from readouts.comparing.matching import Rows

    Row = Mapping[str, Any]

FOLLOWED = {"event": ("events", "event_id", "label"), "file": ("articles", "article_id", "file")}
"""Words that a row finds elsewhere: in which table, by which id, in which column."""


def labels(held: Held, table: str, rows: Rows) -> list[str]:
    """Name rows of a table in a few words; by their id where there is no template, or a word is lacking."""
    taken = held.read(table).take(pa.array(rows))
    key = [column for column in held.key(table) if column in taken.column_names]
    ids = row_ids(taken, key or taken.column_names)
    cells = [_words(row) for row in _known(held, taken)]
    return [_filled(table, row) or str(name) for name, row in zip(ids.to_pylist(), cells, strict=True)]


def _known(held: Held, taken: pa.Table) -> list[dict[str, Any]]:
    """The rows with the words that they find elsewhere."""
    rows: list[dict[str, Any]] = taken.to_pylist()
    for word, (table, key, column) in FOLLOWED.items():
        if key in taken.column_names and column not in taken.column_names and table in held.schemas:
            found = by_id(held, table, key, column, taken[key])
            rows = [{**row, word: found.get(row[key])} for row in rows]
    return rows


@cache
def _wording() -> dict[str, Any]:
    return tomllib.loads(files("readouts.comparing").joinpath("labels.toml").read_text("utf-8"))


def _words(row: Row) -> dict[str, str]:
    spoken = _wording()["words"]
    words = {column: as_text(value) for column, value in row.items()}
    return {column: spoken.get(column, {}).get(word, word) for column, word in words.items() if word}


def _filled(table: str, words: Mapping[str, str]) -> str:
    for kind in ("templates", "without"):
        template = _wording()[kind].get(table, "")
        if all(name in words for _, name, _, _ in Formatter().parse(template) if name):
            return str(template.format_map(words))
    return ""
