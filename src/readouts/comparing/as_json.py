"""The comparison as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readouts.comparing.compare import Comparison
    from readouts.comparing.held import Held

FORMAT = 1
"""Raised when a key goes away or gets another meaning; new keys may come without."""


def as_json(found: Comparison) -> dict[str, Any]:
    """Give the comparison as values that JSON holds.

    Returns:
        `format`; `old` and `new` (version, released); `identical`; `counts` by table and kind; `schema`
        (what, name, change, was, becomes); `files` (name, change); `new_rulings` (how many); `rows`, with
        the columns that `readouts.diff` gives. Null stands for what is empty.
    """
    public = found.public()
    rows = public.astype(object).where(public.notna(), None)
    return {
        "format": FORMAT,
        "old": _named(found.old),
        "new": _named(found.new),
        "identical": found.is_identical,
        "counts": found.counts,
        "schema": [asdict(change) for change in found.schema],
        "files": [asdict(change) for change in found.files],
        "new_rulings": found.n_rulings,
        "rows": rows.to_dict("records"),
    }


def _named(held: Held) -> dict[str, str | None]:
    return {"version": held.version, "released": held.day or None}
