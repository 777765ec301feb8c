"""How far figures would vary with other articles: percentile intervals of a bootstrap over articles.

Articles are drawn, not rows: the rows of one text are coded well or badly together. Only raw integers are
taken from the generator, whose stream NumPy promises to keep, and intervals end at values that occurred, so
that the same articles give the same intervals everywhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from readouts.scoring.figures import Tally

    Matrix: TypeAlias = NDArray[np.float64]

RESAMPLES = 2_000
CONFIDENCE = 0.95
FEWEST_ARTICLES = 2
SEED = 1


class Interval(NamedTuple):
    """Where the figure lies in 95 % of the resamples; ends included."""

    low: float
    high: float


Rates: TypeAlias = dict[tuple[str, str], Interval]


def intervals(articles: Sequence[Tally]) -> Rates:
    """Intervals of every rate, by the names of figure and rate.

    A rate is left out where fewer than two articles have anything to count for it: drawing the same article
    again and again tells nothing. Resamples without anything to count are passed over.

    Args:
        articles: the figures of each article.
    """
    ratios = [article.ratios for article in articles]
    varying = [
        key
        for key in (ratios[0] if ratios else ())
        if sum(ratio[key][1] > 0 for ratio in ratios) >= FEWEST_ARTICLES
    ]
    if not varying:
        return {}
    fractions = np.array([[ratio[key] for key in varying] for ratio in ratios], dtype=np.float64)
    drawn = draws(len(ratios))
    low, high = _ends(drawn @ fractions[:, :, 0], drawn @ fractions[:, :, 1])
    return {key: Interval(float(low[i]), float(high[i])) for i, key in enumerate(varying)}


@lru_cache(maxsize=4)
def draws(articles: int) -> Matrix:
    """How often each article is drawn, a row a resample; each row sums to the number of articles."""
    drawn = np.random.PCG64(SEED).random_raw(RESAMPLES * articles) % np.uint64(articles)
    cells = np.repeat(np.arange(RESAMPLES), articles) * articles + drawn.astype(np.int64)
    times = np.bincount(cells, minlength=RESAMPLES * articles)
    return times.reshape(RESAMPLES, articles).astype(np.float64)


def _ends(right: Matrix, of: Matrix) -> tuple[Matrix, Matrix]:
    """The percentiles of each column of `right / of`, over the rows in which there is anything."""
    rates = np.sort(np.divide(right, of, out=np.full_like(of, np.nan), where=of > 0), axis=0)
    told = np.count_nonzero(of, axis=0)
    first = np.ceil(told * (1 - CONFIDENCE) / 2).astype(np.int64) - 1
    columns = np.arange(rates.shape[1])
    return rates[first, columns], rates[told - 1 - first, columns]
