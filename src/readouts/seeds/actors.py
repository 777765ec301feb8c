"""Reads the known persons and organisations, and the offices that persons held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.seeds import cells, known
from readouts.seeds.tables import Columns, Row, read_table
from readouts.seeds.types import ActorRecord, Tenure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from readouts.errors import Problem

COLUMNS = Columns(
    (
        "actor_id",
        "kind",
        "name",
        "also",
        "country",
        "wikidata",
        "office",
        "office_of",
        "from",
        "to",
        "proof",
    )
)
SAME_IN_EVERY_ROW = ("kind", "name", "also", "country", "wikidata")
PREFIXES = {"person": "per_", "organisation": "org_"}
ACTOR_ID = re.compile("(per|org)_[a-z0-9_]+")
WIKIDATA = re.compile("Q[1-9][0-9]*")
STATE_CODE = re.compile("[A-Z]{3}")


def collect_actors(path: Path, label: str, problems: list[Problem]) -> tuple[ActorRecord, ...]:
    """The actors of a CSV file, sorted by id; what is wrong with them is reported."""
    by_id: dict[str, list[Row]] = {}
    for row in read_table(path, label, COLUMNS, problems).rows:
        if cells.filled(row, "actor_id", problems, "give the actor an id, such as per_first_last"):
            by_id.setdefault(row["actor_id"], []).append(row)
    groups = [by_id[actor_id] for actor_id in sorted(by_id)]
    organisations = known.organisation_names() | {
        rows[0]["name"] for rows in groups if rows[0]["kind"] == "organisation"
    }
    problems.extend(_claimed_twice(groups))
    return tuple(_actor(rows, organisations, problems) for rows in groups)


def _actor(rows: Sequence[Row], organisations: frozenset[str], problems: list[Problem]) -> ActorRecord:
    first = rows[0]
    problems.extend(_wrong_identity(first))
    problems.extend(_contradictions(rows))
    name = cells.filled(first, "name", problems, "give the usual English name")
    country = cells.state(first, "country", problems)
    for row in rows:
        cells.filled(row, "proof", problems, "say what the row rests on")
    tenures = [(row, _tenure(row, organisations, problems)) for row in rows if _has_office(row, problems)]
    problems.extend(_repeated(tenures))
    return ActorRecord(
        actor_id=first["actor_id"],
        kind=first["kind"],
        name=name,
        country=country,
        wikidata=first["wikidata"] or None,
        also=tuple(form for form in cells.several(first, "also") if form != name),
        tenures=tuple(tenure for _, tenure in tenures),
    )


def _wrong_identity(row: Row) -> Iterator[Problem]:
    actor_id, kind, wikidata = row["actor_id"], row["kind"], row["wikidata"]
    if not ACTOR_ID.fullmatch(actor_id):
        expected = "per_ or org_ and then small letters, digits and _"
        yield row.problem("actor_id", f"'{actor_id}' is no actor id", expected, "correct it")
    elif kind in PREFIXES and not actor_id.startswith(PREFIXES[kind]):
        what = f"'{actor_id}' is no id of a {kind}"
        yield row.problem("actor_id", what, f"{PREFIXES[kind]}...", "correct it or the kind")
    if kind not in PREFIXES:
        expected = "one of " + ", ".join(PREFIXES)
        yield row.problem("kind", f"unknown code '{kind}'", expected, "use one of these")
    if wikidata and not WIKIDATA.fullmatch(wikidata):
        do = "correct it, or leave it empty where it is not sure"
        yield row.problem("wikidata", f"'{wikidata}' is no item of Wikidata", "Q and a number", do)


def _contradictions(rows: Sequence[Row]) -> Iterator[Problem]:
    first = rows[0]
    for row in rows[1:]:
        for column in SAME_IN_EVERY_ROW:
            if row[column] != first[column]:
                what = f"'{row[column]}' contradicts '{first[column]}' in row {first.number}"
                expected = f"the same in every row of {row['actor_id']}"
                yield row.problem(column, what, expected, "correct one of them")


def _claimed_twice(groups: Sequence[Sequence[Row]]) -> Iterator[Problem]:
    """A form of a name that two actors have would be resolved to neither."""
    claimed: dict[str, Row] = {}
    for first in sorted((rows[0] for rows in groups), key=lambda row: row.number):
        forms = dict.fromkeys(cells.several(first, "also"), "also") | {first["name"]: "name"}
        for form, column in forms.items():
            other = claimed.setdefault(" ".join(form.casefold().split()), first)
            if form and other["actor_id"] != first["actor_id"]:
                what = f"'{form}' is a name of {other['actor_id']} (row {other.number}) too"
                do = "give both rows one actor_id, or take the form out of one"
                yield first.problem(column, what, "names that tell the actors apart", do)


def _has_office(row: Row, problems: list[Problem]) -> bool:
    if not row["office"]:
        given = ", ".join(column for column in ("office_of", "from", "to") if row[column])
        if given:
            problems.append(row.problem("office", f"is empty, but not {given}", do="fill it"))
        return False
    if row["kind"] == "organisation":
        problems.append(row.problem("office", "an organisation holds no office", do="leave it empty"))
        return False
    return True


def _tenure(row: Row, organisations: frozenset[str], problems: list[Problem]) -> Tenure:
    start = cells.bound(row, "from", problems, last=False)
    end = cells.bound(row, "to", problems, last=True)
    if start and end and end < start:
        what = f"'{row['to']}' is before from, '{row['from']}'"
        problems.append(row.problem("to", what, "the last day in office", "correct one of them"))
    _check_office_of(row, organisations, problems)
    return Tenure(row["office"], row["office_of"], start, end)


def _check_office_of(row: Row, organisations: frozenset[str], problems: list[Problem]) -> None:
    served = row["office_of"]
    if served in organisations or served in known.state_codes():
        return
    expected = "the ISO 3166-1 alpha-3 code of a state, or the name of an organisation with a row here"
    what = f"unknown state or organisation '{served}'" if served else "is empty"
    do = "use the code of the state table" if STATE_CODE.fullmatch(served) else "name whom the office serves"
    problems.append(row.problem("office_of", what, expected, do))


def _repeated(tenures: Sequence[tuple[Row, Tenure]]) -> Iterator[Problem]:
    seen: dict[Tenure, int] = {}
    for row, tenure in tenures:
        if seen.setdefault(tenure, row.number) != row.number:
            what = f"stands in row {seen[tenure]} already, with the same dates"
            yield row.problem("office", what, do="take one of the rows out")
