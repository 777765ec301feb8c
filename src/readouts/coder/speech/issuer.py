"""Whose text it is: what nobody is told to say in a statement is said by whoever issues it.

A statement is told by its title ('Statement by ...'), by 'we' outside all quotations, or by sentences that
begin with the verb ("1. Reaffirms ..."). Its issuer is who signs it, else the bodies that its title names,
else the state of the outlet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import past
from readouts.coder.speech.voices import ISSUER, Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity
    from readouts.coder.names.registry import Registry
    from readouts.coder.speech.voices import SpeechWords, Voices
    from readouts.coder.text.document import Document

_LONGEST_BYLINE, _LONGEST_TITLE = 14, 40
_FIRST_LINES, _LAST_LINES = 5, 2
_OPERATIVE_CLAUSES = 3
_WHO_ISSUES = frozenset({"we", "i"})
_PRIVATE = frozenset({"i", "my", "me", "myself"})
_TITLES = ("header", "headline")
_BEFORE_VERB = frozenset((".", ")", "(", "-", '"', "the", "meeting", "also", "further", "and"))


@dataclass(frozen=True)
class Issuer:
    """Finds who issues one text.

    Attributes:
        document, readings, registry, words: of the text; the lexicon of speech.
        voices: what is known of who says what.
        bodies: the states and organisations that its title or beginning names as its makers.
    """

    document: Document
    readings: Sequence[Reading]
    registry: Registry
    words: SpeechWords
    voices: Voices
    bodies: tuple[Entity, ...]

    def add_voices(self) -> None:
        """Give the issuer the sentences that nobody is told to say."""
        clauses = list(filter(self._begins_with_verb, self._unvoiced))
        is_resolution = bool(self.bodies) and len(clauses) >= _OPERATIVE_CLAUSES
        if len(self.bodies) < 2 and self._is_issued and not is_resolution:
            speakers, spoken = self._speakers, self._unvoiced
        else:
            speakers, spoken = self.bodies, clauses
        for reading in spoken if speakers else ():
            self._add(reading, speakers)

    def _add(self, reading: Reading, speakers: tuple[Entity, ...]) -> None:
        sentence = reading.sentence
        self.voices.add(Voice(sentence.start, sentence.end, speakers, self._mode, None, ISSUER))

    @cached_property
    def _mode(self) -> str:
        """Remarks are spoken, a statement is a text."""
        titles = (reading for reading in self.readings[:_FIRST_LINES] if _is_title(reading))
        is_spoken = any(item.low in self.words.spoken for reading in titles for item in reading.items)
        return "direct" if is_spoken else "text"

    @cached_property
    def _unvoiced(self) -> list[Reading]:
        """The sentences of the text in which nobody speaks."""
        body = (reading for reading in self.readings if reading.sentence.paragraph.zone == "body")
        told = (reading for reading in body if reading.items and reading.items[-1].low != "?")
        return [r for r in told if not any(self.voices.at(item.start) for item in r.items)]

    @property
    def _is_issued(self) -> bool:
        """Whether the text is in the first person, or calls itself somebody's statement."""
        if self._signature and self._is_called_statement:
            return True
        return any(self._has_outside_quotes(reading, _WHO_ISSUES) for reading in self._unvoiced)

    @property
    def _speakers(self) -> tuple[Entity, ...]:
        if self._signature:
            self._signature.side = self._signature.side or self.registry.home
            return (self._signature,)
        if len(self.bodies) == 1:
            return self.bodies
        is_private = any(self._has_outside_quotes(reading, _PRIVATE) for reading in self._unvoiced)
        home = self.registry.home
        return (self.registry.side(home),) if home and not is_private else ()

    @cached_property
    def _signature(self) -> Entity | None:
        """Whose name stands alone above or below the text ('Statement by Foreign Minister N')."""
        for reading in (*self.readings[:_FIRST_LINES], *self.readings[-_LAST_LINES:]):
            people = list(_people(reading))
            if _is_title(reading) and self._names_statement(reading) and people:
                return people[0]
            is_line = len(reading.items) <= _LONGEST_BYLINE and not _has_verb(reading)
            if is_line and len(people) == 1:
                return people[0]
        return None

    @cached_property
    def _is_called_statement(self) -> bool:
        return any(_is_title(r) and self._names_statement(r) for r in self.readings[:_FIRST_LINES])

    def _names_statement(self, reading: Reading) -> bool:
        return any(item.low in self.words.statements for item in reading.items)

    def _has_outside_quotes(self, reading: Reading, words: frozenset[str]) -> bool:
        pronouns = (item for item in reading.items if item.low in words and item.is_mention("pronoun"))
        return any(not self.document.is_quoted(item.start) for item in pronouns)

    def _begins_with_verb(self, reading: Reading) -> bool:
        """'1. Reaffirms its support', 'Condemned the attack'."""
        numbers = {item.low for item in reading.items[:2] if item.low.isdigit()}
        place = past(reading.items, 0, _BEFORE_VERB | numbers)
        return any(hit.start == place for hit in reading.verbs)


def _is_title(reading: Reading) -> bool:
    return reading.sentence.paragraph.zone in _TITLES and len(reading.items) <= _LONGEST_TITLE


def _people(reading: Reading) -> Iterator[Entity]:
    """The people whom a line names."""
    for item in reading.items:
        if item.mention and item.is_mention("person") and item.mention.entity:
            yield item.mention.entity


def _has_verb(reading: Reading) -> bool:
    finite = reading.clauses.verbs.finite_only
    return any(item.mention is None and item.low in finite for item in reading.items)
