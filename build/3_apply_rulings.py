"""Apply the rulings.

Where a reviewer has looked at a row of the coder and found it wrong, `seeds/rulings.csv` says what is right.
A ruling applies only while what it corrects is still so; one that does not apply any more stops the build.
"""

from functools import partial

from readouts.coder.rows.actor_table import known_actor
from readouts.release.building import Work
from readouts.rulings import apply_rulings
from readouts.seeds.types import texts_of


def run(work: Work) -> None:
    """Fill in `work.rows`."""
    texts = texts_of(work.seeds.articles)
    actor_row = partial(known_actor, work.knowledge)
    work.rows = apply_rulings(work.coded, work.seeds.rulings, texts, actor_row)
