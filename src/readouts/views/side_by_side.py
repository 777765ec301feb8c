"""Two read-outs of one event, laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.views.said import EVENT_DATES
from readouts.views.source import DATE, NUMBER, TEXT, read, shaped
from readouts.views.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from readouts.views.source import Source

POSITIONS = (
    "position_id", "article_id", "event_id", "holder", "voice", "topic", "stance", "act", "target",
    "strength", "formula", "elements", "evidence", "evidence_start",
)  # fmt: skip
WORDS = ("stance", "act", "strength", "voice", "formula", "elements", "evidence", "position")
OF_ONE = {"n": NUMBER, **dict.fromkeys(WORDS, TEXT)}
"""Columns of what one text says, before `_a` and `_b`, and their types."""

FIRST = {
    "stance": "stance",
    "act": "act",
    "strength": "strength",
    "voice": "voice",
    "evidence": "evidence",
    "position_id": "position",
}
"""Those of the first position in the text, by the column that they are in positions."""

KEY = ["holder", "topic", "target"]
PAIR = ["event_id", "article_a", "article_b"]
TYPES = {
    "event_id": TEXT,
    "start": DATE,
    "end": DATE,
    "date_edtf": TEXT,
    "article_a": TEXT,
    "article_b": TEXT,
    "outlet_a": TEXT,
    "outlet_b": TEXT,
    "outlet_country_a": TEXT,
    "outlet_country_b": TEXT,
    **dict.fromkeys(KEY, TEXT),
    "said_by": TEXT,
    "wording": TEXT,
    **{f"{name}_{side}": kind for side in "ab" for name, kind in OF_ONE.items()},
}


def two_sides(source: Source = None) -> pd.DataFrame:
    """Lay two read-outs of one event side by side: said by both, by one only, or in other words.

    Two articles are compared if both exist to report the event and their outlets are of different states.
    What they tell as stated at the event is set against each other by holder, topic and target.

    It cannot tell who of the two is right, nor why one leaves out what the other has; one may be shorter.
    That an outlet is of a state does not make its article the official read-out. Holders and targets must be
    told in the same way to be found in both, and words that a text does not place at the event are not
    counted: `a` and `b` mean that the other does not have it as stated there.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `reports`, `events`, `articles`.

    Returns:
        A row an event, pair of articles and holder, topic and target, sorted by them. Columns:

        - `event_id`, `start`, `end`, `date_edtf`: the event and bounds of its day.
        - `article_a`, `article_b`, `outlet_a`, `outlet_b`, `outlet_country_a`, `outlet_country_b`: the
          articles, in the order of the alphabet of their states.
        - `holder`, `topic`, `target`.
        - `said_by`: `both`, `a` or `b`.
        - `wording`: of what both say: `same`, or `differs` where stance, act, strength, formulas (capitals A
          to Z and quotation marks aside) or elements do; empty for the rest.
        - with `_a` and `_b`: `n` (positions); `stance`, `act`, `strength`, `voice`, `evidence`, `position` of
          the first in the text; `formula` (all, joined by ` | `), `elements` (of all). Empty for a text that
          does not say it.

    Raises:
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    positions, reports, events, articles = read(
        source,
        positions=POSITIONS,
        reports=("event_id", "article_id", "salience"),
        events=EVENT_DATES,
        articles=("article_id", "outlet", "outlet_country"),
    )
    pairs = _pairs(reports, articles).merge(events, on="event_id", how="left")
    pairs = pairs.sort_values(PAIR, ignore_index=True)
    said = Statements(positions, ["event_id", *KEY, "article_id"], _at(positions, pairs))
    return shaped(_told(_beside(pairs, said), said), TYPES, [], positions)


def _pairs(reports: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    main = reports.loc[reports["salience"] == "main", ["event_id", "article_id"]].drop_duplicates()
    known = main.merge(articles.dropna(subset=["outlet_country"]), on="article_id")
    known = known[known["event_id"].duplicated(keep=False)].rename(columns={"article_id": "article"})
    pairs = known.merge(known, on="event_id", suffixes=("_a", "_b"))
    return pairs[pairs["outlet_country_a"] < pairs["outlet_country_b"]].reset_index(drop=True)


def _at(positions: pd.DataFrame, pairs: pd.DataFrame) -> pd.Series[bool]:
    """Which positions were stated at events of which there are two read-outs."""
    known = pairs[["event_id"]].drop_duplicates().assign(there=True)
    return positions[["event_id"]].merge(known, on="event_id", how="left")["there"].notna()


def _beside(pairs: pd.DataFrame, said: Statements) -> pd.DataFrame:
    """The statements of each pair of articles, those on the same thing beside each other, in order."""
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    about = said.rows.groupby(KEY, dropna=False).ngroup()
    told = said.rows[["event_id", "article_id", "statement", "held", "n_positions"]].assign(about=about)
    one, other = (_of(pairs, told, side) for side in "ab")
    both = one.merge(other, on=["pair", "about"], how="outer")  # which sorts by them
    keys = said.rows.loc[~about.duplicated(), KEY].set_axis(about.drop_duplicates()).loc[both["about"]]
    parts = [both.astype({"statement_a": "Int64", "statement_b": "Int64"}), keys, pairs.loc[both["pair"]]]
    return pd.concat([part.reset_index(drop=True) for part in parts], axis=1)


def _of(pairs: pd.DataFrame, told: pd.DataFrame, side: str) -> pd.DataFrame:
    names = {"article_id": "article", "statement": "statement", "held": "held", "n_positions": "n"}
    names = {old: f"{new}_{side}" for old, new in names.items()}
    on = ["event_id", f"article_{side}"]
    numbered = pairs[on].assign(pair=pairs.index)
    return numbered.merge(told.rename(columns=names), on=on).drop(columns=on)


def _told(rows: pd.DataFrame, said: Statements) -> pd.DataFrame:
    """The rows with all that is told in words."""
    in_a, in_b = rows["statement_a"].notna(), rows["statement_b"].notna()
    here = in_a & in_b
    said_by = in_a.map({True: "a", False: "b"}).astype(TEXT).mask(here, "both")
    words = {name: column for side in "ab" for name, column in _of_one(rows, said, side)}
    told = rows.assign(said_by=said_by, **words)
    same = _same(told[here], said).map({True: "same", False: "differs"}).astype(TEXT)
    return told.assign(wording=same.reindex(rows.index))


def _same(rows: pd.DataFrame, said: Statements) -> pd.Series[bool]:
    """Whether two texts say the same in the same words."""
    plain = (said.plain_formulas(rows[f"statement_{side}"].astype("int64")).fillna("") for side in "ab")
    same = (next(plain) == next(plain)) & (rows["held_a"] == rows["held_b"])
    for name in ("stance", "act", "strength"):
        same &= rows[f"{name}_a"].fillna("") == rows[f"{name}_b"].fillna("")
    return same


def _of_one(rows: pd.DataFrame, said: Statements, side: str) -> Iterator[tuple[str, pd.Series[Any]]]:
    """What one text says, by the name of the column."""
    numbers = rows[f"statement_{side}"]
    yield f"formula_{side}", said.formulas(numbers)
    yield f"elements_{side}", said.marks.names(rows[f"held_{side}"].astype("Int64"))
    for old, new in FIRST.items():
        yield f"{new}_{side}", said.first(old, numbers)
