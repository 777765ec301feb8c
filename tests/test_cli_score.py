"""`readouts score`: figures, intervals and errors in the terminal."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

import invented
from commands import content, run
from invented_gold import first, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen of the width that pipes get."""
    monkeypatch.setenv("COLUMNS", "100")


def printed(*arguments: object) -> str:
    done = run("score", *arguments)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def cells(text: str, name: str) -> list[list[str]]:
    """The cells of the rows that begin with a name."""
    return [re.split(r" {2,}", line) for line in text.splitlines() if line.split(" ")[0] == name]


class TestFigures:
    def test_are_printed_with_intervals(self, tmp_path: Path, with_texts: Path) -> None:
        text = printed(write(tmp_path / "gold"), with_texts)
        assert cells(text, "positions") == [["positions", "1.000", "1.000", "1.000", "1", "0", "0"]]
        assert cells(text, "dates") == [["dates", "0.667 (0.50–1.00)", "2", "3"]]

    def test_end_with_what_was_scored_and_what_the_intervals_are(
        self, tmp_path: Path, with_texts: Path
    ) -> None:
        assert printed(write(tmp_path / "gold"), with_texts).splitlines()[-3:] == [
            "2 articles scored",
            "in brackets: 95 % intervals, from drawing the articles anew 2,000 times",
            "so few articles make them narrower than they should be",
        ]

    def test_of_one_article_have_no_intervals(self, tmp_path: Path, with_texts: Path) -> None:
        gold = write(tmp_path / "gold")
        (gold / "speech.json").unlink()
        text = printed(gold, with_texts)
        assert "(" not in text
        assert text.splitlines()[-2:] == [
            "1 article scored, 1 without gold",
            "no intervals: they need two articles at least",
        ]

    def test_are_the_same_each_time_and_nothing_is_written(self, tmp_path: Path, with_texts: Path) -> None:
        gold = write(tmp_path / "gold")
        before = content(tmp_path)
        assert printed(gold, with_texts, "--errors") == printed(gold, with_texts, "--errors")
        assert content(tmp_path) == before

    def test_are_told_by_topic(self, tmp_path: Path, with_texts: Path) -> None:
        text = printed(write(tmp_path / "gold"), with_texts, "--by", "topic")
        row = ["territorial_integrity", "1.000", "1.000", "1.000", "1", "0", "0", "1.000"]
        assert cells(text, "territorial_integrity") == [row]
        assert not cells(text, "meeting")

    def test_are_told_by_event_type(self, tmp_path: Path, with_texts: Path) -> None:
        text = printed(write(tmp_path / "gold"), with_texts, "--by", "event-type")
        row = ["meeting", "1.000", "1.000", "1.000 (1.00–1.00)", "2", "0", "0", "0.500"]
        assert cells(text, "meeting") == [row]
        assert not cells(text, "territorial_integrity")

    def test_are_told_by_both(self, tmp_path: Path, with_texts: Path) -> None:
        text = printed(write(tmp_path / "gold"), with_texts, "--by", "topic", "--by", "event-type")
        assert len(cells(text, "territorial_integrity")) == len(cells(text, "meeting")) == 1

    def test_by_anything_else_are_refused(self, tmp_path: Path, with_texts: Path) -> None:
        done = run("score", write(tmp_path / "gold"), with_texts, "--by", "outlet")
        assert done.exit_code == 2
        assert "'topic', 'event-type'" in done.stderr


class TestErrors:
    def test_are_listed_with_article_place_and_words(self, tmp_path: Path, with_texts: Path) -> None:
        gold = write(tmp_path / "gold", first("positions", holder="XSU"))
        lines = printed(gold, with_texts, "--errors").splitlines()
        assert (
            "visit: missed position XSU territorial_integrity support at character 129: "
            "'supports the sovereignty and territorial integrity'"
        ) in lines
        assert (
            "visit: extra position XNO territorial_integrity support at character 121: "
            "'Norland supports the sovereignty and territorial integrity of Sudland'"
        ) in lines

    def test_are_quoted_from_the_folder_that_is_named(self, tmp_path: Path, data: Path) -> None:
        gold = write(tmp_path / "gold", first("positions", holder="XSU"))
        assert "'supports the" not in printed(gold, data / "0.2.0", "--errors")
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "visit.txt").write_bytes(invented.VISIT.encode())
        text = printed(gold, data / "0.2.0", "--errors", "--texts", tmp_path / "texts")
        assert "'supports the" in text

    def test_are_not_listed_unless_asked_for(self, tmp_path: Path, with_texts: Path) -> None:
        assert "visit:" not in printed(write(tmp_path / "gold", first("positions", holder="XSU")), with_texts)

    def test_that_are_none_are_told(self, tmp_path: Path, with_texts: Path) -> None:
        gold = write(tmp_path / "gold")
        (gold / "speech.json").unlink()
        assert "\nnothing differs from the gold\n" in printed(gold, with_texts, "--errors")


class TestJson:
    def test_holds_every_figure_with_its_intervals(self, tmp_path: Path, with_texts: Path) -> None:
        told = json.loads(printed(write(tmp_path / "gold"), with_texts, "--json"))
        assert told["articles"] == {"scored": 2, "coded": 2}
        assert told["intervals"] == {"confidence": 0.95, "resamples": 2000, "resampled": "articles"}
        assert told["figures"]["dates"] == {"share": 0.667, "of": 3, "intervals": {"share": [0.5, 1.0]}}
        assert told["figures"]["positions"] == {
            "precision": 1.0,
            "recall": 1.0,
            "f1": 1.0,
            "gold": 1,
            "coded": 1,
            "intervals": {},
        }
        assert "differences" not in told

    def test_holds_the_figures_by_topic_and_event_type(self, tmp_path: Path, with_texts: Path) -> None:
        told = json.loads(printed(write(tmp_path / "gold"), with_texts, "--json"))
        assert list(told["by_topic"]) == ["one_china", "territorial_integrity"]
        assert told["by_topic"]["one_china"]["positions"]["f1"] is None
        assert told["by_topic"]["one_china"]["silence"]["share"] == 1.0
        assert told["by_event_type"]["meeting"]["dates"]["share"] == 0.5

    def test_holds_what_differs_if_asked_for(self, tmp_path: Path, with_texts: Path) -> None:
        gold = write(tmp_path / "gold", first("positions", target="XNO"))
        told = json.loads(printed(gold, with_texts, "--json", "--errors"))
        assert told["differences"][-1] == {
            "article": "visit",
            "kind": "differs",
            "figure": "stated",
            "what": "position XNO territorial_integrity support",
            "start": 129,
            "end": 179,
            "evidence": "supports the sovereignty and territorial integrity",
            "coded": "support, XSU",
            "gold": "support, XNO",
        }


class TestBadInput:
    def test_is_told_without_a_traceback(self, tmp_path: Path, with_texts: Path) -> None:
        gold = write(tmp_path / "gold", first("positions", stance="suport"))
        done = run("score", gold, with_texts)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith("Error: 1 input problem:\n")
        assert "visit.json, position 1, stance: 'suport' cannot be used; expected one of" in done.stderr

    @pytest.mark.parametrize("is_there", [True, False])
    def test_of_a_folder_without_gold_is_told(self, tmp_path: Path, data: Path, is_there: bool) -> None:
        folder = tmp_path / "empty"
        if is_there:
            folder.mkdir()
        done = run("score", folder, data / "0.2.0")
        assert done.exit_code == 1
        what = "holds no *.json" if is_there else "is no folder"
        assert f"{folder}: {what}; expected a JSON file an article; give the folder" in done.stderr

    def test_of_a_folder_of_texts_that_is_not_there_is_told(self, tmp_path: Path, data: Path) -> None:
        done = run("score", write(tmp_path / "gold"), data / "0.2.0", "--texts", tmp_path / "absent")
        assert done.exit_code == 1
        assert f"{tmp_path / 'absent'}: is no folder; expected the texts that were coded" in done.stderr

    def test_of_tables_that_are_missing_is_told(self, tmp_path: Path, data: Path) -> None:
        (data / "0.2.0" / "positions.parquet").unlink()
        done = run("score", write(tmp_path / "gold"), data / "0.2.0")
        assert done.exit_code == 1
        assert "positions.parquet: is missing; expected the tables articles, events" in done.stderr
