"""Diplomatic relations as data: who met whom, and what each side said it stands for.

>>> import readouts
>>> positions = readouts.load("positions")
"""

from readouts.errors import (
    BadInput,
    InvalidRelease,
    Problem,
    ReadoutsError,
    ReleaseExists,
    UnknownBackend,
    UnknownColumn,
    UnknownRelease,
    UnknownTable,
)
from readouts.loading import load, releases

__version__ = "0.2.0"

__all__ = [
    "BadInput",
    "InvalidRelease",
    "Problem",
    "ReadoutsError",
    "ReleaseExists",
    "UnknownBackend",
    "UnknownColumn",
    "UnknownRelease",
    "UnknownTable",
    "__version__",
    "load",
    "releases",
]
