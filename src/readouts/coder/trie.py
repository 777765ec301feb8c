"""Longest match of many phrases in one walk, over words and over classes of mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A phrase found: first and last-but-one index of the sequence, and what the lexicon says of it."""

    start: int
    end: int
    value: T


class _Node(Generic[T]):
    __slots__ = ("edges", "values")

    def __init__(self) -> None:
        self.edges: dict[str, _Node[T]] = {}
        self.values: list[T] = []


class Trie(Generic[T]):
    """Phrases, each with any number of values."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, sequence: Iterable[str], value: T) -> None:
        """Add a phrase; the order of adding decides among values of one phrase."""
        node = self._root
        for key in sequence:
            node = node.edges.setdefault(key, _Node())
        if value not in node.values:
            node.values.append(value)

    def longest(self, keys: Sequence[Sequence[str]], start: int) -> tuple[int, list[T]] | None:
        """End and values of the longest phrase that starts at `start`, or None.

        Each place of the sequence offers several keys: its word and the classes it belongs to.
        """
        best: tuple[int, list[T]] | None = None
        frontier = [self._root]
        for place in range(start, len(keys)):
            frontier = [node.edges[k] for node in frontier for k in keys[place] if k in node.edges]
            if not frontier:
                break
            values = [value for node in frontier for value in node.values]
            if values:
                best = place + 1, values
        return best

    def every(self, keys: Sequence[Sequence[str]]) -> list[Hit[T]]:
        """The longest phrase from each place, with every value it has; hits may overlap."""
        hits: list[Hit[T]] = []
        edges = self._root.edges
        for start, offered in enumerate(keys):
            if not any(key in edges for key in offered):
                continue
            found = self.longest(keys, start)
            if found:
                hits.extend(Hit(start, found[0], value) for value in found[1])
        return hits
