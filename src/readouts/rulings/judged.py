"""What a reviewer judges of a row: the same columns, as one line, for people and for comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.printing import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping

JUDGED: Mapping[str, tuple[str, ...]] = {
    "events": ("event_type", "status", "date_edtf", "date_basis", "place", "country", "agenda", "label"),
    "reports": ("event_id", "salience"),
    "participants": ("name", "office", "office_of", "represents", "role"),
    "positions": (
        *("holder", "stance", "topic", "target", "act", "voice", "speaker", "speech"),
        *("strength", "formula", "elements", "areas"),
    ),
}
SEPARATOR = " | "
NOTHING = "-"


def summary(table: str, row: Mapping[str, Any]) -> str:
    """What is judged of a row, as one line."""
    cells = (" ".join(as_text(row[column]).split()) for column in JUDGED[table])
    return SEPARATOR.join(cell or NOTHING for cell in cells)
