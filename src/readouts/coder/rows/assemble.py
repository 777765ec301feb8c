"""From the findings of all articles to the rows of the seven tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.rows.actor_table import ActorTable
from readouts.coder.rows.event_rows import add_event
from readouts.coder.rows.follows import coverage_rows, used_actors
from readouts.coder.rows.position_rows import add_positions
from readouts.coder.rows.report_joining import join_reports
from readouts.coder.rows.rows import Row, Tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.article import Findings
    from readouts.coder.lexicon.knowledge import Knowledge


def make_tables(found: Sequence[Findings], knowledge: Knowledge) -> dict[str, list[Row]]:
    """The rows of all seven tables, each table sorted by its key.

    Args:
        found: what was found in each article, in the order of the catalogue: an event has its id from the
            first article that tells it, so articles added at the end renumber nothing.
        knowledge: what the coder knows.
    """
    tables = Tables(knowledge, ActorTable(knowledge))
    for findings in found:
        tables.actors.note_forms(findings)
        tables.add("articles", _article(findings))
    groups = join_reports(found, tables.actors)
    for group in groups:
        add_event(tables, group)
    ids = {id(told.event): told.event_id for group in groups for told in group}
    for findings in found:
        add_positions(tables, findings, ids)
    tables.rows["coverage"] = coverage_rows(tables.rows["articles"], tables.rows["positions"])
    tables.rows["actors"] = tables.actors.rows(used_actors(tables.rows, tables.actors.side_id))
    return {name: sorted(rows, key=_key) for name, rows in tables.rows.items()}


def _key(row: Row) -> tuple[str, ...]:
    """The first two columns, which hold the key of every table."""
    return tuple(str(value) for value in list(row.values())[:2])


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
