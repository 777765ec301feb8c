"""Blocks of speech: 'X said:' and the paragraphs below it; 'Name: ...' in an interview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import FIRST_PERSON, SECOND_PERSON
from readouts.coder.speech.attribution import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity, Mention, Office
    from readouts.coder.names.registry import Registry
    from readouts.coder.speech.speakers import Speakers
    from readouts.coder.speech.voices import SpeechWords

_LABEL_REACH = 9
_LONGEST_BYLINE = 12
_SUBJECT_REACH = 34
_FIRST_ACTOR_REACH = 12


@dataclass(frozen=True)
class Block:
    """Who speaks from here on; `start` is where the speech begins in the same paragraph, None if below it.

    A question has no speakers.
    """

    speakers: tuple[Entity, ...]
    start: int | None


@dataclass(frozen=True)
class Blocks:
    """Tells where blocks begin and end in one article."""

    speakers: Speakers
    registry: Registry
    words: SpeechWords

    def opened(self, readings: Sequence[Reading]) -> Block | None:
        """The block that a paragraph opens."""
        return self._opened_below(readings[-1]) or self._labelled(readings[0]) or self._signed(readings[0])

    def is_left(self, reading: Reading) -> bool:
        """Whether a paragraph tells of speech in the third person, so that the block is over."""
        if any(item.low in FIRST_PERSON or item.low in SECOND_PERSON for item in reading.items):
            return False
        early = (hit for hit in reading.verbs if hit.start <= _SUBJECT_REACH)
        if any(self._has_person(reading, hit.start) for hit in early):
            return True
        first = reading.clauses.first_actor_item(0, min(len(reading.items), _FIRST_ACTOR_REACH))
        return bool(first and _is_person(first) and first.mention and first.mention.offices)

    def _opened_below(self, last: Reading) -> Block | None:
        """'X said:' at the end of a paragraph."""
        if not last.items or last.items[-1].low != ":" or not last.verbs:
            return None
        speakers = self.speakers.of(Attribution(last, last.verbs[-1], self.words))
        if not speakers:
            return None
        self.speakers.note(last, speakers[0])
        return Block(speakers, None)

    def _signed(self, first: Reading) -> Block | None:
        """'By X, Ambassador of ...': what follows is X's own."""
        if len(first.items) < 2 or first.items[0].low != "by" or first.verbs:
            return None
        mention = first.items[1].mention
        if mention is None or len(first.items) > _LONGEST_BYLINE:
            return None
        person = mention.entity if mention.kind == "person" else self._author(mention)
        if person is None or not (person.offices or person.side):
            return None
        self.speakers.latest = person
        return Block((person,), None)

    def _author(self, mention: Mention) -> Entity | None:
        """A name in a by-line whose office the text tells of 'the author' or of 'I'."""
        office = next(filter(None, map(_authors_office, self.speakers.readings)), None)
        if mention.kind != "name" or office is None:
            return None
        person = self.registry.introduce(mention)
        person.offices, person.side = [*person.offices, office], person.side or office.owner
        return person

    def _labelled(self, first: Reading) -> Block | None:
        """'X: ...' at the start of a paragraph."""
        colon = next((k for k, item in enumerate(first.items[:_LABEL_REACH]) if item.low == ":"), 0)
        if colon == 0:
            return None
        start, label = first.items[colon].end, first.items[:colon]
        if self._asks(" ".join(item.low for item in label)):
            return Block((), start)
        person = self._named(label)
        if person is None:
            return None
        self.speakers.latest = person
        return Block((person,), start)

    def _asks(self, label: str) -> bool:
        """Whether a label is that of the press."""
        return label in self.words.press or label.endswith(self.words.press_endings)

    def _named(self, label: Sequence[Item]) -> Entity | None:
        """The one person whose name or title makes up a label."""
        mention = label[-1].mention if len(label) == 1 or self._is_addressed(label) else None
        if mention is None:
            return self._in_capitals(label)
        if mention.kind == "name":
            return self.registry.introduce(mention)
        return mention.entity if mention.kind in ("person", "office") else None

    def _is_addressed(self, label: Sequence[Item]) -> bool:
        """'Mr. Novak', 'Spokesperson Novak' before a colon."""
        return (
            len(label) <= _LABEL_REACH
            and all(item.mention is None for item in label[:-1])
            and label[0].capital
        )

    def _in_capitals(self, label: Sequence[Item]) -> Entity | None:
        """'MS. NOVAK:' in a transcript."""
        written = [item for item in label if item.low != "."]
        if len(written) != 2 or written[0].low not in self.registry.words.honorifics:
            return None
        return self.registry.named(written[1].low.title())

    def _has_person(self, reading: Reading, place: int) -> bool:
        return any(_is_person(item) for item in reading.clauses.subject(place) or ())


def _is_person(item: Item) -> bool:
    return item.is_mention("person", "office")


def _authors_office(reading: Reading) -> Office | None:
    """The office in 'the author is Ambassador of ...' or 'as the Ambassador of ..., I ...'."""
    lows = [item.low for item in reading.items]
    is_of_author = any(word in lows for word in ("author", "writer")) or ("i" in lows and lows[:1] == ["as"])
    mentions = (item.mention for item in reading.items if item.is_mention("office") and is_of_author)
    return next((m.offices[0] for m in mentions if m and m.offices and m.offices[0].owner), None)
