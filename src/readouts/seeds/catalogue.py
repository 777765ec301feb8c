"""Reads the catalogue of sources: where each article comes from and when it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.seeds import cells
from readouts.seeds.tables import Columns, Row, Table, read_table
from readouts.seeds.types import Source
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readouts.errors import Problem

REQUIRED = ("file", "outlet", "outlet_country", "url", "published", "published_basis", "proof")
OPTIONAL = ("title", "language")
LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
UNKNOWN_DATE = "none"
GIVEN_DATE = "catalogue"


@dataclass(frozen=True)
class Entry:
    """A row of the catalogue that names a file; `source` is None where the rest of it cannot be used."""

    row: Row
    source: Source | None


@dataclass(frozen=True)
class Catalogue:
    """The catalogue by file name; `whole` is False where a row was lost."""

    label: str
    entries: dict[str, Entry]
    whole: bool


def read_catalogue(path: Path, label: str, problems: list[Problem], *, strict: bool) -> Catalogue:
    """Read a catalogue of sources and report what is wrong with it.

    Args:
        path: the CSV file.
        label: how messages name it.
        problems: gets what is wrong.
        strict: also report unknown columns, and a date without basis or proof (or the other way round).
    """
    table = read_table(path, label, Columns(REQUIRED, OPTIONAL, others=not strict), problems)
    return Catalogue(label, dict(_entries(table, problems, strict=strict)), table.whole)


def _entries(table: Table, problems: list[Problem], *, strict: bool) -> Iterator[tuple[str, Entry]]:
    rows: dict[str, int] = {}
    for row in table.rows:
        file = row["file"]
        if not _is_file_name(row, problems):
            continue
        if file in rows:
            what = f"'{file}' stands in row {rows[file]} already"
            problems.append(row.problem("file", what, "one row for each file", "take one of the rows out"))
            continue
        rows[file] = row.number
        yield file, Entry(row, _source(row, problems, strict=strict))


def _is_file_name(row: Row, problems: list[Problem]) -> bool:
    file = row["file"]
    if not file:
        problems.append(row.problem("file", "is empty", "the name of the text's file", "fill it"))
    elif file in {".", ".."} or set(file) & set("/\\:"):
        expected = "the name of a file in the folder of the texts"
        what = f"'{file}' is not a plain file name"
        problems.append(row.problem("file", what, expected, "take the path out"))
    else:
        return True
    return False


def _source(row: Row, problems: list[Problem], *, strict: bool) -> Source | None:
    before = len(problems)
    published = cells.day(row, "published", problems, "correct it, or leave it empty where not known")
    source = Source(
        file=row["file"],
        outlet=cells.filled(row, "outlet", problems, "name who published the text"),
        outlet_country=cells.state(row, "outlet_country", problems),
        url=row["url"] or None,
        published=published,
        published_basis=_basis(row, problems),
        proof=row["proof"] or None,
        title=row["title"] or None,
        language=_language(row, problems),
    )
    if strict:
        problems.extend(_unproven(row))
    return source if len(problems) == before else None


def _basis(row: Row, problems: list[Problem]) -> str:
    basis, known = row["published_basis"], codes("published_basis")
    if basis and basis not in known:
        what, expected = f"unknown code '{basis}'", "one of " + ", ".join(known)
        problems.append(row.problem("published_basis", what, expected, "use one of these"))
    if not row["published"]:
        return UNKNOWN_DATE
    return GIVEN_DATE if basis in {"", UNKNOWN_DATE} else basis


def _unproven(row: Row) -> Iterator[Problem]:
    """A date says what it rests on; without a date nothing does."""
    dated, based = bool(row["published"]), row["published_basis"] not in {"", UNKNOWN_DATE}
    if dated and not based:
        do = "say what the date rests on, or leave the date out"
        yield row.problem("published_basis", f"'{row['published_basis']}' stands beside a date", do=do)
    if based and not dated:
        do = f"give the date, or set published_basis to {UNKNOWN_DATE}"
        yield row.problem("published", f"is empty, but published_basis is '{row['published_basis']}'", do=do)
    if dated and not row["proof"]:
        yield row.problem("proof", "is empty", do="say what shows the date to be right")


def _language(row: Row, problems: list[Problem]) -> str:
    language = row["language"]
    if language and not LANGUAGE.fullmatch(language):
        what, do = f"'{language}' is no language tag", "correct it, or leave it empty for English"
        problems.append(row.problem("language", what, "BCP 47, such as 'en'", do))
    return language or Source.language
