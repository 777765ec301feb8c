"""What the coder finds in a text on its way to rows: offices, entities, mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeGuard

from readouts.seeds.known import state_codes

if TYPE_CHECKING:
    from readouts.coder.text.document import Sentence


@dataclass(frozen=True)
class Office:
    """An office as a text states it.

    Attributes:
        text: the words, without the state that stands before them.
        head: the head word or words in lower case ('foreign minister' has the head 'minister').
        kind: leader, minister, diplomat, official, legislator or scholar.
        words: every word of the office in lower case, for matching 'the vice premier' to its holder.
        owner: the state (ISO alpha-3) or organisation that the office serves; None where not told.
        accredited_to: the state an envoy is accredited to; None elsewhere.
        of_body: an office of some body that is no state ("Club president", "the airline's chief executive").
    """

    text: str
    head: str
    kind: str
    words: frozenset[str]
    owner: str | None = None
    accredited_to: str | None = None
    of_body: bool = False


@dataclass(eq=False)
class Entity:
    """A state, organisation or person of an article; compared by identity.

    Attributes:
        kind: state, organisation or person.
        name: the full name in the article's best form (a state's usual English name).
        code: ISO alpha-3 of a state, the name of an organisation, None for a person.
        side: the state or organisation on whose behalf it acts; None where not told.
        offices: offices stated of a person, in order.
        actor_id: id in the table of actors where it is known there.
    """

    kind: str
    name: str
    code: str | None = None
    side: str | None = None
    offices: list[Office] = field(default_factory=list)
    actor_id: str | None = None
    forms: set[str] = field(default_factory=set)
    country: str | None = None

    @property
    def speaks_for(self) -> str | None:
        """The holder of a position that this entity states in its own name."""
        return self.side if self.kind == "person" else self.code


@dataclass(eq=False)
class Mention:
    """A stretch of a sentence that names an actor.

    Attributes:
        start, end: offsets in the text (`end` is exclusive).
        kind: state, adjective, metonym, place, organisation, person, office, pronoun, group or plural.
        first, last: token indexes in the sentence (`last` is exclusive).
        code: ISO alpha-3 or organisation name where the words themselves tell.
        name: a person's name as written here.
        offices: offices stated here.
        codes: for a plural or group, the states named in it.
        entities: who is meant, once resolved (several for a group).
        reason: the sieve that resolved it.
    """

    start: int
    end: int
    kind: str
    sentence: Sentence
    first: int
    last: int
    code: str | None = None
    name: str | None = None
    offices: tuple[Office, ...] = ()
    codes: tuple[str, ...] = ()
    entities: list[Entity] = field(default_factory=list)
    reason: str = ""

    @property
    def entity(self) -> Entity | None:
        """The one entity meant, or None for none or several."""
        return self.entities[0] if len(self.entities) == 1 else None


def is_state_code(code: str | None) -> TypeGuard[str]:
    """Whether a code is that of a state, and no name of an organisation."""
    return code in state_codes()
