"""Two read-outs of one event, laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.source import DATE, NUMBER, TEXT, read, shaped
from readouts.views.statements import statements

if TYPE_CHECKING:
    import pandas as pd

    from readouts.views.source import Source

POSITIONS = (
    "position_id", "article_id", "event_id", "holder", "topic", "stance", "act", "target", "formula",
    "elements", "evidence", "evidence_start",
)  # fmt: skip
OF_ONE = {
    "n_positions": ("n", NUMBER),
    "act": ("act", TEXT),
    "formula": ("formula", TEXT),
    "elements": ("elements", TEXT),
    "evidence": ("evidence", TEXT),
    "position_id": ("position", TEXT),
}
"""Columns of what one text says: what they are called before `_a` and `_b`, and their types."""

KEY = ["holder", "topic", "stance", "target"]
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
    **{f"{name}_{side}": kind for side in "ab" for name, kind in OF_ONE.values()},
}


def two_sides(source: Source = None) -> pd.DataFrame:
    """Lay two read-outs of one event side by side: said by both, by one only, or in other words.

    Two articles are compared if both exist to report the event and their outlets are of different states.
    What they tell as stated at the event is set against each other by holder, topic, stance and target.

    It cannot tell who of the two is right, nor why one leaves out what the other has; one may be shorter.
    That an outlet is of a state does not make its article the official read-out. Holders and targets must be
    told in the same way to be found in both.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `reports`, `events`, `articles`.

    Returns:
        A row an event, pair of articles and holder, topic, stance and target, sorted by them. Columns:

        - `event_id`, `start`, `end`, `date_edtf`: the event and bounds of its day.
        - `article_a`, `article_b`, `outlet_a`, `outlet_b`, `outlet_country_a`, `outlet_country_b`: the
          articles, in the order of the alphabet of their states.
        - `holder`, `topic`, `stance`, `target`.
        - `said_by`: `both`, `a` or `b`.
        - `wording`: of what both say: `same`, or `differs` where formulas (capitals and quotation marks
          aside) or elements do; empty for the rest.
        - with `_a` and `_b`: `n` (positions), `act`, `evidence`, `position` (of the first in the text),
          `formula` (all, joined by ` | `), `elements` (of all). Empty for a text that does not say it.

    Raises:
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    positions, reports, events, articles = read(
        source,
        positions=POSITIONS,
        reports=("event_id", "article_id", "salience"),
        events=("event_id", "start", "end", "date_edtf"),
        articles=("article_id", "outlet", "outlet_country"),
    )
    pairs = _pairs(reports, articles)
    told = _told(positions, pairs)
    rows = _beside(pairs, told).merge(events, on="event_id", how="left")
    return shaped(rows, TYPES, [*PAIR, *KEY], positions)


def _pairs(reports: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    main = reports.loc[reports["salience"] == "main", ["event_id", "article_id"]].drop_duplicates()
    known = main.merge(articles.dropna(subset=["outlet_country"]), on="article_id")
    known = known[known["event_id"].duplicated(keep=False)].rename(columns={"article_id": "article"})
    pairs = known.merge(known, on="event_id", suffixes=("_a", "_b"))
    return pairs[pairs["outlet_country_a"] < pairs["outlet_country_b"]].reset_index(drop=True)


def _told(positions: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """What each article of a pair tells as stated at the event, a row a key; `key` is its number."""
    at_events = positions[positions["event_id"].isin(pairs["event_id"].unique())]
    told, _ = statements(at_events, ["event_id", "article_id", *KEY])
    number = told.groupby(KEY, sort=False, dropna=False).ngroup()
    return told[["event_id", "article_id", *KEY, *OF_ONE, "plain", "held"]].assign(key=number)


def _beside(pairs: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    one, other = (_of(pairs, told, side) for side in "ab")
    both = one.merge(other, on=["pair", "key"], how="outer")
    in_a, in_b = both["position_a"].notna(), both["position_b"].notna()
    same = (both["plain_a"].fillna("") == both["plain_b"].fillna("")) & (both["held_a"] == both["held_b"])
    wording = same.map({True: "same", False: "differs"}).astype(TEXT).where(in_a & in_b)
    said_by = in_a.map({True: "a", False: "b"}).astype(TEXT).mask(in_a & in_b, "both")
    keys = told.drop_duplicates("key").set_index("key")[KEY].loc[both["key"]]
    parts = [both.assign(said_by=said_by, wording=wording), keys, pairs.loc[both["pair"]]]
    return _glued(parts)


def _glued(parts: list[pd.DataFrame]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    return pd.concat([part.reset_index(drop=True) for part in parts], axis=1)


def _of(pairs: pd.DataFrame, told: pd.DataFrame, side: str) -> pd.DataFrame:
    names = {old: f"{new}_{side}" for old, (new, _) in OF_ONE.items()}
    names |= {"article_id": f"article_{side}", "plain": f"plain_{side}", "held": f"held_{side}"}
    on = ["event_id", f"article_{side}"]
    numbered = pairs[on].assign(pair=pairs.index)
    return numbered.merge(told.drop(columns=KEY).rename(columns=names), on=on).drop(columns=on)
