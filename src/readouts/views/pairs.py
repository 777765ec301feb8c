"""Pairs of sides: those that are at one event, and those of which one states something on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.said import is_state

if TYPE_CHECKING:
    import pandas as pd


def at_one_event(who: pd.DataFrame, column: str, names: tuple[str, str]) -> pd.DataFrame:
    """Each pair of different values at an event once, the first in the order of the alphabet.

    Args:
        who: rows with `event_id` and the column.
        column: the column that is paired; rows where it is empty pair with nothing.
        names: what the two are called.
    """
    there = who.loc[who[column].notna(), ["event_id", column]].drop_duplicates()
    one, other = (there.rename(columns={column: name}) for name in names)
    pairs = one.merge(other, on="event_id")
    return pairs[pairs[names[0]] < pairs[names[1]]].reset_index(drop=True)


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
    holder, target = positions["holder"], positions["target"]
    first = holder < target
    made = positions.assign(side_a=holder.where(first, target), side_b=target.where(first, holder))
    return made[target.notna() & (holder != target)]
