"""The hashes of the releases that the package knows."""

from __future__ import annotations

from readouts.paths import DESCRIPTOR, home

NAME = "SHA256SUMS"


def known_digest(version: str) -> str | None:
    """Give the SHA-256 (64 hex digits) of a release's descriptor, or None where the release is not known."""
    path = home() / "data" / NAME
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    found = (line.split(maxsplit=1) for line in lines if line.strip())
    return {name: digest for digest, name in found}.get(f"{version}/{DESCRIPTOR}")
