"""Fetches releases into the cache, where `readouts.load` finds them.

1. `address`: where releases are served.
2. `download`: gets files by pooch, patiently; `failures` puts into words what goes wrong, and `published`
   tells what a server has.
3. `unpack`: takes the release out of its archive, and refuses all that is not as it was published.
4. `damage`: tells whether a release is whole, and the one that was asked for.
5. `into_cache`: puts it into the cache, whole or not at all; `disk` puts into words what goes wrong there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path


def fetch(
    version: str,
    base: str | None = None,
    cache: str | PathLike[str] | None = None,
    *,
    timeout: float = 30,
    retries: int = 3,
) -> Path:
    """Fetch a release into the cache; one that is there already, and whole, is not fetched again.

    Every file is compared with its hash before the release gets into the cache, and a release that this
    package knows with the hash that it knows.

    Args:
        version: version such as `0.2.0`.
        base: address of the folder where releases are published; `{version}` in it stands for the version. By
            default that of the variable READOUTS_BASE.
        cache: folder to put the release into. By default that of the variable READOUTS_CACHE, else the user's
            cache folder; `readouts.load` looks for releases there.
        timeout: seconds to wait for a server that says nothing.
        retries: how often a download that broke off is tried again.

    Returns:
        The folder of the release.

    Raises:
        UnknownRelease: it is no version, or the release is not there; the message lists those that are.
        NoAddress: no address to fetch from is known, or it is none.
        NoConnection: the server was not reached, or the connection broke.
        ServerFailed: the server answered with an error.
        WrongContent: what came is not the release; the message names the file and both hashes.
        CacheFailed: the cache cannot be written.
    """
    from readouts.fetching.download import Manner  # noqa: PLC0415 - slow to import
    from readouts.fetching.into_cache import fetch_release  # noqa: PLC0415

    return fetch_release(version, base, cache, Manner(timeout, retries)).folder
