"""Where a sentence names a conference: 'the 60th Security Conference', 'the summit of the G20'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at
from readouts.coder.dates.words import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.events.words import EventWords

_NAMING_KINDS = frozenset(
    {"organisation", "state", "adjective", "place", "metonym", "name", "group", "plural"}
)
_OPENING = frozenset({"of", "on", "for"})
_INSIDE = frozenset({"and", "of", "the", "-", "for", "&"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "its", "their"})
_ORDINALS = ("st", "nd", "rd", "th")


@dataclass(frozen=True)
class ConferenceName:
    """A conference by name, by item indexes (`last` is exclusive); `noun` is its head noun."""

    first: int
    noun: int
    last: int


def conferences_in(items: Sequence[Item], words: EventWords) -> Iterator[ConferenceName]:
    """The conferences that a sentence names, from the left, none overlapping another."""
    reached = 0
    for place in range(len(items)):
        if place < reached or not _is_noun(items[place], words):
            continue
        first, last = _first(items, place, words, reached), _last(items, place)
        found = ConferenceName(first, place, last)
        if _is_name(items, found, words):
            reached = last
            yield found


def _is_noun(item: Item, words: EventWords) -> bool:
    """'summit'; 'Security Conference', an organisation that is one."""
    if item.mention is None:
        if item.capital and item.low.startswith(words.conferences.numbered) and item.low[-1:].isdigit():
            return True
        return item.low in words.conferences.nouns or item.low in words.conferences.meetings
    inside = item.low.split()
    is_body = item.mention.kind in ("organisation", "name")
    is_one = any(low in words.conferences.nouns for low in inside)
    return is_body and (is_one or inside[-1] in words.conferences.last_words)


def _first(items: Sequence[Item], noun: int, words: EventWords, floor: int) -> int:
    """Where the name begins: past names, ordinals and words such as 'foreign ministers'."""
    first = noun
    while first > floor and _is_part(items, first - 1, words):
        first -= 1
    while first < noun and items[first].low in ("'s", "-", "and", "of"):
        first += 1
    return first


def _is_part(items: Sequence[Item], place: int, words: EventWords) -> bool:
    item = items[place]
    if item.mention is not None:
        return item.mention.kind in _NAMING_KINDS
    if item.low in words.conferences.kinds or item.low in ("'s", "-", "'"):
        return True
    return is_ordinal(item.low, words) or (item.capital and place > 0 and item.low not in _DETERMINERS)


def _last(items: Sequence[Item], noun: int) -> int:
    """Where the name ends: '... of the Heads of State of SADC', '... on Peace in X'."""
    last = noun + 1
    if low_at(items, last) not in _OPENING:
        return last
    end = last
    for place in range(last + 1, len(items)):
        item = items[place]
        if _is_of_date(item):
            break
        if item.mention is not None or item.capital:
            end = place + 1
        elif item.low not in _INSIDE:
            break
    return end


def _is_of_date(item: Item) -> bool:
    """'the Forum on Monday': no part of the name."""
    return item.low.title() in date_words().months or item.low.title() in date_words().weekdays


def _is_name(items: Sequence[Item], found: ConferenceName, words: EventWords) -> bool:
    """Named: with a capital, a body, an ordinal or a year; not 'a press conference'."""
    before = items[found.first : found.noun]
    if (
        any(i.low in words.conferences.none for i in before)
        or low_at(items, found.noun - 1) in words.conferences.none
    ):
        return False
    if items[found.noun].mention is not None:
        return True
    rest = [*before, *items[found.noun + 1 : found.last]]
    own = items[found.noun].capital and found.noun > 0
    if items[found.noun].low in words.conferences.meetings:
        return own or any(i.is_mention("organisation") for i in rest)
    return own or any(i.mention or i.capital or is_ordinal(i.low, words) for i in rest)


def is_ordinal(low: str, words: EventWords) -> bool:
    """'third', '60th', '2018'."""
    if low[:1].isdigit():
        return low.endswith(_ORDINALS) or (len(low) == 4 and low.isdigit())
    return low in words.conferences.ordinals
