"""Invented tables for the views, written as lines: articles, events and positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any

import pandas as pd

import invented
from readouts import views
from readouts.tables.arrow import to_arrow_tables

View = Callable[..., pd.DataFrame]
VIEWS: dict[str, View] = {
    "exchanges": views.exchanges,
    "silences": views.silences,
    "one_china_levels": views.one_china_levels,
    "integrity_levels": views.integrity_levels,
    "wording": views.wording,
    "two_sides": views.two_sides,
    "dyads": views.dyads,
    "network": views.network,
}

CORE = ("one_china", "territorial_integrity")

ARTICLES = """
n1 | XNO | 2031-03-05
s1 | XSU | 2031-03-06
n2 | XNO | 2033-07-01
s2 | XSU | 2034-01-09
u1 | XNO | -
"""
"""Name, state of the outlet, day of publication."""

EVENTS = """
1 | meeting    | occurred | ..2031-03-04           | n1 s1  | XNO:tolve XSU:arva
2 | meeting    | occurred | 2033-06-30..2033-06-30 | n2     | XNO:tolve XSU:arva XWE
3 | conference | planned  | 2034-05-01..2034-05-03 | ~s2    | XNO XSU
4 | call       | occurred | -                      | u1     | XNO:tolve XWE:wang
5 | statement  | occurred | ..2034-01-08           | s2     | XSU:arva
6 | agreement  | ongoing  | 2031-01-01..2033-12-31 | ~n2 ~s2 | XNO XSU
"""
"""Number, type, status, bounds, articles (~: as background), sides with their people."""

POSITIONS = """
n1 | 1 | XNO | territorial_integrity | support | assert | XSU | sovereignty | Norland supports the sovereignty
n1 | 1 | XSU | core_interests | support | assert | XNO | - | Sudland stands by Norland
n1 | 1 | XSU | cooperation | support | pledge | XNO | - | Sudland will work with Norland
s1 | 1 | XNO | territorial_integrity | support | assert | XSU | sovereignty;unity | Norland supports it
s1 | 1 | XSU | cooperation | support | pledge | XNO | - | Sudland will work with Norland
s1 | 1 | XSU | non_interference | oppose | assert | XNO | - | Sudland spoke against it
n2 | 2 | XSU | territorial_integrity | support | demand | XSU | unity | asks to respect its unity
n2 | - | XWE | territorial_integrity | support | assert | XNO | unity | Westland respects Norland's unity
n2 | 2 | XNO | one_china | support | assert | CHN | policy | Norland keeps to its one-China policy
u1 | 4 | XNO | partnership | support | assert | CHN | - | a strategic partnership with China
u1 | 4 | XNO | one_china | oppose | assert | CHN | - | Norland recognises Taiwan, it said
s2 | 5 | XSU | partnership | support | assert | CHN | - | a strategic partnership with China
s2 | 5 | XSU | cooperation | support | assert | XNO | - | Sudland values Norland
"""
"""Article, event, holder, topic, stance, act, target, elements, evidence; then strength and cue, if any."""


def cells(lines: str) -> list[list[str | None]]:
    """The cells of each line; `-` is empty."""
    kept = (line for line in lines.splitlines() if line.strip())
    return [[None if cell.strip() == "-" else cell.strip() for cell in line.split("|")] for line in kept]


def rows(articles: str = ARTICLES, events: str = EVENTS, positions: str = POSITIONS) -> invented.Rows:
    """The rows of all tables, as a release has them."""
    told = [position(number, *line) for number, line in enumerate(cells(positions), start=1)]  # type: ignore[arg-type]
    happened = [event(*line) for line in cells(events)]  # type: ignore[arg-type]
    stated = Counter((row["article_id"], row["topic"]) for row in told)
    printed = [article(*line) for line in cells(articles)]  # type: ignore[arg-type]
    looked = [(row["article_id"], topic) for row in printed for topic in CORE]
    people = {row["actor_id"]: row for event in happened for row in event["participants"]}
    return {
        "articles": printed,
        "events": [event["event"] for event in happened],
        "reports": [row for event in happened for row in event["reports"]],
        "participants": [row for event in happened for row in event["participants"]],
        "positions": told,
        "actors": [actor(row) for row in people.values()],
        "coverage": [
            {"article_id": a, "topic": t, "is_stated": stated[a, t] > 0, "n_positions": stated[a, t]}
            for a, t in looked
        ],
        "rulings": [],
    }


def tables(
    articles: str = ARTICLES, events: str = EVENTS, positions: str = POSITIONS
) -> dict[str, pd.DataFrame]:
    """The same as data frames, as `readouts.load` gives them in Arrow's types."""
    made = to_arrow_tables(rows(articles, events, positions))
    return {name: table.to_pandas(date_as_object=True) for name, table in made.items()}


def article(name: str, country: str | None, published: str | None) -> dict[str, Any]:
    made = invented.article(name, f"{name}.txt", date.fromisoformat(published) if published else None)
    return {**made, "outlet": f"Post of {country}", "outlet_country": country}


def event(
    number: str, kind: str, status: str, bounds: str | None, reports: str, sides: str
) -> dict[str, Any]:
    start, _, end = (bounds or "..").partition("..")
    known = {"start": date.fromisoformat(start) if start else None}
    known["end"] = date.fromisoformat(end) if end else None
    dated = (
        {"date_edtf": f"[{bounds}]", "date_precision": "bounded", "date_basis": "article"} if bounds else {}
    )
    if bounds and start == end:
        dated |= {"date_edtf": start, "date_precision": "day"}
    told = reports.split()
    first = told[0].removeprefix("~")
    made = invented.event(int(number), kind, status=status, n_reports=len(told), **known, **dated)
    return {
        "event": made,
        "reports": [report(int(number), place, name) for place, name in enumerate(told)],
        "participants": [part(int(number), place, who, first) for place, who in enumerate(sides.split())],
    }


def evidence(name: str, words: str) -> dict[str, Any]:
    ids = {"article_id": invented.article_id(name), "evidence": words}
    return {**ids, "evidence_start": 0, "evidence_end": len(words), "rule": "invented", "coding": "coder"}


def report(number: int, place: int, name: str) -> dict[str, Any]:
    salience = "background" if name.startswith("~") else "main"
    ids = {"report_id": invented.key("rep", number * 100 + place), "event_id": invented.key("evt", number)}
    return {**ids, "salience": salience, **evidence(name.removeprefix("~"), "it was told")}


def part(number: int, place: int, who: str, name: str) -> dict[str, Any]:
    side, _, person = who.partition(":")
    actor_id = f"per_{person}" if person else f"sta_{side.lower()}"
    return {
        "participant_id": invented.key("par", number * 100 + place),
        "event_id": invented.key("evt", number),
        "actor_id": actor_id,
        "actor_kind": "person" if person else "state",
        "name": person.title() or side,
        "office": None,
        "office_of": None,
        "represents": side,
        "role": "counterpart",
        **evidence(name, who),
    }


def actor(row: dict[str, Any]) -> dict[str, Any]:
    made = invented.actor(row["actor_id"], row["actor_kind"], row["name"], row["represents"])
    return {**made, "cow_code": None}


def position(
    number: int,
    name: str,
    at: str | None,
    holder: str,
    topic: str,
    stance: str,
    act: str,
    target: str | None,
    elements: str | None,
    words: str,
    strength: str | None = None,
    cue: str | None = "support",
) -> dict[str, Any]:
    return {
        "position_id": invented.key("pos", number),
        "event_id": invented.key("evt", int(at)) if at else None,
        "holder": holder,
        "speaker_id": None,
        "speaker": None,
        "voice": "self",
        "speech": "indirect",
        "topic": topic,
        "stance": stance,
        "act": act,
        "target": target,
        "strength": strength,
        "formula": words[:20],
        "elements": elements,
        "areas": None,
        **evidence(name, words),
        "evidence_start": number,
        "evidence_end": number + len(words),
        "rule": f"{topic}/invented < {cue}",
    }


def lines(frame: pd.DataFrame, *columns: str) -> list[str]:
    """The cells of some columns, a line a row; `-` is empty."""
    return [" | ".join(map(cell, row)) for row in frame[list(columns)].astype(object).to_numpy()]


def wanted(text: str) -> list[str]:
    """The lines of a table in a test, whatever the blanks between its cells."""
    return [
        " | ".join(part.strip() for part in line.split("|")) for line in text.splitlines() if line.strip()
    ]


def cell(value: object) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return "-"
    return str(value.date()) if isinstance(value, pd.Timestamp) else str(value)


def digest(name: str) -> str:
    """The id of the article of that name."""
    return f"art_{sha256(name.encode()).hexdigest()[:12]}"
