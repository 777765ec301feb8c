"""Where releases are published."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from readouts.errors import NoAddress

BASE = ""
"""The address that is built in; empty as long as there is no public one. `{version}` in it is replaced."""

VARIABLE = "READOUTS_BASE"
EXPECTED = "the http:// or https:// address of a folder, such as https://example.org/readouts/{version}"
HOW = f"set {VARIABLE}, or pass it as base= (--from on the command line)"


def base_address(base: str | None, version: str) -> str:
    """The folder that a release is published in, with a slash at its end.

    Args:
        base: the address as the user gave it, if at all; else the variable READOUTS_BASE counts.
        version: what `{version}` stands for.

    Raises:
        NoAddress: none is known, or it is none.
    """
    given = (base or os.environ.get(VARIABLE) or BASE).strip()
    if not given:
        message = f"no address to fetch releases from is known; {HOW}: {EXPECTED}"
        raise NoAddress(message)
    if not _is_folder_on_the_web(given):
        message = f"{shown(given)!r} is no address to fetch releases from; expected {EXPECTED}; {HOW}"
        raise NoAddress(message)
    return given.replace("{version}", version).rstrip("/") + "/"


def shown(address: str) -> str:
    """Leave out a user's name and password before an address is shown."""
    return re.sub(r"//[^/]*@", "//", address)


def _is_folder_on_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return False
    is_bare = not (parts.query or parts.fragment or re.search(r"\s", address))
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and is_bare
