"""Who backs whom on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.data import choices
from readouts.views.said import dated, scope
from readouts.views.source import DATE, TEXT, read, shaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

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
KEPT = ["scope", "event_id", "holder", "target", "start", "end", "date_edtf", *OF_ONE]


def exchanges(source: Source = None, topics: Sequence[str] | None = None) -> pd.DataFrame:
    """Show who backs whom on what: one China for territorial integrity, the currency of diplomacy.

    A side backs another with a position that supports what is the other's concern: the topic is one of
    `topics`, the stance is support, the target is the other side. Two such positions of two sides on each
    other, stated at one event (or, at no event, in one article), are a `mutual` row. A position that nothing
    answers there is a `one_sided` row. A side that backs itself is in no row.

    It cannot tell: whether the one was given for the other; what was said and not printed (`one_sided` means
    that the texts at hand hold nothing back); nor what was given in money, votes or arms.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `events`, `articles`.
        topics: the topics that count as backing; those of `choices.csv` by default, with a reason each.

    Returns:
        A row a pair of positions, sorted by `end`, `start` and sides. Columns:

        - `kind`: `mutual` or `one_sided`.
        - `side_a`, `side_b`: the sides. Mutual: in the order of the alphabet. One-sided: `side_a` backs
          `side_b`, and the columns that end in `_b` are empty.
        - `event_id`: the event; empty where the positions belong to none.
        - `start`, `end`, `date_edtf`: bounds of the day; `end` is that of the later text where only the
          days of publication tell it.
        - for each side, with `_a` and `_b`: `topic`, `stance`, `act`, `strength`, `formula`, `elements`,
          `voice` (`other`: told by another), `speaker`, `evidence` (the sentence), `position` and `article`
          (ids).

    Raises:
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    positions, events, articles = read(
        source,
        positions=POSITIONS,
        events=("event_id", "start", "end", "date_edtf"),
        articles=("article_id", "published"),
    )
    chosen = choices("exchanges", "backing_topic") if topics is None else topics
    backed = _backing(positions, chosen)
    given = dated(backed, events, articles).assign(scope=scope(backed)).loc[:, KEPT]
    return shaped(
        _joined(given), TYPES, ["end", "start", "side_a", "side_b", "position_a", "position_b"], positions
    )


def _backing(positions: pd.DataFrame, topics: Sequence[str]) -> pd.DataFrame:
    of_others = positions["target"].notna() & (positions["target"] != positions["holder"])
    chosen = positions["topic"].isin(list(topics)) & (positions["stance"] == "support") & of_others
    return positions[chosen].reset_index(drop=True)


def _joined(given: pd.DataFrame) -> pd.DataFrame:
    """Each position beside those that answer it; the second half of a pair is dropped."""
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    there, back = _keys(given)
    number = range(len(given))
    pairs = pd.DataFrame({"key": there, "a": number}).merge(
        pd.DataFrame({"key": back, "b": pd.array(number, "Int64")}), on="key", how="left"
    )
    first = (given["holder"] < given["target"]).to_numpy()
    once = pairs[pairs["b"].isna() | first[pairs["a"]]]
    one = given.iloc[once["a"]].add_suffix("_a").reset_index(drop=True)
    other = given.reindex(once["b"].astype("float64")).add_suffix("_b").reset_index(drop=True)
    both = pd.concat([one, other], axis=1)
    return _named(both.rename(columns={"holder_a": "side_a", "target_a": "side_b", "event_id_a": "event_id"}))


def _keys(given: pd.DataFrame) -> tuple[pd.Series[int], pd.Series[int]]:
    """A number for scope, holder and target, and one for scope, target and holder."""
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    codes, sides = pd.factorize(pd.concat([given["holder"], given["target"]], ignore_index=True))
    holder, target = pd.Series(codes[: len(given)]), pd.Series(codes[len(given) :])
    stated = pd.Series(pd.factorize(given["scope"])[0]) * len(sides)
    return (stated + holder) * len(sides) + target, (stated + target) * len(sides) + holder


def _named(pairs: pd.DataFrame) -> pd.DataFrame:
    names = {f"{old}_{side}": f"{new}_{side}" for side in "ab" for old, new in OF_ONE.items()}
    alone = pairs["position_id_b"].isna()
    later = alone | (pairs["end_a"] >= pairs["end_b"])
    unknown = (
        ~alone
        & (pairs["end_a"].isna() | pairs["end_b"].isna())
        & (pairs["date_edtf_a"] != pairs["date_edtf_b"])
    )
    return pairs.rename(columns=names).assign(
        kind=alone.map({True: "one_sided", False: "mutual"}),
        start=pairs["start_a"],
        end=pairs["end_a"].where(later, pairs["end_b"]).mask(unknown),
        date_edtf=pairs["date_edtf_a"].where(later, pairs["date_edtf_b"]).mask(unknown),
    )
