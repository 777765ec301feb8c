"""Events and positions by pair of sides and period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from readouts.errors import BadInput, Problem
from readouts.views.pairs import TOOK_PLACE, at_one_event, sided, taking_part
from readouts.views.said import dated
from readouts.views.source import NUMBER, TEXT, read, shaped
from readouts.views.values import by_value

if TYPE_CHECKING:
    import pandas as pd

    from readouts.views.source import Source

Period: TypeAlias = Literal["year", "month"]
FORMS = {"year": "%Y", "month": "%Y-%m"}
DYAD = ["side_a", "side_b"]
KEY = [*DYAD, "period"]
COUNTS = ("certain", "possible")
TYPES = {
    "side_a": TEXT,
    "side_b": TEXT,
    "period": TEXT,
    **{f"n_{what}_{how}": NUMBER for what in ("events", "positions") for how in COUNTS},
}


def dyads(source: Source = None, period: Period = "year") -> pd.DataFrame:
    """Count events and positions by pair of sides and period, as certain and as possible.

    An event counts for each pair of sides that take part in it, if it took place; an organisation that only
    convenes a conference is none of them. A position counts for its holder and its target; a conflict is no
    side. Both are certain in a period that holds all their bounds, and possible in each that they reach into:
    what happened by 25 April 2019 is certain in no year, and possible in 2019 and each one before. A dyad has
    the periods in which one of its bounds lies, and one without a name for what has no bound at all.

    It cannot tell how often two sides met: only of how many events the texts tell. Possible counts of periods
    must not be added up: one event is possible in many.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `events`, `participants`, `positions`, `articles`.
        period: `year` or `month`.

    Returns:
        A row a dyad and period, sorted by them. Columns: `side_a`, `side_b` (in the order of the alphabet),
        `period` (such as `2019` or `2019-04`; empty for what has no date), `n_events_certain`,
        `n_events_possible` (the certain ones among them), `n_positions_certain`, `n_positions_possible`.

    Raises:
        BadInput: it is no such period.
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    if period not in FORMS:
        raise BadInput([Problem("dyads, period", f"no period {period!r}", " or ".join(FORMS))])
    events, participants, positions, articles = read(
        source,
        events=("event_id", "status", "start", "end", "date_edtf"),
        participants=("event_id", "represents", "role", "actor_kind"),
        positions=("position_id", "article_id", "event_id", "holder", "target"),
        articles=("article_id", "published"),
    )
    took_place = events[events["status"].isin(TOOK_PLACE)]
    there = taking_part(participants)
    met = at_one_event(there, "represents", ("side_a", "side_b")).merge(took_place, on="event_id")
    said = dated(sided(positions), events, articles)
    found = [_within(pairs, FORMS[period]) for pairs in (met, said)]
    return shaped(_side_by_side(*found), TYPES, KEY, events)


def _within(pairs: pd.DataFrame, form: str) -> pd.DataFrame:
    """Pairs with the first and last period that they reach into."""
    kept = pairs.loc[:, [*DYAD, "start", "end"]]
    return kept.assign(first=_period(kept["start"], form), last=_period(kept["end"], form))


def _period(days: pd.Series[pd.Timestamp], form: str) -> pd.Series[str]:
    return by_value(days, lambda day: day.strftime(form), TEXT)


def _side_by_side(met: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    both = pd.concat([met, said], ignore_index=True)
    listed = pd.concat([both.rename(columns={name: "period"})[KEY] for name in ("first", "last")])
    undated = both["first"].isna() & both["last"].isna()
    nameless = both.loc[undated, DYAD].drop_duplicates().assign(period=None).astype({"period": TEXT})
    rows = listed.dropna(subset=["period"]).drop_duplicates().sort_values(KEY, ignore_index=True)
    made = pd.concat(
        [_counted(_counted(rows, met, "events"), said, "positions"), nameless], ignore_index=True
    )
    return _with_undated(_with_undated(made, met, "events"), said, "positions")


def _counted(rows: pd.DataFrame, pairs: pd.DataFrame, what: str) -> pd.DataFrame:
    """Add to sorted rows what is certain, and what has begun by the period and not ended before it."""
    known = pairs[pairs["first"].notna() | pairs["last"].notna()]
    certain = _numbers(rows, known[known["first"] == known["last"]], "first", KEY)
    begun = _numbers(rows, known, "first", KEY).groupby([rows[name] for name in DYAD]).cumsum()
    ended = _numbers(rows, known, "last", KEY)
    before = ended.groupby([rows[name] for name in DYAD]).cumsum() - ended
    always = _numbers(rows, known[known["first"].isna()], None, DYAD)
    return rows.assign(**{f"n_{what}_certain": certain, f"n_{what}_possible": begun + always - before})


def _numbers(rows: pd.DataFrame, pairs: pd.DataFrame, period: str | None, key: list[str]) -> pd.Series[int]:
    """How many pairs there are of each row's dyad and period."""
    named = pairs.rename(columns={period: "period"}) if period else pairs
    sizes = named.dropna(subset=key).groupby(key, as_index=False).size()
    found = rows[key].merge(sizes, on=key, how="left")["size"].fillna(0).astype("int64")
    return found.set_axis(rows.index)


def _with_undated(made: pd.DataFrame, pairs: pd.DataFrame, what: str) -> pd.DataFrame:
    """In the row without a period, what has no bound is possible."""
    undated = pairs[pairs["first"].isna() & pairs["last"].isna()]
    here = made["period"].isna()
    possible = made[f"n_{what}_possible"].mask(here, _numbers(made, undated, None, DYAD))
    return made.assign(
        **{f"n_{what}_possible": possible, f"n_{what}_certain": made[f"n_{what}_certain"].fillna(0)}
    )
