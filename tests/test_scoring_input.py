"""Gold or tables that cannot be scored: each message says what is wrong, where, and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import invented
from invented_gold import Gold, first, person, write
from readouts.errors import BadInput
from readouts.release.files import write_tables
from readouts.scoring import score
from readouts.tables.arrow import to_arrow_tables

if TYPE_CHECKING:
    from pathlib import Path

Change = Callable[[Gold], object]
STANCES = "expected one of support, acknowledge, neutral, oppose, or a list of those; correct it"
NAMES = "expected a text, or a list of those"
OFFSETS = "count characters of the stored text, the end exclusive"
WITHIN = f"expected 0 <= start < end <= {len(invented.VISIT)}; {OFFSETS}"


def without(kind: str, key: str) -> Change:
    return lambda held: held[kind][0].pop(key)


def problems(gold: Path, tables: Path | invented.Rows, texts: dict[str, str] | None = None) -> list[str]:
    """The messages, without the folder that the files are in."""
    with pytest.raises(BadInput) as raised:
        score(gold, tables, texts)
    return [str(problem).replace(f"{gold.parent}/", "") for problem in raised.value.problems]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder of tables, as `readouts code` writes it."""
    folder = tmp_path / "tables"
    folder.mkdir()
    write_tables(folder, to_arrow_tables(invented.rows()))
    return folder


WRONG_ROWS: list[tuple[Change, str]] = [
    (first("positions", stance="suport"), f"position 1, stance: 'suport' cannot be used; {STANCES}"),
    (
        first("positions", stance=["oppose", "no"]),
        f"position 1, stance: ['oppose', 'no'] cannot be used; {STANCES}",
    ),
    (first("positions", holder=None), f"position 1, holder: null cannot be used; {NAMES}; correct it"),
    (first("positions", holder=[]), f"position 1, holder: [] cannot be used; {NAMES}; correct it"),
    (first("positions", soft=1), "position 1, soft: 1 cannot be used; expected true or false; correct it"),
    (without("positions", "target"), f"position 1, target: is missing; {NAMES}, or null; add it"),
    (
        first("positions", start=-1),
        "position 1, start: -1 cannot be used; expected a whole number from 0; correct it",
    ),
    (
        first("positions", end=100_000),
        f"position 1, start and end: 129 and 100000 are no place in the text; {WITHIN}",
    ),
    (
        first("positions", end=129),
        f"position 1, start and end: 129 and 129 are no place in the text; {WITHIN}",
    ),
    (
        first("positions", evidence="supports"),
        f"position 1, start and end: 129 and 179 are not the place of the evidence; {OFFSETS}",
    ),
    (
        first("events", end="4 March 2031"),
        (
            "event 1, end: '4 March 2031' cannot be used; "
            "expected a day such as 2024-11-14, or a list of those, or null; correct it"
        ),
    ),
    (
        first("events", salience="side"),
        "event 1, salience: 'side' cannot be used; expected one of main, background; correct it",
    ),
    (
        first("events", participants=[person("Mira Tolve", "XNO", "guest"), {"name": "Olen Arva"}]),
        f"event 1, participant 2, represents: is missing; {NAMES}, or null; add it",
    ),
    (
        first("events", participants=["Mira Tolve"]),
        "event 1, participant 1: is 'Mira Tolve'; expected an object; correct it",
    ),
    (
        lambda held: held["positions"].insert(0, "a position"),
        "position 1: is 'a position'; expected an object; correct it",
    ),
]


class TestGold:
    @pytest.mark.parametrize(("change", "message"), WRONG_ROWS)
    def test_with_a_wrong_row_names_it(
        self, tmp_path: Path, rows: invented.Rows, change: Change, message: str
    ) -> None:
        assert problems(write(tmp_path / "gold", change), rows) == [f"gold/visit.json, {message}"]

    def test_with_a_key_that_is_misspelt_does_not_pass_it_over(
        self, tmp_path: Path, rows: invented.Rows
    ) -> None:
        (problem,) = problems(write(tmp_path / "gold", first("positions", sfot=True)), rows)
        assert problem.startswith("gold/visit.json, position 1, sfot: is unknown; expected only holder, ")

    def test_whose_evidence_is_not_in_the_text_says_so(self, tmp_path: Path, rows: invented.Rows) -> None:
        words = "SUPPORTS the sovereignty and territorial integrity"
        gold = write(tmp_path / "gold", first("positions", evidence=words))
        assert score(gold, rows).total.counts["positions"].right == 1
        (problem,) = problems(gold, rows, invented.texts())
        assert "129 and 179 are not the place of the evidence" in problem

    def test_tells_all_that_is_wrong_at_once(self, tmp_path: Path, rows: invented.Rows) -> None:
        gold = write(tmp_path / "gold", first("positions", act="say", voice="mine"))
        (gold / "speech.json").write_text("[]", encoding="utf-8")
        (gold / "other.json").write_text(json.dumps({"positions": [], "events": []}), encoding="utf-8")
        assert [problem.partition(":")[0] for problem in problems(gold, rows)] == [
            "gold/other.json",
            "gold/speech.json",
            "gold/visit.json, position 1, act",
            "gold/visit.json, position 1, voice",
        ]

    def test_that_is_not_json_names_the_line(self, tmp_path: Path, rows: invented.Rows) -> None:
        gold = write(tmp_path / "gold")
        (gold / "visit.json").write_text('{\n "positions": [\n  {"holder" "XNO"}\n ]}', encoding="utf-8")
        assert problems(gold, rows) == [
            (
                "gold/visit.json, line 3: is not JSON (Expecting ':' delimiter, column 13); "
                "expected an object with the lists 'positions' and 'events'; correct it"
            )
        ]

    def test_that_is_not_utf8_names_the_byte(self, tmp_path: Path, rows: invented.Rows) -> None:
        gold = write(tmp_path / "gold")
        (gold / "visit.json").write_bytes(b'{"positions": "\xff"}')
        assert problems(gold, rows) == [
            "gold/visit.json: is not UTF-8 (byte offset 15); expected JSON stored as UTF-8; store it again"
        ]

    @pytest.mark.parametrize("content", ["[]", "{}", '{"positions": [], "events": {}}', "null"])
    def test_of_another_shape_says_what_it_wants(
        self, tmp_path: Path, rows: invented.Rows, content: str
    ) -> None:
        gold = write(tmp_path / "gold")
        (gold / "visit.json").write_text(content, encoding="utf-8")
        assert problems(gold, rows) == [
            (
                "gold/visit.json: is no gold coding of an article; "
                "expected an object with the lists 'positions' and 'events'; correct it"
            )
        ]

    def test_without_its_article_says_so(self, tmp_path: Path, rows: invented.Rows) -> None:
        rows["articles"] = rows["articles"][1:]
        assert problems(write(tmp_path / "gold"), rows) == [
            (
                "gold/visit.json: its article is not in the tables; expected an article visit.txt; "
                "code its article too, or take the file out of the gold standard"
            )
        ]

    def test_of_a_name_that_two_articles_have_says_so(self, tmp_path: Path, rows: invented.Rows) -> None:
        rows["articles"].append({**rows["articles"][1], "file": "visit.text"})
        (problem,) = problems(write(tmp_path / "gold"), rows)
        assert problem.startswith(
            "gold/visit.json: 2 articles of the tables are called visit; expected one; "
        )

    def test_of_another_text_says_so(self, tmp_path: Path, rows: invented.Rows) -> None:
        gold = write(tmp_path / "gold", lambda held: held.update(sha256="0" * 64))
        (problem,) = problems(gold, rows)
        assert problem.startswith(
            "gold/visit.json: was made from another text of 'visit.txt'; expected sha256 "
        )


class TestTables:
    def test_in_a_folder_give_the_same_as_rows(
        self, tmp_path: Path, tables: Path, rows: invented.Rows
    ) -> None:
        gold = write(tmp_path / "gold")
        assert score(gold, tables) == score(gold, rows)

    def test_without_a_folder_are_told(self, tmp_path: Path) -> None:
        assert problems(write(tmp_path / "gold"), tmp_path / "absent") == [
            (
                "absent: is not there; expected a folder of tables; "
                "give a folder that `readouts code` or `readouts build` wrote"
            )
        ]

    def test_that_are_missing_are_all_named(self, tmp_path: Path, tables: Path) -> None:
        for name in ("events", "coverage"):
            (tables / f"{name}.parquet").unlink()
        told = problems(write(tmp_path / "gold"), tables)
        assert [problem.partition(";")[0] for problem in told] == [
            "tables/events.parquet: is missing",
            "tables/coverage.parquet: is missing",
        ]

    def test_that_are_not_parquet_are_told(self, tmp_path: Path, tables: Path) -> None:
        (tables / "events.parquet").write_text("event_id,start\n", encoding="utf-8")
        (problem,) = problems(write(tmp_path / "gold"), tables)
        assert problem.startswith("tables/events.parquet: is not Parquet; expected the table events; ")

    def test_that_lack_columns_are_told(self, tmp_path: Path, tables: Path) -> None:
        pq.write_table(pa.table({"article_id": ["art_1"]}), tables / "coverage.parquet")
        assert problems(write(tmp_path / "gold"), tables) == [
            "tables/coverage.parquet: lacks the columns topic, is_stated; code the texts again"
        ]

    def test_of_more_articles_than_the_gold_has_are_scored_where_it_has(
        self, tmp_path: Path, tables: Path
    ) -> None:
        gold = write(tmp_path / "gold")
        (gold / "speech.json").unlink()
        scores = score(gold, tables)
        assert [article.name for article in scores.articles] == ["visit"]
        assert scores.coded == 2
        assert scores.total.counts["events"].coded == 1
