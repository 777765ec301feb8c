"""When and where an event was, and whether it has been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readouts.coder.dates import DateMention, article_bound, find_dates
from readouts.coder.document import Document
from readouts.coder.event_model import Event, EventWords
from readouts.coder.items import Item
from readouts.coder.occasions import OccasionMention, bounded_by, find_occasions
from readouts.coder.speech import Reading
from readouts.coder.when import When, tighten
from readouts.seeds.types import Occasion

_AT = ("in", "at")
_CLOSE = 40
_LOOSE_KINDS = frozenset({"decade"})


@dataclass
class Calendar:
    """The dates and occasions that a text names."""

    dates: list[DateMention]
    occasions: list[OccasionMention]
    published: date | None

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

        def quoted(position: int) -> bool:
            return any(q.covers(position) for q in document.quotes)

        def future(position: int) -> bool:
            reading = next((r for r in readings if r.sentence.covers(position)), None)
            if reading is None:
                return False
            inside = quoted(position)
            return looks_ahead([i for i in reading.items if quoted(i.start) == inside], words)

        body = min((r.sentence.start for r in readings if r.sentence.paragraph.zone == "body"), default=0)
        dates = [
            d
            for d in find_dates(document.text, published, future)
            if d.start >= body and d.kind not in _LOOSE_KINDS
        ]
        return cls(dates, find_occasions(document.text, known, published, future), published)

    def within(self, start: int, end: int) -> list[DateMention]:
        """The dates named between two offsets."""
        return [d for d in self.dates if start <= d.start and d.end <= end]

    def occasions_within(self, start: int, end: int) -> list[OccasionMention]:
        """The occasions named between two offsets."""
        return [o for o in self.occasions if start <= o.start and o.end <= end]

    def news_bound(self) -> When:
        """What the article's own date says of its news; an occasion that was to come bounds it further."""
        bound = article_bound(self.published)
        for mention in self.occasions:
            first = mention.occasion.start
            if mention.rule == "next" and self.published and first <= self.published:
                return bounded_by(mention.occasion)
        return bound


def looks_ahead(items: Sequence[Item], words: EventWords) -> bool:
    """Whether a sentence speaks of plans."""
    return bool(words.planned.every([i.keys for i in items]))


def date_of(event: Event, calendar: Calendar, others: Sequence[Event]) -> When:
    """The date told with an event: the nearest in its sentence that is not another's own."""
    sentence = event.reading.sentence
    items = event.reading.items
    head = items[event.place].start
    dates = calendar.within(sentence.start, sentence.end)
    rivals = [o for o in others if o is not event and o.reading is event.reading and o.occasion is None]
    mine = [
        d for d in dates if not _belongs_elsewhere(d, head, event, rivals) and not _in_other_clause(d, event)
    ]
    if event.event_type == "invitation":  # what stands behind is the date of what one is invited to
        mine = [d for d in mine if d.start < head]
    if not mine:
        return When.unknown()
    return min(mine, key=lambda d: (abs(d.start - head), d.start)).when


def _belongs_elsewhere(mention: DateMention, head: int, event: Event, rivals: Sequence[Event]) -> bool:
    """A date is that of the last head before it; one before all heads is everybody's."""
    for rival in rivals:
        start = rival.reading.items[rival.place].start
        if head < start < mention.start and (
            rival.finite or not event.finite or mention.start - start < _CLOSE
        ):
            return not (rival.finite and event.finite and event.event_type == "visit")
        nearer = abs(mention.start - start) < abs(mention.start - head)
        if mention.start < head and start < mention.start and nearer and not rival.finite:
            return True
    return False


def _in_other_clause(mention: DateMention, event: Event) -> bool:
    """A date in a relative clause ('who arrived on Saturday') dates what is told there."""
    clauses = event.reading.clauses
    items = event.reading.items
    place = next(k for k, i in enumerate(items) if i.end > mention.start)
    there = clauses.segment_at(place)
    return there != clauses.segment_at(event.place) and clauses.segments[there].kind == "relative"


def ground_of(event: Event, calendar: Calendar) -> tuple[str | None, str | None]:
    """Place as named and country, from 'in X' behind the head or at the clause's end."""
    items = event.reading.items
    reach = (
        range(event.place, len(items))
        if event.finite
        else range(event.place, min(event.place + 8, len(items)))
    )
    for place in reach:
        item = items[place]
        if item.low in (";", "that") or (item.low == "," and not event.finite):
            break
        if item.mention is None or place == 0:
            continue
        linked = _link(items, place)
        if item.mention.kind in ("metonym", "place") and linked in _AT:
            return event.reading.sentence_text(item), item.mention.code
        if item.mention.kind == "state" and linked == "in":
            return None, item.mention.code
        if item.mention.kind == "organisation" and linked == "at" and event.event_type == "conference":
            return event.reading.sentence_text(
                item
            ), item.mention.entity.country if item.mention.entity else None
    return None, None


def _link(items: Sequence[Item], place: int) -> str:
    cursor = place - 1
    while cursor > 0 and items[cursor].low in ("the", "both"):
        cursor -= 1
    return items[cursor].low


def settle_roles(event: Event) -> None:
    """Counterparts become host and guests where it is known on whose ground they met."""
    if event.event_type not in ("meeting", "call") or event.country is None or event.event_type == "call":
        return
    at_home = [
        p for p in event.parts if p.entity.speaks_for == event.country or p.entity.country == event.country
    ]
    if not at_home or len(at_home) == len(event.parts):
        return
    for part in event.parts:
        if part.role == "counterpart":
            part.role = "host" if part in at_home else "guest"


def merge_when(a: When, b: When) -> When:
    """The better-known of two dates of one event."""
    if a.precision == "unknown":
        return b
    if b.precision == "unknown":
        return a
    return tighten(a, b)
