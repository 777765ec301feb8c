"""The tables of names with the actors that the seeds know: every form of every name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.lexicon.read import load_entities, load_lookalikes, load_organisations, load_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readouts.coder.lexicon.files import LexiconFiles
    from readouts.lexicon.read import Lookalike, OrganisationEntry, State, TerritoryEntry
    from readouts.seeds.types import ActorRecord


@dataclass(frozen=True)
class NameTables:
    """The tables of names, and the actors that the seeds know."""

    states: Sequence[State]
    organisations: Sequence[OrganisationEntry]
    entities: Sequence[TerritoryEntry]
    lookalikes: Sequence[Lookalike]
    actors: Sequence[ActorRecord]

    @classmethod
    def of(cls, files: LexiconFiles, actors: Sequence[ActorRecord]) -> NameTables:
        """Read the tables; their problems come first, because nothing can be compiled without them."""
        states = load_states(files.folder_of("states.csv"))
        organisations = load_organisations(files.folder_of("organisations.csv"), states)
        entities = load_entities(files.folder_of("entities.csv"))
        lookalikes = load_lookalikes(files.folder_of("lookalikes.csv"))
        return cls(states, organisations, entities, lookalikes, actors)

    def forms(self) -> Iterator[tuple[str, str, str]]:
        """Every form of every name, as kind, code and form."""
        yield from (("lookalike", each.form, each.form) for each in self.lookalikes)
        for state in self.states:
            yield from ((kind, state.iso3, form) for kind, form in _forms_of_state(state))
        for entity in self.entities:
            yield from (("entity", entity.name, form) for form in entity.forms)
        for body in self.organisations:
            yield from (("organisation", body.name, form) for form in body.forms)
        for actor in self.actors:
            yield from ((actor.kind, actor.name, form) for form in (actor.name, *actor.also))


def _forms_of_state(state: State) -> Iterator[tuple[str, str]]:
    forms: tuple[tuple[str, Iterable[str]], ...] = (
        ("state", (state.name, *state.names)),
        ("adjective", state.adjectives),
        ("capital", state.capitals),
        ("seat", state.seats),
        ("demonym", state.demonyms),
        ("city", state.cities),
    )
    for kind, found in forms:
        yield from ((kind, form) for form in found)
