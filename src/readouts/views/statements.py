"""What a holder states at one place, as one row: formulas, and the elements that they are made of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from readouts.tables.codes import SEPARATOR
from readouts.views.values import by_value, simplified

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

QUOTES = "\"'’‘“”«»`"


class Marks:
    """Sets of elements as numbers, one bit an element."""

    def __init__(self, cells: pd.Series[str]) -> None:
        held = {element for cell in cells.dropna().unique() for element in cell.split(SEPARATOR)}
        self._bit = {element: 1 << place for place, element in enumerate(sorted(held))}

    def numbers(self, cells: pd.Series[str]) -> pd.Series[int]:
        """The number of each cell; 0 for an empty one."""
        return by_value(cells, lambda cell: self.bits(cell.split(SEPARATOR)), "int64", empty=0)

    def bits(self, elements: Iterable[str]) -> int:
        """The number of some elements; those that no cell holds count for nothing."""
        return sum(self._bit.get(element, 0) for element in elements)

    def names(self, numbers: pd.Series[int], before: str = "") -> pd.Series[str]:
        """The elements of each number, sorted and joined by `;`; empty for 0."""
        return by_value(numbers, lambda number: self._name(number, before), "str")

    def _name(self, number: int, before: str) -> str | None:
        held = (f"{before}{element}" for element, bit in self._bit.items() if number & bit)
        return SEPARATOR.join(held) or None


class Statements:
    """Positions with the same key as one statement.

    Attributes:
        rows: the key; `statement`, its number; `position_id` of the first in the text; `n_positions`; `held`,
            the elements of them all as a number of `marks`. In no order.
        marks: what these numbers mean.
    """

    def __init__(self, positions: pd.DataFrame, key: list[str], among: pd.Series[bool] | None = None) -> None:
        """Join positions.

        Args:
            positions: with `article_id`, `position_id`, `evidence_start`, `formula`, `elements` and the key.
            key: columns that are the same in all positions of a statement, `article_id` among them.
            among: which positions; all by default.
        """
        import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

        self._positions = positions
        columns = list(dict.fromkeys([*key, "article_id", "position_id", "evidence_start"]))
        kept = positions.loc[:, columns] if among is None else positions.loc[among, columns]
        number = kept.groupby(key, sort=False, dropna=False).ngroup()
        many = number.duplicated(keep=False)
        several = kept.loc[many, ["evidence_start", "position_id"]].assign(n=number[many])
        self._several = several.sort_values(["n", "evidence_start", "position_id"])["n"]
        firsts = pd.concat([number[~number.index.isin(several.index)], self._several.drop_duplicates()])
        self._first = pd.Series(firsts.index, index=firsts.to_numpy()).sort_index()
        self.marks = Marks(positions["elements"])
        self.rows = kept.loc[self._first, columns[:-1]].reset_index(drop=True).assign(
            statement=self._first.index,
            n_positions=number.value_counts().sort_index().to_numpy(),
            held=self._held(),
        )  # fmt: skip

    def first(self, column: str, statements: pd.Series[int]) -> pd.Series[str]:
        """A column of the first position of each statement; empty where there is no number of a statement.

        It is asked for late, so that long texts are not carried through every step.
        """
        import numpy as np  # noqa: PLC0415 - keeps `import readouts` fast
        import pandas as pd  # noqa: PLC0415

        asked = statements.fillna(-1).to_numpy(dtype="int64")
        rows = np.append(self._first.to_numpy(), -1)[asked]  # the last is taken for -1
        found = self._positions[column].array.take(rows, allow_fill=True)
        return pd.Series(found, index=statements.index)

    def formulas(self, statements: pd.Series[int]) -> pd.Series[str]:
        """The formulas of each statement, each once, in the order of the text, joined by ` | `."""
        return self._with(self._formulas, self.first("formula", statements), statements)

    def plain_formulas(self, statements: pd.Series[int]) -> pd.Series[str]:
        """The same in small letters without quotation marks, sorted, joined by `|`."""
        return self._with(self._plain_formulas, _plain(self.first("formula", statements)), statements)

    @cached_property
    def _formulas(self) -> pd.Series[str]:
        return _joined(self._of_several("formula"), self._several, " | ")

    @cached_property
    def _plain_formulas(self) -> pd.Series[str]:
        return _joined(_plain(self._of_several("formula")), self._several, "|", in_order=True)

    def _of_several(self, column: str) -> pd.Series[str]:
        return self._positions[column].loc[self._several.index]

    @staticmethod
    def _with(joined: pd.Series[str], alone: pd.Series[str], statements: pd.Series[int]) -> pd.Series[str]:
        """The formula of the only position, or what was joined of several."""
        of_several = statements.isin(joined.index)
        return alone.mask(of_several, joined.reindex(statements).set_axis(statements.index))

    def _held(self) -> pd.Series[int]:
        import numpy as np  # noqa: PLC0415 - keeps `import readouts` fast
        import pandas as pd  # noqa: PLC0415

        held = self.marks.numbers(self._positions["elements"])
        united = held.loc[self._first].to_numpy(copy=True)
        groups, begin = np.unique(self._several.to_numpy(), return_index=True)
        if len(groups):
            united[groups] = np.bitwise_or.reduceat(held.loc[self._several.index].to_numpy(), begin)
        return pd.Series(united)


def _plain(formulas: pd.Series[str]) -> pd.Series[str]:
    return simplified(formulas, QUOTES, "")


def _joined(
    cells: pd.Series[str], number: pd.Series[int], by: str, *, in_order: bool = False
) -> pd.Series[str]:
    """The different values of each group as one text, for groups that have any."""
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    pairs = cells.to_frame("cell").assign(n=number).dropna().drop_duplicates()
    pairs = pairs.sort_values(["n", "cell"] if in_order else "n", kind="stable")
    several = pairs["n"].duplicated(keep=False)
    found: dict[int, list[str]] = {}
    groups, texts = (pairs.loc[several, name].to_numpy(dtype=object) for name in ("n", "cell"))
    for group, cell in zip(groups, texts, strict=True):
        found.setdefault(group, []).append(cell)
    joined = pd.Series({group: by.join(held) for group, held in found.items()}, dtype="str")
    alone: pd.Series[str] = pairs[~several].set_index("n")["cell"]
    return pd.concat([alone, joined])
