"""The scorer, on a gold standard of the invented articles."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import invented
from readouts.errors import BadInput
from readouts.release.accuracy import accuracy_text
from readouts.release.write import write_release
from readouts.scoring import Count, Scores, score
from readouts.scoring.matching import accepts, overlap, plain

Gold = dict[str, Any]
OTHER = os.environ.get("READOUTS_OTHER_SCORER")
"""A script `score.py GOLD TABLES --json` of someone else, to compare with."""


def span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def person(name: str, side: str, role: str) -> Gold:
    return {"name": name, "represents": side, "role": role}


def gold_of_visit() -> Gold:
    said = span(invented.VISIT, "supports the sovereignty and territorial integrity")
    told = span(invented.VISIT, "Mira Tolve met with")
    return {
        "positions": [
            {
                "holder": "XNO",
                "topic": "territorial_integrity",
                "stance": "support",
                "target": "XSU",
                "act": "assert",
                "speaker": "Mira Tolve",
                "voice": "self",
                "speech": "indirect",
                "start": said[0],
                "end": said[1],
            }
        ],
        "events": [
            {
                "event_type": "meeting",
                "salience": "main",
                "status": "occurred",
                "start": None,
                "end": "2031-03-04",
                "precision": "bounded",
                "country": "XSU",
                "start_char": told[0],
                "end_char": told[1],
                "participants": [person("Mira Tolve", "XNO", "guest"), person("Olen Arva", "XSU", "host")],
            }
        ],
    }


def gold_of_speech() -> Gold:
    spoke, talks = span(invented.SPEECH, "spoke on radio"), span(invented.SPEECH, "his talks with")
    unknown = {"start": None, "end": None, "precision": "unknown", "country": None, "status": "occurred"}
    statement = {"event_type": "statement", "salience": "main", "start_char": spoke[0], "end_char": spoke[1]}
    meeting = {
        "event_type": "meeting",
        "salience": "background",
        "start_char": talks[0],
        "end_char": talks[1],
    }
    return {
        "positions": [],
        "events": [
            {**unknown, **statement, "participants": [person("Olen Årva", "XSU", "speaker")]},
            {**unknown, **meeting, "participants": [person("Mira Tolve", "XNO", "counterpart")]},
        ],
    }


@pytest.fixture
def gold(tmp_path: Path) -> Callable[..., Path]:
    """Write the gold standard, after changes to the part of the visit."""

    def write(change: Callable[[Gold], object] = lambda _: None) -> Path:
        visit = gold_of_visit()
        change(visit)
        (tmp_path / "gold").mkdir()
        for name, held in (("visit", visit), ("speech", gold_of_speech())):
            (tmp_path / "gold" / f"{name}.json").write_text(json.dumps(held), encoding="utf-8")
        return tmp_path / "gold"

    return write


def test_a_coder_who_agrees_but_for_date_and_country_of_one_event(
    gold: Callable[..., Path], rows: invented.Rows
) -> None:
    scores = score(gold(), rows)
    event = "background event meeting at character 67"
    assert scores.errors == [
        f"speech: dates of {event}: none to 2031-03-04, bounded, where the gold has none to none, unknown",
        f"speech: countries of {event}: XSU, where the gold has none",
    ]
    assert {name: count.f1 for name, count in scores.counts.items()} == dict.fromkeys(scores.counts, 1.0)
    assert scores.shares["dates"].share == pytest.approx(2 / 3)
    assert scores.shares["countries"].share == pytest.approx(2 / 3)
    assert scores.shares["silence"].of == 4


def first(kind: str, **changes: object) -> Callable[[Gold], None]:
    return lambda held: held[kind][0].update(changes)


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
    assert score(gold(change), rows).counts[figure] == expected


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
    assert score(gold(change), rows).shares[figure].right == right


def test_errors_say_what_and_where(gold: Callable[..., Path], rows: invented.Rows) -> None:
    errors = score(gold(first("positions", holder="XSU")), rows).errors
    missed, extra = (error for error in errors if error.startswith("visit: "))
    assert missed.startswith("visit: missed position XSU territorial_integrity support at character ")
    assert extra.startswith("visit: extra position XNO territorial_integrity support: 'Norland supports")


def test_gold_without_its_article_is_an_error(gold: Callable[..., Path], rows: invented.Rows) -> None:
    rows["articles"] = rows["articles"][1:]
    with pytest.raises(BadInput, match=r"visit\.json: its article is not in the tables"):
        score(gold(), rows)


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


def test_accuracy_is_told_in_figures(gold: Callable[..., Path], rows: invented.Rows) -> None:
    text = accuracy_text("0.1.0", score(gold(), rows))
    assert "| positions | 1.000 | 1.000 | 1.000 | 1 | 0 | 0 |" in text
    assert "| dates | 0.667 | 2 | 3 |" in text
    assert "2 articles coded twice, independently, and adjudicated" in " ".join(text.split())


def test_accuracy_is_told_with_a_caution(gold: Callable[..., Path], rows: invented.Rows) -> None:
    assert "developed on these very texts" in accuracy_text("0.1.0", score(gold(), rows))


def test_errors_are_told_in_words(gold: Callable[..., Path], rows: invented.Rows) -> None:
    text = accuracy_text("0.1.0", score(gold(first("events", event_type=["call", "visit"])), rows))
    assert "visit: missed main event call or visit at character" in text
    assert ", with Mira Tolve, Olen Arva\n" in text
    assert "[" not in text.partition("## What differs")[2]


def test_figures_of_nothing_are_a_dash(gold: Callable[..., Path], rows: invented.Rows) -> None:
    text = accuracy_text("0.1.0", score(gold(), {**rows, "positions": []}))
    assert "| positions | – | 0.000 | 0.000 | 0 | 1 | 0 |" in text
    assert "| act | – | 0 | 0 |" in text


def test_accuracy_of_nothing_is_not_told_as_perfect() -> None:
    assert "Not scored" in accuracy_text("0.1.0", Scores())
    assert "1.000" not in accuracy_text("0.1.0", Scores())


@pytest.mark.skipif(not OTHER, reason="READOUTS_OTHER_SCORER names no script to compare with")
def test_another_scorer_gives_the_same_figures(gold: Callable[..., Path], tmp_path: Path) -> None:
    folder, _ = write_release(invented.release(), tmp_path / "data")
    standard = gold(first("positions", target="XNO"))
    command = [sys.executable, str(OTHER), str(standard), str(folder), "--json"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert json.loads(told) == score(standard, folder).figures()
