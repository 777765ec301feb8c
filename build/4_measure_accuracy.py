"""Measure the accuracy.

The tables are scored against `seeds/gold`, where the same articles were coded
independently under the same codebook.
"""

from readouts.release.accuracy import accuracy_text
from readouts.release.building import Work
from readouts.scoring import score


def run(work: Work) -> None:
    """Fill in `work.accuracy`."""
    rows = {name: table.to_pylist() for name, table in work.tables.items()}
    work.accuracy = accuracy_text(work.seeds.version, score(work.root / "seeds" / "gold", rows))
