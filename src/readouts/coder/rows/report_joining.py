"""Which articles tell of the same event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from readouts.coder.rows.identity import row_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.article import Findings
    from readouts.coder.events.model import Event
    from readouts.coder.rows.actor_table import ActorTable

_NEAR = timedelta(days=2)
_EXACT = frozenset({"day", "span"})


@dataclass(eq=False)
class Told:
    """One article telling of one event.

    Attributes:
        findings: what was found in the article.
        event: the event as it tells it.
        event_id: id of the event, from the first article that tells it.
        actors: ids of those who take part.
    """

    findings: Findings
    event: Event
    event_id: str
    actors: frozenset[str]


def join_reports(found: Sequence[Findings], actors: ActorTable) -> list[list[Told]]:
    """The events of all articles, each with its reports in the order of the articles.

    Two articles tell of one event if both name the same known occasion, or the same people on the same day
    (or in news of the same days), with one type of event. Anything less sure stays apart.
    """
    groups: list[list[Told]] = []
    for findings in found:
        for event in findings.events:
            _join(_told(findings, event, actors), groups)
    return groups


def _join(told: Told, groups: list[list[Told]]) -> None:
    """Add a report to the first group that tells the same, unless its article is there already."""
    group = next((g for g in groups if are_same(g[0], told)), None)
    if group is None or any(t.findings is told.findings for t in group):
        groups.append([told])
    else:
        told.event_id = group[0].event_id
        group.append(told)


def _told(findings: Findings, event: Event, actors: ActorTable) -> Told:
    ids = frozenset(actors.id_of(p.entity) for p in event.parts)
    event_id = row_id("evt", findings.article.sha256, event.start, event.end, event.event_type, *sorted(ids))
    return Told(findings, event, event_id, ids)


def are_same(a: Told, b: Told) -> bool:
    """Whether two articles tell of one event."""
    if a.findings is b.findings or a.event.event_type != b.event.event_type:
        return False
    if a.event.occasion or b.event.occasion:
        return a.event.occasion == b.event.occasion
    if a.actors != b.actors or len(a.actors) < 2:
        return False
    return _same_place(a.event, b.event) and _same_days(a.event, b.event)


def _same_place(a: Event, b: Event) -> bool:
    return not (a.country and b.country) or a.country == b.country


def _same_days(a: Event, b: Event) -> bool:
    """The same known days; else news of nearly the same day."""
    if a.when.precision in _EXACT and b.when.precision in _EXACT:
        return (a.when.start, a.when.end) == (b.when.start, b.when.end)
    is_news = any(w.precision == "bounded" and w.start is None for w in (a.when, b.when))
    if not is_news or a.when.end is None or b.when.end is None:
        return False
    return abs(a.when.end - b.when.end) <= _NEAR
