"""`readouts code`: any text into the seven tables, and nothing written where anything is wrong."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from commands import content, run, run_really
from readouts.loading import load
from readouts.tables.models import CODED_TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

TEXT = """\
BRATISLAVA, Feb. 5 -- Slovak Foreign Minister Jana Krátka met with Chinese Ambassador Lin Yao on Monday.

Krátka said that Slovakia supports the sovereignty and territorial integrity of Moldova.
"""
HEADER = "file,outlet,outlet_country,url,published,published_basis,proof\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "moldova.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "tables"


def article(out: Path) -> dict[str, str]:
    with (out / "articles.csv").open(encoding="utf-8", newline="") as lines:
        return next(csv.DictReader(lines))


def well(done: Result) -> str:
    assert done.exit_code == 0, done.output
    return done.stdout


def test_writes_the_seven_tables_in_both_formats(text: Path, out: Path) -> None:
    printed = well(run("code", text, "--published", "2024-02-06", "--out", out))
    assert {path.name for path in out.iterdir()} == {
        f"{table}.{kind}" for table in CODED_TABLES for kind in ("parquet", "csv")
    }
    first_words = [line.split()[0] for line in printed.splitlines() if line.strip()]
    assert [word for word in first_words if word in CODED_TABLES] == [*CODED_TABLES]
    assert printed.splitlines()[-1] == f"written to {out}"


def test_finds_what_the_text_states(text: Path, out: Path) -> None:
    well(run("code", text, "--published", "2024-02-06", "--out", out))
    with (out / "positions.csv").open(encoding="utf-8", newline="") as lines:
        stated = [(row["holder"], row["topic"], row["target"]) for row in csv.DictReader(lines)]
    assert stated == [("SVK", "territorial_integrity", "MDA")]


def test_records_what_the_options_tell_of_the_text(text: Path, out: Path) -> None:
    options = ("--published", "2024-02-06", "--outlet", "A Paper", "--outlet-country", "svk")
    well(run("code", text, *options, "--out", out))
    row = article(out)
    assert (row["outlet"], row["outlet_country"], row["published"]) == ("A Paper", "SVK", "2024-02-06")


def test_leaves_the_date_open_where_none_is_given(text: Path, out: Path) -> None:
    well(run("code", text, "--out", out))
    row = article(out)
    assert (row["outlet"], row["published"], row["published_basis"]) == ("", "", "none")


def test_codes_a_folder_with_its_catalogue(text: Path, out: Path) -> None:
    sources = text.with_name("sources.csv")
    sources.write_text(HEADER + "moldova.txt,A Paper,SVK,,2024-02-06,,\n", encoding="utf-8")
    well(run("code", text.parent, "--sources", sources, "--out", out))
    assert (article(out)["outlet"], article(out)["published"]) == ("A Paper", "2024-02-06")


def test_gives_the_same_bytes_again_in_its_own_folder(text: Path, out: Path) -> None:
    well(run("code", text, "--out", out))
    first = content(out)
    well(run("code", text, "--out", out))
    assert content(out) == first


def test_leaves_nothing_beside_the_tables(text: Path, out: Path) -> None:
    well(run("code", text, "--out", out))
    assert [path.name for path in out.parent.iterdir()] == ["tables"]


def test_does_not_touch_a_folder_with_other_things(text: Path, out: Path) -> None:
    out.mkdir(parents=True)
    (out / "thesis.txt").write_text("years of work")
    before = content(out)
    done = run("code", text, "--out", out)
    assert done.exit_code == 1
    assert f"{out}: holds thesis.txt; expected an empty folder or earlier tables; give another" in done.stderr
    assert content(out) == before


def test_writes_beside_other_things_if_forced(text: Path, out: Path) -> None:
    out.mkdir(parents=True)
    (out / "thesis.txt").write_text("years of work")
    well(run("code", text, "--out", out, "--force"))
    assert (out / "thesis.txt").read_text() == "years of work"
    assert (out / "events.csv").is_file()


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "is empty"), (b"\xff\xfe", "is not UTF-8"), (None, "is not there")],
    ids=["empty", "not UTF-8", "absent"],
)
def test_writes_nothing_for_a_text_that_cannot_be_read(
    data: bytes | None, message: str, tmp_path: Path, out: Path
) -> None:
    path = tmp_path / "bad.txt"
    if data is not None:
        path.write_bytes(data)
    done = run_really("code", path, "--out", out)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: 1 input problem:\n  {path.as_posix()}: {message}")
    assert not out.parent.exists()


def test_tells_every_problem_of_a_folder_and_writes_nothing(text: Path, out: Path) -> None:
    sources = text.with_name("sources.csv")
    sources.write_text(HEADER + "moldova.txt,A Paper,XYZ,,2024-02-30,,\nchad.txt,B,,,,,\n", encoding="utf-8")
    done = run("code", text.parent, "--sources", sources, "--out", out)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: 3 input problems:\n")
    assert not out.parent.exists()


def test_leaves_the_earlier_tables_where_the_new_ones_cannot_be_made(
    text: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    well(run("code", text, "--out", out))
    before = content(out.parent)

    def full_disk(folder: Path, tables: object) -> None:
        (folder / "articles.csv").write_text("half")
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr("readouts.release.files.write_tables", full_disk)
    done = run("code", text, "--out", out)
    assert done.exit_code == 1
    assert "No space left on device" in done.stderr
    assert content(out.parent) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{folder}", "needs a catalogue"),
        ("{folder} --sources {text} --outlet Paper", "are for one text"),
        ("{text} --sources {text}", "tells of a folder"),
        ("{text} --published 14.11.2024", "14.11.2024"),
        ("{text} --published 2024-02-30", "2024-02-30"),
        ("{text} --outlet-country Slovakia", "is no ISO 3166-1 alpha-3 code"),
    ],
)
def test_ends_with_2_for_options_that_do_not_go_together(
    options: str, message: str, text: Path, out: Path
) -> None:
    filled = [option.format(folder=text.parent, text=text) for option in options.split()]
    done = run("code", *filled, "--out", out)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not out.parent.exists()


def test_what_it_writes_loads_as_a_release_does(text: Path, out: Path) -> None:
    """The tables have the columns of the release that is shipped, so that both can be put together."""
    well(run("code", text, "--out", out))
    for table in CODED_TABLES:
        with (out / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            assert next(csv.reader(lines)) == list(load(table).columns)
