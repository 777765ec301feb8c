"""What `load` costs, against the bare `pyarrow.parquet.read_table(...).to_pandas()`.

Measured for every table of the newest release, and for a table of 200,000 positions made from it. Run it as
`.venv/bin/python benchmarks/load_time.py`.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pyarrow as pa
import pyarrow.parquet as pq

import readouts
from readouts.paths import VARIABLE, release_folder
from readouts.release.files import write_parquet

ROWS = 200_000
TIMES_SMALL, TIMES_LARGE = 201, 15


def milliseconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def compare(path: Path, times: int, **options: object) -> None:
    """Print the medians of both, taken in turn, and their ratio."""
    columns = options.get("columns")
    turns = [
        (
            milliseconds(lambda: pq.read_table(path, columns=columns).to_pandas()),
            milliseconds(lambda: readouts.load(path.stem, release=path.parent.name, **options)),  # type: ignore[arg-type]
        )
        for _ in range(times + 1)
    ][1:]
    bare, ours = (median(column) for column in zip(*turns, strict=True))
    told = ", ".join(f"{name}={value}" for name, value in options.items())
    print(f"{path.stem:<13} bare {bare:8.2f} ms  load {ours:8.2f} ms  ratio {ours / bare:4.2f}  {told}")


def many_positions(folder: Path) -> Path:
    """Write a release with many positions: those that there are, again and again, under other keys."""
    few = pq.read_table(release_folder() / "positions.parquet")
    again = pa.concat_tables([few] * (ROWS // few.num_rows + 1)).slice(0, ROWS)
    keys = pa.array([f"pos_{number:012x}" for number in range(ROWS)])
    release = folder / "9.0.0"
    release.mkdir()
    write_parquet(release / "positions.parquet", again.set_column(0, few.schema.field(0), keys))
    (release / "datapackage.json").write_text("{}", encoding="utf-8")
    return release / "positions.parquet"


def main() -> None:
    """Compare the tables, the small ones first."""
    for path in sorted(release_folder().glob("*.parquet")):
        compare(path, TIMES_SMALL)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        path = many_positions(Path(folder))
        compare(path, TIMES_LARGE)
        compare(path, TIMES_LARGE, columns=["holder", "topic", "stance"])
        compare(path, TIMES_LARGE, backend="pyarrow")


if __name__ == "__main__":
    main()
