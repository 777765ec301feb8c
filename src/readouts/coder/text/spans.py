"""Stretches of a text, and which of them cover a position, found without a walk through all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDTH = 512


@dataclass(frozen=True)
class Span:
    """A stretch of the text; `end` is exclusive."""

    start: int
    end: int

    def covers(self, position: int) -> bool:
        """Whether a position lies inside."""
        return self.start <= position < self.end


S = TypeVar("S", bound=Span)


class SpanIndex(Generic[S]):
    """Spans in the order of adding, looked up by the shelves of the text that they reach over."""

    def __init__(self, spans: Iterable[S] = ()) -> None:
        self._spans: list[S] = []
        self._shelves: defaultdict[int, list[S]] = defaultdict(list)
        for span in spans:
            self.add(span)

    def __iter__(self) -> Iterator[S]:
        return iter(self._spans)

    def add(self, span: S) -> None:
        """Add a span."""
        self._spans.append(span)
        for shelf in _shelves(span.start, span.end):
            self._shelves[shelf].append(span)

    def covering(self, position: int) -> list[S]:
        """The spans that cover a position."""
        return [span for span in self._shelves.get(position // _WIDTH, ()) if span.covers(position)]

    def meeting(self, start: int, end: int) -> list[S]:
        """The spans that share something with a stretch."""
        near = (span for shelf in _shelves(start, end) for span in self._shelves.get(shelf, ()))
        return list(dict.fromkeys(span for span in near if span.start < end and start < span.end))


def _shelves(start: int, end: int) -> range:
    return range(start // _WIDTH, max(start, end - 1) // _WIDTH + 1)
