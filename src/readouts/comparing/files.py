"""What differs between releases beside tables: documents, and what the descriptor says of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readouts.comparing.held import PARQUET
from readouts.release.descriptor import NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from readouts.comparing.held import Held

TOLD_BY_TABLE = {"resources"}
OF_ITS_OWN = {"vocabularies", "version", "created", "reworded"}
"""Keys of the descriptor that are told otherwise, or that every version has of its own."""

OF_ROWS = {"schema", "description", "rows", "content_hash", "bytes", "hash"}
"""Keys of a resource that follow from the rows and schema of its table."""


@dataclass(frozen=True)
class FileChange:
    """A file, or a part of the descriptor, that differs.

    Attributes:
        name: `CODEBOOK.md`, or `datapackage.json, title`.
        change: `added`, `removed` or `changed`.
    """

    name: str
    change: str

    def __str__(self) -> str:
        return f"{self.name} {({'added': 'is new', 'removed': 'is gone'}).get(self.change, 'differs')}"


def file_changes(old: Held, new: Held, changed: Collection[str]) -> tuple[FileChange, ...]:
    """Find documents and parts of the descriptor that differ.

    A release names its own version and day in its documents; that alone is no difference. Two Parquet files
    with the same content are the same, whatever version of the library wrote them.

    Args:
        old: the older release.
        new: the newer one.
        changed: the tables whose rows or schema differ; their files follow from that.
    """
    before, after = (_beside(held, changed) for held in (old, new))
    found = [FileChange(path, "removed") for path in before if path not in after]
    found += [FileChange(path, "added") for path in after if path not in before]
    found += [FileChange(path, "changed") for path in before if path in after and _other(old, new, path)]
    return (*found, *_about(old, new))


def _beside(held: Held, changed: Collection[str]) -> list[str]:
    return [path for path in held.resources if path.rpartition(".")[0] not in changed]


def _other(old: Held, new: Held, path: str) -> bool:
    if old.resources[path].get("schema"):
        return _told(old, path) != _told(new, path)
    return _text(old, path) != _text(new, path)


def _told(held: Held, path: str) -> dict[str, Any]:
    """What a table's resource says; the bytes of Parquet change with the library that wrote them."""
    passed_over = OF_ROWS if path.endswith(PARQUET) else OF_ROWS - {"bytes", "hash"}
    return {key: value for key, value in held.resources[path].items() if key not in passed_over}


def _text(held: Held, path: str) -> object:
    try:
        content = (held.folder / path).read_bytes()
    except FileNotFoundError:
        return held.resources[path].get("hash")
    for own in (held.version, held.day):
        content = content.replace(own.encode(), b"\0") if own else content
    return content


def _about(old: Held, new: Held) -> Iterator[FileChange]:
    own = TOLD_BY_TABLE | (set() if old.version == new.version else OF_ITS_OWN)
    for key in dict.fromkeys([*old.described, *new.described]):
        if key not in own and old.described.get(key) != new.described.get(key):
            yield FileChange(f"{NAME}, {key}", "changed")
