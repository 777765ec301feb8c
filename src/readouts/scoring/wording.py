"""How the scorer tells people what differs."""

from __future__ import annotations

LONGEST = 70


def any_of(value: object) -> str:
    """Write what the gold standard has; where it allows several answers, all of them."""
    if isinstance(value, list):
        return " or ".join(any_of(each) for each in value)
    return "none" if value is None else str(value)


def quoted(text: str) -> str:
    """Quote evidence on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= LONGEST else f"'{line[:LONGEST].rstrip()} ...'"
