"""`readouts.export`: what is written where, what is refused, and the same bytes each time."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import readouts
from commands import content, run, run_really
from readouts.errors import CannotExport, InvalidRelease, UnknownFormat, UnknownRelease, UnknownTable
from readouts.exporting import FORMATS
from readouts.tables.models import MODELS

EXPORT = """
import sys
import readouts
for to in ("excel", "stata"):
    readouts.export(to=to, out=sys.argv[1])
"""


class TestWhatIsWritten:
    def test_is_one_workbook_named_after_the_release(self, data: Path, tmp_path: Path) -> None:
        written = readouts.export("0.2.0", out=tmp_path / "out")
        assert written == [tmp_path / "out" / "readouts-0.2.0.xlsx"]
        assert list((tmp_path / "out").iterdir()) == written

    def test_is_a_workbook_of_the_name_that_was_given(self, data: Path, tmp_path: Path) -> None:
        assert readouts.export(to="excel", out=tmp_path / "new" / "mine.XLSX") == [
            tmp_path / "new" / "mine.XLSX"
        ]

    def test_is_a_data_file_for_each_table(self, data: Path, tmp_path: Path) -> None:
        written = readouts.export(to="stata", out=tmp_path / "out")
        assert written == sorted(tmp_path / "out" / f"{table}.dta" for table in MODELS)

    def test_is_only_the_tables_that_were_asked_for(self, data: Path, tmp_path: Path) -> None:
        written = readouts.export(to="stata", out=tmp_path, tables=["positions", "events", "events"])
        assert [path.name for path in written] == ["events.dta", "positions.dta"]

    def test_goes_beside_what_is_there(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "thesis.txt").write_text("mine")
        readouts.export(to="stata", out=tmp_path)
        assert (tmp_path / "thesis.txt").read_text() == "mine"
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []

    @pytest.mark.parametrize("to", FORMATS)
    def test_can_be_read_by_all_whom_the_system_lets(self, data: Path, tmp_path: Path, to: str) -> None:
        usual = tmp_path / "usual"
        usual.touch()
        modes = {stat.S_IMODE(path.stat().st_mode) for path in readouts.export(to=to, out=tmp_path / "out")}  # type: ignore[arg-type]
        assert modes == {stat.S_IMODE(usual.stat().st_mode)}

    def test_has_the_same_bytes_at_any_time_and_place(self, data: Path, tmp_path: Path) -> None:
        places = {
            "one": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
            "two": {
                "PYTHONHASHSEED": "4242",
                "LC_ALL": "C.UTF-8",
                "TZ": "Asia/Kathmandu",
                "LANG": "de_DE.UTF-8",
            },
        }
        for place, settings in places.items():
            command = [sys.executable, "-c", EXPORT, str(tmp_path / place)]
            environment = {**os.environ, **settings, "READOUTS_DATA": str(data)}
            subprocess.run(command, check=True, env=environment)
        one, two = (
            {path.name: held for path, held in content(tmp_path / place).items()} for place in ("one", "two")
        )
        assert len(one) == len(MODELS) + 1
        assert one == two


class TestWhatIsThere:
    @pytest.mark.parametrize("to", FORMATS)
    def test_is_left_alone_if_it_is_the_same(self, data: Path, tmp_path: Path, to: str) -> None:
        first = readouts.export(to=to, out=tmp_path / "out")  # type: ignore[arg-type]
        before = content(tmp_path / "out")
        assert readouts.export(to=to, out=tmp_path / "out") == first  # type: ignore[arg-type]
        assert content(tmp_path / "out") == before

    def test_is_never_replaced_unasked(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "events.dta").write_text("mine")
        with pytest.raises(CannotExport) as caught:
            readouts.export(to="stata", out=tmp_path)
        assert str(tmp_path / "events.dta") in str(caught.value)
        assert "is there with other content" in str(caught.value)
        assert "--force" in str(caught.value)
        assert [path.name for path in tmp_path.glob("*.dta")] == ["events.dta"]

    def test_is_replaced_if_asked(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "events.dta").write_text("mine")
        readouts.export(to="stata", out=tmp_path, force=True)
        assert (tmp_path / "events.dta").read_bytes().startswith(b"<stata_dta>")


REFUSED: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "a format that is not offered": ({"to": "csv"}, UnknownFormat, "no format 'csv'; there are excel, stata"),
    "a release that is not there": (
        {"release": "9.9.9"},
        UnknownRelease,
        "no release '9.9.9'; there are 0.2.0",
    ),
    "a table that is not there": (
        {"tables": ["events", "treaties"]},
        UnknownTable,
        "no table 'treaties' in release 0.10.0; there are articles, events",
    ),
    "an old workbook": ({"out": "old.xls"}, CannotExport, "expected a name that ends in .xlsx, or a folder"),
    "one data file for all tables": (
        {"to": "stata", "out": "all.dta"},
        CannotExport,
        "each table has its own; expected a folder, such as ",
    ),
    "a file for a folder": (
        {"to": "stata", "out": "data/0.2.0/events.csv"},
        CannotExport,
        "events.csv: is a file",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused_and_nothing_is_written(data: Path, tmp_path: Path, what: str) -> None:
    options, error, message = REFUSED[what]
    before = content(tmp_path)
    with pytest.raises(error) as caught:
        readouts.export(**{**options, "out": tmp_path / options.get("out", "out")})
    assert message in str(caught.value)
    assert content(tmp_path) == before


@pytest.mark.parametrize(
    ("descriptor", "message"),
    [
        ("{", "cannot be read"),
        ('["a list"]', "cannot be read"),
        ('{"name": "readouts"}', "has no 'version'"),
    ],
    ids=["no JSON", "a list", "lacks the version"],
)
def test_a_descriptor_that_cannot_be_used_is_named(
    data: Path, tmp_path: Path, descriptor: str, message: str
) -> None:
    (data / "0.10.0" / "datapackage.json").write_text(descriptor)
    with pytest.raises(InvalidRelease) as caught:
        readouts.export(out=tmp_path / "out")
    assert str(data / "0.10.0" / "datapackage.json") in str(caught.value)
    assert message in str(caught.value)
    assert not (tmp_path / "out").exists()


class TestTheCommand:
    def test_tells_what_it_wrote(self, data: Path, tmp_path: Path) -> None:
        done = run("export", "--to", "excel", "--out", tmp_path / "r.xlsx", "--release", "0.2.0")
        assert done.exit_code == 0, done.output
        assert done.output == f"{tmp_path / 'r.xlsx'}\n"

    def test_takes_single_tables(self, data: Path, tmp_path: Path) -> None:
        done = run("export", "--to=stata", "--out", tmp_path / "out", "--table", "events", "--table=actors")
        assert done.exit_code == 0, done.output
        assert {path.name for path in content(tmp_path / "out")} == {"actors.dta", "events.dta"}

    def test_turns_errors_into_a_message(self, data: Path, tmp_path: Path) -> None:
        done = run_really(
            "export", "--to", "stata", "--out", tmp_path, "--release", "7.0.0", READOUTS_DATA=str(data)
        )
        assert done.returncode == 1
        assert done.stderr.startswith("Error: no release '7.0.0'; there are ")

    def test_replaces_only_with_force(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "r.xlsx").write_text("mine")
        arguments = ("export", "--to", "excel", "--out", tmp_path / "r.xlsx")
        assert run(*arguments).exit_code == 1
        assert (tmp_path / "r.xlsx").read_text() == "mine"
        assert run(*arguments, "--force").exit_code == 0
        assert (tmp_path / "r.xlsx").read_bytes().startswith(b"PK")


LIMITED = """
import resource, signal, sys
from readouts.cli import app
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
app(sys.argv[1:])
"""


@pytest.mark.parametrize("to", FORMATS)
def test_a_file_that_cannot_be_written_to_its_end_leaves_nothing_behind(
    data: Path, tmp_path: Path, to: str
) -> None:
    """The limit on the size of files stands for a disk that is full."""
    before = content(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "export", "--to", to, "--out", str(tmp_path / "out")],
        env={**os.environ, "READOUTS_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert done.stderr.endswith("File too large\n")
    assert content(tmp_path) == before
