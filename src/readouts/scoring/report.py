"""The figures as they are told: as rows of text for tables, and as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from readouts.scoring.bootstrap import CONFIDENCE, RESAMPLES, intervals
from readouts.scoring.figures import COUNTS, SHARES, Count, rate
from readouts.scoring.scores import PARTS, summed
from readouts.scoring.wording import rate_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.scoring.bootstrap import Rates
    from readouts.scoring.figures import Tally
    from readouts.scoring.scores import Scores

    Cells: TypeAlias = dict[str, str]

LEADING = {"topic": "positions", "event_type": "events"}
BESIDE = {"topic": "stated", "event_type": "dates"}
"""The figure of each vocabulary that is told in full, and another of which only the last rate is told."""


def count_rows(scores: Scores) -> list[Cells]:
    """The figures with precision and recall, a row each."""
    total, found = scores.total, intervals([article.total for article in scores.articles])
    return [{"figure": name, **_rates(total, name, found), **_numbers(total, name)} for name in COUNTS]


def share_rows(scores: Scores) -> list[Cells]:
    """The shares, a row each."""
    total, found = scores.total, intervals([article.total for article in scores.articles])
    return [
        {
            "figure": name,
            **_rates(total, name, found),
            "right": f"{total.shares[name].right:,}",
            "of": f"{total.shares[name].of:,}",
        }
        for name in SHARES
    ]


def part_rows(scores: Scores, vocabulary: str) -> list[Cells]:
    """The figures by topic or event type, a row a code that gold or tables have."""
    rows = (_part_row(scores.part(vocabulary, code), vocabulary, code) for code in scores.codes(vocabulary))
    return [row for row in rows if row]


def _part_row(articles: Sequence[Tally], vocabulary: str, code: str) -> Cells:
    name = LEADING[vocabulary]
    total, found = summed(articles), intervals(articles)
    count = total.counts[name]
    if not count.gold + count.coded:
        return {}
    other = BESIDE[vocabulary]
    beside = {other: rate_text(rate([*total.figures[other].ratios.values()][-1]))}
    rates = {"precision": rate_text(count.precision), "recall": rate_text(count.recall)}
    f1 = {"F1": rate_text(count.f1, found.get((name, "f1")))}
    return {vocabulary.replace("_", " "): code, **rates, **f1, **_numbers(total, name), **beside}


def _rates(total: Tally, name: str, found: Rates) -> Cells:
    return {
        kind.replace("f1", "F1"): rate_text(rate(ratio), found.get((name, kind)))
        for kind, ratio in total.figures[name].ratios.items()
    }


def _numbers(total: Tally, name: str) -> Cells:
    count = total.counts[name]
    return {"right": f"{count.right:,}", "missed": f"{count.missed:,}", "extra": f"{count.extra:,}"}


def as_json(scores: Scores, *, differences: bool = False) -> dict[str, Any]:
    """Everything as plain values; rates are rounded to three places and null where there was nothing."""
    told: dict[str, Any] = {
        "articles": {"scored": len(scores.articles), "coded": scores.coded},
        "intervals": {"confidence": CONFIDENCE, "resamples": RESAMPLES, "resampled": "articles"},
        "figures": figures([article.total for article in scores.articles]),
    }
    for vocabulary, names in PARTS.items():
        told[f"by_{vocabulary}"] = {
            code: figures(scores.part(vocabulary, code), names) for code in scores.codes(vocabulary)
        }
    if differences:
        told["differences"] = [difference.as_json() for difference in scores.differences]
    return told


def figures(articles: Sequence[Tally], names: Iterable[str] = (*COUNTS, *SHARES)) -> dict[str, Any]:
    """The figures by name, each with its rates, numbers and intervals."""
    total, found = summed(articles), intervals(articles)
    return {name: _figure(total, name, found) for name in names}


def _figure(total: Tally, name: str, found: Rates) -> dict[str, Any]:
    figure = total.figures[name]
    rates = {kind: _rounded(rate(ratio)) for kind, ratio in figure.ratios.items()}
    numbers = {"gold": figure.gold, "coded": figure.coded} if isinstance(figure, Count) else {"of": figure.of}
    ends = {
        kind: [_rounded(end) for end in found[name, kind]] for kind in figure.ratios if (name, kind) in found
    }
    return {**rates, **numbers, "intervals": ends}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
