"""From the findings of all articles to the rows of the seven tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from readouts.coder.actor_table import ActorTable
from readouts.coder.article import Findings
from readouts.coder.event_model import Event, Part
from readouts.coder.identity import row_id
from readouts.coder.joining import Told, join_reports
from readouts.coder.knowledge import Knowledge
from readouts.coder.positions import Position
from readouts.coder.when import When
from readouts.tables.codes import codes, crosswalk

Row = dict[str, Any]
CODER = "coder"


@dataclass
class Tables:
    """The rows of the seven tables, growing article by article."""

    knowledge: Knowledge
    actors: ActorTable
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, row: Row) -> None:
        """Add a row to a table."""
        self.rows.setdefault(table, []).append(row)


def make_tables(found: Sequence[Findings], knowledge: Knowledge) -> dict[str, list[Row]]:
    """The rows of all seven tables, each table sorted by its key.

    Args:
        found: what was found in each article, in the order of the catalogue: an event has its id from the first
            article that tells it, so articles added at the end renumber nothing.
        knowledge: what the coder knows.
    """
    tables = Tables(knowledge, ActorTable(knowledge))
    for name in ("articles", "events", "reports", "participants", "positions", "actors", "coverage"):
        tables.rows[name] = []
    for findings in found:
        tables.actors.note_forms(findings)
        tables.add("articles", _article(findings))
    told = join_reports(found, tables.actors)
    for group in told:
        _add_event(tables, group)
    ids = {id(t.event): t.event_id for group in told for t in group}
    for findings in found:
        _add_positions(tables, findings, ids)
    _add_actors(tables)
    return {
        name: sorted(rows, key=lambda r: tuple(str(v) for v in list(r.values())[:2]))
        for name, rows in tables.rows.items()
    }


def _article(findings: Findings) -> Row:
    article, source = findings.article, findings.article.source
    published = source.published
    return {
        "article_id": article.article_id,
        "file": source.file,
        "title": source.title,
        "outlet": source.outlet or None,
        "outlet_country": source.outlet_country,
        "url": source.url,
        "language": source.language,
        "published": published,
        "published_edtf": published.isoformat() if published else None,
        "published_basis": source.published_basis if published else "none",
        "dateline_place": findings.dateline.place if findings.dateline else None,
        "characters": len(article.text),
        "sha256": article.sha256,
        "proof": source.proof,
    }


# events, reports, participants


def _add_event(tables: Tables, group: Sequence[Told]) -> None:
    event = group[0].event
    when = _best_when(group)
    event_type, status = event.event_type, _latest(group).event.status
    plover, mode, cameo = crosswalk(
        event_type,
        status,
        lowered=event.entry.lowered,
        roles=[p.role for p in event.parts],
        facts=_facts(event),
    )
    place = next((t.event.venue for t in group if t.event.venue), None)
    country = next((t.event.country for t in group if t.event.country), None)
    tables.add("events", {
        "event_id": group[0].event_id, "event_type": event_type, "status": status, "start": when.start, "end": when.end,
        "date_edtf": when.edtf, "date_precision": when.precision, "date_basis": when.basis, "place": place,
        "country": country, "agenda": _joined(a for t in group for a in t.event.agenda), "n_reports": len(group),
        "plover_event": plover, "plover_mode": mode, "cameo_code": cameo,
        "label": _label(tables.knowledge, event, when, place, country), "rule": event.entry.rule, "coding": CODER,
    })  # fmt: skip
    for told in group:
        _add_report(tables, told)
    _add_participants(tables, group)


def _add_report(tables: Tables, told: Told) -> None:
    event, article = told.event, told.findings.article
    tables.add("reports", {
        "report_id": row_id("rep", article.sha256, event.start, event.end, told.event_id),
        "event_id": told.event_id, "article_id": article.article_id, "salience": event.salience,
        **_evidence(told.findings, event.start, event.end), "rule": event.entry.rule, "coding": CODER,
    })  # fmt: skip


def _add_participants(tables: Tables, group: Sequence[Told]) -> None:
    """One row an actor and event: the first report that names the actor is its evidence."""
    seen: set[str] = set()
    for told in group:
        for part in told.event.parts:
            actor_id = tables.actors.id_of(part.entity)
            if actor_id in seen:
                continue
            seen.add(actor_id)
            tables.add("participants", _participant(told, part, actor_id))


def _participant(told: Told, part: Part, actor_id: str) -> Row:
    entity, article = part.entity, told.findings.article
    owners = [o.owner for o in entity.offices if o.owner]
    return {
        "participant_id": row_id("par", article.sha256, part.start, part.end, told.event_id, actor_id),
        "event_id": told.event_id, "actor_id": actor_id, "actor_kind": entity.kind, "name": entity.name,
        "office": "; ".join(o.text for o in entity.offices if o.text) or None,
        "office_of": (owners[0] if owners else entity.side) if entity.kind == "person" else None,
        "represents": entity.speaks_for, "role": part.role, "article_id": article.article_id,
        **_evidence(told.findings, part.start, part.end), "rule": told.event.entry.rule, "coding": CODER,
    }  # fmt: skip


def _facts(event: Event) -> list[str]:
    facts = list(event.entry.facts)
    homes = {p.entity.speaks_for for p in event.parts} | {p.entity.country for p in event.parts}
    if event.event_type == "meeting" and event.country and event.country not in homes:
        facts.append("third_place")
    return facts


def _latest(group: Sequence[Told]) -> Told:
    """The report published last: how the event stands at the end."""
    return max(group, key=lambda t: t.findings.article.source.published or date.min)


def _best_when(group: Sequence[Told]) -> When:
    order = ("day", "span", "bounded", "month", "year", "unknown")
    return min((t.event.when for t in group), key=lambda w: order.index(w.precision))


def _label(knowledge: Knowledge, event: Event, when: When, place: str | None, country: str | None) -> str:
    """The event in a few words: 'Meeting of A and B, Baku, 13 November 2024'."""
    names = list(dict.fromkeys(p.entity.name for p in event.parts))
    who = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    kind = event.event_type.replace("_", " ").capitalize()
    ground = knowledge.known.state_names.get(country or "")
    where = next((w for w in (place, ground) if w and w not in names), None)
    return ", ".join(x for x in (f"{kind}: {who}" if who else kind, where, when.words) if x)


# positions and coverage


def _add_positions(tables: Tables, findings: Findings, ids: dict[int, str]) -> None:
    article = findings.article
    for position in findings.positions:
        speaker = position.holding.speaker
        tables.actors.side_id(position.holder)
        event = _event_of(position, findings)
        tables.add("positions", {
            "position_id": row_id("pos", article.sha256, position.start, position.end, position.holder, position.topic,
                                  position.stance, position.act, position.target),
            "article_id": article.article_id, "event_id": ids.get(id(event)), "holder": position.holder,
            "speaker_id": tables.actors.id_of(speaker) if speaker else None, "speaker": speaker.name if speaker else None,
            "voice": position.holding.voice, "speech": position.holding.speech, "topic": position.topic,
            "stance": position.stance, "act": position.act, "target": position.target,
            "strength": _joined(position.strength), "formula": position.formula,
            "elements": _joined(position.elements), "areas": _joined(position.areas),
            **_evidence(findings, position.start, position.end), "rule": position.rule, "coding": CODER,
        })  # fmt: skip
    for topic in codes("core_topic"):
        stated = sum(p.topic == topic for p in findings.positions)
        tables.add("coverage", {
            "article_id": article.article_id, "topic": topic, "is_stated": stated > 0, "n_positions": stated,
        })  # fmt: skip


def _event_of(position: Position, findings: Findings) -> Event | None:
    """The event at which it was said: one whose announcers say it, else the main event."""
    for event in findings.events:
        announcers = {p.entity for p in event.parts if p.role == "speaker"}
        inside = position.start <= event.start and event.end <= position.end + 1
        if event.salience != "main" and inside and position.holding.speaker in announcers:
            return event
    return next((e for e in findings.events if e.salience == "main"), None)


def _add_actors(tables: Tables) -> None:
    used = {r["actor_id"] for r in tables.rows["participants"]}
    used |= {r["speaker_id"] for r in tables.rows["positions"] if r["speaker_id"]}
    for row in tables.rows["positions"]:
        name = tables.knowledge.known.state_names.get(row["holder"])
        used.add(f"sta_{row['holder'].lower()}" if name else _body_id(tables, row["holder"]))
    tables.rows["actors"] = tables.actors.rows(used)


def _body_id(tables: Tables, code: str) -> str:
    from readouts.coder.model import Entity

    return tables.actors.id_of(
        tables.knowledge.known.organisations.get(code) or Entity("organisation", code, code, code)
    )


def _evidence(findings: Findings, start: int, end: int) -> Row:
    return {"evidence": findings.article.text[start:end], "evidence_start": start, "evidence_end": end}


def _joined(values: Iterable[str]) -> str | None:
    return ";".join(sorted({v.replace(";", ",") for v in values})) or None
