"""What must agree within a row or between tables: dates, joined codes, counts and coverage."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date
from itertools import islice
from typing import Any

import pyarrow as pa

from readouts.errors import Problem
from readouts.tables import RULED_TABLES, SHOWN
from readouts.tables.codes import SEPARATOR, codes, elements_of
from readouts.tables.edtf import edtf_of
from readouts.tables.models import MODELS, columns, primary_key

Tables = Mapping[str, pa.Table]
Row = Mapping[str, Any]


def rule_problems(tables: Tables, sound: Set[str]) -> list[Problem]:
    """Everything that does not agree, ten problems a rule at most.

    Args:
        tables: the Arrow tables by name.
        sound: the tables whose cells are as the models want them; a rule that needs another is left out.
    """
    rules = (rule for rule, needed in RULES.items() if sound >= needed)
    return [problem for rule in rules for problem in islice(rule(tables), SHOWN)]


def joined_values_sorted(tables: Tables) -> Iterator[Problem]:
    """Several values in one cell stand sorted, each once."""
    for name in (name for name in MODELS if name in tables):
        for column in (column.name for column in columns(name) if column.is_joined):
            for number, cell in enumerate(tables[name][column].to_pylist()):
                expected = cell and SEPARATOR.join(sorted(set(cell.split(SEPARATOR))))
                if cell != expected:
                    yield Problem(f"{name}, row {number}, {column}", f"the value is {cell!r}", repr(expected))


def elements_belong_to_topic(tables: Tables) -> Iterator[Problem]:
    """The elements of a position are those of its topic."""
    for number, row in enumerate(_rows(tables, "positions", "topic", "elements")):
        allowed = elements_of(row["topic"])
        wrong = [code for code in (row["elements"] or "").split(SEPARATOR) if code and code not in allowed]
        if wrong:
            where = f"positions, row {number}, elements"
            yield Problem(
                where, f"{wrong[0]!r} with topic {row['topic']}", f"one of {', '.join(allowed) or 'none'}"
            )


def dates_agree(tables: Tables) -> Iterator[Problem]:
    """Start, end, EDTF and basis say what the precision says."""
    for number, row in enumerate(_rows(tables, "events", *EVENT_DATES)):
        start, end, precision = row["start"], row["end"], row["date_precision"]
        where = f"events, row {number} ({row['event_id']})"
        if not _bounds_fit(start, end, precision):
            found = f"start {start}, end {end} with precision {precision}"
            yield Problem(where, found, BOUNDS[precision])
        if (precision == "unknown") != (row["date_edtf"] is None):
            yield Problem(
                where, f"date_edtf {row['date_edtf']!r} with precision {precision}", "null for unknown only"
            )
        elif _bounds_fit(start, end, precision) and row["date_edtf"] != edtf_of(start, end, precision):
            yield Problem(
                where,
                f"date_edtf {row['date_edtf']!r}",
                f"{edtf_of(start, end, precision)!r}, by start and end",
            )
        if (precision == "unknown") != (row["date_basis"] == "none"):
            yield Problem(
                where, f"date_basis {row['date_basis']} with precision {precision}", "none for unknown only"
            )


EVENT_DATES = ("event_id", "start", "end", "date_precision", "date_edtf", "date_basis")
BOUNDS = {
    "day": "the same day twice",
    "span": "first and last day, in order",
    "month": "first and last day of a month",
    "year": "first and last day of a year",
    "bounded": "at least one bound, in order",
    "unknown": "both null",
}


def _bounds_fit(start: date | None, end: date | None, precision: str) -> bool:
    if start is None or end is None:
        return precision == ("unknown" if start == end else "bounded")
    if precision in WHOLE:
        return (start, end) == WHOLE[precision](start)
    return start == end if precision == "day" else precision != "unknown" and start <= end


def _month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _year_of(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), date(day.year, 12, 31)


WHOLE: Mapping[str, Callable[[date], tuple[date, date]]] = {"month": _month_of, "year": _year_of}


def publication_dates_agree(tables: Tables) -> Iterator[Problem]:
    """An article has a day of publication where its basis says so, and its id is that of its digest."""
    for row in _rows(tables, "articles", "article_id", "published", "published_basis", "sha256"):
        if (row["published"] is None) != (row["published_basis"] == "none"):
            found = f"published {row['published']} with basis {row['published_basis']}"
            yield Problem(f"articles, {row['article_id']}, published", found, "null for none only")
        if row["article_id"] != f"art_{row['sha256'][:12]}":
            yield Problem(
                f"articles, {row['article_id']}, article_id", "is not of its sha256", row["sha256"][:12]
            )


def reports_are_counted(tables: Tables) -> Iterator[Problem]:
    """Every event has the number of reports that point to it."""
    told = Counter(tables["reports"]["event_id"].to_pylist())
    for row in _rows(tables, "events", "event_id", "n_reports"):
        if row["n_reports"] != told[row["event_id"]]:
            yield Problem(
                f"events, {row['event_id']}, n_reports",
                f"the value is {row['n_reports']}",
                f"{told[row['event_id']]}",
            )


def coverage_is_whole(tables: Tables) -> Iterator[Problem]:
    """Every article and core topic has its row, and the row counts the positions."""
    stated = Counter(
        (row["article_id"], row["topic"]) for row in _rows(tables, "positions", "article_id", "topic")
    )
    told = {(row["article_id"], row["topic"]): row for row in tables["coverage"].to_pylist()}
    for article_id in tables["articles"]["article_id"].to_pylist():
        for topic in codes("core_topic"):
            row, found = told.get((article_id, topic)), stated[article_id, topic]
            where = f"coverage, {article_id}, {topic}"
            if row is None:
                yield Problem(where, "the row is missing", "a row for every article and core topic")
            elif (row["n_positions"], row["is_stated"]) != (found, found > 0):
                what = f"n_positions {row['n_positions']}, is_stated {row['is_stated']}"
                yield Problem(where, what, f"{found}, {found > 0}")


def rulings_leave_their_mark(tables: Tables) -> Iterator[Problem]:
    """A row bears the mark of a ruling where one made or changed it, and nowhere else."""
    touched = {(row["table_name"], row["row_id"]) for row in _changing(tables)}
    for name in RULED_TABLES:
        key = primary_key(name)[0]
        for row in _rows(tables, name, key, "coding"):
            expected = "ruling" if (name, row[key]) in touched else "coder"
            if row["coding"] != expected:
                what = f"the value is {row['coding']}"
                yield Problem(f"{name}, {row[key]}, coding", what, f"{expected}, by the table rulings")


def actors_agree(tables: Tables) -> Iterator[Problem]:
    """A participant is of the kind of its actor, and every holder has its row among the actors."""
    actors = _rows(tables, "actors", "actor_id", "kind", "country", "name")
    kinds = {row["actor_id"]: row["kind"] for row in actors}
    sides = {row["country"] if row["kind"] == "state" else row["name"] for row in actors}
    for row in _rows(tables, "participants", "participant_id", "actor_id", "actor_kind"):
        kind = kinds.get(row["actor_id"], row["actor_kind"])
        if row["actor_kind"] != kind:
            where = f"participants, {row['participant_id']}, actor_kind"
            yield Problem(
                where, f"the value is {row['actor_kind']}", f"{kind}, as of {row['actor_id']} in actors"
            )
    for row in _rows(tables, "positions", "position_id", "holder"):
        if row["holder"] not in sides:
            where, expected = f"positions, {row['position_id']}, holder", "a state or organisation of actors"
            yield Problem(where, f"the value is {row['holder']}", expected)


def _changing(tables: Tables) -> list[Row]:
    return [row for row in tables["rulings"].to_pylist() if row["action"] != "accept"]


def _rows(tables: Tables, name: str, *names: str) -> list[Row]:
    rows: list[Row] = tables[name].select(list(names)).to_pylist()
    return rows


RULES: Mapping[Callable[[Tables], Iterator[Problem]], Set[str]] = {
    joined_values_sorted: set(),
    elements_belong_to_topic: {"positions"},
    dates_agree: {"events"},
    publication_dates_agree: {"articles"},
    reports_are_counted: {"events", "reports"},
    coverage_is_whole: {"articles", "coverage", "positions"},
    actors_agree: {"actors", "participants", "positions"},
    rulings_leave_their_mark: {*RULED_TABLES, "rulings"},
}
