"""The words that show a position: from the subject of its cue to the end of the phrase it stands in.

Where the subject states another topic before ('A supports X, and is ready to do Y'), from its own predicate.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import PHRASE_ENDS
from readouts.coder.clauses.items import low_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readouts.coder.positions.governed import Group
    from readouts.coder.positions.governor import Governor
    from readouts.coder.positions.model import SentenceScene

_JOINTS = frozenset({",", "and", "or", "the", "its", '"'})
_BEFORE_CLAIM = frozenset({"that", "and", "but", ",", "noting", "adding", '"'})


@dataclass(frozen=True)
class Evidence:
    """Cuts evidence out of one sentence."""

    scene: SentenceScene

    def span(self, governor: Governor | None, group: Group) -> tuple[int, int]:
        """Where the evidence of a group begins and ends."""
        first, last = group.first.first, max(hit.last for hit in group.hits)
        if governor is not None:
            first, last = min(first, governor.first), max(last, governor.last)
        subject = min((p for p in self._subjects(governor) if p < first), default=None)
        is_own = subject is not None and not self._states_another(subject, first, governor)
        begin = subject if is_own and subject is not None else self._claim_start(first)
        return self.scene.items[begin].start, self._end(last)

    def predicate(self, governor: Governor | None, group: Group, start: int) -> int:
        """Where the predicate of the cue begins, for the words that heighten it and not the one before."""
        place = governor.first if governor else group.first.first
        return max(start, self.scene.items[self.scene.clauses.segment(place).first].start)

    def strength(self, start: int, end: int) -> tuple[str, ...]:
        """The words between two offsets that heighten a stance."""
        inside = [item.keys for item in self.scene.items if start <= item.start and item.end <= end]
        hits = self.scene.words.stances.strength.every(inside)
        return tuple(dict.fromkeys(hit.value for hit in hits))

    def formula(self, group: Group) -> str:
        """The words of the topic as written."""
        first, last = self._in_quotes(group.first.first, self._one_wording(group))
        item, text = self.scene.items[first], self.scene.discourse.document.text
        start = item.mention.start if item.mention else item.start
        return text[start : self.scene.items[last - 1].end]

    def _one_wording(self, group: Group) -> int:
        """The item behind the wording: formulas that commas and 'and' join are one."""
        last = group.first.last
        for hit in group.hits:
            between = self.scene.items[last : hit.first]
            if hit.first <= last or all(item.low in _JOINTS for item in between):
                last = max(last, hit.last)
        return last

    def _in_quotes(self, first: int, last: int) -> tuple[int, int]:
        """A wording in quotation marks is quoted with them."""
        items = self.scene.items
        quoted = low_at(items, first - 1) == '"' and low_at(items, last) == '"'
        return (first - 1, last + 1) if quoted else (first, last)

    def _subjects(self, governor: Governor | None) -> Iterator[int]:
        """The places of the subjects of a cue."""
        if governor is not None and governor.head.cue.kind != "merit":
            for item in self.scene.clauses.subject(governor.head.first) or ():
                yield self.scene.items.index(item)

    def _states_another(self, subject: int, first: int, governor: Governor | None) -> bool:
        """Whether the subject states another topic before the clause part in which a cue begins."""
        segments = self.scene.clauses.segments
        begin = self.scene.clauses.segment(first).first
        if governor is None or segments[self.scene.clauses.segment_at(subject)].first == begin:
            return False
        return any(subject < hit.first and hit.last <= begin for hit in self.scene.reading.topics)

    def _claim_start(self, place: int) -> int:
        """Where the segment of an item begins, behind what leads it in."""
        start = self.scene.clauses.segment(place).first
        while start + 1 < len(self.scene.items) and low_at(self.scene.items, start) in _BEFORE_CLAIM:
            start += 1
        return start

    def _end(self, last: int) -> int:
        """The end of the phrase that stands behind an item; marks inside a name end none."""
        items, place = self.scene.items, last
        while place < len(items) and (
            items[place].low not in PHRASE_ENDS or place in self.scene.clauses.solid
        ):
            if place > last and place in self._segment_starts:
                break
            place += 1
        return items[place - 1].end

    @cached_property
    def _segment_starts(self) -> frozenset[int]:
        return frozenset(segment.first for segment in self.scene.clauses.segments)
