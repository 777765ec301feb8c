"""The records of articles, with the core topics that were looked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.site.records.shared import Record, back, known, of_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.site.tables import Row, Tables


def sources(tables: Tables) -> list[Record]:
    """The articles, newest first, with the core topics that were looked for."""
    said = Counter(row["article_id"] for row in tables.positions)
    told = Counter(row["article_id"] for rows in tables.reports.values() for row in rows)
    rows = sorted(tables.articles.values(), key=lambda row: (back(row["published"]), row["file"]))
    return [_source(tables, row, said, told) for row in rows]


def _source(tables: Tables, row: Row, said: Mapping[str, int], told: Mapping[str, int]) -> Record:
    names = ("outlet_country", "language", "published_basis", "proof", "dateline_place", "characters")
    topics = [
        known(
            topic=each["topic"], stated="stated" if each["is_stated"] else "not stated", n=each["n_positions"]
        )
        for each in tables.coverage.get(row["article_id"], [])
    ]
    return known(
        **{name: row[name] for name in names},
        id=row["article_id"],
        **of_article(row),
        start=row["published"],
        end=row["published"],
        stated=";".join(topic["topic"] for topic in topics if topic["stated"] == "stated"),
        topics=topics,
        said=said.get(row["article_id"]),
        told=told.get(row["article_id"]),
    )
