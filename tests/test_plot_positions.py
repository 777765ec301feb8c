"""What is drawn of positions are the rows of the tables and views."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from matplotlib.colors import to_rgb
from matplotlib.text import Annotation, Text

import readouts
from drawn import lines, named, said, written
from invented_frames import empty, tables
from readouts.plot.wording import change

if TYPE_CHECKING:
    import pandas as pd

BIG = tables(holders=12, positions=900)


def counts(positions: pd.DataFrame) -> dict[str, int]:
    own = positions[positions["voice"].isin(["self", "joint"])]
    grouped = own.groupby(["holder", "topic", "stance"]).size()
    return {"/".join(cast("tuple[str, ...]", key)): int(n) for key, n in grouped.items()}


@pytest.mark.parametrize(
    ("source", "positions"),
    [
        pytest.param(None, readouts.load("positions"), id="the newest release"),
        pytest.param(BIG, BIG["positions"], id="invented tables"),
    ],
)
def test_the_matrix_holds_each_holder_topic_and_stance(source: object, positions: pd.DataFrame) -> None:
    figure = readouts.plot.positions_matrix(source)  # type: ignore[arg-type]
    marks = lines(figure)
    assert marks.keys() == counts(positions).keys()
    numbers = {
        (text.get_position(), id(text.axes)): text.get_text()
        for text in figure.findobj(Text)
        if text.get_text().isdecimal()
    }
    for name, number in counts(positions).items():
        (mark,) = marks[name]
        at = (mark.get_xdata()[0], mark.get_ydata()[0])
        assert numbers[at, id(mark.axes)] == str(number)


def test_stances_differ_in_shape() -> None:
    marks = lines(readouts.plot.positions_matrix(BIG))
    shapes = {name.split("/")[-1]: mark.get_marker() for name, (mark,) in marks.items()}
    assert len(shapes) == 4
    assert len(set(shapes.values())) == 4


def test_a_thick_outline_says_that_words_of_strength_are_there() -> None:
    positions = readouts.load("positions")
    own = positions[positions["voice"].isin(["self", "joint"])]
    strong = {"/".join(key) for key in own[own["strength"].notna()][["holder", "topic", "stance"]].to_numpy()}
    marks = lines(readouts.plot.positions_matrix())
    assert {name for name, (mark,) in marks.items() if mark.get_markeredgewidth() > 1} == strong


def light(color: object) -> float:
    """How light a colour is in grey, from 0 to 1."""
    red, green, blue = to_rgb(color)  # type: ignore[arg-type]
    return 0.3 * red + 0.59 * green + 0.11 * blue


def test_outline_and_number_are_seen_on_every_stance() -> None:
    figure = readouts.plot.positions_matrix(BIG)
    for name, (mark,) in lines(figure).items():
        assert light(mark.get_markerfacecolor()) - light(mark.get_markeredgecolor()) > 0.5, name
    numbers = [text for text in figure.findobj(Text) if text.get_text().isdecimal()]
    assert {light(text.get_color()) < 0.1 for text in numbers} == {True}


def test_strength_is_explained_only_where_it_is_drawn() -> None:
    weak = {**BIG, "positions": BIG["positions"].assign(strength=None)}
    assert "words of strength" in written(readouts.plot.positions_matrix(BIG))
    assert "words of strength" not in written(readouts.plot.positions_matrix(weak))


def test_a_stance_that_has_no_word_is_drawn_too() -> None:
    held = {**BIG, "positions": BIG["positions"].assign(stance="regret")}
    figure = readouts.plot.positions_matrix(held)
    assert {name.split("/")[-1] for name in lines(figure)} == {"regret"}
    assert "regret" in written(figure)


def test_what_others_tell_is_counted_only_when_asked_for() -> None:
    told = int((~readouts.load("positions")["voice"].isin(["self", "joint"])).sum())
    assert f"Not counted: {told} stances" in written(readouts.plot.positions_matrix())
    assert "Not counted" not in written(readouts.plot.positions_matrix(told_by_others=True))


def test_the_exchanges_of_the_seeds_are_seen() -> None:
    """In two texts each backs the other; in three neither is said."""
    figure = readouts.plot.exchanges()
    rows = readouts.views.exchanges()
    for side in "ab":
        for name, formula in zip(rows[f"position_{side}"], rows[f"formula_{side}"], strict=True):
            assert formula.strip('"').split('"')[0] in said(figure, name)
    arrows = named(figure, Annotation)
    assert sorted(arrows) == sorted(f"mutual/{event}" for event in rows["event_id"])
    silent = {name.split("/")[1] for name in named(figure, Text) if name.startswith("silent/")}
    coverage = readouts.load("coverage")
    assert silent == set(coverage[~coverage["is_stated"].astype(bool)]["article_id"])
    assert len(silent) == 3


def test_each_exchange_of_the_view_is_drawn_once() -> None:
    figure = readouts.plot.exchanges(BIG, most=10_000)
    rows = readouts.views.exchanges(BIG)
    held = {*rows["position_a"], *rows["position_b"].dropna()}
    assert {name for name in named(figure, Text) if name.startswith("pos_")} == held
    mutual, one_sided = (
        set(rows.loc[rows["kind"] == kind, "position_a"]) for kind in ("mutual", "one_sided")
    )
    kinds = {name.split("/")[0].replace("told", "mutual") for name in named(figure, Annotation)}
    assert kinds == {kind for kind, any_ in (("mutual", mutual), ("one_sided", one_sided)) if any_}


def test_mutual_and_one_sided_arrows_differ_without_colour() -> None:
    arrows = named(readouts.plot.exchanges(both_kinds()), Annotation)
    looks = {name.split("/")[0]: every[0].arrow_patch for name, every in arrows.items()}
    assert looks["mutual"].get_linestyle() != looks["one_sided"].get_linestyle()
    assert looks["mutual"].get_linewidth() > looks["one_sided"].get_linewidth()


def test_what_another_tells_is_no_word_of_the_holder() -> None:
    held = both_kinds()
    held["positions"] = held["positions"].assign(voice=["self", "other", "narrator"])
    figure = readouts.plot.exchanges(held)
    shown = written(figure)
    assert shown.count("(told by another)") == shown.count("(told by the article)") == 1
    assert sorted(name.split("/")[0] for name in named(figure, Annotation)) == ["one_sided", "told"]
    assert "back each other never; once one of them in another's words only" in figure.readouts_alt


def both_kinds() -> dict[str, pd.DataFrame]:
    """Two sides that back each other at one event, and one that backs the other alone at another."""
    held = tables(positions=3)
    given = {
        "event_id": ["evt_000000000001", "evt_000000000001", "evt_000000000002"],
        "holder": ["AZE", "CHN", "AZE"],
        "target": ["CHN", "AZE", "CHN"],
        "topic": ["one_china", "territorial_integrity", "one_china"],
        "stance": "support",
    }
    held["positions"] = held["positions"].assign(**given)
    return held


def test_a_turnabout_in_the_same_words_is_marked() -> None:
    held = tables(positions=2)
    given = {"holder": "AZE", "target": "CHN", "topic": "one_china", "voice": "self", "elements": "policy"}
    given["formula"] = "one-China policy"
    held["positions"] = held["positions"].assign(**given, event_id=None, stance=["support", "oppose"])
    shown = written(readouts.plot.wording(held))
    assert "opposes: “one-China policy”" in shown
    assert "another stance" in shown


def test_what_is_told_of_a_holder_stands_apart() -> None:
    held = tables(positions=2)
    given = {"holder": "AZE", "target": "CHN", "topic": "one_china", "voice": ["self", "narrator"]}
    held["positions"] = held["positions"].assign(**given)
    shown = written(readouts.plot.wording(held))
    assert shown.count("Azerbaijan on one China, towards China") == 2
    assert shown.count("Azerbaijan on one China, towards China, told by another") == 1


def test_what_changed_in_wording_is_marked() -> None:
    figure = readouts.plot.wording()
    rows = readouts.views.wording(topics=["one_china", "territorial_integrity"])
    assert {name for name in named(figure, Text) if name.startswith("pos_")} == set(rows["position_id"])
    changed = rows[rows["changed"].fillna(value=False).astype(bool)]
    bold = {name for name, (first, *_) in named(figure, Text).items() if first.get_fontweight() == "bold"}
    assert bold == {f"changed/{name}" for name in changed["position_id"]}
    assert [said(figure, name) for name in sorted(bold)] == [
        "new: one-China principle; not said here: one-China policy",
        "not said here: independence",
    ]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        pytest.param("first", "first at hand", id="nothing before"),
        pytest.param("unknown", "not compared: nothing tells which came first", id="no order"),
        pytest.param("dates", "no element new or left out", id="the same"),
    ],
)
def test_what_is_not_compared_says_so(order: str, told: str) -> None:
    assert change({"order": order, "added": None, "removed": None, "changed": False}) == told


@pytest.mark.parametrize("name", ["positions_matrix", "exchanges", "wording", "network", "timeline"])
def test_no_code_stands_on_a_picture(name: str) -> None:
    shown = written(getattr(readouts.plot, name)())
    assert not any(code in shown.split() for code in ("AZE", "CHN"))
    assert "_" not in shown


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("positions_matrix", "There is no stated position in these tables."),
        ("exchanges", "No side backs another in these tables."),
        ("wording", "No such statement is in these tables."),
        ("network", "No meeting of two is in these tables."),
    ],
)
def test_without_rows_it_says_so(name: str, told: str) -> None:
    figure = getattr(readouts.plot, name)(empty())
    assert told in written(figure)
    assert len(figure.readouts_alt) > 20
