"""Measure the accuracy.

The released tables and, apart from them, the rows of the coder before any ruling are scored against
`seeds/gold`, where the same articles were coded independently under the same codebook. Intervals tell how far
the figures would vary with other articles.
"""

from readouts.release.accuracy import Measured, accuracy_text
from readouts.release.building import Work
from readouts.rulings.reviewed import reviewed
from readouts.scoring import score
from readouts.seeds.types import texts_of


def run(work: Work) -> None:
    """Fill in `work.accuracy`."""
    gold = work.root / "seeds" / "gold"
    texts = texts_of(work.seeds.articles)
    measured = Measured(
        released=score(gold, work.rows, texts),
        coder=score(gold, work.coded, texts),
        reviewed=reviewed(work.rows),
    )
    work.accuracy = accuracy_text(work.seeds.version, measured)
