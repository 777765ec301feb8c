"""Columns and codes in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.printing import as_text, printable
from readouts.tables.codes import SEPARATOR, codes, meaning, vocabularies

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_VOCABULARY = {"elements": "element", "areas": "area", "agenda": "area"}
_SHOWN_APART = frozenset({"evidence", "evidence_start", "evidence_end", "rule", "article_id", "coding"})


@dataclass(frozen=True)
class Fact:
    """A column of a row: its name, its value, and what its codes mean (empty where it has none)."""

    name: str
    value: str
    meaning: str = ""


def facts(row: Mapping[str, object], without: Collection[str] = _SHOWN_APART) -> list[Fact]:
    """The columns of a row that hold something."""
    told = ((name, printable(as_text(value))) for name, value in row.items() if name not in without)
    return [Fact(name, value, _meaning(name, value)) for name, value in told if value]


def empty(row: Mapping[str, object], without: Collection[str] = _SHOWN_APART) -> list[str]:
    """The columns of a row that hold nothing."""
    return [name for name, value in row.items() if name not in without and not as_text(value)]


def _meaning(column: str, value: str) -> str:
    """What the codes of a column mean; nothing for columns without codes."""
    vocabulary = _VOCABULARY.get(column, column)
    if vocabulary not in vocabularies():
        return ""
    known = [code for code in value.split(SEPARATOR) if code in codes(vocabulary)]
    meanings = [meaning(vocabulary, code) for code in known]
    return "; ".join(text for text in meanings if text and text != value)
