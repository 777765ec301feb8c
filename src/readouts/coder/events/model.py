"""What an event is made of before it gets its ids, and what the lexicon says of its kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readouts.coder.dates.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity, Mention

UNPLACED_TYPES = frozenset({"statement", "call", "message"})


@dataclass(frozen=True)
class EventEntry:
    """An entry of `events.toml`.

    Attributes:
        rule: type and id of the entry, which the rows made by it carry.
        event_type: a code of the codebook.
        frame: how the participants stand around the head; one of `event_frames.FRAMES`.
        facts: words that the crosswalk knows.
        lowered: relations were lowered, suspended or severed.
        only_lead: counts in the first sentences only.
        placed: the place named beside it is where it was, not only what was spoken of.
        before: words of which one must stand close behind the head.
        not_yet: the words tell of what is still to be done.
        with_main: told as held and no more, so that it was where the main event was.
        main_only: an event only where it is what the article reports; else it is part of another.
    """

    rule: str
    event_type: str
    frame: str
    facts: tuple[str, ...] = ()
    lowered: bool = False
    only_lead: bool = False
    placed: bool = True
    with_main: bool = False
    main_only: bool = False
    not_yet: bool = False
    before: frozenset[str] = frozenset()


@dataclass(eq=False)
class Part:
    """One actor's part in an event: role, and the mention that shows it (offsets)."""

    entity: Entity
    role: str
    start: int
    end: int

    @classmethod
    def of(cls, entity: Entity, role: str, mention: Mention) -> Part:
        """A part shown by a mention."""
        return cls(entity, role, mention.start, mention.end)

    @property
    def is_person(self) -> bool:
        """Whether a person takes part, not a state or an organisation."""
        return self.entity.kind == "person"


def one_each(parts: Iterable[Part]) -> list[Part]:
    """The first part of every actor."""
    seen: dict[Entity, Part] = {}
    for part in parts:
        seen.setdefault(part.entity, part)
    return list(seen.values())


@dataclass(eq=False)
class Event:
    """An event told in one article.

    Attributes:
        entry: what the lexicon says of it.
        reading: the sentence that tells it.
        place: item index of its head in the sentence, for ordering and for dates near by.
        start, end: offsets of the clause that tells it.
        parts: who takes part.
        finite: told by a verb, not only named.
        told: told by the narrator, not inside somebody's speech.
        when: its date.
        venue: the place where it was, as named.
        country: the state on whose ground it was.
        status: occurred, planned, ongoing or cancelled.
        salience: main or background.
        occasion: name of the known occasion that it is.
        agenda: codes of the fields talked about.
    """

    entry: EventEntry
    reading: Reading
    place: int
    start: int
    end: int
    parts: list[Part]
    finite: bool
    told: bool
    when: When = field(default_factory=When.unknown)
    venue: str | None = None
    country: str | None = None
    status: str = "occurred"
    salience: str = "background"
    occasion: str | None = None
    agenda: tuple[str, ...] = ()

    @property
    def event_type(self) -> str:
        """The type of the codebook."""
        return self.entry.event_type

    @property
    def is_main(self) -> bool:
        """Whether it is what the article reports."""
        return self.salience == "main"

    @property
    def is_dated(self) -> bool:
        """Whether anything is known of its date."""
        return self.when.precision != "unknown"

    @property
    def entities(self) -> set[Entity]:
        """Who takes part."""
        return {p.entity for p in self.parts}

    def with_role(self, role: str) -> list[Part]:
        """The parts with a role, in order."""
        return [p for p in self.parts if p.role == role]

    def sides(self) -> set[str]:
        """The states and organisations that take part."""
        return {s for p in self.parts if (s := p.entity.speaks_for)}
