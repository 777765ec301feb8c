"""Rows of events, of their reports and of those who took part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from readouts.coder.rows.identity import derived_id
from readouts.coder.rows.rows import CODER, Row, Tables, coded, several
from readouts.tables.codes import crosswalk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.dates.when import When
    from readouts.coder.events.model import Event, Part
    from readouts.coder.rows.report_joining import Told

_BEST_KNOWN = ("day", "span", "bounded", "month", "year", "unknown")


def add_event(tables: Tables, group: Sequence[Told]) -> None:
    """Add an event with its reports and participants; the first report decides type and names.

    Args:
        tables: the rows so far.
        group: the reports of the event, in the order of the articles.
    """
    tables.add("events", _event(tables, group))
    for told in group:
        tables.add("reports", _report(told))
    _add_participants(tables, group)


def _event(tables: Tables, group: Sequence[Told]) -> Row:
    event, when, status = group[0].event, _best_when(group), _latest(group).event.status
    place = next((t.event.venue for t in group if t.event.venue), None)
    country = next((t.event.country for t in group if t.event.country), None)
    plover, mode, cameo = crosswalk(
        event.event_type, status, event.entry.lowered, [p.role for p in event.parts], facts_of(event)
    )
    ground = tables.knowledge.known.state_names.get(country or "")
    return {
        "event_id": group[0].event_id, "event_type": event.event_type, "status": status,
        "start": when.start, "end": when.end, "date_edtf": when.edtf,
        "date_precision": when.precision, "date_basis": when.basis, "place": place, "country": country,
        "agenda": several(a for t in group for a in t.event.agenda), "n_reports": len(group),
        "plover_event": plover, "plover_mode": mode, "cameo_code": cameo,
        "label": label_of(event, when, [place, ground]), "rule": event.entry.rule, "coding": CODER,
    }  # fmt: skip


def facts_of(event: Event) -> list[str]:
    """What the crosswalk must know of an event beside type, status and roles."""
    homes = {p.entity.speaks_for for p in event.parts} | {p.entity.country for p in event.parts}
    is_abroad = event.event_type == "meeting" and event.country and event.country not in homes
    return [*event.entry.facts, *(["third_place"] if is_abroad else [])]


def label_of(event: Event, when: When, grounds: Sequence[str | None]) -> str:
    """The event in a few words: 'Meeting: A and B, Baku, 13 November 2024'.

    Args:
        event: the event.
        when: its date.
        grounds: names of where it was, the nearest first; one that is the name of a participant adds nothing.
    """
    names = list(dict.fromkeys(p.entity.name for p in event.parts))
    who = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    kind = event.event_type.replace("_", " ").capitalize()
    where = next((ground for ground in grounds if ground and ground not in names), None)
    return ", ".join(x for x in (f"{kind}: {who}" if who else kind, where, when.words) if x)


def _latest(group: Sequence[Told]) -> Told:
    """The report published last: how the event stands at the end."""
    return max(group, key=lambda t: t.findings.article.source.published or date.min)


def _best_when(group: Sequence[Told]) -> When:
    return min((t.event.when for t in group), key=lambda w: _BEST_KNOWN.index(w.precision))


def _report(told: Told) -> Row:
    event, article = told.event, told.findings.article
    row = {
        "event_id": told.event_id, "article_id": article.article_id, "salience": event.salience,
        **coded(told.findings, event.start, event.end, event.entry.rule),
    }  # fmt: skip
    return {"report_id": derived_id("reports", row, article.sha256), **row}


def _add_participants(tables: Tables, group: Sequence[Told]) -> None:
    """One row an actor and event: the first report that names the actor is its evidence."""
    seen: set[str] = set()
    for told in group:
        for part in told.event.parts:
            actor_id = tables.actors.id_of(part.entity)
            if actor_id not in seen:
                seen.add(actor_id)
                tables.add("participants", _participant(told, part, actor_id))


def _participant(told: Told, part: Part, actor_id: str) -> Row:
    entity, article = part.entity, told.findings.article
    owners = [o.owner for o in entity.offices if o.owner]
    row = {
        "event_id": told.event_id, "actor_id": actor_id, "actor_kind": entity.kind, "name": entity.name,
        "office": "; ".join(o.text for o in entity.offices if o.text) or None,
        "office_of": (owners[0] if owners else entity.side) if part.is_person else None,
        "represents": entity.speaks_for, "role": part.role, "article_id": article.article_id,
        **coded(told.findings, part.start, part.end, told.event.entry.rule),
    }  # fmt: skip
    return {"participant_id": derived_id("participants", row, article.sha256), **row}
