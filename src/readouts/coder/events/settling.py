"""What an event's own sentence leaves open: date, place and agenda, settled from the rest of the article."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from readouts.coder.events.dating import date_of, date_of_statement
from readouts.coder.events.ground import (
    country_of_background,
    country_of_main,
    ground_of_welcome,
    ground_told,
)
from readouts.coder.events.legs import date_by_meeting, date_by_visit
from readouts.coder.events.presence import add_present, name_sides
from readouts.coder.events.roles import add_speakers, settle_roles
from readouts.coder.events.untold import SIGNED_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.model import Event
    from readouts.coder.events.scene import Scene

_TOLD_AT = frozenset({"invitation", "agreement", "relations_change", "meeting", "ceremony"})
_SETTING_TYPES = frozenset({"meeting", "visit"})
_LATER = frozenset({"later", "earlier"})
_IN_THE_DAY = (["in", "the", "day"], ["on", "the", "day"], ["that", "day", ","])
_DURING = frozenset({"during", "at"})


def settle(events: Sequence[Event], main: Sequence[Event], scene: Scene) -> None:
    """Date and place every event: by its own sentence, then the main ones, then those told in passing."""
    for event in events:
        if event.occasion is None and not event.is_dated and event.entry.rule != SIGNED_TEXT.rule:
            event.when = date_of(event, scene.calendar, events)
        if event.entry.placed:
            event.venue, event.country = ground_told(event)
    for event in main:
        _settle_main(event, events, scene)
    for place, event in enumerate(events):
        if not event.is_main:
            _go_on_from(event, events[:place], main)
            _settle_background(event, events, scene)
            _settle_by_setting(event, events, main, scene)
    for event in events:
        settle_roles(event)


def _go_on_from(event: Event, before: Sequence[Event], main: Sequence[Event]) -> None:
    """'Then he ...' goes on from the event before; 'the same day' is its day, else that of the main one."""
    previous = before[-1] if before else None
    if event.reading.items[0].low == "then" and not event.is_dated and previous is not None:
        event.when, event.country = previous.when, event.country or previous.country
    if event.is_dated or not _is_on_the_same_day(event):
        return
    is_day = previous is not None and previous.when.precision == "day"
    same = previous if is_day or not main else main[0]
    event.when = same.when if same is not None else event.when


def _settle_main(event: Event, events: Sequence[Event], scene: Scene) -> None:
    """The news is of the day of publication at the latest, and where host, visit or dateline say."""
    if event.event_type == "statement" and not event.is_dated:
        event.when = date_of_statement(event, scene) or event.when
    if not event.is_dated and event.status != "planned":
        event.when = scene.calendar.news_bound()
    event.country = event.country or country_of_main(event, events, scene)
    if event.event_type == "conference":
        add_speakers(event, scene)
    name_sides(event, events, scene)
    add_present(event, scene)
    if event.event_type != "statement":
        event.agenda = _agenda(scene)


def _agenda(scene: Scene) -> tuple[str, ...]:
    """Fields discussed or raised as fields of cooperation, in what the participants say."""
    readings = [r for r in scene.body if r.sentence.paragraph.zone == "body" and _tells_agenda(r, scene)]
    return tuple(sorted({area for r in readings for area in scene.areas.in_items(r.items)}))


def _tells_agenda(reading: Reading, scene: Scene) -> bool:
    return any(i.low in scene.words.agenda for i in reading.items)


def _settle_background(event: Event, events: Sequence[Event], scene: Scene) -> None:
    """Host, visit or welcome tell the ground of what is told in passing."""
    event.country = event.country or country_of_background(event, events, scene)
    if event.entry.rule == "conference/setting":
        event.country = event.country or _country_beside(event, events)
    if event.event_type == "meeting":
        event.when = date_by_visit(event, events)
    if event.event_type == "visit" and not event.is_dated:
        event.when = date_by_meeting(event, events)
    if event.event_type == "conference" and event.occasion and event.country is None:
        event.venue, event.country = ground_of_welcome(event)


def _is_on_the_same_day(event: Event) -> bool:
    lows = [i.low for i in event.reading.items]
    if any(pair == ("same", "day") for pair in itertools.pairwise(lows)):
        return True
    return lows[0] in _LATER and lows[1:4] in _IN_THE_DAY


def _country_beside(event: Event, events: Sequence[Event]) -> str | None:
    """'met in X on the sidelines of the forum': the ground of what was beside it."""
    beside = (e for e in events if e.reading is event.reading and e is not event)
    return next((e.country for e in beside if e.country), None)


def _settle_by_setting(event: Event, events: Sequence[Event], main: Sequence[Event], scene: Scene) -> None:
    """Told in a sentence that begins with 'During their meeting in ...', or at what the article reports."""
    setting = _setting(event, events)
    if setting is not None and event.event_type in _TOLD_AT:
        event.when, event.venue, event.country = setting.when, setting.venue, setting.country
    elif main and event.told:
        _settle_at_main(event, main[0], scene)
        _settle_with_main(event, main[0], scene)


def _setting(event: Event, events: Sequence[Event]) -> Event | None:
    """The meeting or visit with which the sentence of an event begins."""
    if event.reading.items[0].low not in _DURING:
        return _course(event, events)
    named = (e for e in events if e.reading is event.reading and not e.finite and e.place < event.place)
    return next((e for e in named if e.event_type in _SETTING_TYPES), None)


def _course(event: Event, events: Sequence[Event]) -> Event | None:
    """'was signed during X's visit in October': the visit behind."""
    if event.is_dated or not event.finite:
        return None
    behind = (e for e in events if e.reading is event.reading and not e.finite and e.place > event.place)
    lows = [i.low for i in event.reading.items]
    return next(
        (e for e in behind if e.event_type == "visit" and "during" in lows[event.place : e.place]), None
    )


def _settle_at_main(event: Event, main: Event, scene: Scene) -> None:
    """An announcement in the narrator's words belongs to the meeting that is reported."""
    if event.event_type not in _TOLD_AT or event.is_dated:
        return
    if not event.finite and not _is_announced(event, scene):
        return
    if event.status == "occurred":
        event.when = main.when
    if event.event_type == "ceremony":
        event.country = event.country or main.country
    if event.event_type == "invitation":
        event.venue, event.country = main.venue, main.country


def _is_announced(event: Event, scene: Scene) -> bool:
    """'The presidents announced the elevation of ...'."""
    before = event.reading.items[: event.place]
    return event.event_type == "relations_change" and any(i.low in scene.words.announcing for i in before)


def _settle_with_main(event: Event, main: Event, scene: Scene) -> None:
    """'A meeting was held between ...', without a place: where the main event was, part of the same news."""
    is_of_it = event.finite and event.event_type == "meeting" and event.sides() == main.sides()
    if not (event.entry.with_main or is_of_it) or event.country is not None:
        return
    event.country = main.country
    if not event.is_dated:
        event.when = scene.calendar.news_bound()
