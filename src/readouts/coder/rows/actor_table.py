"""The table of actors: the entities of all articles under one id each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.names.model import Entity
from readouts.coder.names.registry import plain_name
from readouts.coder.names.short_forms import short_forms
from readouts.coder.rows.identity import side_id, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readouts.coder.article import Findings
    from readouts.coder.lexicon.knowledge import Knowledge
    from readouts.coder.names.model import Mention
    from readouts.coder.rows.rows import Row
    from readouts.seeds.types import ActorRecord

_NAMED = frozenset({"state", "organisation", "person"})


class ActorTable:
    """Gives every entity its `actor_id` and gathers the forms of its name.

    A person whom `seeds/actors.csv` does not know is one actor wherever the same full name stands for the
    same state; names are never joined by likeness.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._rows: dict[str, Row] = {}
        self._names: dict[str, set[str]] = {}

    def id_of(self, entity: Entity) -> str:
        """The id of an entity; the first call adds its row."""
        actor_id = entity.actor_id or self._known_by_short_name(entity) or self._made(entity)
        if actor_id not in self._rows:
            self._rows[actor_id] = self._row(actor_id, entity)
        self._names.setdefault(actor_id, set()).update({entity.name, *entity.forms})
        return actor_id

    def side_id(self, code: str) -> str:
        """The id of a state or organisation that a code column names; the first call adds its row."""
        name = self.knowledge.known.state_names.get(code)
        if name:
            return self.id_of(Entity("state", name, code, code, actor_id=f"sta_{code.lower()}"))
        known = self.knowledge.known.organisations.get(code)
        return self.id_of(known or Entity("organisation", code, code, code))

    def rows(self, used: Iterable[str]) -> list[Row]:
        """The rows of the actors that the other tables use."""
        found = [self._rows[actor_id] for actor_id in sorted(set(used))]
        for row in found:
            row["names"] = ";".join(sorted(n.replace(";", ",") for n in self._names[row["actor_id"]]))
        return found

    def note_forms(self, findings: Findings) -> None:
        """Gather the forms of names as an article writes them."""
        for mention in findings.mentions:
            if mention.entity is not None and mention.kind in _NAMED:
                mention.entity.forms.update(_forms(mention, findings.article.text))

    def _made(self, entity: Entity) -> str:
        if entity.kind == "organisation":
            return f"org_{slug(entity.name)}"
        side = f"_{slug(entity.side)}" if entity.side else ""
        return f"per_{slug(entity.name)}{side}"

    def _known_by_short_name(self, entity: Entity) -> str | None:
        """'President N' of a state: the one known actor in office there who has the name."""
        if entity.kind != "person" or " " in entity.name or entity.side is None:
            return None
        known = (a for a in self.knowledge.actors.values() if a.kind == "person" and a.country == entity.side)
        found = [a.actor_id for a in known if self._has_short_form(a.name, entity) and _is_in_office(a)]
        return found[0] if len(found) == 1 else None

    def _has_short_form(self, name: str, entity: Entity) -> bool:
        family_first = entity.side in self.knowledge.people.family_first
        forms = short_forms(name, family_first=family_first)
        return bool(forms) and plain_name(forms[0]) == plain_name(entity.name)

    def _row(self, actor_id: str, entity: Entity) -> Row:
        state = self.knowledge.states.get(entity.code or "") if entity.kind == "state" else None
        record = next((a for a in self.knowledge.actors.values() if a.actor_id == actor_id), None)
        told = (record.country if record else None) or entity.country or self._home(entity)
        return {
            "actor_id": actor_id,
            "kind": entity.kind,
            "name": record.name if record else entity.name,
            "country": state.iso3 if state else told,
            "cow_code": state.cow_code if state else None,
            "gw_code": state.gw_code if state else None,
            "wikidata": record.wikidata if record else None,
        }

    def _home(self, entity: Entity) -> str | None:
        return entity.side if entity.kind == "person" and entity.side in self.knowledge.states else None


def known_actor(knowledge: Knowledge, actor_id: str) -> Row | None:
    """The row of an actor whom the seeds or the lexicon know, met in a text or not; None for another."""
    table = ActorTable(knowledge)
    record = next((a for a in knowledge.actors.values() if a.actor_id == actor_id), None)
    if record:
        home = record.country
        entity = Entity(record.kind, record.name, side=home, actor_id=actor_id, country=home)
        return table.rows([table.id_of(entity)])[0]
    sides = [*knowledge.states, *knowledge.organisations]
    code = next((code for code in sides if side_id(code) == actor_id), None)
    return table.rows([table.side_id(code)])[0] if code else None


def _forms(mention: Mention, text: str) -> set[str]:
    """The name as a mention writes it; 'the Chinese side' is no name."""
    if mention.kind == "person":
        return {mention.name} if mention.name else set()
    form = " ".join(text[mention.start : mention.end].split())
    return set() if form.casefold().endswith(" side") else {form}


def _is_in_office(actor: ActorRecord) -> bool:
    """Whether an actor holds an office of the own state with no end known."""
    return any(t.end is None and t.office_of == actor.country for t in actor.tenures)
