"""The intervals: percentiles of a bootstrap over articles."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.scoring import Count, Share, Tally
from readouts.scoring.bootstrap import RESAMPLES, Interval, Rates, draws, intervals
from readouts.scoring.figures import rate
from readouts.scoring.scores import summed
from readouts.scoring.wording import rate_text


def tally(right: int = 0, missed: int = 0, extra: int = 0) -> Tally:
    """An article with these positions and nothing else."""
    made = Tally()
    made.counts["positions"].add(Count(right, missed, extra))
    return made


numbers = st.integers(min_value=0, max_value=40)
tallies = st.builds(tally, numbers, numbers, numbers)
FIRST_DRAWS = [[1, 2, 0], [0, 2, 1], [2, 1, 0], [1, 1, 1]]
GOOD, BAD = (3, 0, 0), (0, 2, 0)
DRAWN = """
from readouts.scoring.bootstrap import draws
print(draws(7).sum(axis=0).tolist())
"""


def of_positions(*articles: tuple[int, int, int]) -> Rates:
    return intervals([tally(*article) for article in articles])


def width(interval: Interval) -> float:
    return interval.high - interval.low


def test_of_two_articles_goes_from_one_to_the_other() -> None:
    """A quarter of the draws holds the good article alone, a quarter the bad one alone."""
    assert of_positions(GOOD, BAD)["positions", "recall"] == (0.0, 1.0)


def test_draws_without_anything_to_count_are_passed_over() -> None:
    """Precision is told by the good articles alone: the bad one has nothing coded."""
    assert of_positions(GOOD, GOOD, BAD)["positions", "precision"] == (1.0, 1.0)


def test_of_articles_that_are_alike_has_no_width() -> None:
    assert of_positions(*[(3, 1, 1)] * 6)["positions", "f1"] == (0.75, 0.75)


def test_of_perfect_articles_ends_at_one() -> None:
    assert set(of_positions(GOOD, GOOD, GOOD).values()) == {Interval(1.0, 1.0)}


@pytest.mark.parametrize("articles", [[], [GOOD], [(0, 0, 0)] * 4, [GOOD, (0, 0, 0)]])
def test_there_is_none_where_fewer_than_two_articles_have_anything(
    articles: list[tuple[int, int, int]],
) -> None:
    assert of_positions(*articles) == {}


def test_shares_have_intervals_too() -> None:
    one, other = Tally(), Tally()
    one.shares["act"].add(Share(4, 4))
    other.shares["act"].add(Share(0, 4))
    assert intervals([one, other]) == {("act", "share"): (0.0, 1.0)}


@given(st.lists(tallies, min_size=2, max_size=12))
def test_contains_the_figure_itself(articles: list[Tally]) -> None:
    ratios = summed(articles).ratios
    for key, interval in intervals(articles).items():
        value = rate(ratios[key])
        assert value is not None
        assert 0 <= interval.low <= value <= interval.high <= 1


def test_shrinks_with_more_articles_of_the_same_kinds() -> None:
    kinds = [GOOD, BAD, (4, 1, 2), (2, 2, 0)]
    widths = [width(of_positions(*kinds * times)["positions", "f1"]) for times in (1, 4, 16, 64)]
    assert all(more < fewer for fewer, more in pairwise(widths))
    assert widths[-1] < 0.1


def test_is_the_same_each_time_and_in_each_process() -> None:
    told = [
        subprocess.run([sys.executable, "-c", DRAWN], check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    ]
    assert told == [f"{draws(7).sum(axis=0).tolist()}\n"] * 2


def test_rests_on_draws_that_no_version_of_a_library_may_change() -> None:
    """Otherwise a release could not be built again."""
    assert draws(3)[:4].tolist() == FIRST_DRAWS


def test_draws_as_many_articles_as_there_are() -> None:
    assert draws(5).shape == (RESAMPLES, 5)
    assert set(draws(5).sum(axis=1)) == {5.0}


def test_draws_each_article_about_as_often() -> None:
    assert draws(5).mean(axis=0) == pytest.approx([1.0] * 5, abs=0.05)


@pytest.mark.parametrize(
    ("value", "interval", "text"),
    [
        (None, None, "–"),
        (0.5, None, "0.500"),
        (0.9123, Interval(0.8567, 0.9501), "0.912 (0.85–0.96)"),
        (1.0, Interval(0.29, 1.0), "1.000 (0.29–1.00)"),
        (0.996, Interval(0.9951, 0.9989), "0.996 (0.99–1.00)"),
    ],
)
def test_is_written_so_that_it_is_never_narrower(
    value: float | None, interval: Interval | None, text: str
) -> None:
    assert rate_text(value, interval) == text
