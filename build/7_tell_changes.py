"""Tell what changed.

`DATA_CHANGES.md` is written anew from all releases in `data/`: what each changed against the one before it,
row by row, with the evidence, and with the reasons that the rulings give.
"""

from readouts.release.building import Work
from readouts.release.change_log import change_log
from readouts.whole import replace_text


def run(work: Work) -> None:
    """Write the history beside `data/`."""
    replace_text(work.root / "DATA_CHANGES.md", change_log(work.root / "data"))
