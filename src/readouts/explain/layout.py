"""Marks of a paragraph, nested: overlapping ones are taken apart so that each piece can be drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from readouts.coder.text.spans import Span
from readouts.explain.marks import DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readouts.explain.marks import Mark


@dataclass(frozen=True, eq=False)
class Group(Span):
    """Marks of one layer over the same words, drawn as one."""

    marks: tuple[Mark, ...]

    @property
    def layer(self) -> str:
        """The layer of the marks."""
        return self.marks[0].layer

    @property
    def refs(self) -> list[str]:
        """By which its marks are named."""
        return [mark.ref for mark in self.marks if mark.ref]


@dataclass(frozen=True)
class Step:
    """One step through a paragraph.

    Attributes:
        does: `open` or `close` a group, or give `words`.
        start, end: offsets of the words; both the place for the others.
        group: what opens or closes; None for words.
        is_edge: it opens where the group begins and closes where it ends, not where another one cuts it.
    """

    does: Literal["open", "close", "words"]
    start: int
    end: int
    group: Group | None = None
    is_edge: bool = True


def groups(marks: Iterable[Mark]) -> list[Group]:
    """Marks of one layer and place as one group, in the order of the text."""
    same: defaultdict[tuple[str, int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.start < mark.end:
            same[mark.layer, mark.start, mark.end].append(mark)
    return [Group(start, end, tuple(held)) for (_, start, end), held in same.items()]


def steps(found: Sequence[Group], paragraph: Span) -> Iterator[Step]:
    """A walk through a paragraph in which every group that opens closes inside the one around it.

    Where two groups cross, the inner one closes with the outer one and opens again behind it.

    Args:
        found: the groups that share something with the paragraph.
        paragraph: the stretch to walk through.
    """
    begins: defaultdict[int, list[Group]] = defaultdict(list)
    for group in found:
        begins[max(group.start, paragraph.start)].append(group)
    ends = {group: min(group.end, paragraph.end) for group in found}
    places = sorted({paragraph.start, paragraph.end, *begins, *ends.values()})
    open_now: list[Group] = []
    for n, place in enumerate(places):
        yield from _close(place, open_now, ends)
        for group in sorted(begins[place], key=lambda g: (-ends[g], DEPTH[g.layer])):
            open_now.append(group)
            yield Step("open", place, place, group, is_edge=True)
        if n + 1 < len(places):
            yield Step("words", place, places[n + 1])


def _close(place: int, open_now: list[Group], ends: dict[Group, int]) -> Iterator[Step]:
    """Close what ends at a place; what lies inside it and goes on is closed and opened again."""
    first = next((n for n, group in enumerate(open_now) if ends[group] == place), len(open_now))
    goes_on = [group for group in open_now[first:] if ends[group] != place]
    for group in reversed(open_now[first:]):
        yield Step("close", place, place, group, is_edge=ends[group] == place)
    del open_now[first:]
    for group in goes_on:
        open_now.append(group)
        yield Step("open", place, place, group, is_edge=False)
