"""Diplomatic relations as data: who met whom, and what each side said it stands for.

>>> import readouts
>>> positions = readouts.load("positions")
"""

from readouts.comparing import diff
from readouts.errors import (
    BadInput,
    IdReused,
    InvalidRelease,
    Problem,
    ReadoutsError,
    ReleaseExists,
    UnknownBackend,
    UnknownColumn,
    UnknownRelease,
    UnknownTable,
    VersionTooSmall,
)
from readouts.loading import load, releases

__version__ = "0.2.0"

__all__ = [
    "BadInput",
    "IdReused",
    "InvalidRelease",
    "Problem",
    "ReadoutsError",
    "ReleaseExists",
    "UnknownBackend",
    "UnknownColumn",
    "UnknownRelease",
    "UnknownTable",
    "VersionTooSmall",
    "__version__",
    "diff",
    "load",
    "releases",
]
