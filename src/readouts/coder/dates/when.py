"""When something happened: the smallest known bounds, with precision, basis and EDTF (ISO 8601-2)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from readouts.printing import spoken
from readouts.tables.edtf import edtf_of

EXACT = frozenset({"day", "span", "month", "year"})


@dataclass(frozen=True)
class When:
    """A date of the codebook.

    Attributes:
        start: first possible day, or None where open.
        end: last possible day, or None where open.
        precision: day, span, month, year, bounded or unknown.
        basis: stated, resolved, reference, article or none.
    """

    start: date | None
    end: date | None
    precision: str
    basis: str

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            message = f"a date cannot end ({self.end}) before it starts ({self.start})"
            raise ValueError(message)
        if self.precision in EXACT and not (self.start and self.end):
            message = f"precision '{self.precision}' needs both bounds"
            raise ValueError(message)

    @classmethod
    def day(cls, day: date, basis: str) -> When:
        """One day."""
        return cls(day, day, "day", basis)

    @classmethod
    def span(cls, start: date, end: date, basis: str) -> When:
        """First and last day of something that lasted; a single day where they are the same."""
        return cls(start, end, "span" if start < end else "day", basis)

    @classmethod
    def month(cls, year: int, month: int, basis: str) -> When:
        """A whole month."""
        return cls(date(year, month, 1), last_of_month(year, month), "month", basis)

    @classmethod
    def year(cls, year: int, basis: str) -> When:
        """A whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31), "year", basis)

    @classmethod
    def bounded(cls, start: date | None, end: date | None, basis: str) -> When:
        """One day (or a few) between two bounds, either of which may be open."""
        if start is None and end is None:
            return cls.unknown()
        return cls(start, end, "day" if start == end else "bounded", basis)

    @classmethod
    def unknown(cls) -> When:
        """No date at all."""
        return cls(None, None, "unknown", "none")

    @property
    def words(self) -> str | None:
        """The date for people: '13 November 2024', 'July 2024', 'by 26 April 2019'; None where unknown."""
        if self.precision in ("day", "month", "year") and self.start:
            return spoken(self.start, self.precision)
        if self.precision == "span" and self.start and self.end:
            return f"{spoken(self.start, 'day')} to {spoken(self.end, 'day')}"
        if self.start and self.end:
            return f"between {spoken(self.start, 'day')} and {spoken(self.end, 'day')}"
        if self.end:
            return f"by {spoken(self.end, 'day')}"
        return f"from {spoken(self.start, 'day')}" if self.start else None

    @property
    def edtf(self) -> str | None:
        """The same in EDTF, levels 1 and 2; None where nothing is known."""
        return edtf_of(self.start, self.end, self.precision)


def unknown() -> When:
    """No date at all."""
    return When.unknown()


def article_bound(published: date | None) -> When:
    """The bound that the article's own date puts on the news it reports."""
    return When.bounded(None, published, "article")


def tighten(when: When, bound: When) -> When:
    """The smallest bounds that agree with both; `when` as it is where they contradict each other.

    A day, span, month or year that the text tells is not cut at the day of publication.
    """
    if bound.precision == "unknown" or (bound.basis == "article" and when.precision in EXACT):
        return when
    if when.precision == "unknown":
        return bound
    start = max(filter(None, (when.start, bound.start)), default=None)
    end = min(filter(None, (when.end, bound.end)), default=None)
    if start and end and end < start:
        return when
    for known in (when, bound):
        if (known.start, known.end) == (start, end):
            return known
    return When.bounded(start, end, when.basis)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
