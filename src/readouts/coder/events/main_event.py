"""Which event an article reports, among those that it tells."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from readouts.coder.events.clauses import is_separate
from readouts.coder.events.dating import date_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.model import Event
    from readouts.coder.events.scene import Scene

_OCCASION_TYPES = frozenset({"call", "visit", "conference"})
_NEWS = timedelta(days=30)
_FRONTING = frozenset({"responding", "commenting", "asked", "after", "following"})
_NEVER_NEWS = frozenset({"speaks_for_body"})
_TALKS = frozenset({"meeting", "call"})
_AT = frozenset({"at", "during"})


def main_events(events: Sequence[Event], scene: Scene) -> list[Event]:
    """The first event that the lead tells as news, with those told beside it as separate ones; else none.

    Of a text in the first person the letter that it is; whatever else it tells, it tells in passing.
    """
    lead = scene.lead
    if scene.authors and scene.is_in_first_person and not scene.is_issued:
        return [e for e in events if e.event_type == "message" and e.reading in lead][:1]
    news = [
        e
        for e in events
        if e.reading in lead
        and _is_reported(e, scene)
        and not _is_told_again(e, scene)
        and _is_news(e, lead[0], scene)
    ]
    news = news or [e for e in events if e.reading in lead[:1] and _is_occasion(e)]
    news = news or [e for e in events if e.reading in lead and _is_meeting_named_at(e, scene)]
    news = news or [
        e for e in events if e.reading in lead and e.entry.main_only and e.event_type == "meeting"
    ]
    if not news:
        return []
    first = news[0]
    alike = [e for e in news if e.reading is first.reading and e.event_type == first.event_type]
    return alike if is_separate(first.reading, scene) else [e for e in alike if e.place == first.place]


def _is_meeting_named_at(event: Event, scene: Scene) -> bool:
    """'In a telephone conversation with', 'at a meeting with', in the words of the news."""
    if event.event_type not in _TALKS or event.finite or not event.told or event.status == "planned":
        return False
    before = {i.low for i in event.reading.items[max(0, event.place - 4) : event.place]}
    when = date_of(event, scene.calendar, [])
    published = scene.calendar.published
    is_recent = published is None or when.end is None or when.end >= published - _NEWS
    return is_recent and bool(before & (_AT | {"in"})) and len(event.sides()) > 1


def _is_reported(event: Event, scene: Scene) -> bool:
    """Told by a verb in its own clause, not long past; an invitation is made at something else."""
    if scene.discourse.is_asked(event.reading):
        return False
    if event.entry.frame in _NEVER_NEWS or event.event_type == "invitation":
        return False
    if not event.finite or _is_aside(event) or _is_weak(event):
        return False
    when = date_of(event, scene.calendar, [])
    published = scene.calendar.published
    return published is None or when.end is None or when.end >= published - _NEWS


def _is_told_again(event: Event, scene: Scene) -> bool:
    """Whether it is the statement that the text itself is."""
    return scene.is_issued and event.event_type == "statement"


def _is_aside(event: Event) -> bool:
    """Told in a relative clause or before the news: 'X, who is on a visit to Y, met', 'After X said, Y'."""
    clauses, first = event.reading.clauses, event.reading.items[0].low
    is_fronted = first in _FRONTING and clauses.segment_at(event.place) == 0 and len(clauses.segments) > 1
    return is_fronted or clauses.segment(event.place).kind == "relative"


def _is_weak(event: Event) -> bool:
    """'A discussed X with B': talks only where nothing else tells their form."""
    return event.entry.main_only and event.event_type == "meeting"


def _is_news(event: Event, first: Reading, scene: Scene) -> bool:
    """Told by the narrator, or such that it is news in anybody's words."""
    if event.told or event.event_type == "statement" or event.status == "planned":
        return True
    return event.reading is first and _is_announced(event, scene)


def _is_announced(event: Event, scene: Scene) -> bool:
    """Told in an official's words: 'A broke off relations, its minister announced'."""
    voice = scene.discourse.voice_at(event.reading.items[event.place].start)
    return voice is not None and voice.sieve == "backward"


def _is_occasion(event: Event) -> bool:
    """Named in the lead as where it was said: 'in a telephone call with', 'said at a meeting with'."""
    if event.event_type in _OCCASION_TYPES:
        return event.entry.rule != "conference/setting"
    before = {i.low for i in event.reading.items[max(0, event.place - 3) : event.place]}
    return event.event_type == "meeting" and bool(before & _AT)
