"""Diplomatic relations as data: who met whom, and what each side said it stands for.

>>> import readouts
>>> positions = readouts.load("positions")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from readouts.citing import cite
from readouts.comparing import diff
from readouts.errors import (
    BadInput,
    CacheFailed,
    CannotExport,
    FetchFailed,
    IdReused,
    InvalidRelease,
    NoAddress,
    NoConnection,
    NotInstalled,
    Problem,
    ReadoutsError,
    ReleaseExists,
    ServerFailed,
    UnknownBackend,
    UnknownColumn,
    UnknownFormat,
    UnknownRelease,
    UnknownTable,
    VersionTooSmall,
    WrongContent,
)
from readouts.exporting import export
from readouts.fetching import fetch
from readouts.loading import load, releases
from readouts.trust import accuracy

if TYPE_CHECKING:
    from types import ModuleType

    from readouts import plot, views

__version__ = "1.0.0"

__all__ = [
    "BadInput",
    "CacheFailed",
    "CannotExport",
    "FetchFailed",
    "IdReused",
    "InvalidRelease",
    "NoAddress",
    "NoConnection",
    "NotInstalled",
    "Problem",
    "ReadoutsError",
    "ReleaseExists",
    "ServerFailed",
    "UnknownBackend",
    "UnknownColumn",
    "UnknownFormat",
    "UnknownRelease",
    "UnknownTable",
    "VersionTooSmall",
    "WrongContent",
    "__version__",
    "accuracy",
    "cite",
    "diff",
    "export",
    "fetch",
    "load",
    "plot",
    "releases",
    "views",
]


def __getattr__(name: str) -> ModuleType:
    """Import the views and the pictures when they are asked for: loading a table does not need them."""
    if name in {"plot", "views"}:
        return import_module(f"readouts.{name}")
    message = f"module 'readouts' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
