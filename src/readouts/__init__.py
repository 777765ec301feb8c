"""Diplomatic relations as data: who met whom, and what each side said it stands for.

>>> import readouts
>>> positions = readouts.load("positions")
"""

from readouts.citing import cite
from readouts.errors import (
    BadInput,
    CannotExport,
    InvalidRelease,
    Problem,
    ReadoutsError,
    ReleaseExists,
    UnknownBackend,
    UnknownColumn,
    UnknownFormat,
    UnknownRelease,
    UnknownTable,
)
from readouts.exporting import export
from readouts.loading import load, releases

__version__ = "0.2.0"

__all__ = [
    "BadInput",
    "CannotExport",
    "InvalidRelease",
    "Problem",
    "ReadoutsError",
    "ReleaseExists",
    "UnknownBackend",
    "UnknownColumn",
    "UnknownFormat",
    "UnknownRelease",
    "UnknownTable",
    "__version__",
    "cite",
    "export",
    "load",
    "releases",
]
