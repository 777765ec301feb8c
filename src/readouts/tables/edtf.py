"""Bounds of a date in EDTF (ISO 8601-2, levels 1 and 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def edtf_of(start: date | None, end: date | None, precision: str) -> str | None:
    """Write bounds in EDTF; None where nothing is known.

    Args:
        start: the first day that it can have begun, or None where open.
        end: the last day that it can have ended, or None where open.
        precision: a code of the vocabulary `date_precision`.
    """
    first, last = (bound.isoformat() if bound else "" for bound in (start, end))
    written = {
        "day": first,
        "span": f"{first}/{last}",
        "month": first[: len("YYYY-MM")],
        "year": first[: len("YYYY")],
        "bounded": f"[{first}..{last}]",
    }
    return written.get(precision)
