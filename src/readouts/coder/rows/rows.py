"""The rows of the seven tables as they grow, and what rows of several tables have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readouts.coder.article import Findings
    from readouts.coder.lexicon.knowledge import Knowledge
    from readouts.coder.rows.actor_table import ActorTable

Row = dict[str, Any]
CODER = "coder"
TABLES = ("articles", "events", "reports", "participants", "positions", "actors", "coverage")


def _no_rows() -> dict[str, list[Row]]:
    return {name: [] for name in TABLES}


@dataclass
class Tables:
    """The rows of the seven tables, growing article by article."""

    knowledge: Knowledge
    actors: ActorTable
    rows: dict[str, list[Row]] = field(default_factory=_no_rows)

    def add(self, table: str, row: Row) -> None:
        """Add a row to a table."""
        self.rows[table].append(row)


def coded(findings: Findings, start: int, end: int, rule: str) -> Row:
    """The columns that show why a row is there: the evidence with its offsets, and the rule that made it."""
    return {
        "evidence": findings.article.text[start:end],
        "evidence_start": start,
        "evidence_end": end,
        "rule": rule,
        "coding": CODER,
    }


def several(values: Iterable[str]) -> str | None:
    """Values of a column that holds several: sorted, joined by semicolons; None for none."""
    return ";".join(sorted({value.replace(";", ",") for value in values})) or None
