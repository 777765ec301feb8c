"""What records have in common: what is known, articles, days, and what the review ruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from readouts.coder.dates.when import When
from readouts.printing import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from readouts.site.tables import Row, Tables

Record: TypeAlias = dict[str, Any]


def known(**cells: Any) -> Record:
    """A record of what is known: text as people read it, and lists; whatever is empty is left out."""
    told = {name: cell if isinstance(cell, list) else as_text(cell) for name, cell in cells.items() if cell}
    return {name: cell for name, cell in told.items() if cell}


def of_article(row: Row) -> Record:
    """An article wherever it is met: by its headline, else by its file."""
    published = row["published"]
    return {
        "article": row["title"] or row["file"],
        "file": row["file"],
        "outlet": row["outlet"],
        "published": day_in_words(published, published, "day") if published else None,
        "url": row["url"],
    }


def day_of(event: Row | None, article: Row | None) -> Record:
    """When it was: the day of the event, else no later than the article was published.

    What an article says of an event that is still to come was said by the day of the article.
    """
    published = article and article["published"]
    to_come = bool(event and published and event["start"] and event["start"] > published)
    if event and event["date_precision"] != "unknown" and not to_come:
        words = day_in_words(event["start"], event["end"], event["date_precision"])
        return {"when": words, "start": event["start"], "end": event["end"]}
    return {"when": published and day_in_words(None, published, "bounded"), "start": None, "end": published}


def day_in_words(start: date | None, end: date | None, precision: str) -> str | None:
    """The bounds of a day as people read them."""
    return When(start, end, precision, "none").words


def rulings_of(tables: Tables, ids: Iterable[str]) -> list[Record]:
    """What was ruled on rows, in the order of the rulings."""
    found = [row for row_id in ids for row in tables.rulings.get(row_id, [])]
    return [_ruling(row) for row in sorted(found, key=lambda row: (row["ruling_id"], row["column_name"]))]


def _ruling(row: Row) -> Record:
    change = row["action"] == "change"
    return known(
        action=row["action"],
        column=row["column_name"] if change else None,
        was=_spaced(row["was"]) if change else None,
        becomes=_spaced(row["becomes"]) if change else None,
        reason=row["reason"],
        ruled_by=row["ruled_by"],
        ruled_on=day_in_words(row["ruled_on"], row["ruled_on"], "day"),
    )


def _spaced(cell: str | None) -> str:
    return (cell or "(empty)").replace(";", "; ")


def newest(row: Mapping[str, Any]) -> tuple[int, int]:
    """What days are sorted by, the newest first, and rows without any last."""
    return back(row["end"] or row["start"]), back(row["start"])


def back(day: date | None) -> int:
    """What a day is sorted by, the newest first."""
    return -day.toordinal() if day else 0
