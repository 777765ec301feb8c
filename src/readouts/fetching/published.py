"""What a server has: its list of files with their hashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.errors import Problem, UnknownRelease, WrongContent
from readouts.fetching.address import shown
from readouts.paths import version_key

if TYPE_CHECKING:
    from pathlib import Path

    from readouts.fetching.download import Server

SUMS = "SHA256SUMS"
LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](\S.*)")
ARCHIVE = re.compile(r"readouts-data-(\d+\.\d+\.\d+)\.zip", re.ASCII)
PORTAL = (
    "check the address; if this network wants you to log in with a browser first, do so, then fetch again"
)


def archive_name(version: str) -> str:
    """Name the file that holds a release."""
    return f"{top_folder(version)}.zip"


def top_folder(version: str) -> str:
    """Name the folder within that file."""
    return f"readouts-data-{version}"


def archive_digest(server: Server, version: str, folder: Path) -> str:
    """Ask a server for the hash of a release's archive.

    Raises:
        UnknownRelease: it has no such release; the message lists those that it has.
        FetchFailed: it could not be asked.
    """
    digests = _digests(server, server.download(SUMS, folder))
    if archive_name(version) not in digests:
        there = sorted((found[1] for name in digests if (found := ARCHIVE.fullmatch(name))), key=version_key)
        message = f"{shown(server.base)} has {', '.join(there) or 'none'}"
        raise UnknownRelease(message)
    return digests[archive_name(version)]


def _digests(server: Server, path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    found = [LINE.fullmatch(line) for line in text.splitlines()]
    if None in found or not text.endswith("\n"):
        what = f"is no whole list of hashes, it begins {text[:40]!r}"
        expected = "lines of a SHA-256 and a file's name, the last one ended"
        raise WrongContent([Problem(shown(server.base) + SUMS, what, expected, PORTAL)])
    return {match[2]: match[1].lower() for match in found if match}
