"""Human rulings, laid over the rows of the coder.

A ruling corrects what the coder made of one text, in one row: it is data (`seeds/rulings.csv`), applies only
while what it corrects is still so, and leaves its mark in the row (`coding`) and in the table `rulings`.

    ruled       the rows while they are ruled upon, and the record of what was touched
    find        which row a ruling is about, and the message where it no longer applies
    judged      what a reviewer judges of a row, as one line
    cells       cells as text, and text as cells
    actions     what each kind of ruling does
    derived     what follows from the rows: counts, silence, who is in the table of actors
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import BadInput, Problem
from readouts.rulings.actions import ACTIONS
from readouts.rulings.derived import with_derived
from readouts.rulings.find import NotApplicable
from readouts.rulings.ruled import RuledTables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readouts.rulings.ruled import ActorSource, Rows
    from readouts.seeds.types import Ruling

__all__ = ["apply_rulings", "not_applicable"]


def apply_rulings(
    rows: Rows, rulings: Sequence[Ruling], texts: Mapping[str, str], actor_row: ActorSource
) -> Rows:
    """Lay rulings over the rows of the coder, in their order.

    Args:
        rows: the rows of the coder by table; they are not changed.
        rulings: from `readouts.seeds.read.read_seeds`.
        texts: the stored texts by article id.
        actor_row: gives the row of an actor that rulings name and the coder did not meet, or None.

    Returns:
        The rows of all tables, with a table `rulings` that records what was touched.

    Raises:
        BadInput: rulings that do not apply, each with what it corrects and what stands there now.
    """
    ruled = RuledTables(rows, texts, actor_row)
    failed = _lay_over(ruled, rulings)
    if failed:
        raise BadInput(failed.values())
    return with_derived(ruled.tables(), actor_row)


def not_applicable(
    rows: Rows, rulings: Sequence[Ruling], texts: Mapping[str, str], actor_row: ActorSource
) -> dict[str, Problem]:
    """The rulings that do not apply, by number: for each, what it corrects and what stands there now."""
    return _lay_over(RuledTables(rows, texts, actor_row), rulings)


def _lay_over(ruled: RuledTables, rulings: Sequence[Ruling]) -> dict[str, Problem]:
    failed = {}
    for ruling in rulings:
        ruled.begin()
        try:
            ACTIONS[ruling.action](ruled, ruling)
        except NotApplicable as error:
            failed[ruling.ruling_id] = error.problem
    return failed
