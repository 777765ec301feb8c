"""How the scorer tells people figures and what differs."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.scoring.bootstrap import Interval

LONGEST = 70
NOTHING = "–"

ENOUGH_ARTICLES = 30
"""With fewer, it is said that intervals are too narrow."""


def any_of(value: object) -> str:
    """Write what the gold standard has; where it allows several answers, all of them."""
    if isinstance(value, list):
        return " or ".join(any_of(each) for each in value)
    return "none" if value is None else str(value)


def quoted(text: str) -> str:
    """Quote evidence on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= LONGEST else f"'{line[:LONGEST].rstrip()} ...'"


def rate_text(rate: float | None, interval: Interval | None = None) -> str:
    """Write a rate with its interval, which is rounded outwards: `0.912 (0.85–0.95)`."""
    if rate is None:
        return NOTHING
    if interval is None:
        return f"{rate:.3f}"
    low, high = (floor(interval.low * 100 + 1e-9) / 100, ceil(interval.high * 100 - 1e-9) / 100)
    return f"{rate:.3f} ({low:.2f}–{high:.2f})"


def articles_text(number: int) -> str:
    """Write how many articles there are."""
    return f"{number:,} article{'' if number == 1 else 's'}"
