"""Whether the files of a release are those that its descriptor names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from readouts.errors import InvalidRelease, Problem
from readouts.paths import DESCRIPTOR
from readouts.release.files import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PUBLISHED_WITH = frozenset({"README.md", "CITATION.cff", "LICENSE-DATA", "DATA_CHANGES.md", "croissant.json"})
"""Documents that stand beside a release in the zip, and are no part of it."""

FETCH = "fetch the release again, or build it again from the seeds"


def file_problems(folder: Path) -> list[Problem]:
    """Files that are missing, not named in the descriptor, or of another content."""
    described = read_descriptor(folder)
    if isinstance(described, Problem):
        return [described]
    resources = described["resources"]
    return [
        *_unknown(folder, {resource["path"] for resource in resources}),
        *changed_files(folder, resources),
    ]


def refuse_damage(folder: Path) -> None:
    """Make sure that the files of a release are those that its descriptor names.

    Raises:
        InvalidRelease: they are not, or the descriptor cannot be read.
    """
    problems = file_problems(folder)
    if problems:
        raise InvalidRelease(problems)


def read_descriptor(folder: Path) -> dict[str, Any] | Problem:
    """Read the descriptor, or tell why it cannot be read."""
    path = folder / DESCRIPTOR
    if not path.is_file():
        return Problem(str(path), "is not there", "a folder of a release, such as data/0.1.0", FETCH)
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
        resources = described["resources"]
        well = all(isinstance(resource[key], str) for resource in resources for key in ("path", "hash"))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        return Problem(str(path), f"cannot be read ({error})", "a Data Package descriptor", FETCH)
    return described if well else Problem(str(path), "has a resource without path or hash", do=FETCH)


def _unknown(folder: Path, known: set[str]) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known | {DESCRIPTOR} | PUBLISHED_WITH:
            yield Problem(
                str(path), f"is not named in {DESCRIPTOR}", "the files of the release alone", "take it out"
            )


def changed_files(folder: Path, resources: list[dict[str, Any]]) -> Iterator[Problem]:
    """Files that the descriptor names and that are missing or of another content."""
    for resource in resources:
        path = folder / resource["path"]
        if not path.is_file():
            yield Problem(str(path), "is missing", resource["hash"], FETCH)
        elif sha256(path) != resource["hash"]:
            yield Problem(str(path), f"its hash is {sha256(path)}", resource["hash"], FETCH)
