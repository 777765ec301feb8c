"""Ids that stay: from the article's digest and the evidence span, never from a counter over the corpus."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def row_id(prefix: str, sha256: str, start: int, end: int, *more: object) -> str:
    """An id of a row: prefix and twelve hexadecimal digits.

    Args:
        prefix: `evt`, `rep`, `par` or `pos`.
        sha256: digest of the article that holds the evidence.
        start: offset of the evidence.
        end: its end, exclusive.
        more: what tells apart rows with the same evidence.
    """
    parts = [prefix, sha256, str(start), str(end), *(str(m) for m in more)]
    return f"{prefix}_{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:12]}"


def slug(name: str) -> str:
    """A name in `a-z`, `0-9` and `_`; letters without a plain form become their code point."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(_plain(c) for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "x"


def _plain(char: str) -> str:
    return char if char.isascii() or not char.isalpha() else f"u{ord(char):x}"
