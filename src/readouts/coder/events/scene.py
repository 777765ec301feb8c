"""What the steps of event finding know of the article as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.dates.when import When
from readouts.coder.events.author import Author, author_of, is_in_first_person

if TYPE_CHECKING:
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.named_dates import Calendar
    from readouts.coder.events.words import EventWords
    from readouts.coder.names.model import Entity
    from readouts.coder.positions.areas import AreaIndex
    from readouts.coder.positions.holders import Dyad
    from readouts.coder.speech.discourse import Discourse

LEAD = 3
_TOLD_IN = ("body", "subhead")


@dataclass(frozen=True)
class Scene:
    """An article as its events are looked for.

    Attributes:
        words: what the lexicon says of events.
        areas: fields of cooperation, for the agenda.
        discourse: sentences, voices and actors of the article.
        dyad: the sides of the article.
        calendar: its dates and occasions.
        dateline_country: the state of its dateline.
        stating: the people who state a position.
    """

    words: EventWords
    areas: AreaIndex
    discourse: Discourse
    dyad: Dyad
    calendar: Calendar
    dateline_country: str | None
    stating: frozenset[Entity] = frozenset()

    @cached_property
    def body(self) -> list[Reading]:
        """The sentences in which events are told."""
        return [r for r in self.discourse.readings if r.sentence.paragraph.zone in _TOLD_IN]

    @property
    def authors(self) -> tuple[Entity, ...]:
        """Who signs or issues the text; 'we'."""
        return self._author.entities if self._author else ()

    @property
    def is_issued(self) -> bool:
        """Whether the text calls itself a statement that its authors issued."""
        return self._author is not None and self._author.is_issued

    @cached_property
    def is_press_conference(self) -> bool:
        """Whether the text is the record of a press conference: its title tells whose, and the press asks."""
        title = self._author.title if self._author else None
        is_titled = title is not None and self.words.press.occurs([i.keys for i in title.items])
        return is_titled and any(self.discourse.is_asked(r) for r in self.body)

    @property
    def issued_in(self) -> Reading | None:
        """The sentence of the body that tells who issued the text."""
        return self._author.title if self._author and self._author.title in self.body else None

    @cached_property
    def is_in_first_person(self) -> bool:
        """Whether the text says 'we' in its own words."""
        return is_in_first_person(self.lead, self.discourse)

    @property
    def title_date(self) -> When:
        """The day that the title of a signed text gives."""
        title = self._author.title.sentence if self._author else None
        days = [d.when for d in self.calendar.titles if title and title.covers(d.start)]
        return next((when for when in days if when.precision == "day"), When.unknown())

    @cached_property
    def _author(self) -> Author | None:
        return author_of(self.body, self.discourse, self.words)

    @cached_property
    def lead(self) -> list[Reading]:
        """The first sentences of the body, where the news is told."""
        told = [r for r in self.body if any(i.low.isalpha() or i.mention for i in r.items)]
        return [r for r in told if r.sentence.paragraph.zone == "body"][:LEAD] or told[:LEAD]

    @cached_property
    def lead_end(self) -> int:
        """Index of the last sentence that belongs to the lead."""
        body = [r for r in self.body if r.sentence.paragraph.zone == "body"]
        return body[min(len(body), LEAD) - 1].sentence.index if body else 0

    def is_state(self, code: str | None) -> bool:
        """Whether a code is that of a state, which has ground of its own."""
        return code in self.discourse.registry.known.state_names

    def is_side(self, code: str | None) -> bool:
        """Whether a code is that of a state, or of an organisation that belongs to no state."""
        body = self.discourse.registry.known.organisations.get(code or "")
        return self.is_state(code) or (body is not None and body.country is None)
