"""Pictures of the tables, for print and screen.

    timeline          events over time, each as exactly as its day is known
    positions_matrix  who states what: holder by topic, with stance and strength
    exchanges         who backs whom on what, side by side
    network           who meets whom
    wording           how a holder's formula changes

Each takes a release's version (None: the newest), a folder of Parquet files as `readouts code` writes it, or
data frames by the name of the table, and gives a `matplotlib.figure.Figure`; nothing is shown and pyplot is
not touched. Save it with `savefig`: the same tables give the same bytes, under the same matplotlib.
`readouts_alt` of the figure tells in words what it shows. Needs matplotlib, which the extra `plot` brings.
"""

from readouts.plot.exchanges import exchanges
from readouts.plot.matrix import positions_matrix
from readouts.plot.network import network
from readouts.plot.timeline import timeline
from readouts.plot.wording import wording

__all__ = ["exchanges", "network", "positions_matrix", "timeline", "wording"]
