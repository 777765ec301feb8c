"""Pairs of sides: those that are at one event, and those of which one states something on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.said import is_state

if TYPE_CHECKING:
    import pandas as pd

TOOK_PLACE = ("occurred", "ongoing")
"""The status of events at which sides were together."""

CONFLICT = "[A-Z]{3}(?:-[A-Z]{3})+"
"""A conflict is named by the states in it, and is no side (codebook)."""


def at_one_event(who: pd.DataFrame, column: str, names: tuple[str, str]) -> pd.DataFrame:
    """Each pair of different values at an event once, the first in the order of the alphabet.

    Args:
        who: rows with `event_id`, `represents` and the column.
        column: the column that is paired; rows where it is empty pair with nothing, rows that act for the
            same side not with each other.
        names: what the two are called.
    """
    there = who.loc[who[column].notna(), ["event_id"]].assign(who=who[column], acts_for=who["represents"])
    there = there.drop_duplicates()
    pairs = there.merge(there, on="event_id", suffixes=("_a", "_b"))
    pairs = pairs[(pairs["who_a"] < pairs["who_b"]) & (pairs["acts_for_a"] != pairs["acts_for_b"])]
    renamed = pairs.rename(columns={"who_a": names[0], "who_b": names[1]})
    return renamed[["event_id", *names]].drop_duplicates(ignore_index=True)


def taking_part(participants: pd.DataFrame) -> pd.DataFrame:
    """Those who were there: an organisation that only convenes a conference meets nobody."""
    convenes = (participants["role"] == "organiser") & (participants["actor_kind"] == "organisation")
    return participants[~convenes]


def of_events(participants: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """The pairs of states that take part in events."""
    states = participants[is_state(participants["represents"], actors)]
    return at_one_event(states, "represents", ("side_a", "side_b"))


def of_positions(positions: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Positions of one state on another, with the pair."""
    both = is_state(positions["holder"], actors) & is_state(positions["target"], actors)
    return sided(positions[both])


def sided(positions: pd.DataFrame) -> pd.DataFrame:
    """Positions of one side on another, with the pair, the first in the order of the alphabet."""
    positions = positions[~positions["target"].fillna("").str.fullmatch(CONFLICT)]
    holder, target = positions["holder"], positions["target"]
    first = holder < target
    made = positions.assign(side_a=holder.where(first, target), side_b=target.where(first, holder))
    return made[target.notna() & (holder != target)]
