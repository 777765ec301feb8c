"""What a page tells of each row: the row itself, with what stands about it in other tables.

A record is a mapping of names to text, or to lists of records. Codes stay codes here: `cells` puts them into
words where they are shown, and so does the script. What is not known is left out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from readouts.coder.dates.when import When
from readouts.printing import as_text
from readouts.site.marks import marks_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from readouts.site.tables import Row, Tables

Record = dict[str, Any]

NAMED = 20
"""So many events of an actor are named; the others are a filter away."""


def positions(tables: Tables) -> list[Record]:
    """The positions, newest first, then as they stand in their articles."""
    return [_position(tables, row) for row in sorted(tables.positions, key=_place_of(tables))]


def events(tables: Tables) -> list[Record]:
    """The events with those who took part and the articles that tell of them, newest first."""
    said = Counter(row["event_id"] for row in tables.positions)
    rows = sorted(tables.events.values(), key=lambda row: (*_newest(row), row["event_id"]))
    return [_event(tables, row, said) for row in rows]


def actors(tables: Tables) -> list[Record]:
    """The actors by name, with the events in which they took part."""
    parts: dict[str, list[Row]] = {}
    for people in tables.participants.values():
        for row in people:
            parts.setdefault(row["actor_id"], []).append(row)
    held, voiced = (Counter(row[column] for row in tables.positions) for column in ("holder", "speaker_id"))
    rows = sorted(tables.actors.values(), key=lambda row: (row["name"].casefold(), row["actor_id"]))
    return [_actor(tables, row, parts.get(row["actor_id"], []), held, voiced) for row in rows]


def sources(tables: Tables) -> list[Record]:
    """The articles, newest first, with the core topics that were looked for."""
    said = Counter(row["article_id"] for row in tables.positions)
    told = Counter(row["article_id"] for rows in tables.reports.values() for row in rows)
    rows = sorted(tables.articles.values(), key=lambda row: (_back(row["published"]), row["file"]))
    return [_source(tables, row, said, told) for row in rows]


def _position(tables: Tables, row: Row) -> Record:
    article, event = tables.articles[row["article_id"]], tables.events.get(row["event_id"] or "")
    speaker = {"speaker_id": row["speaker_id"], "speaker": row["speaker"]}
    told = {**row, **speaker, **_day(event, article), **_of_article(article)}
    marks = marks_in(row["evidence"], row["formula"], row["strength"])
    return _known(
        id=row["position_id"],
        **{
            name: told[name] for name in told if name not in {"position_id", "evidence_start", "evidence_end"}
        },
        marks=" ".join(f"{start}-{end}" for start, end in marks),
        event_label=event and event["label"],
        rulings=_rulings(tables, [row["position_id"]]),
    )


def _event(tables: Tables, row: Row, said: Mapping[str, int]) -> Record:
    people, reports = tables.participants.get(row["event_id"], []), tables.reports.get(row["event_id"], [])
    sides = sorted({person["represents"] for person in people if person["represents"]})
    parts = [*(each["report_id"] for each in reports), *(each["participant_id"] for each in people)]
    return _known(
        **{name: row[name] for name in row if name not in {"event_id", "n_reports", "start", "end"}},
        id=row["event_id"],
        **_day(row, None),
        sides=";".join(sides),
        actor_ids=";".join(sorted({person["actor_id"] for person in people})),
        article_ids=";".join(sorted({report["article_id"] for report in reports})),
        participants=[_part(person) for person in people],
        reports=[_report(tables, report) for report in reports],
        said=said.get(row["event_id"]),
        rulings=[
            *_rulings(tables, [row["event_id"]]),
            *(ruling for ruling in _rulings(tables, parts) if ruling["action"] != "accept"),
        ],
    )


def _part(row: Row) -> Record:
    names = ("actor_id", "name", "office", "represents", "role", "evidence")
    return _known(**{name: row[name] for name in names})


def _report(tables: Tables, row: Row) -> Record:
    article = _of_article(tables.articles[row["article_id"]])
    return _known(article_id=row["article_id"], salience=row["salience"], evidence=row["evidence"], **article)


def _actor(
    tables: Tables, row: Row, parts: list[Row], held: Mapping[str, int], voiced: Mapping[str, int]
) -> Record:
    side = row["country"] if row["kind"] == "state" else row["name"]
    happened = sorted((tables.events[part["event_id"]] for part in parts), key=_newest)
    return _known(
        **{name: row[name] for name in ("kind", "name", "country", "cow_code", "gw_code", "wikidata")},
        id=row["actor_id"],
        names=(row["names"] or "").replace(";", "; "),
        wikidata_url=row["wikidata"] and f"https://www.wikidata.org/wiki/{row['wikidata']}",
        side=side if row["kind"] != "person" and held.get(side) else None,
        holds=row["kind"] != "person" and held.get(side),
        voices=voiced.get(row["actor_id"]),
        took_part=len(parts),
        events=[_known(event_id=event["event_id"], label=event["label"]) for event in happened[:NAMED]],
    )


def _source(tables: Tables, row: Row, said: Mapping[str, int], told: Mapping[str, int]) -> Record:
    names = ("outlet_country", "language", "published_basis", "proof", "dateline_place", "characters")
    topics = [
        _known(
            topic=each["topic"], stated="stated" if each["is_stated"] else "not stated", n=each["n_positions"]
        )
        for each in tables.coverage.get(row["article_id"], [])
    ]
    return _known(
        **{name: row[name] for name in names},
        id=row["article_id"],
        **_of_article(row),
        start=row["published"],
        end=row["published"],
        stated=";".join(topic["topic"] for topic in topics if topic["stated"] == "stated"),
        topics=topics,
        said=said.get(row["article_id"]),
        told=told.get(row["article_id"]),
    )


def _of_article(row: Row) -> Record:
    """An article wherever it is met: by its headline, else by its file."""
    published = row["published"]
    return {
        "article": row["title"] or row["file"],
        "file": row["file"],
        "outlet": row["outlet"],
        "published": _words(published, published, "day") if published else None,
        "url": row["url"],
    }


def _day(event: Row | None, article: Row | None) -> Record:
    """When it was: the day of the event, else no later than the article was published."""
    if event and event["date_precision"] != "unknown":
        words = _words(event["start"], event["end"], event["date_precision"])
        return {"when": words, "start": event["start"], "end": event["end"]}
    published = article and article["published"]
    return {"when": published and _words(None, published, "bounded"), "start": None, "end": published}


def _words(start: date | None, end: date | None, precision: str) -> str | None:
    return When(start, end, precision, "none").words


def _rulings(tables: Tables, ids: Iterable[str]) -> list[Record]:
    found = [row for row_id in ids for row in tables.rulings.get(row_id, [])]
    return [_ruling(row) for row in sorted(found, key=lambda row: (row["ruling_id"], row["column_name"]))]


def _ruling(row: Row) -> Record:
    change = row["action"] == "change"
    return _known(
        action=row["action"],
        column=row["column_name"] if change else None,
        was=_spaced(row["was"]) if change else None,
        becomes=_spaced(row["becomes"]) if change else None,
        reason=row["reason"],
        ruled_by=row["ruled_by"],
        ruled_on=_words(row["ruled_on"], row["ruled_on"], "day"),
    )


def _spaced(cell: str | None) -> str:
    return (cell or "(empty)").replace(";", "; ")


def _known(**cells: Any) -> Record:
    """A record of what is known: text as people read it, and lists; whatever is empty is left out."""
    told = {name: cell if isinstance(cell, list) else as_text(cell) for name, cell in cells.items() if cell}
    return {name: cell for name, cell in told.items() if cell}


def _place_of(tables: Tables) -> Callable[[Row], tuple[Any, ...]]:
    def place(row: Row) -> tuple[Any, ...]:
        article, event = tables.articles[row["article_id"]], tables.events.get(row["event_id"] or "")
        day = _day(event, article)
        return (*_newest(day), article["file"], row["evidence_start"], row["position_id"])

    return place


def _newest(row: Mapping[str, Any]) -> tuple[int, int]:
    """What days are sorted by, the newest first, and rows without any last."""
    return _back(row["end"] or row["start"]), _back(row["start"])


def _back(day: date | None) -> int:
    return -day.toordinal() if day else 0
