"""What a view is asked for by name: one name or several, and none that is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from readouts.errors import BadInput, Problem
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

Names: TypeAlias = "str | Sequence[str]"


def several(names: Names) -> list[str]:
    """The names; one alone may be given as it is."""
    return [names] if isinstance(names, str) else list(names)


def topics_in(asked: Names, positions: pd.DataFrame, view: str) -> list[str]:
    """The topics that a view is asked for.

    Raises:
        BadInput: one is neither in the codebook nor in the positions: a slip would look like silence.
    """
    known = {*codes("topic"), *positions["topic"].dropna().unique()}
    slips = [topic for topic in several(asked) if topic not in known]
    if slips:
        raise BadInput(
            Problem(f"{view}, topics", f"no topic {slip!r}", f"one of {', '.join(sorted(known))}")
            for slip in slips
        )
    return several(asked)
