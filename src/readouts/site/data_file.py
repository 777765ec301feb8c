"""The rows of a page as a script that the browser can load from a disk, too: columns, each value once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readouts.site.records.shared import Record

SELDOM = 2
"""A column is written as a list of its values and where they stand if each stands so often on average."""


def data_file(records: Sequence[Record], terms: Mapping[str, Any]) -> str:
    """Write the script.

    It gives `globalThis.readoutsData` the number of rows, the columns by name, and the words of the codes.
    What the browser parses as JSON it parses faster than the same as a script.
    """
    names = dict.fromkeys(name for record in records for name in record)
    columns = {name: _column([record.get(name) for record in records]) for name in names}
    held = _json({"rows": len(records), "columns": columns, "terms": terms})
    return f"globalThis.readoutsData = JSON.parse({_json(held)});\n"


def _column(cells: list[Any]) -> dict[str, Any]:
    if any(isinstance(cell, list) for cell in cells):
        return {"values": cells}
    values = list(dict.fromkeys(cells))
    if len(values) * SELDOM > len(cells):
        return {"values": cells}
    places = {value: place for place, value in enumerate(values)}
    return {"values": values, "at": [places[cell] for cell in cells]}


def _json(held: object) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))
