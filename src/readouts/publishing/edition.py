"""A release as it is published: what its descriptor says, and the documents that go with it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from readouts.citing import as_bibtex, as_text
from readouts.described import MAINTAINERS, describe_folder
from readouts.errors import BadInput, Problem
from readouts.release.descriptor import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from readouts.described import Described

CITATION, LICENCE, CHANGES = "CITATION.cff", "LICENSE-DATA", "DATA_CHANGES.md"

Json = dict[str, Any]


@dataclass(frozen=True)
class Edition:
    """A release and its documents.

    Attributes:
        folder: the folder of the release; all its files are published.
        described: its descriptor.
        documents: the documents of the checkout by file name: licence, citation, changes if there are any.
    """

    folder: Path
    described: Json
    documents: Mapping[str, bytes]

    @property
    def version(self) -> str:
        """Such as `1.0.0`."""
        return str(self.described["version"])

    @property
    def top(self) -> str:
        """The folder inside the zip; the zip is named after it."""
        return f"readouts-data-{self.version}"

    @property
    def released(self) -> str:
        """The day of the release, in ISO form."""
        return str(self.described["created"])[:10]

    @property
    def licence(self) -> Mapping[str, str]:
        """Name, title and address (`path`) of the licence of the tables."""
        held: Mapping[str, str] = self.described["licenses"][0]
        return held

    @property
    def citation(self) -> str:
        """How to cite the release, in a line."""
        return as_text(self._cited)

    @property
    def bibtex(self) -> str:
        """The same as BibTeX."""
        return as_bibtex(self._cited)

    @cached_property
    def _cited(self) -> Described:
        return describe_folder(self.folder)

    @cached_property
    def creators(self) -> list[str]:
        """Who made it, from the descriptor, else from CITATION.cff."""
        named = [person["title"] for person in self.described.get("contributors", [])]
        return named or _listed(self.documents.get(CITATION, b""), "authors") or [MAINTAINERS]

    @cached_property
    def keywords(self) -> list[str]:
        """What it is about, from the descriptor, else from CITATION.cff."""
        return list(self.described.get("keywords") or _listed(self.documents.get(CITATION, b""), "keywords"))

    @cached_property
    def tables(self) -> dict[str, Json]:
        """The CSV resource of each table by the table's name, in the descriptor's order."""
        resources = (each for each in self.described["resources"] if each.get("format") == "csv")
        return {resource["path"].removesuffix(".csv"): resource for resource in resources}

    @property
    def table_files(self) -> list[Json]:
        """The resources of all tables, in both formats."""
        return [each for each in self.described["resources"] if each["format"] in {"csv", "parquet"}]

    def text(self, name: str) -> str:
        """A document of the release or of the checkout; empty where there is none."""
        if name in self.documents:
            return self.documents[name].decode()
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def about(self) -> dict[str, str]:
        """What a file must tell about itself, wherever it is met alone."""
        return {
            "name": self.described["name"],
            "title": self.described["title"],
            "version": self.version,
            "released": self.released,
            "licence": f"{self.licence['title']} ({self.licence['path']})",
            "citation": self.citation,
        }


def read_edition(root: Path, folder: Path) -> Edition:
    """Read a release and the documents of the checkout.

    Raises:
        BadInput: the licence or the citation is not in the checkout.
    """
    described = json.loads((folder / NAME).read_text(encoding="utf-8"))
    lacking = [name for name in (CITATION, LICENCE) if not (root / name).is_file()]
    if lacking:
        do = "publish from a checkout of the repository"
        raise BadInput(Problem(str(root / name), "is not there", do=do) for name in lacking)
    return Edition(folder, described, dict(_documents(root, described)))


def edition_at_hand(folder: Path) -> Edition:
    """Read a release wherever it lies, with the documents of its checkout if it lies in one."""
    root = folder.resolve().parent.parent
    if all((root / name).is_file() for name in (CITATION, LICENCE)):
        return read_edition(root, folder)
    return Edition(folder, json.loads((folder / NAME).read_text(encoding="utf-8")), {})


def _documents(root: Path, described: Json) -> Iterator[tuple[str, bytes]]:
    newest = _version(root)
    for name in (CITATION, CHANGES, LICENCE):
        if (root / name).is_file():
            text = (root / name).read_text(encoding="utf-8")
            yield name, (text if name == CHANGES else _as_of(text, described, newest)).encode()


def _version(root: Path) -> str:
    found = re.search(r"^version: (\S+)$", (root / CITATION).read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _as_of(text: str, described: Json, newest: str) -> str:
    """The documents speak of the newest release: make them speak of this one."""
    text = re.sub(rf"((?<![\w-])version:?\s){re.escape(newest)}(?!\d)", rf"\g<1>{described['version']}", text)
    return re.sub(r"(?m)^date-released: \S+$", f"date-released: {described['created'][:10]}", text)


def _listed(citation: bytes, key: str) -> list[str]:
    """The plain items below a key of CITATION.cff; of people and bodies the names."""
    block = re.search(rf"(?m)^{key}:\n((?:[ -].*\n?)+)", citation.decode())
    lines = block[1].splitlines() if block else []
    items = (re.sub(r"^\s*-\s*(?:name:\s*)?", "", line) for line in lines if line.lstrip().startswith("-"))
    return [item.strip().strip('"') for item in items]
