"""Who is who in an article: mentions become entities, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from readouts.coder.names.mention_context import AT_HOME, LAST_NAMED
from readouts.coder.names.model import Entity, Office, is_state_code
from readouts.coder.names.name_matching import NameMatcher, plain_name
from readouts.coder.names.shared_adjectives import settle_shared_adjectives
from readouts.coder.names.sides import KnownActors, Sides
from readouts.coder.names.titles import holder_of, in_singular, is_contained, with_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readouts.coder.names.model import Mention
    from readouts.coder.names.people import PersonWords

__all__ = ["KnownActors", "Registry", "plain_name"]

_OF_STATES = ("state", "adjective", "metonym", "place")
_BY_NAME = ("state", "adjective", "organisation")
_AT_HOME = ("leader", "minister")


@dataclass
class Registry:
    """The actors of one article."""

    known: KnownActors
    words: PersonWords
    back: Mapping[str, tuple[str, ...]]
    home: str | None = None
    people: list[Entity] = field(default_factory=list)
    _named: set[str] = field(default_factory=set, init=False)

    @cached_property
    def sides(self) -> Sides:
        """The states and organisations."""
        return Sides(self.known, self.home)

    @cached_property
    def _names(self) -> NameMatcher:
        return NameMatcher(self.people, self.sides, self.words)

    def side(self, code: str) -> Entity:
        """The state or organisation that a code stands for."""
        return self.sides.side(code)

    def register(self, mentions: Sequence[Mention]) -> None:
        """First pass: everyone introduced by name, full names before short ones."""
        settle_shared_adjectives(mentions, self.known.shared_adjectives)
        _name_plurals(mentions)
        for full in (True, False):
            for mention, last in _with_last_state(mentions):
                if mention.kind == "person" and mention.name and (" " in mention.name) == full:
                    offices = tuple(_settled(o, last.code) for o in mention.offices)
                    self._introduce(mention, mention.name, offices)

    def infer_sides(self, mentions: Sequence[Mention]) -> None:
        """Sides of those whose office does not tell it."""
        self.sides.infer(self.people, mentions)

    def resolve(self, mentions: Sequence[Mention]) -> None:
        """Second pass: names and titles alone, states, bodies; pronouns and groups wait for the discourse."""
        recent: list[Entity] = []
        self._named = {m.code for m in mentions if m.code and m.kind in _BY_NAME}
        for mention, last in _with_last_state(mentions):
            if not mention.entities:
                self._resolve(mention, last, recent)
            if mention.entity and mention.entity.kind == "person":
                recent.append(mention.entity)

    def named(self, name: str) -> Entity:
        """The person of a name, met before or new."""
        return self._names.find(name, ())[0] or self._new(name)

    def introduce(self, mention: Mention) -> Entity:
        """Keep a bare name that the discourse supports ('Novak briefed')."""
        entity = self._introduce(mention, mention.name or "", ())
        mention.kind = "person"
        if mention.reason == "introduced" and self.home is not None and entity.side is None:
            entity.country = None
        return entity

    def _introduce(self, mention: Mention, name: str, offices: tuple[Office, ...]) -> Entity:
        """The person of that name, met before or new, with what the mention adds."""
        person, reason = self._names.find(name, offices)
        if person is None:
            person, reason = self._new(name), "introduced"
        elif reason != "misspelt repeat" and _count(name) > _count(person.name):
            person.name = name
        person.forms.add(name)
        self._add_offices(person, offices)
        mention.entities, mention.reason = [person], reason
        return person

    def _new(self, name: str) -> Entity:
        person = Entity("person", name)
        record = next(iter(self.known.people.get(plain_name(name), ())), None)
        if record:
            person.actor_id, person.country, person.side = record.actor_id, record.country, record.country
        self.people.append(person)
        return person

    def _add_offices(self, person: Entity, offices: Sequence[Office]) -> None:
        for office in offices:
            if office.text:
                person.offices = with_office(person.offices, office)
            elif person.side is None:
                person.side = office.owner
        person.side = self.sides.served(person.offices) or person.side

    # second pass

    def _resolve(self, mention: Mention, last: LastState, recent: Sequence[Entity]) -> None:
        match mention.kind:
            case "organisation" if mention.code == AT_HOME:
                self._resolve_home_body(mention)
            case "organisation" if mention.code:
                mention.entities, mention.reason = [self.sides.body(mention.code)], "name"
            case "name" if mention.name:
                self._resolve_name(mention, mention.name)
            case "office":
                self._resolve_title(mention, last, recent)
            case "plural" if mention.codes:
                mention.entities = [self._leader(c, mention.code or "", recent) for c in mention.codes]
                mention.reason = "title in the plural"
            case "metonym" if mention.code and (body := self._body_at(mention)):
                mention.entities, mention.reason = [self.sides.body(body)], "seat of a body"
            case kind if kind in _OF_STATES and mention.code:
                mention.entities, mention.reason = [self.sides.state(mention.code)], "name"

    def _body_at(self, mention: Mention) -> str | None:
        """'Brussels' is the European Union where the article names that and not Belgium."""
        city = mention.sentence.tokens[mention.first].low
        bodies = self.known.shared_seats.get(city, ())
        is_meant = mention.code not in self._named and any(body in self._named for body in bodies)
        return bodies[0] if is_meant else None

    def _resolve_name(self, mention: Mention, name: str) -> None:
        found, _ = self._names.find(name)
        if found:
            mention.kind, mention.entities, mention.reason = "person", [found], "name alone"

    def _resolve_home_body(self, mention: Mention) -> None:
        """'the Foreign Ministry' without a state is that of the outlet's own, where the outlet's is known."""
        if self.home:
            mention.kind, mention.code = "state", self.home
            mention.entities, mention.reason = [self.sides.state(self.home)], "body at home"
        else:
            mention.code = mention.name
            mention.entities, mention.reason = [self.sides.body(mention.name or "")], "name"

    def _resolve_title(self, mention: Mention, last: LastState, recent: Sequence[Entity]) -> None:
        office = _settled(mention.offices[0], last.code)
        if found := self._holder(office, office.owner, recent, last.near(mention)):
            mention.entities, mention.reason = self._with_joined(found, mention, recent), "title alone"
        elif office.owner:
            mention.entities, mention.reason = [self.side(office.owner)], "title of a state"
        elif self.home and self._may_be_at_home(office, self.home):
            holder = self._holder(office, self.home, recent) or self.sides.state(self.home)
            mention.entities, mention.reason = [holder], "title at home"

    def _may_be_at_home(self, office: Office, home: str) -> bool:
        """Whether a title without a state may be that of the outlet's own."""
        is_governing = office.kind in _AT_HOME and office.text[:1].isupper()
        return is_governing and self.known.has_office(home, office)

    def _holder(
        self, office: Office, owner: str | None, recent: Sequence[Entity], near: str | None = None
    ) -> Entity | None:
        before = list(dict.fromkeys(reversed(recent)))
        found = holder_of(office, owner, before, self.back, near)
        return found or holder_of(office, owner, [*before, *self.people], self.back, near)

    def _with_joined(self, first: Entity, mention: Mention, recent: Sequence[Entity]) -> list[Entity]:
        """'the Minister and the Deputy Secretary': two people where nobody holds both offices."""
        tokens = mention.sentence.tokens[mention.first : mention.last]
        if all(token.low != "and" for token in tokens):
            return [first]
        found = [first]
        for office in mention.offices[1:]:
            joined = in_singular(office)
            is_held_too = any(is_contained(joined, entity.offices) for entity in found)
            others = [e for e in dict.fromkeys([*reversed(recent), *self.people]) if e not in found]
            fitting = [e for e in others if not is_held_too and is_contained(joined, e.offices)]
            found += fitting if joined != office else fitting[:1]
        return found

    def _leader(self, code: str, head: str, recent: Sequence[Entity]) -> Entity:
        office = Office(head, head, "leader", frozenset({head}))
        return self._holder(office, code, recent) or self.sides.state(code)


class LastState(NamedTuple):
    """The state named last before a mention, and the mention that named it."""

    code: str | None = None
    named_by: Mention | None = None

    def near(self, mention: Mention) -> str | None:
        """The state, if the same sentence named it."""
        return self.code if self.named_by and self.named_by.sentence is mention.sentence else None


def _with_last_state(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, LastState]]:
    """Each mention with the state named last before it."""
    last = LastState()
    for mention in mentions:
        yield mention, last
        if code := _state_named(mention):
            last = LastState(code, mention)


def _state_named(mention: Mention) -> str | None:
    if mention.kind in ("state", "adjective"):
        return mention.code
    owner = next((o.owner for o in mention.offices if o.owner and o.owner != LAST_NAMED), None)
    return owner if is_state_code(owner) else None


def _settled(office: Office, last_state: str | None) -> Office:
    """An office of 'the country' as one of the state named last."""
    return replace(office, owner=last_state) if office.owner == LAST_NAMED else office


def _count(name: str) -> int:
    return len(plain_name(name).split())


def _name_plurals(mentions: Sequence[Mention]) -> None:
    """'his Russian and Ukrainian counterparts, A B and C D': each name gets its state."""
    for place, mention in enumerate(mentions):
        if mention.kind != "plural" or len(mention.codes) < 2:
            continue
        names = [m for m in mentions[place + 1 : place + 1 + len(mention.codes)] if _is_bare_name(m, mention)]
        if len(names) != len(mention.codes) or names[0].first > mention.last + 1:
            continue
        head = mention.code or ""
        for code, name in zip(mention.codes, names, strict=True):
            name.kind = "person"
            name.offices = (Office(head, head, "official", frozenset({head}), code),)


def _is_bare_name(mention: Mention, plural: Mention) -> bool:
    in_sentence = mention.sentence is plural.sentence
    return in_sentence and mention.kind in ("name", "person") and not mention.offices
