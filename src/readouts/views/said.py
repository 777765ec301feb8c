"""Positions with the bounds of the day on which they were stated, and who is a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.values import by_value

if TYPE_CHECKING:
    import pandas as pd

OWN = ("self", "joint")
"""Voices in which a holder states a stance itself."""

TOLD = ("other", "narrator")
"""Voices in which it is told of the holder by somebody else."""

EVENT_DATES = ("event_id", "start", "end", "date_edtf")
ARTICLE = ("article_id", "outlet", "outlet_country", "language", "published")


def dated(positions: pd.DataFrame, events: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Add to positions when they were stated: `start`, `end`, `date_edtf`, and columns of the article.

    The bounds are those of the event that they were stated at. Where it has none, where there is no event, or
    where it began after the article appeared, the words were said by the day on which that was, and nobody
    knows since when.
    """
    printed = articles.loc[:, [name for name in ARTICLE if name in articles]]
    printed = printed.assign(by_then=printed_by(articles))
    found = positions.merge(events.loc[:, list(EVENT_DATES)], on="event_id", how="left")
    found = found.merge(printed, on="article_id", how="left")
    undated = found["date_edtf"].isna() | (found["start"] > found["published"])
    found["start"] = found["start"].mask(undated)
    found["end"] = found["end"].mask(undated, found["published"])
    found["date_edtf"] = found["date_edtf"].mask(undated, found["by_then"])
    return found.drop(columns="by_then")


def printed_by(articles: pd.DataFrame) -> pd.Series[str]:
    """The day by which what articles tell was said, as EDTF; empty where an article has none."""
    return by_value(articles["published"], lambda day: f"[..{day:%Y-%m-%d}]", "str")


def is_state(sides: pd.Series[str], actors: pd.DataFrame) -> pd.Series[bool]:
    """Whether sides are states: three capitals that are no organisation's name."""
    bodies = actors.loc[actors["kind"] == "organisation", "name"]
    held = sides.dropna().drop_duplicates()
    states = held[held.str.fullmatch("[A-Z]{3}") & ~held.isin(bodies)]
    return sides.map(dict.fromkeys(states, 1)).notna()
