"""`readouts show`: the rows that were asked for, readable at any width and in any pipe."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

import invented
from commands import run, run_really
from readouts.cli.terminal import print_rows
from readouts.tables.models import MODELS, columns

CONDITIONS = Path(__file__).parent / "data" / "show_where.tsv"
EVIDENCE = str(invented.position()["evidence"])


@pytest.fixture(autouse=True)
def release(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release of invented rows, on a screen of usual width."""
    monkeypatch.setenv("READOUTS_DATA", str(data))
    monkeypatch.setenv("COLUMNS", "110")


def last_line(*arguments: object) -> str:
    done = run("show", *arguments)
    assert done.exit_code == 0, done.stderr
    return done.stdout.splitlines()[-1]


def conditions() -> list[tuple[str, list[str], int]]:
    """The hard cases: a table, conditions, and how many rows meet them."""
    with CONDITIONS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [(row["table"], row["where"].split(" & "), int(row["rows"])) for row in rows]


@pytest.mark.parametrize(("table", "where", "rows"), conditions())
def test_keeps_the_rows_that_meet_every_condition(table: str, where: list[str], rows: int) -> None:
    options = [option for condition in where for option in ("--where", condition)]
    counted = {0: "no such row in", 1: "1 row of"}.get(rows, f"{rows} rows of")
    assert last_line(table, *options) == f"{counted} {table}, release 0.10.0"


@pytest.mark.parametrize("table", MODELS)
def test_shows_the_telling_columns_of_every_table(table: str) -> None:
    done = run("show", table)
    assert done.exit_code == 0, done.stderr
    assert 2 <= len(re.findall(r"\w+", done.stdout.splitlines()[0])) <= len(columns(table))


def test_shows_the_columns_in_the_order_asked_for() -> None:
    done = run("show", "positions", "--columns", "target, holder")
    assert [line.split() for line in done.stdout.splitlines() if "X" in line] == [["XSU", "XNO"]]


def test_shows_dates_truth_values_numbers_and_nulls_as_people_read_them() -> None:
    done = run(
        "show", "events", "--columns", "event_type,start,end,n_reports", "--where", "event_type=meeting"
    )
    assert re.search(r"^ *meeting +2031-03-04 +2 *$", done.stdout, re.MULTILINE)
    assert "true" in run("show", "coverage").stdout


def test_stops_at_the_limit_and_says_so() -> None:
    limited = ("participants", "--limit", "2")
    assert last_line(*limited) == "2 of 3 rows (--all shows every one) of participants, release 0.10.0"
    assert last_line(*limited, "--all") == "3 rows of participants, release 0.10.0"


def test_reads_the_release_that_was_asked_for() -> None:
    assert last_line("events", "--release", "0.2.0") == "2 rows of events, release 0.2.0"


def test_wraps_evidence_to_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    done = run("show", "positions", "--columns", "holder,evidence")
    assert max(map(len, done.stdout.splitlines())) <= 50
    assert EVIDENCE in " ".join(done.stdout.replace("XNO", "").split())


@pytest.mark.parametrize("width", [30, 80])
def test_puts_columns_one_below_the_other_where_they_do_not_fit(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("show", "positions", "--columns", "all")
    assert re.search(r"^holder +XNO *$", done.stdout, re.MULTILINE)
    assert not re.search("^strength", done.stdout, re.MULTILINE)
    assert max(map(len, done.stdout.splitlines()[:-1])) <= width


def test_lists_the_tables_for_one_that_is_not_there() -> None:
    done = run("show", "stances")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: no table 'stances' in release 0.10.0; there are actors, articles,")


@pytest.mark.parametrize(
    "options",
    [["--columns", "holder,nope"], ["--where", "nope=1"], ["--columns", "all", "--where", "nope=1"]],
    ids=" ".join,
)
def test_lists_the_columns_for_one_that_is_not_there(options: list[str]) -> None:
    done = run("show", "positions", *options)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: no column 'nope' in table positions; there are position_id, ")


def test_lists_the_releases_for_one_that_is_not_there() -> None:
    done = run("show", "positions", "--release", "8.0.0")
    assert done.exit_code == 1
    assert done.stderr == "Error: no release '8.0.0'; there are 0.2.0, 0.10.0\n"


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--where", "one_china", "'one_china' is not of the form column=value"),
        ("--where", "=one_china", "'=one_china' is not of the form column=value"),
        ("--columns", " , ", "names no column"),
    ],
)
def test_takes_options_of_another_form_for_wrong_use(option: str, value: str, message: str) -> None:
    done = run("show", "positions", option, value)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_slip_in_a_code_is_no_silence(data: Path) -> None:
    done = run("show", "positions", "--where", "topic=onechina")
    assert done.exit_code == 2
    assert "'onechina' is no code of topic; there are one_china," in " ".join(
        done.stderr.replace("│", " ").split()
    )


def test_sends_plain_text_into_a_pipe() -> None:
    done = run_really("show", "positions", "--release", "0.10.0")
    assert "XNO" in done.stdout
    assert "\x1b" not in done.stdout


def test_shows_characters_that_the_terminal_lacks_as_escapes() -> None:
    done = run_really("show", "participants", "--release", "0.10.0", PYTHONIOENCODING="cp1251")
    assert done.returncode == 0, done.stderr
    assert r"Olen \xc5rva" in done.stdout


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("a\x1b[31mb", "a [31mb"),
        ("two\nlines", "two lines"),
        ("a\u00a0b\u202ec", "a b c"),
        ("[bold]no markup[/bold] :smile:", "[bold]no markup[/bold] :smile:"),
        (None, ""),
        (True, "true"),
        (date(2024, 11, 13), "2024-11-13"),
    ],
)
def test_prints_nothing_that_a_terminal_would_obey(
    cell: object, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_rows(["cell"], [{"cell": cell}])
    assert capsys.readouterr().out.splitlines()[2].strip() == printed
