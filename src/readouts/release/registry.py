"""Which releases there are, and the digest of each: `data/SHA256SUMS`, in the form that `sha256sum -c` reads.

A release's descriptor names the digest of each of its files; this names the digest of the descriptor. So one
line, kept apart from the release, stands for every byte of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import InvalidRelease, Problem
from readouts.paths import DESCRIPTOR, home, is_version, version_key
from readouts.whole import replace_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "SHA256SUMS"
PUT_BACK = "put back the list as it was released (it is kept in version control)"


def known_digest(version: str) -> str | None:
    """The digest of the descriptor of a release that this package knows (64 hexadecimal digits), or None."""
    return read_digests(home() / "data").get(version)


def read_digests(data: Path) -> dict[str, str]:
    """The digests of the descriptors by version; none where `data` has no list.

    Raises:
        InvalidRelease: the list cannot be read.
    """
    path = data / NAME
    if not path.is_file():
        return {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        problem = Problem(str(path), f"is not UTF-8 ({error.reason})", "the list of digests", PUT_BACK)
        raise InvalidRelease([problem]) from None
    found = {}
    for number, line in enumerate(lines, start=1):
        digest, _, name = line.partition("  ")
        version, _, file = name.partition("/")
        if len(digest) != 64 or not is_version(version) or file != DESCRIPTOR:
            expected = f"a digest, two spaces and 0.1.0/{DESCRIPTOR}"
            raise InvalidRelease([Problem(f"{path}, row {number}", f"reads {line!r}", expected, PUT_BACK)])
        found[version] = digest
    return found


def add_digests(data: Path, found: Mapping[str, str]) -> None:
    """Put releases on the list, unless they are there.

    Args:
        data: the folder of releases.
        found: the digest of the descriptor by version.

    Raises:
        InvalidRelease: one is there with another digest.
    """
    known = read_digests(data)
    for version, digest in found.items():
        if known.setdefault(version, digest) != digest:
            do = "take out what stands under that version, or give the release another one"
            where, what = str(data / version / DESCRIPTOR), f"its hash is sha256:{digest}"
            raise InvalidRelease([Problem(where, what, f"sha256:{known[version]}, as in {data / NAME}", do)])
    text = "".join(f"{known[each]}  {each}/{DESCRIPTOR}\n" for each in sorted(known, key=version_key))
    path = data / NAME
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        replace_text(path, text)
