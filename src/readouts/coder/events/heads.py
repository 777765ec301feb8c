"""Where a sentence tells of an event: the heads of `events.toml`, with adjuncts inside them passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import is_adverb
from readouts.coder.clauses.items import low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.model import EventEntry
    from readouts.coder.events.scene import Scene

_PLACE_KINDS = frozenset({"metonym", "place", "name"})
_BEFORE_DATES = frozenset({"on", "in"})
_CONDITIONS = frozenset({"if", "whether", "unless"})
_GOVERNING = frozenset({"to", "for", "from", "with", "a", "an", "the"})
_SUPPOSING_REACH = 10
_BEHIND_REACH = 6
_HOPING_REACH = 8


@dataclass(frozen=True)
class Head:
    """The words that tell of an event, by item indexes (`last` is exclusive)."""

    entry: EventEntry
    first: int
    last: int


def heads_in(reading: Reading, scene: Scene) -> list[Head]:
    """The heads in a sentence that tell of one event that was or will be, from the left, longest first."""
    found = sorted(_every_head(reading, scene), key=lambda h: (h.first, -h.last, h.entry.rule))
    return [head for head in found if _counts(head, reading, scene)]


def _every_head(reading: Reading, scene: Scene) -> set[Head]:
    """The heads as they stand, and those that appear when adjuncts are passed over."""
    items = reading.items
    kept = [k for k in range(len(items)) if not _is_adjunct(items, k, scene)]
    hits = scene.words.heads.every_across([i.keys for i in items], kept)
    return {Head(h.value, h.start, h.end) for h in hits}


def _is_adjunct(items: Sequence[Item], place: int, scene: Scene) -> bool:
    """'today', 'formally', 'on Tuesday', 'in Warsaw' are no part of 'a meeting was held between'."""
    item = items[place]
    if item.low in scene.words.adjuncts or is_adverb(item.low) or item.low[:1].isdigit():
        return True
    if scene.calendar.is_date(item):
        return True
    behind = items[place + 1] if place + 1 < len(items) else None
    if behind is not None and item.low in _BEFORE_DATES and scene.calendar.is_date(behind):
        return True
    if behind is not None and item.low == "in" and _is_place(behind):
        return True
    return place > 0 and items[place - 1].low == "in" and _is_place(item)


def _is_place(item: Item) -> bool:
    return item.mention is not None and item.mention.kind in _PLACE_KINDS


def _counts(head: Head, reading: Reading, scene: Scene) -> bool:
    """Whether a head tells of one event, and stands where its entry counts."""
    if head.entry.only_lead and reading.sentence.index > scene.lead_end:
        return False
    if head.entry.frame == "named" and scene.calendar.occasions_in(reading):
        return False  # it is found as the occasion that it is
    if head.entry.before and not _stands_before(head, reading):
        return False
    return not _is_none(head, reading, scene)


def _stands_before(head: Head, reading: Reading) -> bool:
    """'hosted the second forum', but not 'hosted the final': one of the words stands close behind."""
    behind = reading.items[head.last : head.last + _BEHIND_REACH]
    return any(head.entry.before.intersection(item.low.split()) for item in behind)


def _is_none(head: Head, reading: Reading, scene: Scene) -> bool:
    """Sums ('have met many times'), denials, conditions and questions are no events."""
    items, place = reading.items, head.first
    near = {i.low for i in items[max(0, place - 4) : head.last + 5]}
    before = {i.low for i in items[max(0, place - 3) : place]}
    if (
        (near & scene.words.sums and head.entry.event_type != "statement")
        or before & scene.words.denied
        or items[-1].low == "?"
    ):
        return True
    first = _clause_start(reading, place)
    hoped = {i.low for i in items[max(0, place - _HOPING_REACH) : place]} & scene.words.hoped
    if items[first].low in _CONDITIONS or _may(items, place) or hoped:
        return True
    led_in = items[max(first, place - 4) : place + (items[place].low == "to")]
    if scene.words.hypothetical.occurs([i.keys for i in led_in]):
        return True
    return _is_supposed(reading, place, scene)


def _may(items: Sequence[Item], place: int) -> bool:
    """'may visit', 'may hold talks in'; not 'in May visited'."""
    return any(i.low == "may" and not i.capital for i in items[max(0, place - 2) : place])


def _is_supposed(reading: Reading, place: int, scene: Scene) -> bool:
    """'refused to meet', 'rejected an offer to host': it was spoken of, and no more."""
    if low_at(reading.items, place) != "to" and low_at(reading.items, place - 1) not in _GOVERNING:
        return False  # 'refused to comment and met'
    first = max(_clause_start(reading, place), place - _SUPPOSING_REACH)
    return bool(scene.words.supposed.every([i.keys for i in reading.items[first:place]]))


def _clause_start(reading: Reading, place: int) -> int:
    return reading.clauses.segment(place).first
