"""The levels of the views beside the classes of published schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.data import rows
from readouts.views.source import NUMBER, TEXT, shaped

if TYPE_CHECKING:
    import pandas as pd

TYPES = {
    "view": TEXT,
    "level": TEXT,
    "rank": NUMBER,
    "meaning": TEXT,
    "scheme": TEXT,
    "class": TEXT,
    "n_states": NUMBER,
    "match": TEXT,
    "source": TEXT,
}


def schemes() -> pd.DataFrame:
    """List the levels of `one_china_levels` and `integrity_levels`, and what published schemes call them.

    The schemes class states, the levels statements: a class beside a level says that words of that level are
    what the scheme classes so, where `match` is `exact`, or the nearest that it has, where it is
    `approximate`. Their counts are theirs, for the year in the name, and are not counted from the tables
    here. The Economist's count of 28 states that endorse China's wider claim (2023) is of no level here. For
    territorial integrity no published scheme of statements is known to us.

    Returns:
        A row a level and class, sorted by `view`, `rank` (levels beside the scale last), `level` and scheme.
        Columns: `view`, `level`, `rank`, `meaning` of the level; `scheme` (`lowy_2025`, `carnegie_2023`,
        `economist_2025`), `class`, `n_states` in it, `match`, `source`; these are empty where no scheme has
        such a class.
    """
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    levels, classes = pd.DataFrame(rows("levels")), pd.DataFrame(rows("crosswalk"))
    levels["rank"] = pd.to_numeric(levels["rank"])
    classes["n_states"] = pd.to_numeric(classes["n_states"])
    made = levels.merge(classes, on=["view", "level"], how="left")
    return shaped(made, TYPES, ["view", "rank", "level", "scheme", "n_states", "class"])
