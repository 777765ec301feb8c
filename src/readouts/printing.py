"""Values as people read them, and text made safe to show."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""In English, whatever the locale."""


def spoken(day: datetime.date, precision: str = "day") -> str:
    """A day in English: 25 April 2019; of the precision `month` or `year`, no more than that."""
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return {"day": f"{day.day} {month}", "month": month}.get(precision, str(day.year))


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
