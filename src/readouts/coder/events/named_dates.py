"""The dates and known occasions that a text names, for all its events."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import AUXILIARY
from readouts.coder.dates.find import DateMention, article_bound, find_dates
from readouts.coder.dates.occasions import OccasionMention, bounded_by, find_occasions
from readouts.coder.events.status import looks_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.dates.when import When
    from readouts.coder.events.words import EventWords
    from readouts.coder.text.document import Document
    from readouts.seeds.types import Occasion

_TOO_LOOSE = frozenset({"decade"})


@dataclass
class Calendar:
    """The dates and occasions that a text names; `titles` are the dates in the lines before its body."""

    dates: list[DateMention]
    occasions: list[OccasionMention]
    published: date | None
    titles: list[DateMention] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        document: Document,
        readings: Sequence[Reading],
        words: EventWords,
        published: date | None,
        known: Sequence[Occasion],
    ) -> Calendar:
        """Read all dates and occasions of a text; sentences that speak of plans look ahead."""
        outlook = _Outlook(document, readings, words)
        found = find_dates(document.text, published, outlook.is_future)
        body = _start_of_body(readings)
        dates = [d for d in found if d.start >= body and d.kind not in _TOO_LOOSE]
        titles = [d for d in found if d.start < body]
        named = find_occasions(document.text, known, published, outlook.is_future)
        return cls(dates, named, published, titles)

    def within(self, start: int, end: int) -> list[DateMention]:
        """The dates named between two offsets."""
        return [d for d in self.dates if start <= d.start and d.end <= end]

    def is_date(self, item: Item) -> bool:
        """Whether a word is part of a date."""
        place = bisect_right(self._starts, item.start) - 1
        return place >= 0 and item.end <= self.dates[place].end

    @cached_property
    def _starts(self) -> list[int]:
        """Where the dates begin; they stand in order and do not overlap."""
        return [d.start for d in self.dates]

    def occasions_in(self, reading: Reading) -> list[OccasionMention]:
        """The occasions named in a sentence."""
        sentence = reading.sentence
        return [o for o in self.occasions if sentence.start <= o.start and o.end <= sentence.end]

    def news_bound(self) -> When:
        """What the article's own date says of its news; an occasion that was to come bounds it further."""
        for mention in self.occasions:
            first = mention.occasion.start
            if mention.rule == "next" and self.published and first <= self.published:
                return bounded_by(mention.occasion)
        return article_bound(self.published)


@dataclass(frozen=True)
class _Outlook:
    """Tells where a text speaks of what is to come."""

    document: Document
    readings: Sequence[Reading]
    words: EventWords

    def is_future(self, position: int) -> bool:
        """Whether the words around a position look ahead: those quoted with it, or those not quoted."""
        sentence = self.document.sentence_at(position)
        if sentence is None:
            return False
        reading = self.readings[sentence.index]
        inside = self.document.is_quoted(position)
        beside = [i for i in _clause_around(reading, position) if self.document.is_quoted(i.start) == inside]
        return looks_ahead(beside, self.words)


def _clause_around(reading: Reading, position: int) -> Sequence[Item]:
    """The clause of a date, with the next where it has no verb: 'On Tuesday, ...'; else the sentence."""
    items, clauses = reading.items, reading.clauses
    place = next((k for k, i in enumerate(items) if i.end > position), len(items) - 1)
    first = clauses.segment(place).first
    for segment in clauses.segments[clauses.segment_at(place) :]:
        row = items[first : segment.last]
        if any(i.low in clauses.verbs.finite or i.low in AUXILIARY for i in row):
            return row
    return items


def _start_of_body(readings: Sequence[Reading]) -> int:
    return min((r.sentence.start for r in readings if r.sentence.paragraph.zone == "body"), default=0)
