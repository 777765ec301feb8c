"""What an event is made of before it gets its ids, and what the lexicon says of events."""

from __future__ import annotations

from dataclasses import dataclass, field

from readouts.coder.model import Entity, Mention
from readouts.coder.speech import Reading
from readouts.coder.trie import Trie
from readouts.coder.when import When


@dataclass(frozen=True)
class EventEntry:
    """An entry of `events.toml`."""

    rule: str
    event_type: str
    frame: str
    facts: tuple[str, ...] = ()
    lowered: bool = False
    only_lead: bool = False


@dataclass(frozen=True)
class EventWords:
    """`events.toml`, compiled."""

    heads: Trie[EventEntry]
    planned: Trie[str]
    cancelled: Trie[str]
    ongoing: Trie[str]
    sums: frozenset[str]
    denied: frozenset[str]
    framework: Trie[str]


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


@dataclass(eq=False)
class Event:
    """An event told in one article.

    Attributes:
        start, end: offsets of the clause that tells it.
        place: item index of its head in the sentence, for ordering and for dates near by.
        finite: told by a verb, not only named.
        told: told by the narrator, not inside somebody's speech.
    """

    entry: EventEntry
    reading: Reading
    place: int
    start: int
    end: int
    parts: list[Part]
    finite: bool
    told: bool
    event_type: str
    when: When = field(default_factory=When.unknown)
    venue: str | None = None
    country: str | None = None
    status: str = "occurred"
    salience: str = "background"
    occasion: str | None = None
    agenda: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def entities(self) -> set[Entity]:
        """Who takes part."""
        return {p.entity for p in self.parts}

    def sides(self) -> set[str]:
        """The states and organisations that take part."""
        return {s for p in self.parts if (s := p.entity.speaks_for)}
