"""Values as people read them, and text made safe to show."""

from __future__ import annotations

import datetime


def printable(text: str) -> str:
    """Turn whatever a terminal would obey (escape sequences and the like) into spaces, one for one."""
    return "".join(char if char.isprintable() else " " for char in text)


def as_text(value: object) -> str:
    """Write a cell as people read it: nothing for null, ISO dates, `true` and `false`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    return str(value)
