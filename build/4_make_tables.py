"""Make and validate the tables.

The rows become Arrow tables as the models describe them, sorted by key. Then everything is checked: types,
codes, keys, references, counts, and that the evidence of each row stands in its text, letter for letter.
"""

from readouts.release.building import Work
from readouts.seeds.types import texts_of
from readouts.tables.arrow import to_arrow_tables
from readouts.tables.validate import validate


def run(work: Work) -> None:
    """Fill in `work.tables`."""
    work.tables = to_arrow_tables(work.rows)
    validate(work.tables, texts_of(work.seeds.articles))
