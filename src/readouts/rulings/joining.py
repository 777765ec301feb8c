"""Gives what is told of one event to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.rulings.ruled import Row, RuledTables
    from readouts.seeds.types import Ruling

MAIN = "main"


def join_into(ruled: RuledTables, ruling: Ruling, gone: Row, stays: Row) -> None:
    """Give all that is told of one event to another, and take the one out."""
    old, new = gone["event_id"], stays["event_id"]
    for report in ruled.where("reports", event_id=old):
        _give_report(ruled, ruling, report, new)
    for part in ruled.where("participants", event_id=old):
        _give_participant(ruled, ruling, part, new)
    for position in ruled.where("positions", event_id=old):
        ruled.move(ruling, "positions", position, new)
    ruled.set(ruling, "events", stays, "agenda", _both(stays["agenda"], gone["agenda"]))
    ruled.count_reports(ruling, stays)
    ruled.remove(ruling, "events", gone)


def give_reports_to(ruled: RuledTables, ruling: Ruling, event_id: str, report: Row) -> None:
    """Give a report to an event, with the participants and positions that its article told of the old one."""
    here = {"event_id": report["event_id"], "article_id": report["article_id"]}
    for table in ("participants", "positions"):
        for row in ruled.where(table, **here):
            ruled.move(ruling, table, row, event_id)
    ruled.move(ruling, "reports", report, event_id)


def _give_report(ruled: RuledTables, ruling: Ruling, report: Row, event_id: str) -> None:
    """One row an article and event: of two reports of one article that of the event that stays is kept."""
    there = ruled.where("reports", event_id=event_id, article_id=report["article_id"])
    if not there:
        ruled.move(ruling, "reports", report, event_id)
        return
    if report["salience"] == MAIN:
        ruled.set(ruling, "reports", there[0], "salience", MAIN)
    ruled.remove(ruling, "reports", report)


def _give_participant(ruled: RuledTables, ruling: Ruling, part: Row, event_id: str) -> None:
    """One row an actor and event."""
    if ruled.where("participants", event_id=event_id, actor_id=part["actor_id"]):
        ruled.remove(ruling, "participants", part)
    else:
        ruled.move(ruling, "participants", part, event_id)


def _both(one: str | None, other: str | None) -> str | None:
    """The codes of two cells together."""
    return ";".join(sorted({code for cell in (one, other) if cell for code in cell.split(";")})) or None
