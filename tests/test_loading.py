"""`readouts.load`: a table of a release as a DataFrame."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest

import readouts
from readouts.errors import ReadoutsError, UnknownBackend, UnknownColumn, UnknownRelease, UnknownTable
from readouts.paths import data_folders, home, knowledge_folder
from readouts.tables.models import MODELS, columns

OFFLINE = """
import socket
def refuse(*_, **__): raise OSError("the network is off")
socket.socket.connect = socket.getaddrinfo = refuse
import readouts
assert len(readouts.load("events", release="0.2.0")) == 2
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("'plot' in dir(readouts)", "[] True"),
        ("hasattr(readouts, 'picture')", "[] False"),
        ("readouts.views.__name__", "[] readouts.views"),
    ],
)
def test_views_and_pictures_are_imported_when_they_are_asked_for(asked: str, told: str) -> None:
    there = "[name for name in ('readouts.views', 'readouts.plot') if name in sys.modules]"
    command = [sys.executable, "-c", f"import sys, readouts; print({there}, {asked})"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"{told}\n"


def test_the_public_names_are_these() -> None:
    assert readouts.__all__ == [
        "BadInput",
        "CacheFailed",
        "CannotExport",
        "FetchFailed",
        "IdReused",
        "InvalidRelease",
        "NoAddress",
        "NoConnection",
        "NotInstalled",
        "Problem",
        "ReadoutsError",
        "ReleaseExists",
        "ServerFailed",
        "UnknownBackend",
        "UnknownColumn",
        "UnknownFormat",
        "UnknownRelease",
        "UnknownTable",
        "VersionTooSmall",
        "WrongContent",
        "__version__",
        "accuracy",
        "cite",
        "diff",
        "export",
        "fetch",
        "load",
        "plot",
        "releases",
        "views",
    ]


@pytest.mark.parametrize("heavy", ["pandera", "pandas", "pyarrow", "typer", "rich"])
def test_importing_is_light(heavy: str) -> None:
    command = [sys.executable, "-X", "importtime", "-c", "import readouts"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    assert "readouts.loading" in told
    assert heavy not in told


def test_loading_does_not_import_pandera(data: Path) -> None:
    script = "import sys, readouts; readouts.load('events'); print('pandera' in sys.modules)"
    assert run(script, data) == "False\n"


def test_loading_works_with_the_network_off(data: Path) -> None:
    assert run(OFFLINE, data) == ""


def run(script: str, data: Path) -> str:
    command = [sys.executable, "-c", script]
    environment = {"READOUTS_DATA": str(data)}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def test_releases_are_listed_oldest_first(data: Path) -> None:
    assert readouts.releases() == ["0.2.0", "0.10.0"]


def test_the_newest_release_is_loaded_and_named(data: Path) -> None:
    assert readouts.load("events").attrs["release"] == "0.10.0"
    assert readouts.load("events", release="0.2.0").attrs["release"] == "0.2.0"


@pytest.mark.parametrize("table", MODELS)
def test_every_table_has_its_columns(data: Path, table: str) -> None:
    assert list(readouts.load(table)) == [column.name for column in columns(table)]


def test_types_are_those_that_pandas_users_expect(data: Path) -> None:
    types = readouts.load("events").dtypes
    assert types["event_type"] == "str"
    assert types["start"].kind == "M"
    assert types["n_reports"] == pd.Int32Dtype()
    assert readouts.load("coverage").dtypes["is_stated"] == pd.BooleanDtype()
    assert readouts.load("actors").dtypes["cow_code"] == pd.Int32Dtype()


def test_dates_compare_with_text(data: Path) -> None:
    events = readouts.load("events")
    assert list(events[events["end"] <= "2031-03-31"]["event_type"]) == ["meeting"]


def test_joined_codes_come_apart(data: Path) -> None:
    dummies = readouts.load("positions")["elements"].str.get_dummies(";")
    assert list(dummies) == ["sovereignty", "territorial_integrity"]


def test_arrow_types_on_demand(data: Path) -> None:
    types = readouts.load("events", backend="pyarrow").dtypes
    assert types["event_type"] == pd.ArrowDtype(pa.string())
    assert types["start"] == pd.ArrowDtype(pa.date32())


def test_columns_come_in_the_order_asked_for(data: Path) -> None:
    assert list(readouts.load("positions", columns=["topic", "holder"])) == ["topic", "holder"]


@pytest.mark.parametrize(
    "filters",
    [
        [("role", "==", "host")],
        [("role", "in", ["host", "signatory"]), ("name", "!=", "Mira Tolve")],
        [[("role", "==", "host")], [("role", "==", "organiser")]],
        pc.field("role") == "host",
    ],
)
def test_only_rows_that_meet_the_filters_come(data: Path, filters: Any) -> None:
    frame = readouts.load("participants", filters=filters, columns=["name"])
    assert frame.to_dict("list") == {"name": ["Olen Årva"]}


def test_filters_know_dates(data: Path) -> None:
    assert len(readouts.load("events", filters=[("end", ">=", date(2031, 1, 1))])) == 1


def test_an_unknown_table_is_an_error_that_lists_the_tables(data: Path) -> None:
    there = "actors, articles, coverage, events, participants, positions, reports, rulings"
    with pytest.raises(UnknownTable, match=rf"^no table 'event' in release 0.10.0; there are {there}$"):
        readouts.load("event")


def test_an_unknown_release_is_an_error_that_lists_the_releases(data: Path) -> None:
    with pytest.raises(UnknownRelease, match=r"^no release '0\.3\.0'; there are 0\.2\.0, 0\.10\.0$"):
        readouts.load("events", release="0.3.0")


@pytest.mark.parametrize(
    "asked",
    [
        {"columns": ["topic", "statuts"]},
        {"filters": [("statuts", "==", "occurred")]},
        {"filters": pc.field("statuts") == "occurred"},
    ],
)
def test_an_unknown_column_is_an_error_that_lists_the_columns(data: Path, asked: dict[str, object]) -> None:
    with pytest.raises(
        UnknownColumn, match=r"^no column 'statuts' in table coverage; there are article_id, t"
    ):
        readouts.load("coverage", **({"columns": ["topic"]} | asked))  # type: ignore[arg-type]


def test_an_unknown_backend_is_an_error_that_lists_the_backends(data: Path) -> None:
    with pytest.raises(UnknownBackend, match=r"^no backend 'polars'; there are numpy, pyarrow$"):
        readouts.load("events", backend="polars")  # type: ignore[arg-type]


def test_no_release_at_all_is_an_error_that_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readouts.paths.home", lambda: tmp_path)
    with pytest.raises(UnknownRelease, match="get one with `readouts fetch VERSION` or `readouts build`"):
        readouts.load("events")


def test_a_folder_of_ones_own_comes_first(
    data: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("READOUTS_DATA", str(tmp_path / "own"))
    assert data_folders() == [tmp_path / "own", data, cache]
    assert readouts.releases() == ["0.2.0", "0.10.0"]


def test_a_folder_of_ones_own_that_is_not_there_is_told(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUTS_DATA", str(tmp_path / "onw"))
    with pytest.raises(ReadoutsError, match=r"READOUTS_DATA names .*onw, which is no folder: correct it"):
        readouts.load("events")


def test_folders_that_are_no_releases_are_passed_over(data: Path) -> None:
    (data / "notes").mkdir()
    (data / "0.11.0").mkdir()
    (data / ".0.12.0-x").mkdir()
    assert readouts.releases() == ["0.2.0", "0.10.0"]


def test_the_knowledge_of_the_coder_is_found() -> None:
    assert (knowledge_folder() / "occasions.csv").is_file()


@pytest.mark.parametrize("shipped", [True, False])
def test_what_is_shipped_comes_before_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, shipped: bool
) -> None:
    package = tmp_path / "src" / "readouts"
    (package / "_shipped" if shipped else package).mkdir(parents=True)
    monkeypatch.setattr("readouts.paths.PACKAGE", package)
    assert home() == (package / "_shipped" if shipped else tmp_path)


def test_the_accuracy_of_a_release_is_told_in_its_own_words() -> None:
    text = readouts.accuracy("1.0.0")
    assert text == (home() / "data" / "1.0.0" / "ACCURACY.md").read_text(encoding="utf-8")
    assert readouts.accuracy() == readouts.accuracy(readouts.releases()[-1])


def test_a_release_without_accuracy_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "9.0.0").mkdir()
    (tmp_path / "9.0.0" / "datapackage.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("READOUTS_DATA", str(tmp_path))
    with pytest.raises(readouts.ReadoutsError, match=r"release 9\.0\.0 has no ACCURACY\.md"):
        readouts.accuracy("9.0.0")
