"""The states and organisations of an article, and on whose behalf its people act."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readouts.coder.names.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from readouts.coder.names.model import Mention, Office
    from readouts.seeds.types import ActorRecord

_GOVERNING = ("leader", "minister", "diplomat", "official")
_HEADING = ("leader", "minister")
_FOR_THEMSELVES = ("scholar", "legislator")
_LEADING = ("led", "headed", "represented", "chaired")
_LED = ("delegation", "side", "team")
_LEADING_REACH = 2
_SUBJECTS = ("he", "she", "they", "we")
_GROUNDS = ("metonym", "place", "state")


@dataclass(frozen=True)
class KnownActors:
    """What the tables of states, organisations and actors say, by code and by name.

    `only_in` and `not_in` tell, by the head of an office, the states that alone have it or that lack it;
    `shared_seats`, by a city, the body that it stands for where one of these is named and the state is not;
    `shared_adjectives`, by an adjective in small letters, the states that share it.
    """

    state_names: Mapping[str, str]
    organisations: Mapping[str, Entity]
    people: Mapping[str, tuple[ActorRecord, ...]]
    only_in: Mapping[str, frozenset[str]] = field(default_factory=dict)
    not_in: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shared_seats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shared_adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def has_office(self, code: str, office: Office) -> bool:
        """Whether a state may have an office: there is no king of a republic."""
        for head in (office.head, office.text.casefold()):
            if head in self.only_in and code not in self.only_in[head]:
                return False
            if code in self.not_in.get(head, ()):
                return False
        return True


@dataclass
class Sides:
    """The states and organisations met so far; `home` is the state of the outlet."""

    known: KnownActors
    home: str | None = None
    states: dict[str, Entity] = field(default_factory=dict)
    bodies: dict[str, Entity] = field(default_factory=dict)

    def state(self, code: str) -> Entity:
        """The entity of a state."""
        if code not in self.states:
            name = self.known.state_names.get(code, code)
            self.states[code] = Entity("state", name, code, code, actor_id=f"sta_{code.lower()}")
        return self.states[code]

    def body(self, code: str) -> Entity:
        """The entity of an organisation."""
        if code not in self.bodies:
            known = self.known.organisations.get(code)
            actor_id, country = (known.actor_id, known.country) if known else (None, None)
            self.bodies[code] = Entity("organisation", code, code, code, actor_id=actor_id, country=country)
        return self.bodies[code]

    def side(self, code: str) -> Entity:
        """The state or organisation that a code stands for."""
        return self.state(code) if self.is_state(code) else self.body(code)

    def is_state(self, code: str) -> bool:
        """Whether a code is that of a state."""
        return code in self.known.state_names

    def country_of_body(self, code: str) -> str | None:
        """The state that an organisation belongs to, if it belongs to one."""
        known = self.known.organisations.get(code)
        return known.country if known else None

    def served(self, offices: Sequence[Office]) -> str | None:
        """The state that offices serve, else the state of a party that governs, else the body they serve."""
        owners = [o.owner for o in offices if o.owner and o.kind not in _FOR_THEMSELVES]
        states = [owner for owner in owners if self.is_state(owner)]
        if states:
            return states[0]
        if any(o.owner is None and o.kind in _HEADING for o in offices):
            countries = [c for owner in owners if (c := self.country_of_body(owner))]
            if countries:
                return countries[0]
        return owners[0] if owners else None

    def countries(self, offices: Iterable[Office]) -> set[str]:
        """The states that offices serve, a party's or body's by its home."""
        owners = sorted({o.owner for o in offices if o.owner})
        countries = [owner if self.is_state(owner) else self.country_of_body(owner) for owner in owners]
        return {country for country in countries if country}

    def infer(self, people: Iterable[Entity], mentions: Sequence[Mention]) -> None:
        """A bare office of government is of the state its sentence is about, else of the outlet's own."""
        for person in people:
            governing = [o for o in person.offices if _is_of_government(o)]
            if person.side is None and governing:
                near, home = _side_of_sentence(person, mentions), self.home
                is_at_home = home and all(self.known.has_office(home, o) for o in governing)
                person.side = near or (home if is_at_home else None)


def _is_of_government(office: Office) -> bool:
    return office.kind in _GOVERNING and not office.of_body


def _side_of_sentence(person: Entity, mentions: Sequence[Mention]) -> str | None:
    """'X supports ..., Foreign Minister N said'; 'A visited X and met Prime Minister N in its capital'."""
    first = next(m for m in mentions if person in m.entities)
    here = [m for m in mentions if m.sentence is first.sentence]
    place = here.index(first)
    before = here[:place]
    if told := _side_beside(here, place) or _side_led(here, place):
        return told
    people = [m for m in before if _is_person(m)]
    if before and not people and before[0].kind in ("state", "metonym"):
        return before[0].code
    sides = {e.side for m in people for e in m.entities}
    grounds = [m.code for m in here if m.kind in _GROUNDS and m.code not in sides]
    return grounds[0] if people and grounds else None


def _is_person(mention: Mention) -> bool:
    if mention.kind == "pronoun":
        return mention.code in _SUBJECTS
    return bool(mention.entities) and mention.entities[0].kind == "person"


def _side_beside(here: Sequence[Mention], place: int) -> str | None:
    """'Polish President A and Prime Minister B', 'Prime Minister B and the people of Poland': of Poland."""
    mention = here[place]
    before, behind = here[max(0, place - 1) : place], here[place + 1 : place + 2]
    for other in before:
        if other.entity and _words_between(other, mention) == ["'s"]:
            return other.entity.side  # 'the envoy of that president'
        if other.kind == "person" and other.offices and _are_joined(other, mention):
            owner, begins = other.offices[0].owner, other.offices[0].text.casefold()
            if owner is None and other.entity and other.entity.side and _are_met(other, mention):
                return other.entity.side
            if owner and not begins.startswith(mention.sentence.tokens[other.first].low):
                return owner
    for other in behind:
        if other.kind == "state" and _are_joined(mention, other):
            return other.code
    return None


def _are_met(first: Mention, second: Mention) -> bool:
    """'met with President A and Prime Minister B': two of one state, whom somebody meets."""
    before = first.sentence.tokens[first.first - 1].low if first.first else ""
    heads = {mention.offices[0].head for mention in (first, second) if mention.offices}
    return before in ("with", "by") and len(heads) > 1


def _side_led(here: Sequence[Mention], place: int) -> str | None:
    """'Permanent Secretary N headed the Thai delegation', 'led the Bangladesh side'."""
    if place + 1 >= len(here):
        return None
    mention, other = here[place], here[place + 1]
    between, tokens = _words_between(mention, other), mention.sentence.tokens
    behind = tokens[other.last].low if other.last < len(tokens) else ""
    is_led = bool(between) and between[0] in _LEADING and len(between) <= _LEADING_REACH
    names_side = other.kind in ("adjective", "state") and (
        behind in _LED or tokens[other.last - 1].low in _LED
    )
    return other.code if is_led and names_side else None


def _are_joined(first: Mention, second: Mention) -> bool:
    """Whether nothing but 'and' (and an article) stands between two mentions."""
    between = _words_between(first, second)
    return between[:1] == ["and"] and set(between[1:]) <= {"the", "its", "his", "her"}


def _words_between(first: Mention, second: Mention) -> list[str]:
    return [token.low for token in first.sentence.tokens[first.last : second.first]]
