"""The closed vocabularies: every code, what it means, and its PLOVER and CAMEO counterpart.

They are kept as data in `codes.csv` beside this module. An event type may have several rows there: the one
without conditions is the code itself, those with words under `when` are the cases of the crosswalk.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from readouts.errors import ReadoutsError

if TYPE_CHECKING:
    from collections.abc import Iterable

SEPARATOR = ";"


@dataclass(frozen=True)
class Code:
    """A row of `codes.csv`.

    Attributes:
        vocabulary: the vocabulary that the code belongs to.
        code: the code, as it stands in the tables.
        of: the topic that an element belongs to; empty otherwise.
        when: what must be known of an event for this case of the crosswalk; empty for the code itself.
        meaning: one line for the codebook.
        plover_event: PLOVER event type, or None.
        plover_mode: PLOVER mode, or None.
        cameo: CAMEO code, or None.
    """

    vocabulary: str
    code: str
    of: str
    when: frozenset[str]
    meaning: str
    plover_event: str | None
    plover_mode: str | None
    cameo: str | None


@cache
def entries() -> tuple[Code, ...]:
    """Every row of `codes.csv`, in its order."""
    source = resources.files("readouts.tables") / "codes.csv"
    lines = source.read_text(encoding="utf-8").splitlines()
    return tuple(_entry(row) for row in csv.DictReader(lines))


def _entry(row: dict[str, str]) -> Code:
    return Code(
        vocabulary=row["vocabulary"],
        code=row["code"],
        of=row["of"],
        when=frozenset(row["when"].split()),
        meaning=row["meaning"],
        plover_event=row["plover_event"] or None,
        plover_mode=row["plover_mode"] or None,
        cameo=row["cameo"] or None,
    )


@cache
def vocabularies() -> tuple[str, ...]:
    """The names of all vocabularies, in the order of `codes.csv`."""
    return tuple(dict.fromkeys(entry.vocabulary for entry in entries()))


@cache
def described(vocabulary: str) -> tuple[Code, ...]:
    """The rows of one vocabulary, cases of the crosswalk included."""
    found = tuple(entry for entry in entries() if entry.vocabulary == vocabulary)
    if not found:
        message = f"no vocabulary {vocabulary!r}; there are {', '.join(vocabularies())}"
        raise ReadoutsError(message)
    return found


@cache
def codes(vocabulary: str) -> tuple[str, ...]:
    """The codes of a vocabulary, each once, in codebook order."""
    return tuple(dict.fromkeys(entry.code for entry in described(vocabulary)))


@cache
def elements_of(topic: str) -> tuple[str, ...]:
    """The elements that a formula of this topic can be made of."""
    return tuple(entry.code for entry in described("element") if entry.of == topic)


def meaning(vocabulary: str, code: str) -> str:
    """What a code means; an element of several topics has the meanings joined."""
    check(vocabulary, code)
    plain = (entry for entry in described(vocabulary) if entry.code == code and not entry.when)
    return " / ".join(entry.meaning for entry in plain)


def check(vocabulary: str, code: str) -> str:
    """Give the code back if the vocabulary has it.

    Raises:
        ReadoutsError: it has not; the message lists the codes there are.
    """
    if code not in codes(vocabulary):
        message = f"{vocabulary}: unknown code {code!r}; there are {', '.join(codes(vocabulary))}"
        raise ReadoutsError(message)
    return code


@cache
def facts_that_matter() -> frozenset[str]:
    """The words that `crosswalk` knows beside the codes of status and role."""
    named = frozenset(word for entry in entries() for word in entry.when)
    return named - set(codes("status")) - set(codes("role"))


def crosswalk(
    event_type: str,
    status: str = "occurred",
    lowered: bool = False,
    roles: Iterable[str] = (),
    facts: Iterable[str] = (),
) -> tuple[str | None, str | None, str | None]:
    """The PLOVER event type, PLOVER mode and CAMEO code of an event.

    Args:
        event_type: a code of `event_type`.
        status: a code of `status`.
        lowered: whether relations were lowered, suspended or severed.
        roles: the roles of the participants.
        facts: what else is known: `third_place` (neither side is at home), `established` (relations or
            recognition), `official` (a note handed over, an envoy summoned), `expelled` (or recalled).
    """
    check("event_type", event_type)
    known = {check("status", status), *(check("role", role) for role in roles)}
    known |= {_fact(fact) for fact in facts} | ({"lowered"} if lowered else set())
    rows = [entry for entry in described("event_type") if entry.code == event_type and entry.when <= known]
    best = next((entry for entry in rows if entry.when), rows[0])
    return best.plover_event, best.plover_mode, best.cameo


def _fact(word: str) -> str:
    if word not in facts_that_matter():
        message = f"crosswalk: unknown fact {word!r}; there are {', '.join(sorted(facts_that_matter()))}"
        raise ReadoutsError(message)
    return word
