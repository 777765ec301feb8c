"""Longest match of many phrases in one walk, over words and over classes of mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, KeysView, Sequence

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A phrase found: its first index, the index behind its last, and what the lexicon says of it."""

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

    def phrases(self) -> Iterator[tuple[str, ...]]:
        """Every phrase."""
        return (phrase for phrase, _ in self._entries())

    def values(self) -> Iterator[T]:
        """The values of every phrase."""
        return (value for _, values in self._entries() for value in values)

    def _entries(self) -> Iterator[tuple[tuple[str, ...], list[T]]]:
        waiting: list[tuple[tuple[str, ...], _Node[T]]] = [((), self._root)]
        while waiting:
            phrase, node = waiting.pop()
            if node.values:
                yield phrase, node.values
            waiting += [((*phrase, key), after) for key, after in reversed(node.edges.items())]

    def longest(self, keys: Sequence[Sequence[str]], start: int) -> tuple[int, list[T]] | None:
        """End and values of the longest phrase that starts at `start`, or None.

        Each place of the sequence offers several keys: its word and the classes it belongs to.
        """
        best: tuple[int, list[T]] | None = None
        frontier = [self._root]
        for place in range(start, len(keys)):
            offered = keys[place]
            frontier = [node.edges[key] for node in frontier for key in offered if key in node.edges]
            if not frontier:
                break
            values = [value for node in frontier for value in node.values]
            if values:
                best = place + 1, values
        return best

    def longest_of_words(self, words: Sequence[str], start: int) -> tuple[int, list[T]] | None:
        """As `longest`, where each place offers its word alone."""
        best: tuple[int, list[T]] | None = None
        node = self._root
        for place in range(start, len(words)):
            after = node.edges.get(words[place])
            if after is None:
                break
            node = after
            if node.values:
                best = place + 1, node.values
        return best

    @property
    def beginnings(self) -> KeysView[str]:
        """The words with which the phrases begin."""
        return self._root.edges.keys()

    def every(self, keys: Sequence[Sequence[str]]) -> list[Hit[T]]:
        """The longest phrase from each place, with every value it has; hits may overlap."""
        edges = self._root.edges
        hits: list[Hit[T]] = []
        for start, offered in enumerate(keys):
            for key in offered:
                if key in edges:
                    if found := self.longest(keys, start):
                        hits.extend([Hit(start, found[0], value) for value in found[1]])
                    break
        return hits

    def every_of_words(self, words: Sequence[str]) -> list[Hit[T]]:
        """As `every`, where each place offers its word alone."""
        edges = self._root.edges
        starts = [place for place, word in enumerate(words) if word in edges]
        ends = ((start, found) for start in starts if (found := self.longest_of_words(words, start)))
        return [Hit(start, end, value) for start, (end, values) in ends for value in values]

    def every_across(self, keys: Sequence[Sequence[str]], kept: Sequence[int]) -> set[Hit[T]]:
        """Every phrase as it stands, and those that appear when only the places in `kept` are read."""
        hits = set(self.every(keys))
        if len(kept) == len(keys):
            return hits
        thin = self.every([keys[place] for place in kept])
        return hits | {Hit(kept[h.start], kept[h.end - 1] + 1, h.value) for h in thin}

    def occurs(self, keys: Sequence[Sequence[str]]) -> bool:
        """Whether any of the phrases stands anywhere in a sequence."""
        return bool(self.every(keys))
