"""The states and organisations of the lexicon, which the seeds may refer to."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files


@cache
def state_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes of the state table (Kosovo: XKX)."""
    return _column("states.csv", "iso3")


@cache
def organisation_names() -> frozenset[str]:
    """Usual English names of the international organisations that the lexicon knows."""
    return _column("organisations.csv", "name")


def _column(name: str, column: str) -> frozenset[str]:
    text = (files("readouts.lexicon") / name).read_text(encoding="utf-8")
    return frozenset(row[column] for row in csv.DictReader(io.StringIO(text)) if row[column])
