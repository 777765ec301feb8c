"""Values as people read them, and text made safe to show."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def printable(text: str) -> str:
    """Turn whatever a terminal would obey (escape sequences and the like) into spaces, one for one."""
    return "".join(char if char.isprintable() else " " for char in text)


def few(names: Sequence[str], most: int = 5) -> str:
    """List names; of more than `most`, how many more there are."""
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left} more" if left > 0 else "")


def as_text(value: object) -> str:
    """Write a cell as people read it: nothing for null, ISO dates, `true` and `false`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    return str(value)
