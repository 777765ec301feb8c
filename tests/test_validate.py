import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pandera.config import ValidationDepth, config_context

from invented import VISIT, Rows, article_id
from readouts.errors import InvalidRelease, Problem, ReadoutsError
from readouts.tables.arrow import to_arrow_tables
from readouts.tables.edtf import edtf_of
from readouts.tables.validate import find_problems, validate

LINES = (Path(__file__).parent / "wrong_values.tsv").read_text(encoding="utf-8").splitlines()
WRONG = [line.split("\t") for line in LINES[1:]]


def problems(rows: Rows, texts: dict[str, str] | None = None) -> list[Problem]:
    return find_problems(to_arrow_tables(rows), texts)


def test_sound_tables_pass(tables: dict[str, pa.Table], texts: dict[str, str]) -> None:
    validate(tables, texts)


@pytest.mark.parametrize(("table", "row", "column", "value", "said"), WRONG)
def test_a_wrong_value_is_named(
    rows: Rows, texts: dict[str, str], table: str, row: str, column: str, value: str, said: str
) -> None:
    rows[table][int(row)][column] = json.loads(value)
    assert said in "\n".join(map(str, problems(rows, texts)))


def test_all_problems_are_raised_together(rows: Rows, texts: dict[str, str]) -> None:
    rows["positions"][0]["stance"] = "suport"
    rows["reports"][0]["salience"] = "mian"
    rows["participants"][0]["evidence"] = "Mira Talve"
    with pytest.raises(InvalidRelease) as raised:
        validate(to_arrow_tables(rows), texts)
    assert all(word in str(raised.value) for word in ("'suport'", "'mian'", "'Mira Talve'"))


def test_ten_problems_of_a_check_are_enough(rows: Rows, texts: dict[str, str]) -> None:
    actor = rows["actors"][0]
    rows["actors"] += [{**actor, "actor_id": f"sta_x{number:02}", "country": "?"} for number in range(30)]
    assert len(problems(rows, texts)) == 10


def test_a_row_of_the_coverage_must_be_there(rows: Rows, texts: dict[str, str]) -> None:
    del rows["coverage"][1]
    (problem,) = problems(rows, texts)
    assert problem.where == f"coverage, {article_id(VISIT)}, one_china"
    assert problem.what == "the row is missing"


def test_without_texts_the_length_of_the_evidence_is_checked(rows: Rows) -> None:
    rows["reports"][0]["evidence"] = rows["reports"][0]["evidence"].upper()
    assert problems(rows) == []
    rows["reports"][0]["evidence"] += "!"
    assert "39 characters at 64:102; expected 38" in str(problems(rows)[0])


def test_rows_out_of_order_are_told(tables: dict[str, pa.Table], texts: dict[str, str]) -> None:
    tables["reports"] = tables["reports"].take([2, 1, 0])
    (problem,) = find_problems(tables, texts)
    assert str(problem).startswith("reports, report_id: the rows are not sorted")


def test_a_column_of_another_type_is_told(tables: dict[str, pa.Table]) -> None:
    tables["coverage"] = tables["coverage"].set_column(3, "n_positions", pa.array([0.0] * 4))
    (problem,) = find_problems(tables)
    assert str(problem) == "coverage, n_positions: the type is double; expected int32"


def test_columns_that_lack_or_are_too_many_are_told(tables: dict[str, pa.Table]) -> None:
    names = ["article_id", "topic", "stated", "n_positions"]
    expected = "article_id, topic, is_stated, n_positions"
    tables["coverage"] = tables["coverage"].rename_columns(names)
    assert [str(problem) for problem in find_problems(tables)] == [
        "coverage, is_stated: the column is missing; expected type bool",
        f"coverage, stated: the column is not in the model; expected {expected}",
    ]


def test_tables_that_lack_or_are_too_many_are_told(tables: dict[str, pa.Table]) -> None:
    tables["postions"] = tables.pop("positions")
    assert [problem.where for problem in find_problems(tables)] == ["positions", "postions"]


SETTINGS = [{"validation_enabled": False}, {"validation_depth": ValidationDepth.SCHEMA_ONLY}]


@pytest.mark.parametrize("settings", SETTINGS)
def test_nothing_is_called_valid_when_pandera_is_switched_off(
    tables: dict[str, pa.Table], settings: dict[str, Any]
) -> None:
    with config_context(**settings), pytest.raises(ReadoutsError, match="unset both and run again"):
        validate(tables)


@pytest.mark.parametrize("off", ["False", "false", "0", "no"])
def test_the_switch_is_seen_in_the_environment(off: str) -> None:
    script = "from readouts.tables.validate import validate; validate({})"
    settings = {**os.environ, "PANDERA_VALIDATION_ENABLED": off}
    run = subprocess.run(
        [sys.executable, "-c", script], env=settings, capture_output=True, text=True, check=False
    )
    assert "PANDERA_VALIDATION_ENABLED or PANDERA_VALIDATION_DEPTH switches checks off" in run.stderr


@pytest.mark.parametrize(
    ("start", "end", "precision", "is_right"),
    [
        ("2031-03-04", "2031-03-04", "day", True),
        ("2031-03-04", "2031-03-05", "day", False),
        ("2031-03-04", "2031-03-05", "span", True),
        ("2031-03-05", "2031-03-04", "span", False),
        ("2031-03-01", "2031-03-31", "month", True),
        ("2031-03-02", "2031-03-31", "month", False),
        ("2031-03-01", "2031-03-30", "month", False),
        ("2031-03-01", "2031-04-30", "month", False),
        ("2028-02-01", "2028-02-29", "month", True),
        ("2031-01-01", "2031-12-31", "year", True),
        ("2031-01-01", "2031-11-30", "year", False),
        ("2031-03-04", "2031-03-04", "bounded", True),
        ("2031-03-04", "2031-03-09", "bounded", True),
        ("2031-03-04", None, "bounded", True),
        (None, "2031-03-04", "bounded", True),
        (None, None, "bounded", False),
        ("2031-03-05", "2031-03-04", "bounded", False),
        (None, "2031-03-04", "span", False),
    ],
)
def test_bounds_are_what_the_precision_says(
    rows: Rows, start: str | None, end: str | None, precision: str, is_right: bool
) -> None:
    rows["events"][1] |= {
        "start": start and date.fromisoformat(start),
        "end": end and date.fromisoformat(end),
        "date_precision": precision,
    }
    event = rows["events"][1]
    event["date_edtf"] = edtf_of(event["start"], event["end"], precision)
    assert (problems(rows) == []) is is_right


def test_what_stands_in_edtf_is_what_the_bounds_say(rows: Rows) -> None:
    rows["events"][1]["date_edtf"] = "2031-03-04"
    (problem,) = problems(rows)
    assert (problem.what, problem.expected) == (
        "date_edtf '2031-03-04'",
        "'[..2031-03-04]', by start and end",
    )


def test_a_participant_is_of_the_kind_of_its_actor(rows: Rows) -> None:
    rows["participants"][0]["actor_kind"] = "organisation"
    (problem,) = problems(rows)
    assert problem.where == "participants, par_000000000001, actor_kind"
    assert problem.expected == "person, as of per_mira_tolve in actors"


def test_a_holder_is_a_state_or_organisation_that_is_known(rows: Rows) -> None:
    rows["positions"][0]["holder"] = "xno"
    (problem,) = problems(rows)
    assert (problem.where, problem.what) == ("positions, pos_000000000001, holder", "the value is xno")


def test_a_row_bears_the_mark_of_a_ruling_or_none(rows: Rows) -> None:
    rows["reports"][2]["coding"] = "coder"
    rows["events"][0]["coding"] = "ruling"
    assert [(problem.where, problem.expected) for problem in problems(rows)] == [
        ("events, evt_000000000002, coding", "coder, by the table rulings"),
        ("reports, rep_000000000003, coding", "ruling, by the table rulings"),
    ]
