"""Which articles tell of the same event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from readouts.coder.actor_table import ActorTable
from readouts.coder.article import Findings
from readouts.coder.event_model import Event
from readouts.coder.identity import row_id

_NEAR = timedelta(days=2)


@dataclass(eq=False)
class Told:
    """One article telling of one event."""

    findings: Findings
    event: Event
    event_id: str
    actors: frozenset[str]


def join_reports(found: Sequence[Findings], actors: ActorTable) -> list[list[Told]]:
    """The events of all articles, each with its reports in the order of the articles.

    Two articles tell of one event if both name the same known occasion, or the same people on the same day (or
    in news of the same days), with the same type of event. Anything less sure stays apart.
    """
    groups: list[list[Told]] = []
    for findings in found:
        for event in findings.events:
            told = _told(findings, event, actors)
            group = next((g for g in groups if _same(g[0], told)), None)
            if group is None:
                groups.append([told])
            elif all(t.findings is not findings for t in group):
                told.event_id = group[0].event_id
                group.append(told)
            else:
                groups.append([told])
    return groups


def _told(findings: Findings, event: Event, actors: ActorTable) -> Told:
    ids = frozenset(actors.id_of(p.entity) for p in event.parts)
    event_id = row_id("evt", findings.article.sha256, event.start, event.end, event.event_type, *sorted(ids))
    return Told(findings, event, event_id, ids)


def _same(a: Told, b: Told) -> bool:
    if a.findings is b.findings or a.event.event_type != b.event.event_type:
        return False
    if a.event.occasion or b.event.occasion:
        return a.event.occasion == b.event.occasion
    if a.actors != b.actors or len(a.actors) < 2:
        return False
    return _same_days(a.event, b.event)


def _same_days(a: Event, b: Event) -> bool:
    if "unknown" in (a.when.precision, b.when.precision) or (
        a.country and b.country and a.country != b.country
    ):
        return False
    if a.when.precision in ("day", "span") and b.when.precision in ("day", "span"):
        return a.when.start == b.when.start and a.when.end == b.when.end
    news = (a.when, b.when)
    if any(w.end is None for w in news):
        return False
    bounds = [w for w in news if w.precision == "bounded" and w.start is None]
    ends = [w.end for w in news if w.end]
    return bool(bounds) and abs(ends[0] - ends[1]) <= _NEAR
