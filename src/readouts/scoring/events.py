"""Scores the events of one article and their participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.scoring.differences import Difference, Kind
from readouts.scoring.matching import (
    Row,
    accepts,
    best_event,
    evidence_span,
    paired,
    same_dates,
    same_participant,
)
from readouts.scoring.wording import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.scoring.coded import Tables
    from readouts.scoring.gold import Gold
    from readouts.scoring.scores import ArticleScores, Part


def told_events(tables: Tables, article_id: str) -> list[Row]:
    """The events that an article reports, each with its report and the participants named there."""
    events = {row["event_id"]: row for row in tables["events"]}
    people = [row for row in tables["participants"] if row["article_id"] == article_id]
    return [
        {
            **events[report["event_id"]],
            **report,
            "participants": [row for row in people if row["event_id"] == report["event_id"]],
        }
        for report in tables["reports"]
        if report["article_id"] == article_id
    ]


def score_events(gold: Gold, coded: Sequence[Row], scores: ArticleScores) -> None:
    """Match the events of an article, firm ones first."""
    pairs, left = paired(gold.events, coded, best_event)
    for wanted, found in pairs:
        if found is None:
            _missed(gold, wanted, scores)
        else:
            _matched(gold, wanted, found, scores)
    for row in left:
        _extra(gold, row, scores)


def _counted(salience: str) -> tuple[str, ...]:
    return ("events", "main events") if salience == "main" else ("events",)


def _missed(gold: Gold, wanted: Row, scores: ArticleScores) -> None:
    """Count a missed event under its type; where the gold allows several, under the first."""
    types = wanted["event_type"]
    part = ("event_type", types[0] if isinstance(types, list) else types)
    for figure in _counted(wanted["salience"]):
        scores.count(figure, part, missed=1)
    if wanted["salience"] == "main":
        firm = [row for row in wanted["participants"] if not row.get("soft")]
        scores.count("participants", part, missed=len(firm))
    names = ", ".join(sorted(row["name"] for row in wanted["participants"]))
    what = f"{_label(wanted)} with {names or 'nobody named'}"
    scores.differences.append(_difference(gold, wanted, "missed", "events", what))


def _extra(gold: Gold, row: Row, scores: ArticleScores) -> None:
    for figure in _counted(row["salience"]):
        scores.count(figure, ("event_type", row["event_type"]), extra=1)
    scores.differences.append(_extra_row(gold, row, "events", _label(row)))


def _matched(gold: Gold, wanted: Row, found: Row, scores: ArticleScores) -> None:
    part = ("event_type", found["event_type"])
    for figure in _counted(wanted["salience"]):
        scores.count(figure, part, right=1)
    compared = {
        "dates": (_dates(found, "date_precision"), _dates(wanted, "precision"), same_dates(wanted, found)),
        **{
            figure: (any_of(found[key]), any_of(wanted.get(key)), accepts(wanted, key, found[key]))
            for figure, key in (("countries", "country"), ("status", "status"))
        },
    }
    for figure, (coded, right, is_right) in compared.items():
        scores.share(figure, part, is_right)
        if not is_right:
            told = _difference(gold, wanted, "differs", figure, _label(wanted), coded, right)
            scores.differences.append(told)
    if wanted["salience"] == "main":
        _score_participants(gold, wanted, found, scores)


def _score_participants(gold: Gold, event: Row, told: Row, scores: ArticleScores) -> None:
    part: Part = ("event_type", told["event_type"])
    left = list(told["participants"])
    for wanted in event["participants"]:
        found = next((row for row in left if same_participant(wanted, row)), None)
        if found is not None:
            left.remove(found)
        if wanted.get("soft"):
            continue
        if found is None:
            scores.count("participants", part, missed=1)
            what = f"{_person(wanted)} of the {_label(event)}"
            scores.differences.append(_difference(gold, event, "missed", "participants", what))
            continue
        scores.count("participants", part, right=1)
        is_right = accepts(wanted, "role", found["role"])
        scores.share("roles", part, is_right)
        if not is_right:
            values = (any_of(found["role"]), any_of(wanted.get("role")))
            scores.differences.append(_difference(gold, event, "differs", "roles", _person(wanted), *values))
    scores.count("participants", part, extra=len(left))
    scores.differences += [_extra_row(gold, row, "participants", _person(row)) for row in left]


def _label(row: Row) -> str:
    return f"{row['salience']} event {any_of(row['event_type'])}"


def _person(row: Row) -> str:
    return f"participant {row['name']} ({any_of(row['represents'])})"


def _dates(row: Row, precision: str) -> str:
    return f"{any_of(row['start'])} to {any_of(row['end'])}, {any_of(row[precision])}"


def _extra_row(gold: Gold, row: Row, figure: str, what: str) -> Difference:
    return Difference(gold.name, "extra", figure, what, *evidence_span(row), row["evidence"])


def _difference(gold: Gold, event: Row, kind: Kind, figure: str, what: str, *values: str) -> Difference:
    start, end = event["start_char"], event["end_char"]
    return Difference(gold.name, kind, figure, what, start, end, gold.words(event, start, end), *values)
