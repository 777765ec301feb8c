"""Ids that stay: from the article's digest and the evidence span, never from a counter over the corpus."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from readouts.seeds.known import state_codes

if TYPE_CHECKING:
    from collections.abc import Mapping


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


OF_ROW = {
    "events": ("evt", ("event_type",)),
    "reports": ("rep", ("event_id",)),
    "participants": ("par", ("event_id", "actor_id")),
    "positions": ("pos", ("holder", "topic", "stance", "act", "target")),
}
"""The prefix of the ids of a table, and the columns beside the evidence that an id is made of.

Of an event that the coder finds, the id is also made of those who take part.
"""


def derived_id(table: str, row: Mapping[str, Any], sha256: str) -> str:
    """The id of a row, from what it holds.

    Args:
        table: `events`, `reports`, `participants` or `positions`.
        row: the row, with the offsets of its evidence; of an event those of its first report.
        sha256: digest of the article that holds the evidence.
    """
    prefix, names = OF_ROW[table]
    return row_id(prefix, sha256, row["evidence_start"], row["evidence_end"], *(row[name] for name in names))


def side_id(code: str) -> str:
    """The id of a state (ISO 3166-1 alpha-3) or organisation (its name) in the table of actors."""
    return f"sta_{code.lower()}" if code in state_codes() else f"org_{slug(code)}"


def slug(name: str) -> str:
    """A name in `a-z`, `0-9` and `_`; letters without a plain form become their code point."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(_plain(c) for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "x"


def _plain(char: str) -> str:
    return char if char.isascii() or not char.isalpha() else f"u{ord(char):x}"
