"""When an event was: which of the dates in its sentence is its own, and what two tellings say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.dates.when import When, tighten
from readouts.coder.events.anniversary import date_by_anniversary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.dates.find import DateMention
    from readouts.coder.events.model import Event
    from readouts.coder.events.named_dates import Calendar
    from readouts.coder.events.scene import Scene

_CLOSE = 40
_NEXT = 25
_NEXT_IN_RELATIVE = 45
_RELATIVE = (" in ", ", which", ", to be", ", that")
_SETTING = "conference/setting"


def date_of(event: Event, calendar: Calendar, others: Sequence[Event]) -> When:
    """The date told with an event: the nearest in its sentence that is not another's own."""
    sentence, head = event.reading.sentence, _head(event)
    if event.entry.rule == _SETTING:
        return _date_behind(event, calendar)
    if when := date_by_anniversary(event, calendar):
        return when
    rivals = [o for o in others if o is not event and o.reading is event.reading and _has_dates(o)]
    mine = [d for d in calendar.within(sentence.start, sentence.end) if _is_own(d, event, rivals)]
    if event.event_type == "invitation":  # what stands behind is the date of what one is invited to
        mine = [d for d in mine if d.start < head]
    if (
        event.entry.rule == "conference/named"
        and (behind := _date_behind(event, calendar)).precision != "unknown"
    ):
        return behind
    nearest = min(mine, key=lambda d: (abs(d.start - head), d.start), default=None)
    return nearest.when if nearest else When.unknown()


def _has_dates(event: Event) -> bool:
    """A known occasion has its own days, a conference that only sets the scene none in the sentence."""
    return event.occasion is None and event.entry.rule != _SETTING


def _date_behind(event: Event, calendar: Calendar) -> When:
    """The date right behind the name of a conference: 'the summit in May'."""
    behind = event.reading.text[event.end - event.reading.sentence.start :]
    reach = _NEXT_IN_RELATIVE if behind.startswith(_RELATIVE) else _NEXT
    near = calendar.within(event.end, min(event.end + reach, event.reading.sentence.end))
    return near[0].when if near else When.unknown()


def date_of_statement(event: Event, scene: Scene) -> When | None:
    """What is said later was said when the first sentence about its speaker says that it was said."""
    speakers = event.entities
    for reading in scene.discourse.readings:
        agent = scene.discourse.agents.get(reading.sentence.index)
        is_theirs = agent in speakers or (agent is None and _speaks_for_them(reading, event, scene))
        if reading.sentence.paragraph.zone == "body" and is_theirs:
            dates = scene.calendar.within(reading.sentence.start, reading.sentence.end)
            told = [d for d in dates if not scene.discourse.is_quoted(d.start)]
            return next((d.when for d in told if d.when.precision == "day"), None)
    return None


def _speaks_for_them(reading: Reading, event: Event, scene: Scene) -> bool:
    """'A ministry spokesperson said on Monday ...': the office of whom another sentence names."""
    if reading.sentence.start >= event.start:
        return False
    voices = [scene.discourse.voice_at(item.start) for item in reading.items]
    heard = {s.code for v in voices if v for s in v.speakers if s.kind != "person"}
    return bool(heard & event.sides())


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
    if _is_of_rival(mention, event, rivals) or _is_in_relative(mention, event):
        return False
    if _has_left_relative(event, mention) or _is_since(mention, event):
        return False
    return event.event_type == "statement" or not _is_of_saying(mention, event)


def _is_since(mention: DateMention, event: Event) -> bool:
    """'the first meeting since 2019': the year of another one."""
    items = event.reading.items
    place = next(k for k, i in enumerate(items) if i.end > mention.start)
    return low_at(items, place - 1) == "since"


def _is_of_saying(mention: DateMention, event: Event) -> bool:
    """'A met B, the ministry said on Thursday': the day on which it was said, in a clause of its own."""
    clauses, items = event.reading.clauses, event.reading.items
    place = next(k for k, i in enumerate(items) if i.end > mention.start)
    there = clauses.segment_at(place)
    if low_at(items, place - 1) == "of":  # 'recalled the declaration of May 2, signed by'
        return False
    said = [
        hit.start for hit in event.reading.verbs if hit.start < place and _is_finite(items, hit.start, event)
    ]
    return there != clauses.segment_at(event.place) and any(clauses.segment_at(k) == there for k in said)


def _is_finite(items: Sequence[Item], place: int, event: Event) -> bool:
    return items[place].low in event.reading.clauses.verbs.finite and low_at(items, place - 1) != "to"


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
    if not _head(event) < start < mention.start or _has_left_relative(rival, mention):
        return False
    return rival.finite or not event.finite or mention.start - start < _CLOSE


def _has_left_relative(event: Event, mention: DateMention) -> bool:
    """'met B, who is on a visit, on Monday': the relative clause is over before the date."""
    clauses = event.reading.clauses
    place = next(k for k, i in enumerate(event.reading.items) if i.end > mention.start)
    is_aside = clauses.segment(event.place).kind == "relative" and mention.start > _head(event)
    return is_aside and clauses.segment_at(place) != clauses.segment_at(event.place)


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
