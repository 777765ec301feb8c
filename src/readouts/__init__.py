"""Diplomatic relations as data: who met whom, and what each side said it stands for.

>>> import readouts
>>> positions = readouts.load("positions")
"""

from readouts import plot, views
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
