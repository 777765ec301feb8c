"""Scores the positions of one article, and what it is said not to state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.scoring.differences import Difference, Kind
from readouts.scoring.matching import (
    Row,
    accepts,
    evidence_span,
    first_position,
    paired,
    plain,
    plain_names,
    same_stance,
)
from readouts.scoring.wording import any_of
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.scoring.gold import Gold
    from readouts.scoring.scores import ArticleScores

ATTRIBUTES = ("act", "voice", "speech", "speaker")


def score_positions(gold: Gold, coded: Sequence[Row], scores: ArticleScores) -> None:
    """Match the positions of an article, firm ones first."""
    pairs, left = paired(gold.positions, coded, first_position)
    for wanted, found in pairs:
        if found is None:
            _missed(gold, wanted, scores)
        else:
            _matched(gold, wanted, found, scores)
    for row in left:
        _extra(gold, row, scores)


def score_silence(gold: Gold, coverage: Sequence[Row], scores: ArticleScores) -> None:
    """See whether each core topic is rightly told as stated or not."""
    told = {row["topic"]: row["is_stated"] for row in coverage}
    firm = {row["topic"] for row in gold.positions if not row.get("soft")}
    soft = {row["topic"] for row in gold.positions} - firm
    for topic in codes("core_topic"):
        if topic in soft:
            continue
        is_right = told.get(topic) == (topic in firm)
        scores.share("silence", ("topic", topic), is_right)
        if not is_right:
            values = (_stated(told.get(topic)), _stated(topic in firm))
            scores.differences.append(_silence(gold.name, topic, *values))


def _silence(article: str, topic: str, coded: str, gold: str) -> Difference:
    return Difference(article, "differs", "silence", topic, coded=coded, gold=gold)


def _stated(told: bool | None) -> str:
    return "not told" if told is None else "stated" if told else "not stated"


def _counted(topic: str) -> tuple[str, ...]:
    return ("positions", "core") if topic in codes("core_topic") else ("positions",)


def _missed(gold: Gold, wanted: Row, scores: ArticleScores) -> None:
    for figure in (*_counted(wanted["topic"]), "stated"):
        scores.count(figure, ("topic", wanted["topic"]), missed=1)
    scores.differences.append(_difference(gold, wanted, "missed", "positions"))


def _extra(gold: Gold, row: Row, scores: ArticleScores) -> None:
    for figure in (*_counted(row["topic"]), "stated"):
        scores.count(figure, ("topic", row["topic"]), extra=1)
    what = _label(row)
    scores.differences.append(
        Difference(gold.name, "extra", "positions", what, *evidence_span(row), row["evidence"])
    )


def _matched(gold: Gold, wanted: Row, found: Row, scores: ArticleScores) -> None:
    topic = ("topic", wanted["topic"])
    for figure in _counted(wanted["topic"]):
        scores.count(figure, topic, right=1)
    if same_stance(wanted, found):
        scores.count("stated", topic, right=1)
    else:
        scores.count("stated", topic, missed=1, extra=1)
        values = [f"{any_of(row['stance'])}, {any_of(row['target'])}" for row in (found, wanted)]
        scores.differences.append(_difference(gold, wanted, "differs", "stated", *values))
    for key in ATTRIBUTES:
        is_right = _agrees(wanted, found, key)
        scores.share(key, topic, is_right)
        if not is_right:
            values = [any_of(found[key]), any_of(wanted.get(key))]
            scores.differences.append(_difference(gold, wanted, "differs", key, *values))


def _agrees(wanted: Row, found: Row, key: str) -> bool:
    if key == "speaker":
        return plain(found[key]) in plain_names(wanted.get(key))
    return accepts(wanted, key, found[key])


def _label(row: Row) -> str:
    return "position " + " ".join(any_of(row[key]) for key in ("holder", "topic", "stance"))


def _difference(gold: Gold, wanted: Row, kind: Kind, figure: str, *values: str) -> Difference:
    start, end = wanted["start"], wanted["end"]
    words = gold.words(wanted, start, end)
    return Difference(gold.name, kind, figure, _label(wanted), start, end, words, *values)
