"""The records of events, with those who took part and the articles that tell of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.site.records.shared import Record, day_of, known, newest, of_article, rulings_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.site.tables import Row, Tables


def events(tables: Tables) -> list[Record]:
    """The events with those who took part and the articles that tell of them, newest first."""
    said = Counter(row["event_id"] for row in tables.positions)
    rows = sorted(tables.events.values(), key=lambda row: (*newest(row), row["event_id"]))
    return [_event(tables, row, said) for row in rows]


def _event(tables: Tables, row: Row, said: Mapping[str, int]) -> Record:
    people, reports = tables.participants.get(row["event_id"], []), tables.reports.get(row["event_id"], [])
    sides = sorted({person["represents"] for person in people if person["represents"]})
    parts = [*(each["report_id"] for each in reports), *(each["participant_id"] for each in people)]
    return known(
        **{name: row[name] for name in row if name not in {"event_id", "n_reports", "start", "end"}},
        id=row["event_id"],
        **day_of(row, None),
        sides=";".join(sides),
        actor_ids=";".join(sorted({person["actor_id"] for person in people})),
        article_ids=";".join(sorted({report["article_id"] for report in reports})),
        participants=[_part(person) for person in people],
        reports=[_report(tables, report) for report in reports],
        said=said.get(row["event_id"]),
        rulings=[
            *rulings_of(tables, [row["event_id"]]),
            *(ruling for ruling in rulings_of(tables, parts) if ruling["action"] != "accept"),
        ],
    )


def _part(row: Row) -> Record:
    names = ("actor_id", "name", "office", "represents", "role", "evidence")
    return known(**{name: row[name] for name in names})


def _report(tables: Tables, row: Row) -> Record:
    article = of_article(tables.articles[row["article_id"]])
    return known(article_id=row["article_id"], salience=row["salience"], evidence=row["evidence"], **article)
