"""Columns worked out quickly: each value once, and texts as searches need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


def by_value(
    column: pd.Series[Any], made: Callable[[Any], object], kind: Any, empty: object = None
) -> pd.Series[Any]:
    """Map a column, value by value.

    Args:
        column: any column with few different values.
        made: what is made of a value.
        kind: the dtype of what is made.
        empty: what stands for an empty cell.

    Returns:
        A column with the same index.
    """
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    codes, values = pd.factorize(column)
    found = pd.array([*map(made, values), empty], dtype=kind)  # a code of -1, an empty cell, takes the last
    return pd.Series(found.take(codes), index=column.index)


def simplified(texts: pd.Series[str], marks: str, by: str) -> pd.Series[str]:
    """Texts in small letters, A to Z only, as in SQL; each of the marks is replaced."""
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    small = pc.ascii_lower(pa.array(texts, pa.large_string()))
    made = pc.replace_substring_regex(small, f"[{marks}]", by)
    return pd.Series(made, index=texts.index, dtype="str")
