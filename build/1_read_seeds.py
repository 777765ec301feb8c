"""Read and check the seeds.

`seeds/` holds the articles as received, where each comes from (sources.csv), the people, organisations and
occasions that articles speak of, and the name of the next release (release.toml). Everything that is wrong
with them is told at once.
"""

from readouts.release.building import Work
from readouts.seeds.read import read_seeds


def run(work: Work) -> None:
    """Fill in `work.seeds`."""
    work.seeds = read_seeds(work.root / "seeds")
