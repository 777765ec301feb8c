"""The levels of the views: the rules that give them, and the classes of published schemes beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.data import PARTS, rows
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


RULES = {"view": TEXT, "place": NUMBER, "rule": TEXT, "level": TEXT, "rank": NUMBER}
RULES |= {**dict.fromkeys(PARTS, TEXT), "reason": TEXT}


def level_rules() -> pd.DataFrame:
    """List the rules of `one_china_levels` and `integrity_levels`; the first that holds counts.

    Returns:
        A row a rule, in order. Columns: `view`; `place` in the order; `rule`, which the views call
        `level_rule`; `level` and `rank`, empty beside the scale; what it asks for, empty where it asks for
        nothing: `stance`, `act`, `cue` (of the lexicon), `elements`, `no_elements`, `words` and `no_words`
        (classes of `level_words.csv`), several joined by `;` or `+`, of which all must hold; `reason`.
    """
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    made = pd.DataFrame(rows("level_rules")).replace("", None)
    made[["place", "rank"]] = made[["place", "rank"]].apply(pd.to_numeric)
    return shaped(made, RULES, [])


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
