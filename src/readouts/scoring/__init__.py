"""Scores coded tables against a gold standard.

The gold standard is a folder with a JSON file an article, matched by its file name without the ending.
Rows marked `soft` there are neither asked for nor held against the coder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from readouts.scoring.coded import read_tables
from readouts.scoring.events import score_events, told_events
from readouts.scoring.figures import Count, Share, Tally
from readouts.scoring.gold import read_gold
from readouts.scoring.positions import score_positions, score_silence
from readouts.scoring.scores import ArticleScores, Scores

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.scoring.coded import Tables
    from readouts.scoring.gold import Gold

__all__ = ["Count", "Scores", "Share", "Tally", "score"]


def score(gold: Path, tables: Tables | Path, texts: Mapping[str, str] | None = None) -> Scores:
    """Score tables against the gold standard.

    Args:
        gold: folder with a JSON file an article; where there is none, nothing is scored.
        tables: the rows of each table by name, or a folder with the Parquet files.
        texts: the stored texts by article id, as far as they are at hand: to quote what was missed.

    Raises:
        BadInput: gold or tables cannot be used, or an article of the gold is not in the tables.
    """
    rows = read_tables(tables) if isinstance(tables, Path) else tables
    golds = read_gold(gold, rows["articles"], texts or {})
    return Scores([_scored(each, rows) for each in golds], coded=len(rows["articles"]))


def _scored(gold: Gold, tables: Tables) -> ArticleScores:
    scores = ArticleScores(gold.name)
    positions, coverage = (
        [row for row in tables[name] if row["article_id"] == gold.article_id]
        for name in ("positions", "coverage")
    )
    score_positions(gold, positions, scores)
    score_events(gold, told_events(tables, gold.article_id), scores)
    score_silence(gold, coverage, scores)
    return scores
