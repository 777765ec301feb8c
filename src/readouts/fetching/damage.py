"""Whether a release is whole, and the one that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import Problem
from readouts.paths import DESCRIPTOR
from readouts.release.files import sha256
from readouts.release.integrity import FETCH, changed_files, read_descriptor
from readouts.release.registry import known_digest

if TYPE_CHECKING:
    from pathlib import Path


def damage(folder: Path, version: str) -> list[Problem]:
    """Tell what is wrong with a release; files that do not belong to it do no harm."""
    described = read_descriptor(folder)
    changed = [] if isinstance(described, Problem) else changed_files(folder, described["resources"])
    return [*descriptor_problems(folder, version), *changed]


def descriptor_problems(folder: Path, version: str) -> list[Problem]:
    """Tell what is wrong with the descriptor of a release: its form, its version, the hash that is known."""
    described, path = read_descriptor(folder), folder / DESCRIPTOR
    if isinstance(described, Problem):
        return [described]
    problems = []
    known, found = known_digest(version), sha256(path)
    if known is not None and found != f"sha256:{known}":
        expected = f"sha256:{known}, the hash that this package knows"
        problems.append(Problem(str(path), f"its hash is {found}", expected, FETCH))
    if described.get("version") != version:
        problems.append(
            Problem(str(path), f"is of version {described.get('version')!r}", repr(version), FETCH)
        )
    return problems
