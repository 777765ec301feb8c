"""Write the release.

The tables go to `data/<version>/` as Parquet and CSV, with the codebook, the accuracy and a descriptor that
names every file and its hash. A version that promises less change than there is since the release before it
is refused. The folder is written whole or not at all, and never changed afterwards.
"""

from readouts.release.building import Work
from readouts.release.codebook import codebook_text
from readouts.release.descriptor import Release
from readouts.release.write import write_release


def run(work: Work) -> None:
    """Fill in `work.folder` and `work.is_new`."""
    seeds = work.seeds
    release = Release(
        version=seeds.version,
        title=seeds.title,
        description=seeds.description,
        released=seeds.released,
        tables=work.tables,
        reworded=seeds.reworded,
        documents={"ACCURACY.md": work.accuracy, "CODEBOOK.md": codebook_text(seeds.version)},
    )
    work.folder, work.is_new = write_release(release, work.root / "data")
