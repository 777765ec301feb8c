"""What can go wrong, as a tree of exceptions.

ReadoutsError
├── BadInput            seeds, texts, lexicon, gold or tables that cannot be used (all problems at once)
├── UnknownTable        a table that no release holds
├── UnknownRelease      a release that is not there
├── UnknownColumn       a column that the table does not have
├── UnknownBackend      a backend that `load` does not offer
├── FetchFailed         a release that could not be fetched
│   ├── NoAddress       no address to fetch from is known, or it is none
│   ├── NoConnection    the server was not reached, or the connection broke
│   ├── ServerFailed    the server answered with an error
│   ├── WrongContent    what came is not the release that was asked for (all problems at once)
│   └── CacheFailed     the cache cannot be written: a full disk, no permission
├── UnknownFormat       a format that `export` does not write, or a style that `cite` does not know
├── CannotExport        a release that a format cannot hold as it is, or a file in the way
├── NotInstalled        a library that a picture or another extra needs is not installed
├── ReleaseExists       the version was written before with other content
├── VersionTooSmall     a version that promises less change than there is
└── InvalidRelease      tables that break the schemas, keys, evidence or hashes (all problems at once)
    └── IdReused        ids that stand for another thing than in the release before
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ReadoutsError(Exception):
    """Base of every error that this package raises on purpose."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        where: file, and row or column where there is one (`seeds/sources.csv, row 3, published`).
        what: what is wrong, with the value that was found.
        expected: what was expected instead; empty where `what` says it all.
        do: what to do about it.
    """

    where: str
    what: str
    expected: str = ""
    do: str = ""

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.what}"]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.do:
            parts.append(self.do)
        return "; ".join(parts)


class Problems(ReadoutsError):
    """Several problems that were collected and are shown together."""

    title = "problems"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"{count} {self.title if count != 1 else self.title.removesuffix('s')}:\n{lines}")


class BadInput(Problems):
    """Input that cannot be used; nothing was written."""

    title = "input problems"


class InvalidRelease(Problems):
    """Tables that break the schemas, keys, evidence or hashes of a release."""

    title = "release problems"


class IdReused(InvalidRelease):
    """Ids that stand for another thing than in the release before; no version allows that."""

    title = "reused ids"


class UnknownTable(ReadoutsError, KeyError):
    """A table that no release holds."""

    __str__ = Exception.__str__


class UnknownRelease(ReadoutsError, LookupError):
    """A release that is not there."""


class UnknownColumn(ReadoutsError, KeyError):
    """A column that the table does not have."""

    __str__ = Exception.__str__


class UnknownBackend(ReadoutsError, ValueError):
    """A backend that `load` does not offer."""


class UnknownFormat(ReadoutsError, ValueError):
    """A format that `export` does not write, or a style that `cite` does not know."""


class CannotExport(Problems):
    """A release that a format cannot hold as it is, or a file in the way; nothing was written."""

    title = "export problems"


class NotInstalled(ReadoutsError):
    """A library that only part of the package needs is not installed; the message says how to install it."""


class ReleaseExists(ReadoutsError):
    """The version was written before, with other content: releases never change."""


class FetchFailed(ReadoutsError):
    """A release that could not be fetched; the cache holds nothing of it."""


class NoAddress(FetchFailed):
    """No address to fetch from is known, or what was given is none."""


class NoConnection(FetchFailed):
    """The server was not reached, or the connection broke."""


class ServerFailed(FetchFailed):
    """The server answered with an error."""


class WrongContent(FetchFailed, Problems):
    """What came is not the release that was asked for."""

    title = "fetching problems"


class CacheFailed(FetchFailed):
    """The cache cannot be written: a full disk, no permission."""


class VersionTooSmall(ReadoutsError):
    """A version that promises less change than there is since the release before."""
