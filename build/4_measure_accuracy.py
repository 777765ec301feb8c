"""Measure the accuracy.

The tables are scored against `seeds/gold`, where the same articles were coded
independently under the same codebook. Intervals tell how far the figures would vary with other articles.
"""

from readouts.release.accuracy import accuracy_text
from readouts.release.building import Work
from readouts.scoring import score


def run(work: Work) -> None:
    """Fill in `work.accuracy`."""
    rows = {name: table.to_pylist() for name, table in work.tables.items()}
    texts = {article.article_id: article.text for article in work.seeds.articles}
    scores = score(work.root / "seeds" / "gold", rows, texts)
    work.accuracy = accuracy_text(work.seeds.version, scores)
