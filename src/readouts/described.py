"""What a release says of itself in its `datapackage.json`: title, day, licence, tables, columns, codes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readouts.errors import InvalidRelease, Problem
from readouts.paths import DESCRIPTOR, release_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAINTAINERS = "The readouts maintainers"
"""Who made the releases whose descriptor names nobody."""

AUTHORS = frozenset({"author", "creator"})
DOI = "https://doi.org/"

Json = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column as the descriptor tells of it; `type` is one of Table Schema (`string`, `date`, ...)."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Table:
    """A table as the descriptor tells of it."""

    name: str
    description: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Described:
    """A release as its descriptor tells of it.

    Attributes:
        folder: where the release is.
        name: name of the dataset, the same in all releases.
        version: such as `0.1.0`.
        title: title of the dataset.
        released: day of the release.
        licence: such as `CC-BY-4.0`.
        licence_address: where it is told, or None.
        authors: who made it; `MAINTAINERS` where the descriptor names nobody.
        doi: such as `10.1234/abc`, or None.
        homepage: address of the dataset, or None.
        tables: the tables, in the order of the release.
        vocabularies: what each code means, by vocabulary.
    """

    folder: Path
    name: str
    version: str
    title: str
    released: date
    licence: str
    licence_address: str | None
    authors: tuple[str, ...]
    doi: str | None
    homepage: str | None
    tables: tuple[Table, ...]
    vocabularies: Mapping[str, Mapping[str, str]]


def describe(release: str | None = None) -> Described:
    """Read what a release says of itself; the newest if none is named.

    Raises:
        UnknownRelease: there is no such release.
        InvalidRelease: its descriptor cannot be read, or lacks what every release tells.
    """
    return describe_folder(release_folder(release))


def describe_folder(folder: Path) -> Described:
    """Read what the release in a folder says of itself; raises `InvalidRelease` as `describe` does."""
    path = folder / DESCRIPTOR
    try:
        return _described(folder, json.loads(path.read_text(encoding="utf-8")))
    except KeyError as error:
        raise InvalidRelease([_problem(path, f"has no {error}")]) from None
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidRelease([_problem(path, f"cannot be read ({error})")]) from None


def _problem(path: Path, what: str) -> Problem:
    return Problem(str(path), what, "the descriptor of a release", "fetch or build the release again")


def _described(folder: Path, held: Json) -> Described:
    return Described(
        folder=folder,
        name=held["name"],
        version=held["version"],
        title=held["title"],
        released=date.fromisoformat(held["created"][:10]),
        licence=held["licenses"][0]["name"],
        licence_address=held["licenses"][0].get("path"),
        authors=_authors(held.get("contributors", [])),
        doi=_doi(held.get("id") or ""),
        homepage=held.get("homepage"),
        tables=tuple(_tables(held["resources"])),
        vocabularies=held.get("vocabularies") or _vocabularies_of_today(),
    )


def _authors(contributors: list[Json]) -> tuple[str, ...]:
    """Those with the role of an author; if nobody has it, all."""
    authors = [held for held in contributors if AUTHORS & set(held.get("roles", []))]
    return tuple(held["title"] for held in authors or contributors) or (MAINTAINERS,)


def _doi(given: str) -> str | None:
    """The DOI, whether it was given bare, as an address or behind `doi:`; None for any other kind of id."""
    bare = given.removeprefix(DOI).removeprefix("doi:").strip()
    return bare if bare.startswith("10.") and "/" in bare else None


def _tables(resources: list[Json]) -> Iterator[Table]:
    for held in resources:
        path = Path(held["path"])
        if path.suffix == ".parquet":
            columns = tuple(map(_column, held["schema"]["fields"]))
            yield Table(path.stem, held.get("description", ""), columns)


def _column(held: Json) -> Column:
    return Column(held["name"], held["type"], held.get("description", ""))


def _vocabularies_of_today() -> dict[str, dict[str, str]]:
    """What the codes mean now: descriptors up to 0.2.0 do not tell it, and have no codes but these."""
    from readouts.tables.codes import codes, meaning, vocabularies  # noqa: PLC0415 - seldom needed

    return {name: {code: meaning(name, code) for code in codes(name)} for name in vocabularies()}
