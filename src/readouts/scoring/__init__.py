"""Scores coded tables against a gold standard.

The gold standard is a folder with a JSON file an article, matched by its file name without the ending.
Rows marked `soft` there are neither asked for nor held against the coder.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.errors import BadInput, Problem
from readouts.scoring.article import ScoredArticle, Tables
from readouts.scoring.figures import Count, Scores, Share

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Count", "Scores", "Share", "score"]

NEEDED = ("articles", "events", "reports", "participants", "positions", "coverage")


def score(gold: Path, tables: Tables | Path) -> Scores:
    """Score tables against the gold standard.

    Args:
        gold: folder with a JSON file an article.
        tables: the rows of each table by name, or a folder with the Parquet files.

    Raises:
        BadInput: an article of the gold standard is not in the tables.
    """
    rows = _read_tables(tables) if isinstance(tables, Path) else tables
    ids = {Path(row["file"]).stem: row["article_id"] for row in rows["articles"]}
    files = sorted(gold.glob("*.json"))
    _refuse_uncoded([path for path in files if path.stem not in ids])
    scores = Scores(articles=len(files))
    for path in files:
        wanted = json.loads(path.read_text(encoding="utf-8"))
        article = ScoredArticle(path.stem, ids[path.stem], scores)
        article.score_positions(wanted["positions"], rows)
        article.score_events(wanted["events"], rows)
        article.score_silence(wanted["positions"], rows)
    return scores


def _read_tables(folder: Path) -> Tables:
    import pyarrow.parquet as pq  # noqa: PLC0415 - only where tables are read from disk

    return {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in NEEDED}


def _refuse_uncoded(files: Sequence[Path]) -> None:
    if files:
        do = "code its article too, or take the file out of the gold standard"
        raise BadInput(Problem(str(path), "its article is not in the tables", do=do) for path in files)
