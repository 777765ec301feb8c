"""The scorer, on a gold standard of the invented articles."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import invented
from invented_gold import Gold, first, person, write
from readouts.release.write import write_release
from readouts.scoring import Count, Scores, score
from readouts.scoring.differences import Difference
from readouts.scoring.matching import accepts, overlap, plain
from readouts.scoring.report import figures

OTHER = os.environ.get("READOUTS_OTHER_SCORER")
"""A script `score.py GOLD TABLES --json` of someone else, to compare with."""


@pytest.fixture
def gold(tmp_path: Path) -> Callable[..., Path]:
    """Write the gold standard, after changes to the part of the visit."""
    return partial(write, tmp_path / "gold")


def test_a_coder_who_agrees_but_for_date_and_country_of_one_event(
    gold: Callable[..., Path], rows: invented.Rows
) -> None:
    scores = score(gold(), rows)
    event = "background event meeting at character 67"
    assert [str(difference) for difference in scores.differences] == [
        f"speech: dates of {event}: none to 2031-03-04, bounded, where the gold has none to none, unknown",
        f"speech: countries of {event}: XSU, where the gold has none",
    ]
    total = scores.total
    assert {name: count.f1 for name, count in total.counts.items()} == dict.fromkeys(total.counts, 1.0)
    assert total.shares["dates"].share == pytest.approx(2 / 3)
    assert total.shares["countries"].share == pytest.approx(2 / 3)
    assert total.shares["silence"].of == 4


@pytest.mark.parametrize(
    ("change", "figure", "expected"),
    [
        (first("positions", holder="XSU"), "positions", Count(0, 1, 1)),
        (first("positions", holder="XSU"), "core", Count(0, 1, 1)),
        (first("positions", holder=["XSU", "XNO"]), "positions", Count(1, 0, 0)),
        (first("positions", start=0, end=5), "positions", Count(0, 1, 1)),
        (first("positions", topic="climate"), "core", Count(0, 0, 1)),
        (first("positions", target="XNO"), "stated", Count(0, 1, 1)),
        (first("positions", target="XNO"), "positions", Count(1, 0, 0)),
        (first("positions", soft=True), "positions", Count(0, 0, 0)),
        (first("positions", soft=True, holder="XSU"), "positions", Count(0, 0, 1)),
        (first("events", event_type="call"), "main events", Count(1, 1, 1)),
        (first("events", event_type="call"), "events", Count(2, 1, 1)),
        (first("events", event_type="call"), "participants", Count(1, 2, 0)),
        (first("events", participants=[]), "participants", Count(1, 0, 2)),
        (
            first("events", participants=[person("Mira Tolve", "XSU", "guest")]),
            "participants",
            Count(1, 1, 2),
        ),
    ],
)
def test_what_is_counted(
    gold: Callable[..., Path],
    rows: invented.Rows,
    change: Callable[[Gold], None],
    figure: str,
    expected: Count,
) -> None:
    assert score(gold(change), rows).total.counts[figure] == expected


@pytest.mark.parametrize(
    ("change", "figure", "right"),
    [
        (first("positions", act="pledge"), "act", 0),
        (first("positions", act=["pledge", "assert"]), "act", 1),
        (first("positions", speaker="Mïra Tolve"), "speaker", 1),
        (first("positions", speaker=None), "speaker", 0),
        (first("positions", topic="climate"), "silence", 3),
        (first("events", status="planned"), "status", 2),
        (first("events", country="XNO"), "countries", 1),
        (first("events", precision="day"), "dates", 1),
    ],
)
def test_what_is_shared(
    gold: Callable[..., Path],
    rows: invented.Rows,
    change: Callable[[Gold], None],
    figure: str,
    right: int,
) -> None:
    assert score(gold(change), rows).total.shares[figure].right == right


def of_visit(scores: Scores) -> list[Difference]:
    """What differs in the article of the visit."""
    return [difference for difference in scores.differences if difference.article == "visit"]


def test_what_is_missed_or_extra_is_told_with_place_and_words(
    gold: Callable[..., Path], rows: invented.Rows
) -> None:
    change = first("positions", holder="XSU")
    scores = score(gold(change), rows, invented.texts())
    assert [str(each) for each in of_visit(scores)] == [
        (
            "visit: missed position XSU territorial_integrity support at character 129: "
            "'supports the sovereignty and territorial integrity'"
        ),
        (
            "visit: extra position XNO territorial_integrity support at character 121: "
            "'Norland supports the sovereignty and territorial integrity of Sudland'"
        ),
    ]


def test_what_is_missed_is_told_without_words_where_no_text_is_at_hand(
    gold: Callable[..., Path], rows: invented.Rows
) -> None:
    missed, _ = of_visit(score(gold(first("positions", holder="XSU")), rows))
    assert (missed.kind, missed.start, missed.end, missed.evidence) == ("missed", 129, 179, None)
    assert str(missed).endswith(" at character 129")


def test_several_right_answers_are_told_in_words(gold: Callable[..., Path], rows: invented.Rows) -> None:
    missed, _ = of_visit(score(gold(first("events", event_type=["call", "visit"])), rows))
    assert missed.what == "main event call or visit with Mira Tolve, Olen Arva"


def test_silence_that_is_told_wrongly_is_listed(gold: Callable[..., Path], rows: invented.Rows) -> None:
    rows["coverage"][0]["is_stated"] = False
    (wrong,) = of_visit(score(gold(), rows))
    assert str(wrong) == "visit: silence of territorial_integrity: not stated, where the gold has stated"


def recoded(rows: invented.Rows, *changes: dict[str, object]) -> invented.Rows:
    """As many positions as there are changes, each like the invented one but for its change."""
    rows["positions"] = [{**invented.position(), **change} for change in changes]
    return rows


def add_two_positions(held: Gold) -> None:
    """Then the gold has three: one of a topic in common, one of a topic of its own."""
    (said,) = held["positions"]
    held["positions"] += [{**said, "topic": "climate"}, {**said, "holder": "XSU"}]


def test_figures_are_those_counted_by_hand(gold: Callable[..., Path], rows: invented.Rows) -> None:
    """Gold: A on territory, A on climate, B on territory. Coded: A on territory, A opposing climate action,
    A on connectivity, C on territory. So two are right, one is missed, two are extra."""
    coded = recoded(
        rows, {}, {"topic": "climate", "stance": "oppose"}, {"topic": "connectivity"}, {"holder": "XCO"}
    )
    total = score(gold(add_two_positions), coded).total
    assert total.counts["positions"] == Count(right=2, missed=1, extra=2)
    assert total.counts["positions"].precision == 2 / 4
    assert total.counts["positions"].recall == 2 / 3
    assert total.counts["positions"].f1 == 4 / 7
    assert total.counts["core"] == Count(right=1, missed=1, extra=1)
    assert total.counts["stated"] == Count(right=1, missed=2, extra=3)


def test_figures_by_topic_are_those_counted_by_hand(gold: Callable[..., Path], rows: invented.Rows) -> None:
    coded = recoded(rows, {}, {"topic": "climate"}, {"topic": "connectivity"}, {"holder": "XCO"})
    scores = score(gold(add_two_positions), coded)
    told = {topic: scores.part("topic", topic)[1].counts["positions"] for topic in scores.codes("topic")}
    assert told == {
        "one_china": Count(0, 0, 0),
        "territorial_integrity": Count(1, 1, 1),
        "connectivity": Count(0, 0, 1),
        "climate": Count(1, 0, 0),
    }


def test_figures_by_event_type_add_up_to_those_of_all(gold: Callable[..., Path], rows: invented.Rows) -> None:
    scores = score(gold(first("events", event_type=["call", "visit"])), rows)
    told = {kind: figures(scores.part("event_type", kind)) for kind in scores.codes("event_type")}
    counted = {kind: (held["events"]["gold"], held["events"]["coded"]) for kind, held in told.items()}
    assert counted == {"meeting": (1, 2), "call": (1, 0), "statement": (1, 1)}
    assert told["statement"]["participants"]["f1"] == 1.0


class TestWhereThereIsNothing:
    """A rate of nothing is neither perfect nor bad."""

    def test_to_find_and_nothing_coded_no_rate_is_told(
        self, gold: Callable[..., Path], rows: invented.Rows
    ) -> None:
        count = score(gold(lambda held: held["positions"].clear()), recoded(rows)).total.counts["positions"]
        assert (count.precision, count.recall, count.f1) == (None, None, None)

    def test_to_find_what_was_coded_is_wrong(self, gold: Callable[..., Path], rows: invented.Rows) -> None:
        count = score(gold(lambda held: held["positions"].clear()), rows).total.counts["positions"]
        assert (count.precision, count.recall, count.f1) == (0.0, None, 0.0)

    def test_coded_nothing_is_found(self, gold: Callable[..., Path], rows: invented.Rows) -> None:
        total = score(gold(), recoded(rows)).total
        count = total.counts["positions"]
        assert (count.precision, count.recall, count.f1) == (None, 0.0, 0.0)
        assert total.shares["act"].share is None


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [((0, 10), (5, 15), 0.5), ((0, 10), (2, 4), 1.0), ((0, 5), (5, 9), 0.0), ((3, 3), (3, 3), 0.0)],
)
def test_overlap_is_a_share_of_the_shorter(
    one: tuple[int, int], other: tuple[int, int], share: float
) -> None:
    assert overlap(one, other) == share


def test_names_are_compared_by_their_letters() -> None:
    assert plain("Olen Årva") == plain("OLEN  ARVA") == "olenarva"
    assert plain(None) == ""


def test_gold_that_lacks_an_attribute_wants_none() -> None:
    assert accepts({}, "country", None)
    assert not accepts({}, "country", "XSU")


@pytest.mark.skipif(not OTHER, reason="READOUTS_OTHER_SCORER names no script to compare with")
def test_another_scorer_gives_the_same_figures(gold: Callable[..., Path], tmp_path: Path) -> None:
    folder, _ = write_release(invented.release(), tmp_path / "data")
    standard = gold(first("positions", target="XNO"))
    command = [sys.executable, str(OTHER), str(standard), str(folder), "--json"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    ours = figures([article.total for article in score(standard, folder).articles])
    for name, theirs in json.loads(told).items():
        assert {key: 1.0 if ours[name][key] is None else ours[name][key] for key in theirs} == theirs
