"""Runs the scripts of `build/`, one after the other, on one piece of work."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from readouts.errors import ReadoutsError
from readouts.tables.validate import refuse_if_switched_off

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from readouts.coder import Knowledge
    from readouts.seeds.types import Seeds

Progress = Callable[[int, int, str], None]


@dataclass
class Work:
    """What the scripts hand on: each fills in what those after it need.

    Attributes:
        root: the checkout, with `seeds/` and `data/`.
        seeds: what was read from `seeds/`.
        knowledge: what the coder knows.
        coded: the rows that the coder made, by table.
        rows: the same after the rulings.
        tables: the validated Arrow tables.
        accuracy: the text of ACCURACY.md.
        folder: the folder of the release.
        is_new: whether it was written; not if the same release was there.
    """

    root: Path
    seeds: Seeds = field(init=False)
    knowledge: Knowledge = field(init=False)
    coded: dict[str, list[dict[str, Any]]] = field(init=False)
    rows: dict[str, list[dict[str, Any]]] = field(init=False)
    tables: dict[str, pa.Table] = field(init=False)
    accuracy: str = field(init=False)
    folder: Path = field(init=False)
    is_new: bool = field(init=False)


def run_build(root: Path, progress: Progress | None = None) -> Work:
    """Build the release that `seeds/release.toml` names.

    Args:
        root: the checkout.
        progress: is told before each script, and at the end, how many are done, how many there are, and what
            comes next.

    Raises:
        ReadoutsError: it is no checkout, or a script found something wrong; nothing was written then.
    """
    scripts = build_scripts(root)
    refuse_if_switched_off()
    tell = progress or (lambda _done, _total, _title: None)
    work = Work(root)
    for done, script in enumerate(scripts):
        code = runpy.run_path(str(script))
        tell(done, len(scripts), _title(code))
        code["run"](work)
    tell(len(scripts), len(scripts), "done")
    return work


def build_scripts(root: Path) -> Sequence[Path]:
    """Find the scripts of a checkout, in order.

    Raises:
        ReadoutsError: the folder has no `build/` or no `seeds/`.
    """
    scripts = sorted((root / "build").glob("[0-9]_*.py"))
    found = {"build": bool(scripts), "seeds": (root / "seeds").is_dir()}
    lacking = [name for name, is_there in found.items() if not is_there]
    if lacking:
        message = (
            f"{root.resolve()}: has no {lacking[0]}/ folder to build from; "
            "run this in a checkout of the repository, or code texts of your own with `readouts code`"
        )
        raise ReadoutsError(message)
    return scripts


def _title(code: dict[str, Any]) -> str:
    return str(code["__doc__"]).splitlines()[0].rstrip(".")
