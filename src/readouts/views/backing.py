"""Who backs whom on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.asked import topics_in
from readouts.views.data import choices
from readouts.views.said import EVENT_DATES, dated
from readouts.views.source import DATE, TEXT, read, shaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from readouts.views.asked import Names
    from readouts.views.source import Source

POSITIONS = (
    "position_id", "article_id", "event_id", "holder", "target", "topic", "stance", "act", "strength",
    "formula", "elements", "voice", "speaker", "evidence",
)  # fmt: skip
OF_ONE = {
    "topic": "topic",
    "stance": "stance",
    "act": "act",
    "strength": "strength",
    "formula": "formula",
    "elements": "elements",
    "voice": "voice",
    "speaker": "speaker",
    "evidence": "evidence",
    "position_id": "position",
    "article_id": "article",
}
"""The columns of a position, and what they are called before `_a` and `_b`."""

TYPES = {
    "kind": TEXT,
    "side_a": TEXT,
    "side_b": TEXT,
    "event_id": TEXT,
    "start": DATE,
    "end": DATE,
    "date_edtf": TEXT,
    **{f"{name}_{side}": TEXT for side in "ab" for name in OF_ONE.values()},
}
PAIRED = ["position_id", "article_id", "event_id", "holder", "target", "topic", "act"]
"""What pairs are found by; long texts are taken only for the pairs that are found."""

ORDER = ["end", "start", "side_a", "side_b", "position_a", "position_b"]


def exchanges(source: Source = None, topics: Names | None = None) -> pd.DataFrame:
    """Show who backs whom on what: one China for territorial integrity, the currency of diplomacy.

    A side backs another with a position that supports what is the other's concern: the topic is one of
    `topics`, the stance is support, the target is the other side. Two such positions of two sides on each
    other are a `mutual` row where they were stated at one event, in whatever texts, or in one article. A
    position that nothing answers so is a `one_sided` row. A side that backs itself is in no row, nor is a
    demand to keep out of internal affairs, which is made of the side that interferes.

    It cannot tell: whether the one was given for the other; what was said and not printed (`one_sided` means
    that neither the event nor the article holds anything back; another may); nor what was given in money,
    votes or arms. Two sides that say several things at one event are in a row for each pair of them, and two
    texts say them twice: count events, not rows.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `events`, `articles`.
        topics: the topic or topics that count as backing; those of `choices.csv` by default, with a reason
            each.

    Returns:
        A row a pair of positions, sorted by `end`, `start` and sides. Columns:

        - `kind`: `mutual` or `one_sided`.
        - `side_a`, `side_b`: the sides. Mutual: in the order of the alphabet. One-sided: `side_a` backs
          `side_b`, and the columns that end in `_b` are empty.
        - `event_id`: the event; empty where the positions do not share one.
        - `start`, `end`, `date_edtf`: bounds of the day; where those of the two positions differ, the ones
          with the later `end`, and of two with the same end the wider.
        - for each side, with `_a` and `_b`: `topic`, `stance`, `act`, `strength`, `formula`, `elements`,
          `voice` (`other`, `narrator`: told by somebody else), `speaker`, `evidence` (the sentence),
          `position` and `article` (ids).

    Raises:
        BadInput: there is no such topic.
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    positions, events, articles = read(
        source,
        positions=POSITIONS,
        events=EVENT_DATES,
        articles=("article_id", "published"),
    )
    asked = choices("exchanges", "backing_topic") if topics is None else topics
    backing = _backing(positions, topics_in(asked, positions, "exchanges"))
    given = dated(backing.reset_index(drop=True), events, articles)
    rows = _sides(given, _pairs(given)).sort_values(ORDER, kind="stable", ignore_index=True)
    return shaped(_told(rows, positions, backing.index), TYPES, [], positions)


def _backing(positions: pd.DataFrame, topics: Sequence[str]) -> pd.DataFrame:
    of_others = positions["target"].notna() & (positions["target"] != positions["holder"])
    chosen = positions["topic"].isin(list(topics)) & (positions["stance"] == "support") & of_others
    demanded = positions["topic"].isin(choices("exchanges", "no_demand")) & (positions["act"] == "demand")
    return positions.loc[chosen & ~demanded, PAIRED]


def _pairs(given: pd.DataFrame) -> pd.DataFrame:
    """Rows that answer each other, as numbers `a` and `b`; then those that nothing answers, without `b`."""
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    first, placed = given["holder"] < given["target"], given["event_id"].notna()
    found = [
        _answered(given, "event_id", first & placed, ~first & placed),
        _answered(given, "article_id", first, ~first),
    ]
    mutual = pd.concat(found, ignore_index=True).drop_duplicates(ignore_index=True)
    answered = given.index.isin(mutual["a"]) | given.index.isin(mutual["b"])
    alone = pd.DataFrame({"a": given.index[~answered]})
    return pd.concat([mutual, alone], ignore_index=True).astype("Int64")


def _answered(given: pd.DataFrame, scope: str, one: pd.Series[bool], other: pd.Series[bool]) -> pd.DataFrame:
    sides = [scope, "holder", "target"]
    a = given.loc[one, sides].assign(a=given.index[one])
    b = given.loc[other, sides].assign(b=given.index[other])
    back = b.rename(columns={"holder": "target", "target": "holder"})
    return a.merge(back, on=sides)[["a", "b"]]


def _sides(given: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """What the rows are sorted by: kind, sides, event and days of each pair, and its numbers."""
    alone = pairs["b"].isna().astype(bool)
    one = given.loc[pairs["a"]].reset_index(drop=True)
    other = given.loc[pairs["b"].fillna(pairs["a"])].reset_index(drop=True)
    wider = one["start"].isna() | (one["start"] <= other["start"])
    later = (one["end"] > other["end"]) | ((one["end"] == other["end"]) & wider)
    unknown = (one["end"].isna() | other["end"].isna()) & (one["date_edtf"] != other["date_edtf"]) & ~alone
    days = {name: one[name].where(later, other[name]).mask(unknown) for name in ("start", "end", "date_edtf")}
    return pairs.assign(
        kind=alone.map({True: "one_sided", False: "mutual"}).astype(TEXT),
        side_a=one["holder"],
        side_b=one["target"],
        event_id=one["event_id"].where(one["event_id"] == other["event_id"]),
        position_a=one["position_id"],
        position_b=other["position_id"].mask(alone),
        **days,
    )


def _told(rows: pd.DataFrame, positions: pd.DataFrame, index: pd.Index[int]) -> pd.DataFrame:
    """Add the columns of both positions."""
    made = rows.copy(deep=False)
    for side in "ab":
        at = index.take(rows[side].fillna(0).to_numpy(dtype="int64")).to_numpy()
        empty = rows[side].isna().to_numpy(dtype=bool)
        for old, new in OF_ONE.items():
            column = positions[old].take(at).reset_index(drop=True)
            made[f"{new}_{side}"] = column.mask(empty) if empty.any() else column
    return made
