"""When an event was: which of the dates in its sentence is its own, and what two tellings say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.dates.when import When, tighten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.dates.find import DateMention
    from readouts.coder.events.model import Event
    from readouts.coder.events.named_dates import Calendar
    from readouts.coder.events.scene import Scene

_CLOSE = 40


def date_of(event: Event, calendar: Calendar, others: Sequence[Event]) -> When:
    """The date told with an event: the nearest in its sentence that is not another's own."""
    sentence, head = event.reading.sentence, _head(event)
    rivals = [o for o in others if o is not event and o.reading is event.reading and o.occasion is None]
    mine = [d for d in calendar.within(sentence.start, sentence.end) if _is_own(d, event, rivals)]
    if event.event_type == "invitation":  # what stands behind is the date of what one is invited to
        mine = [d for d in mine if d.start < head]
    nearest = min(mine, key=lambda d: (abs(d.start - head), d.start), default=None)
    return nearest.when if nearest else When.unknown()


def date_of_statement(event: Event, scene: Scene) -> When | None:
    """What is said later was said when the first sentence about its speaker says that it was said."""
    speakers = event.entities
    for reading in scene.discourse.readings:
        agent = scene.discourse.agents.get(reading.sentence.index)
        if reading.sentence.paragraph.zone == "body" and agent in speakers:
            dates = scene.calendar.within(reading.sentence.start, reading.sentence.end)
            told = [d for d in dates if not scene.discourse.is_quoted(d.start)]
            return next((d.when for d in told if d.when.precision == "day"), None)
    return None


def merge_when(a: When, b: When) -> When:
    """The better-known of two dates of one event."""
    if a.precision == "unknown":
        return b
    return a if b.precision == "unknown" else tighten(a, b)


def can_be_same(a: When, b: When) -> bool:
    """Whether two dates do not speak against each other."""
    if "unknown" in (a.precision, b.precision):
        return True
    starts = [w.start for w in (a, b) if w.start]
    ends = [w.end for w in (a, b) if w.end]
    return not (starts and ends) or max(starts) <= min(ends)


def _head(event: Event) -> int:
    """Offset of the head."""
    return event.reading.items[event.place].start


def _is_own(mention: DateMention, event: Event, rivals: Sequence[Event]) -> bool:
    return not _is_of_rival(mention, event, rivals) and not _is_in_relative(mention, event)


def _is_of_rival(mention: DateMention, event: Event, rivals: Sequence[Event]) -> bool:
    """A date is that of the last head before it; one before all heads is everybody's."""
    for rival in rivals:
        if _stands_between(rival, event, mention):
            return not (rival.finite and event.finite and event.event_type == "visit")
        if _is_nearer_name(rival, event, mention):
            return True
    return False


def _stands_between(rival: Event, event: Event, mention: DateMention) -> bool:
    """The rival's head between the event's and the date; one that is only named has dates close by alone."""
    start = _head(rival)
    if not _head(event) < start < mention.start:
        return False
    return rival.finite or not event.finite or mention.start - start < _CLOSE


def _is_nearer_name(rival: Event, event: Event, mention: DateMention) -> bool:
    """A date before the event's head, with a named rival still nearer in front of it."""
    start, head = _head(rival), _head(event)
    nearer = abs(mention.start - start) < abs(mention.start - head)
    return start < mention.start < head and nearer and not rival.finite


def _is_in_relative(mention: DateMention, event: Event) -> bool:
    """A date in a relative clause ('who arrived on Saturday') dates what is told there."""
    clauses = event.reading.clauses
    place = next(k for k, i in enumerate(event.reading.items) if i.end > mention.start)
    there = clauses.segment_at(place)
    return there != clauses.segment_at(event.place) and clauses.segments[there].kind == "relative"
