"""Who is who in an article: mentions become entities, each with the reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import OSA

from readouts.coder.mentions import AT_HOME, LAST_NAMED
from readouts.coder.model import Entity, Mention, Office
from readouts.coder.people import PersonWords, short_forms
from readouts.seeds.types import ActorRecord

_GRADES = frozenset({"deputy", "vice", "assistant", "under", "former", "first"})
_GOVERNING = ("leader", "minister", "diplomat", "official")
_FOR_THEMSELVES = ("scholar", "legislator")


def plain_name(name: str) -> str:
    """A name without case, marks and points, for comparing."""
    decomposed = unicodedata.normalize("NFKD", name.replace("-", " "))
    return "".join(c for c in decomposed if c.isalpha() or c == " ").casefold().strip()


@dataclass(frozen=True)
class KnownActors:
    """What the tables of states, organisations and actors say, by code and by name."""

    state_names: Mapping[str, str]
    organisations: Mapping[str, Entity]
    people: Mapping[str, tuple[ActorRecord, ...]]
    homes: Mapping[str, str]


@dataclass
class Registry:
    """The actors of one article."""

    known: KnownActors
    words: PersonWords
    back: Mapping[str, tuple[str, ...]]
    published: date | None
    home: str | None = None
    people: list[Entity] = field(default_factory=list)
    states: dict[str, Entity] = field(default_factory=dict)
    bodies: dict[str, Entity] = field(default_factory=dict)

    # states and bodies

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
            self.bodies[code] = Entity(
                "organisation", code, code, code,
                actor_id=known.actor_id if known else None, country=known.country if known else None,
            )  # fmt: skip
        return self.bodies[code]

    def side(self, code: str) -> Entity:
        """The state or organisation that a code stands for."""
        return self.state(code) if code in self.known.state_names else self.body(code)

    # people

    def register(self, mentions: Sequence[Mention]) -> None:
        """First pass: everyone introduced by name, full names before short ones."""
        _name_plurals(mentions)
        for full in (True, False):
            last_state: str | None = None
            for mention in mentions:
                if mention.kind == "person" and mention.name and (" " in mention.name) == full:
                    entity, reason = self._person(mention.name, mention.offices, last_state)
                    mention.entities, mention.reason = [entity], reason
                last_state = _state_named(mention) or last_state

    def resolve(self, mentions: Sequence[Mention]) -> None:
        """Second pass: names alone, offices alone, states, bodies. Pronouns and groups wait for the discourse."""
        last_state: str | None = None
        recent: list[Entity] = []
        for mention in mentions:
            self._resolve_one(mention, last_state, recent)
            if mention.entity and mention.entity.kind == "person":
                recent.append(mention.entity)
            last_state = _state_named(mention) or last_state

    def find(self, name: str) -> Entity | None:
        """The person whom a full or short name means here, or None."""
        return self._by_full(name) or self._by_short(name) or self._misspelt(name, ())

    def by_office(self, office: Office, recent: Sequence[Entity], owner: str | None) -> Entity | None:
        """The person whom the article names with that title: the latest one named, of that state where one is told."""
        ordered = list(dict.fromkeys([*reversed(recent), *self.people]))
        ranked = [
            (self._likeness(office, held), -place, entity)
            for place, entity in enumerate(ordered)
            for held in entity.offices
            if (not owner or entity.side == owner) and (held.owner or not owner)
        ]
        fitting = [r for r in ranked if r[0] > 0]
        return max(fitting, key=lambda r: r[:2])[2] if fitting else None

    def _resolve_one(self, mention: Mention, last_state: str | None, recent: Sequence[Entity]) -> None:
        if mention.entities:
            return
        if mention.kind in ("state", "adjective", "metonym", "place") and mention.code:
            mention.entities, mention.reason = [self.state(mention.code)], "name"
        elif mention.kind == "organisation" and mention.code == AT_HOME:
            self._resolve_home_body(mention)
        elif mention.kind == "organisation" and mention.code:
            mention.entities, mention.reason = [self._body_named(mention.code)], "name"
        elif mention.kind == "name" and mention.name:
            found = self.find(mention.name)
            if found:
                mention.kind, mention.entities, mention.reason = "person", [found], "name alone"
        elif mention.kind == "office":
            self._resolve_office(mention, last_state, recent)
        elif mention.kind == "plural" and mention.codes:
            mention.entities = [self._leader(code, mention.code or "", recent) for code in mention.codes]
            mention.reason = "title in the plural"

    def _resolve_home_body(self, mention: Mention) -> None:
        """'the Foreign Ministry' without a state is that of the outlet's own, where the outlet's is known."""
        if self.home:
            mention.kind, mention.code = "state", self.home
            mention.entities, mention.reason = [self.state(self.home)], "body at home"
        else:
            mention.code = mention.name
            mention.entities, mention.reason = [self.body(mention.name or "")], "name"

    def _resolve_office(self, mention: Mention, last_state: str | None, recent: Sequence[Entity]) -> None:
        office = mention.offices[0]
        owner = last_state if office.owner == LAST_NAMED else office.owner
        found = self.by_office(office, recent, owner)
        if found:
            mention.entities, mention.reason = [found], "title alone"
        elif owner:
            mention.entities, mention.reason = [self.side(owner)], "title of a state"
        elif self.home and office.kind in ("leader", "minister") and office.text[:1].isupper():
            mention.entities, mention.reason = [self.state(self.home)], "title at home"

    def _leader(self, code: str, head: str, recent: Sequence[Entity]) -> Entity:
        office = Office(head, head, "leader", frozenset({head}))
        return self.by_office(office, recent, code) or self.state(code)

    def _body_named(self, code: str) -> Entity:
        for body in self.bodies.values():
            if code in body.forms:
                return body
        return self.body(code)

    def _likeness(self, asked: Office, held: Office) -> int:
        """How well a title fits an office: 0 for not at all, more for each word they share."""
        alike = (
            asked.head == held.head or held.head in self.back.get(asked.head, ()) or asked.words <= held.words
        )
        if not held.head or not alike:
            return 0
        if (asked.words & _GRADES) - held.words:
            return 0
        return 2 + 2 * len(asked.words & held.words) - len((held.words & _GRADES) - asked.words)

    def _person(self, name: str, offices: tuple[Office, ...], last_state: str | None) -> tuple[Entity, str]:
        offices = tuple(_settled(o, last_state) for o in offices)
        found = self._by_full(name)
        reason = "full name"
        if found is None and (found := self._by_short(name, offices)):
            reason = "part of the name"
        if found is None and (found := self._misspelt(name, offices)):
            reason = "misspelt repeat"
        if found is None:
            found = self._new(name)
            reason = "introduced"
        elif (
            len(plain_name(name).split()) > len(plain_name(found.name).split())
            and reason != "misspelt repeat"
        ):
            found.name = name
        found.forms.add(name)
        self._add_offices(found, offices)
        return found, reason

    def _new(self, name: str) -> Entity:
        entity = Entity("person", name)
        record = next(iter(self.known.people.get(plain_name(name), ())), None)
        if record:
            entity.actor_id = record.actor_id
            entity.country = record.country
            entity.side = record.country
        self.people.append(entity)
        return entity

    def _add_offices(self, entity: Entity, offices: Iterable[Office]) -> None:
        for office in offices:
            if office.text and office not in entity.offices and not _is_contained(office, entity.offices):
                entity.offices = [o for o in entity.offices if not _is_contained(o, [office])]
                entity.offices.append(office)
            elif not office.text and office.owner and entity.side is None:
                entity.side = office.owner
        entity.side = self._side(entity) or entity.side

    def _side(self, entity: Entity) -> str | None:
        """On whose behalf a person acts: the state an office serves, else the state of a party, else a body."""
        owners = [o.owner for o in entity.offices if o.owner and o.kind not in _FOR_THEMSELVES]
        states = [o for o in owners if o in self.known.state_names]
        if states:
            return states[0]
        governing = any(o.owner is None and o.kind in ("leader", "minister") for o in entity.offices)
        for owner in owners:
            country = self.body(owner).country
            if country and governing:
                return country
        if owners:
            return owners[0]
        return None

    def infer_sides(self, mentions: Sequence[Mention]) -> None:
        """A bare office of government is one of the state that its sentence is about, else of the outlet's own."""
        for entity in self.people:
            if entity.side is None and any(o.kind in _GOVERNING for o in entity.offices):
                entity.side = self._side_here(entity, mentions) or self.home

    def _side_here(self, entity: Entity, mentions: Sequence[Mention]) -> str | None:
        """'X supports ..., Foreign Minister N said'; 'A visited X and met Prime Minister N in its capital'."""
        first = next(m for m in mentions if entity in m.entities)
        here = [m for m in mentions if m.sentence is first.sentence]
        before = here[: here.index(first)]
        people = [m for m in before if m.entities and m.entities[0].kind == "person"]
        if before and not people and before[0].kind in ("state", "metonym"):
            return before[0].code
        sides = {e.side for m in people for e in m.entities}
        grounds = [m.code for m in here if m.kind in ("metonym", "place", "state") and m.code not in sides]
        return grounds[0] if people and grounds else None

    def _by_full(self, name: str) -> Entity | None:
        plain = plain_name(name)
        parts = plain.split()
        for entity in self.people:
            for form in (entity.name, *sorted(entity.forms)):
                other = plain_name(form).split()
                if other == parts or (
                    len(parts) > 1 and len(other) > 1 and _without_initials(parts) == _without_initials(other)
                ):
                    return entity
        return None

    def _by_short(self, name: str, offices: tuple[Office, ...] = ()) -> Entity | None:
        plain = plain_name(name)
        owners = self._states_of(offices)
        found = [e for e in self.people if plain in self._short_forms(e)]
        found = [e for e in found if not owners or e.side is None or e.side in owners]
        if len(found) > 1:
            first = [e for e in found if self._short_forms(e)[:1] == (plain,)]
            found = first or found
        return found[-1] if found else None

    def _states_of(self, offices: Iterable[Office]) -> set[str]:
        """The states that offices serve, a party's or body's by its home."""
        owners = {o.owner for o in offices if o.owner}
        homes = {o if o in self.known.state_names else self.body(o).country for o in sorted(owners)}
        return {h for h in homes if h}

    def _short_forms(self, entity: Entity) -> tuple[str, ...]:
        family_first = (entity.side or "") in self.words.family_first
        last = (entity.side or "") in self.words.short_form_last
        forms = short_forms(entity.name, family_first=family_first, short_form_last=last)
        return tuple(plain_name(f) for f in forms)

    def _misspelt(self, name: str, offices: tuple[Office, ...]) -> Entity | None:
        """A name of several parts one letter off, in the same article, with no office of another state."""
        plain = plain_name(name)
        if len(plain.split()) < 2:
            return None
        owners = self._states_of(offices)
        for entity in self.people:
            other = plain_name(entity.name)
            if len(other.split()) == len(plain.split()) and OSA.distance(plain, other) == 1:
                if not owners or entity.side is None or entity.side in owners:
                    return entity
        return None

    def introduce(self, mention: Mention) -> Entity:
        """Keep a bare name that the discourse supports ('Araghchi briefed')."""
        assert mention.name is not None
        entity, reason = self._person(mention.name, (), None)
        if reason == "introduced" and self.home is not None and entity.side is None:
            entity.country = None
        mention.kind, mention.entities, mention.reason = "person", [entity], reason
        return entity


def _name_plurals(mentions: Sequence[Mention]) -> None:
    """'his Russian and Ukrainian counterparts, A B and C D': each name gets its state."""
    for place, mention in enumerate(mentions):
        if mention.kind != "plural" or len(mention.codes) < 2:
            continue
        named = mentions[place + 1 : place + 1 + len(mention.codes)]
        near = [
            m
            for m in named
            if m.sentence is mention.sentence and m.kind in ("name", "person") and not m.offices
        ]
        if len(near) != len(mention.codes) or near[0].first > mention.last + 1:
            continue
        head = mention.code or ""
        for code, name in zip(mention.codes, near, strict=True):
            name.kind = "person"
            name.offices = (Office(head, head, "official", frozenset({head}), code),)


def _settled(office: Office, last_state: str | None) -> Office:
    if office.owner != LAST_NAMED:
        return office
    return Office(office.text, office.head, office.kind, office.words, last_state, office.accredited_to)


def _state_named(mention: Mention) -> str | None:
    if mention.kind in ("state", "adjective"):
        return mention.code
    owners = [o.owner for o in mention.offices if o.owner and o.owner != LAST_NAMED]
    return owners[0] if owners and len(owners[0]) == 3 else None


def _is_contained(office: Office, others: Iterable[Office]) -> bool:
    return any(office.words <= other.words for other in others)


def _without_initials(parts: Sequence[str]) -> list[str]:
    return [p for p in parts if len(p) > 1]
