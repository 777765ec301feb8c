"""The questions that analysts ask of the tables, each answered by a function.

    exchanges         who backs whom on what, mutually or not
    silences          core topics that were not stated, against the dyad's other texts
    one_china_levels  statements on one China on an ordinal scale
    integrity_levels  statements on territorial integrity on another
    wording           how a holder's formula changes
    two_sides         two read-outs of one event side by side
    dyads             events and positions by pair of sides and period
    network           who meets whom
    as_networkx       the same as a graph of networkx
    level_rules       which words give which level
    schemes           the levels beside the classes of published schemes

Each takes a release's version (None: the newest), a folder of Parquet files as `readouts code` writes it, or
data frames by the name of the table, and gives a new frame: the same rows in the same order each time, and
none of them on a day that the texts leave open. Tables without rows give a frame without rows.
"""

from readouts.views.backing import exchanges
from readouts.views.crosswalk import level_rules, schemes
from readouts.views.edges import as_networkx, network
from readouts.views.levels import integrity_levels, one_china_levels
from readouts.views.periods import dyads
from readouts.views.side_by_side import two_sides
from readouts.views.silence import silences
from readouts.views.wordings import wording

__all__ = [
    "as_networkx",
    "dyads",
    "exchanges",
    "integrity_levels",
    "level_rules",
    "network",
    "one_china_levels",
    "schemes",
    "silences",
    "two_sides",
    "wording",
]
