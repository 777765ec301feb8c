"""ACCURACY.md: the figures of a release, and what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import invented
from invented_gold import first, write
from readouts.release.accuracy import Measured, accuracy_text
from readouts.rulings.reviewed import reviewed
from readouts.scoring import Scores, Tally, score
from readouts.scoring.figures import Count
from readouts.scoring.scores import ArticleScores

if TYPE_CHECKING:
    from pathlib import Path


def told(folder: Path, rows: invented.Rows, **changes: object) -> str:
    """The report, after changes to the gold position."""
    scores = score(write(folder / "gold", first("positions", **changes)), rows, invented.texts())
    return accuracy_text("0.1.0", Measured(scores, scores, reviewed(rows)))


def section(text: str, title: str) -> str:
    """What stands under a heading, up to the next one of any rank."""
    return re.split(r"\n##+ ", re.split(rf"\n##+ {re.escape(title)}\n", text)[1])[0]


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_tells_figures_with_intervals(tmp_path: Path, rows: invented.Rows) -> None:
    figures = section(told(tmp_path, rows), "The coder, unreviewed")
    assert "| positions | 1.000 | 1.000 | 1.000 | 1 | 0 | 0 |" in figures
    assert "| events | 1.000 (1.00–1.00) | 1.000 (1.00–1.00) | 1.000 (1.00–1.00) | 3 | 0 | 0 |" in figures
    assert "| dates | 0.667 (0.50–1.00) | 2 | 3 |" in figures


def test_says_how_it_was_measured(tmp_path: Path, rows: invented.Rows) -> None:
    text = told(tmp_path, rows)
    assert "2 articles coded twice, independently, and adjudicated" in flowing(text)
    assert "developed on these very texts" in text


def test_says_what_the_intervals_mean(tmp_path: Path, rows: invented.Rows) -> None:
    said = flowing(section(told(tmp_path, rows), "What the intervals mean"))
    assert "the articles are drawn anew 2,000 times" in said
    assert "**2 articles: too few to take the intervals at their word.**" in said


@pytest.mark.parametrize(("articles", "share"), [(1, "95 %"), (5, "45 %"), (29, "10 %")])
def test_says_what_a_clean_record_of_so_few_articles_leaves_open(articles: int, share: str) -> None:
    """Were more than 45 % of all articles at fault, five clean ones in a row would come up in fewer than 5 %
    of all cases: 0.55 to the fifth power is 0.05."""
    assert f"up to {share} of all articles could still hold one" in flowing(text_of(articles))


def test_of_many_articles_does_not_call_them_few() -> None:
    assert "too few" not in text_of(30)


def text_of(articles: int) -> str:
    return text_with(Scores([ArticleScores(str(number)) for number in range(articles)]))


def text_with(scores: Scores) -> str:
    return accuracy_text("0.1.0", Measured(scores, scores))


def test_tells_figures_by_topic_and_by_event_type(tmp_path: Path, rows: invented.Rows) -> None:
    text = told(tmp_path, rows, target="XNO")
    assert section(text, "By topic").splitlines()[-2:] == [
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| territorial_integrity | 1.000 | 1.000 | 1.000 | 1 | 0 | 0 | 0.000 |",
    ]
    assert section(text, "By event type").splitlines()[-2:] == [
        "| meeting | 1.000 | 1.000 | 1.000 (1.00–1.00) | 2 | 0 | 0 | 0.500 |",
        "| statement | 1.000 | 1.000 | 1.000 | 1 | 0 | 0 | 1.000 |",
    ]


def test_lists_what_differs(tmp_path: Path, rows: invented.Rows) -> None:
    listed = section(told(tmp_path, rows, holder=["XSU", "XCO"]), "What differs from the gold")
    assert "- visit: missed position XSU or XCO territorial_integrity support at character 129: '" in listed
    assert "[" not in listed


def test_puts_a_dash_where_there_was_nothing_to_count(tmp_path: Path, rows: invented.Rows) -> None:
    text = told(tmp_path, {**rows, "positions": []})
    assert "| positions | – | 0.000 | 0.000 | 0 | 1 | 0 |" in text
    assert "| act | – | 0 | 0 |" in text


def test_of_nothing_is_not_told_as_perfect() -> None:
    assert "Not scored" in text_with(Scores())
    assert "1.000" not in text_with(Scores()) + text_of(5)


def test_of_articles_without_any_fault_lists_nothing() -> None:
    clean = ArticleScores("clean", Tally(), {("topic", "climate"): Tally()})
    clean.count("positions", ("topic", "climate"), right=2)
    text = text_with(Scores([clean]))
    assert clean.total.counts["positions"] == Count(2, 0, 0)
    assert section(text, "What differs from the gold").strip() == "Nothing."


def test_tells_how_much_of_the_tables_was_reviewed(tmp_path: Path, rows: invented.Rows) -> None:
    review = section(told(tmp_path, rows), "The released tables")
    assert "| reports | 3 | 1 | 0 | 1 | 0 |" in review
    assert "| positions | 1 | 1 | 1 | 0 | 0 |" in review
    assert "| events | 2 | 0 | 0 | 0 | 0 |" in review


def test_of_tables_that_nobody_reviewed_says_so() -> None:
    assert "Nobody has reviewed this release" in text_of(5)


def test_keeps_the_figures_of_coder_and_release_apart(tmp_path: Path, rows: invented.Rows) -> None:
    """A ruling mends the tables, and the coder's figures stay as they were."""
    gold = write(tmp_path / "gold", first("positions"))
    coded = {**rows, "positions": [{**rows["positions"][0], "holder": "XSU"}]}
    texts = invented.texts()
    text = accuracy_text("1.0.0", Measured(score(gold, rows, texts), score(gold, coded, texts)))
    assert "| positions | 1.000 | 1.000 | 1.000 | 1 | 0 | 0 |" in section(text, "The released tables")
    assert "| positions | 0.000 | 0.000 | 0.000 | 0 | 1 | 1 |" in section(text, "The coder, unreviewed")
