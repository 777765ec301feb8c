"""Reads the tables of names: states, territories without a code, organisations, lookalikes.

The tables lie beside this module; README.md there tells what a row means and how to extend them. Every
problem of a table is collected and raised together as `BadInput`; rows are counted as lines of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, TypeVar

from readouts.lexicon.table import Row, Table, once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from importlib.resources.abc import Traversable

STATE_KINDS = ("un_member", "un_observer", "other")
ORGANISATION_KINDS = ("organisation", "format", "convention", "alliance", "bank", "court")
LOOKALIKE_KINDS = (
    "region", "territory", "sea", "river", "lake", "place", "people", "person", "body", "event", "other",
)  # fmt: skip

_SLUG = (r"[a-z0-9]+(_[a-z0-9]+)*", "a slug of a-z, 0-9 and _")


@dataclass(frozen=True)
class State:
    """A state or other entity with a code of its own: a row of `states.csv`.

    Attributes:
        iso3: ISO 3166-1 alpha-3 (Kosovo XKX).
        name: the usual English name, used as the actor's name.
        cow_code: Correlates of War number, or None.
        gw_code: Gleditsch-Ward number, or None.
        kind: its standing at the United Nations: un_member, un_observer, other.
        adjectives: `Chinese`, `US`, `Azeri`.
        demonyms: nouns for its people, plural and singular.
        names: other names, official and abbreviated, in use by any side.
        capitals: seats that stand for the government (`Beijing`).
        seats: buildings and bodies that stand for the government (`Kremlin`).
        cities: other places on its ground.
        ambiguous: those of the forms above that need context.
        note: what a reader of the row should know.
    """

    iso3: str
    name: str
    cow_code: int | None
    gw_code: int | None
    kind: str
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    cities: tuple[str, ...]
    ambiguous: tuple[str, ...]
    note: str

    FORM_COLUMNS: ClassVar[tuple[str, ...]] = (
        "adjectives", "demonyms", "names", "capitals", "seats", "cities",
    )  # fmt: skip

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form once, the name first, in the order of the columns."""
        columns = (getattr(self, column) for column in self.FORM_COLUMNS)
        return once([self.name, *(form for column in columns for form in column)])

    @property
    def clear_forms(self) -> tuple[str, ...]:
        """The forms that mean this state wherever they stand."""
        return tuple(form for form in self.forms if form not in self.ambiguous)


@dataclass(frozen=True)
class OrganisationEntry:
    """An international organisation, format or court: a row of `organisations.csv`.

    Attributes:
        org_id: slug.
        name: the usual English name, used as the actor's name.
        kind: organisation, format, convention, alliance, bank, court.
        regional: whether it counts for the topic `regional_organisation`.
        names: other names and acronyms.
        members: ISO alpha-3 of its members, sorted; empty where the table does not tell.
        ambiguous: those of its names that need context.
        note: what a reader of the row should know, such as the day the members are told of.
    """

    org_id: str
    name: str
    kind: str
    regional: bool
    names: tuple[str, ...]
    members: tuple[str, ...]
    ambiguous: tuple[str, ...]
    note: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form once, the name first."""
        return once([self.name, *self.names])


@dataclass(frozen=True)
class Lookalike:
    """A form that holds a state's name and is something else: a row of `lookalikes.csv`."""

    form: str
    kind: str
    note: str


@dataclass(frozen=True)
class TerritoryEntry:
    """A territory with authorities of its own and without a code: a row of `entities.csv`.

    Attributes:
        entity_id: slug.
        name: the usual English name, used as the actor's name.
        names: other names, in use by any side.
        adjectives: words before a noun, and those for its people.
        note: what a reader of the row should know.
    """

    entity_id: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    note: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form once, the name first."""
        return once([self.name, *self.names, *self.adjectives])


Keyed = TypeVar("Keyed", OrganisationEntry, TerritoryEntry)


def load_states(folder: Traversable | None = None) -> tuple[State, ...]:
    """Read `states.csv`, sorted by code.

    Args:
        folder: where the table lies; by default the package's own.

    Raises:
        BadInput: with every problem of the table.
    """
    table = Table(folder, "states.csv", [column.name for column in fields(State)])
    states = table.read(_state)
    table.refuse_twice("iso3", (state.iso3 for state in states))
    table.refuse_twice("name", (state.name for state in states))
    table.refuse_shared({state.iso3: state.clear_forms for state in states})
    table.finish()
    return tuple(sorted(states, key=lambda state: state.iso3))


def load_organisations(
    folder: Traversable | None = None, states: Iterable[State] | None = None
) -> tuple[OrganisationEntry, ...]:
    """Read `organisations.csv`, sorted by id; members are checked against the states.

    Args:
        folder: where the table lies; by default the package's own.
        states: the states that can be members; by default those of the same folder.

    Raises:
        BadInput: with every problem of the table.
    """
    codes = {state.iso3 for state in (load_states(folder) if states is None else states)}
    table = Table(folder, "organisations.csv", [column.name for column in fields(OrganisationEntry)])
    return _by_key(table, table.read(lambda row: _organisation(row, codes)), "org_id")


def load_entities(folder: Traversable | None = None) -> tuple[TerritoryEntry, ...]:
    """Read `entities.csv`, sorted by id.

    Args:
        folder: where the table lies; by default the package's own.

    Raises:
        BadInput: with every problem of the table.
    """
    table = Table(folder, "entities.csv", [column.name for column in fields(TerritoryEntry)])
    return _by_key(table, table.read(_entity), "entity_id")


def load_lookalikes(folder: Traversable | None = None) -> tuple[Lookalike, ...]:
    """Read `lookalikes.csv`, in the order of the file.

    Args:
        folder: where the table lies; by default the package's own.

    Raises:
        BadInput: with every problem of the table.
    """
    table = Table(folder, "lookalikes.csv", [column.name for column in fields(Lookalike)])
    entries = table.read(_lookalike)
    table.refuse_twice("form", (entry.form for entry in entries))
    table.finish()
    return tuple(entries)


def _by_key(table: Table, entries: Sequence[Keyed], key: str) -> tuple[Keyed, ...]:
    """The entries sorted by key; a key or a form that stands twice is refused."""
    key_of = attrgetter(key)
    table.refuse_twice(key, map(key_of, entries))
    table.refuse_shared({key_of(entry): entry.forms for entry in entries})
    table.finish()
    return tuple(sorted(entries, key=key_of))


def _state(row: Row) -> State:
    columns = {column: row.forms(column) for column in State.FORM_COLUMNS}
    name = row.match("name", r".+", "the usual English name")
    return State(
        iso3=row.match("iso3", r"[A-Z]{3}", "three capitals"),
        name=name,
        cow_code=row.number("cow_code"),
        gw_code=row.number("gw_code"),
        kind=row.code("kind", STATE_KINDS),
        **columns,
        ambiguous=row.some_of("ambiguous", {name, *(form for forms in columns.values() for form in forms)}),
        note=row.cells["note"],
    )


def _organisation(row: Row, codes: set[str]) -> OrganisationEntry:
    name = row.match("name", r".+", "the usual English name")
    names = row.forms("names", taken={name})
    return OrganisationEntry(
        org_id=row.match("org_id", *_SLUG),
        name=name,
        kind=row.code("kind", ORGANISATION_KINDS),
        regional=row.code("regional", ("true", "false")) == "true",
        names=names,
        members=tuple(sorted(row.some_of("members", codes))),
        ambiguous=row.some_of("ambiguous", {name, *names}),
        note=row.cells["note"],
    )


def _entity(row: Row) -> TerritoryEntry:
    name = row.match("name", r".+", "the usual English name")
    return TerritoryEntry(
        entity_id=row.match("entity_id", *_SLUG),
        name=name,
        names=row.forms("names", taken={name}),
        adjectives=row.forms("adjectives", taken={name}),
        note=row.cells["note"],
    )


def _lookalike(row: Row) -> Lookalike:
    form = row.match("form", r".+", "the words as written")
    return Lookalike(form, row.code("kind", LOOKALIKE_KINDS), row.cells["note"])
