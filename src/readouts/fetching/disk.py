"""What goes wrong with the cache's disk, told so that one can act on it."""

from __future__ import annotations

import errno
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.errors import CacheFailed
from readouts.paths import CACHE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT}
ELSEWHERE = f"name another folder in {CACHE_VARIABLE}, as cache= or by --cache"


@dataclass
class Need:
    """How many bytes a release takes in the cache, as far as it is known yet.

    Attributes:
        download: bytes of its archive.
        unpacked: bytes of its files.
    """

    download: int = 0
    unpacked: int = 0


@contextmanager
def disk_failures(cache: Path, need: Need) -> Iterator[None]:
    """Tell errors of the file system as errors of the cache.

    Args:
        cache: the folder that is written to.
        need: how much is needed there; filled as it gets known.
    """
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        told = (
            _full(cache, error, need.download + need.unpacked)
            if error.errno in FULL
            else _not_written(cache, error)
        )
        raise CacheFailed(told) from error


def _full(cache: Path, error: OSError, needed: int) -> str:
    amount = f"the release needs about {needed:,} bytes, " if needed else ""
    free = f"{shutil.disk_usage(cache).free:,} are free" if cache.is_dir() else "too few are free"
    return f"{cache}: {error.strerror}; {amount}{free}; make space, or {ELSEWHERE}"


def _not_written(cache: Path, error: OSError) -> str:
    do = f"make it a folder that you may write to, or {ELSEWHERE}"
    return f"{cache}: cannot be written ({error.strerror}); {do}"
