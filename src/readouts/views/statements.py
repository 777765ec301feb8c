"""What a holder states at one place, as one row: formulas, and the elements that they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

SEPARATOR = ";"
IN_TEXT = ["article_id", "evidence_start", "position_id"]
QUOTES = "\"'’‘“”«»`"


class Marks:
    """Sets of elements as numbers, one bit an element."""

    def __init__(self, cells: pd.Series[str]) -> None:
        held = {element for cell in cells.dropna().unique() for element in cell.split(SEPARATOR)}
        self._bit = {element: 1 << place for place, element in enumerate(sorted(held))}

    def numbers(self, cells: pd.Series[str]) -> pd.Series[int]:
        """The number of each cell; 0 for an empty one."""
        known = {cell: self.bits(cell.split(SEPARATOR)) for cell in cells.dropna().unique()}
        return cells.map(known).fillna(0).astype("int64")

    def bits(self, elements: Iterable[str]) -> int:
        """The number of some elements; those that no cell holds count for nothing."""
        return sum(self._bit.get(element, 0) for element in elements)

    def names(self, numbers: pd.Series[int], before: str = "") -> pd.Series[str]:
        """The elements of each number, sorted and joined by `;`; empty for 0."""
        known = {number: self._name(number, before) for number in numbers.unique()}
        return numbers.map(known).astype("str")

    def _name(self, number: int, before: str) -> str | None:
        held = (f"{before}{element}" for element, bit in self._bit.items() if number & bit)
        return SEPARATOR.join(held) or None


def statements(positions: pd.DataFrame, key: list[str]) -> tuple[pd.DataFrame, Marks]:
    """Join positions with the same key.

    Returns:
        The first position of each in the text, with `n_positions`, `formula` (each once, joined by ` | `),
        `elements` of all of them, `held` (the same as a number) and `plain` (the formulas in small letters
        without quotation marks, sorted); and what the numbers mean.
    """
    marks = Marks(positions["elements"])
    in_text = positions[IN_TEXT].sort_values(IN_TEXT).index
    ordered = positions.loc[in_text, [*key, "formula", "elements"]]
    number = ordered.groupby(key, sort=False, dropna=False).ngroup()
    firsts = number[~number.duplicated()]
    held = _union(marks.numbers(ordered["elements"]), number)
    told = positions.loc[firsts.index].set_axis(firsts, axis=0)
    told = told.assign(
        n_positions=number.value_counts(),
        formula=_joined(ordered["formula"], number, " | "),
        plain=_joined(_plain(ordered["formula"]), number, "|", in_order=True),
        held=held,
        elements=marks.names(held),
    )
    return told.reset_index(drop=True), marks


def _union(held: pd.Series[int], number: pd.Series[int]) -> pd.Series[int]:
    """The bits that any row of a group has."""
    import numpy as np  # noqa: PLC0415 - keeps `import readouts` fast
    import pandas as pd  # noqa: PLC0415

    order = number.argsort(kind="stable")
    groups, first = np.unique(number.to_numpy()[order], return_index=True)
    bits = held.to_numpy()[order]
    united = np.bitwise_or.reduceat(bits, first) if len(bits) else bits
    return pd.Series(united, index=groups)


def _plain(formulas: pd.Series[str]) -> pd.Series[str]:
    return formulas.str.lower().str.replace(f"[{QUOTES}]", "", regex=True)


def _joined(
    cells: pd.Series[str], number: pd.Series[int], by: str, *, in_order: bool = False
) -> pd.Series[str]:
    """The different values of each group as one text; few groups have several."""
    import numpy as np  # noqa: PLC0415 - keeps `import readouts` fast
    import pandas as pd  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    pairs = cells.to_frame("cell").assign(n=number).dropna().drop_duplicates()
    pairs = pairs.sort_values(["n", "cell"] if in_order else "n", kind="stable")
    groups, first = np.unique(pairs["n"].to_numpy(), return_index=True)
    offsets = pa.array([*first, len(pairs)], pa.int32())
    values = (
        pa.table({"cell": pairs["cell"].to_numpy(dtype=object)})["cell"].cast(pa.string()).combine_chunks()
    )
    lists = pa.ListArray.from_arrays(offsets, values)
    return pd.Series(pc.binary_join(lists, by), index=groups, dtype="str")
