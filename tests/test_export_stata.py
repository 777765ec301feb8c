"""The data files hold what the release holds, cell by cell, with labels, in types of Stata's own."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pandas.io.stata import StataReader

import invented_hostile as hostile
import readouts
from readouts.described import describe
from readouts.errors import CannotExport
from readouts.tables.models import MODELS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newest release that there is, as data files."""
    return readouts.export(to="stata", out=tmp_path_factory.mktemp("stata"))[0].parent


def read(path: Path) -> Any:
    return StataReader(path)


def frame(path: Path) -> pd.DataFrame:
    return pd.read_stata(path, convert_categoricals=False)


def cells(held: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows in Python's own types; Stata has no null for text, and no truth values."""
    return [{str(name): plain(value) for name, value in row.items()} for row in held.to_dict("records")]


def plain(value: Any) -> Any:
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)) or value is pd.NA:
        return None
    return value.date() if isinstance(value, datetime) else value


def released(table: str) -> list[dict[str, Any]]:
    held = readouts.load(table)
    texts = [name for name in held.columns if pd.api.types.is_string_dtype(held[name].dtype)]
    return cells(held.fillna(dict.fromkeys(texts, "")))


class TestTheNewestRelease:
    @pytest.mark.parametrize("table", MODELS)
    def test_is_in_the_file_cell_by_cell(self, folder: Path, table: str) -> None:
        found = frame(folder / f"{table}.dta")
        assert list(found.columns) == list(readouts.load(table).columns)
        assert cells(found) == released(table)

    @pytest.mark.parametrize("table", MODELS)
    def test_labels_every_variable(self, folder: Path, table: str) -> None:
        (described,) = (held for held in describe().tables if held.name == table)
        with read(folder / f"{table}.dta") as reader:
            labels = reader.variable_labels()
        assert list(labels) == [column.name for column in described.columns]
        for column in described.columns:
            label = labels[column.name]
            assert 0 < len(label) <= 80
            assert label == column.description or column.description.startswith(label.removesuffix(" ..."))

    def test_tells_what_it_is_and_of_which_day(self, folder: Path) -> None:
        with read(folder / "events.dta") as reader:
            assert reader.data_label == f"{describe().title}, version {describe().version}: events"
            assert reader.time_stamp == describe().released.strftime("%d %b %Y 00:00")

    def test_is_in_the_format_of_stata_14(self, folder: Path) -> None:
        for path in folder.iterdir():
            assert path.read_bytes().startswith(b"<stata_dta><header><release>118</release>")

    def test_names_truth_and_falsehood(self, folder: Path) -> None:
        with read(folder / "coverage.dta") as reader:
            assert set(reader.read()["is_stated"].cat.categories) <= {"false", "true"}
            assert reader.value_labels() == {"is_stated": {0: "false", 1: "true"}}

    def test_keeps_days_as_days(self, folder: Path) -> None:
        assert b"%td" in (folder / "events.dta").read_bytes()
        assert frame(folder / "events.dta")["end"].dtype.kind == "M"


class TestHostileTexts:
    def test_come_back_as_they_are(self, data: Path, tmp_path: Path) -> None:
        titles = [*hostile.TEXTS.values(), *(text for text, _ in hostile.CONTROLS.values()), "long " * 8_000]
        hostile.write(data, hostile.rows(titles))
        (path,) = readouts.export(to="stata", out=tmp_path / "out", tables=["articles"])
        assert frame(path)["title"].tolist() == titles

    @pytest.mark.parametrize("length", [255, 256, 2045, 2046, 40_000])
    @pytest.mark.parametrize("letter", ["x", "é", "👩"])
    def test_may_be_of_any_length(self, data: Path, tmp_path: Path, letter: str, length: int) -> None:
        titles = [letter * length, "short", letter * (length - 1)]
        hostile.write(data, hostile.rows(titles))
        (path,) = readouts.export(to="stata", out=tmp_path / "out", tables=["articles"])
        assert frame(path)["title"].tolist() == titles

    def test_with_nul_are_refused(self, data: Path, tmp_path: Path) -> None:
        hostile.write(data, hostile.rows(["a\0b"]))
        with pytest.raises(CannotExport, match="articles, column title: holds the character NUL"):
            readouts.export(to="stata", out=tmp_path / "out")
        assert not (tmp_path / "out").exists()


def test_days_from_any_century_come_back(data: Path, tmp_path: Path) -> None:
    rows = hostile.rows(["a", "b", "c", "d"])
    days = [date(1648, 10, 24), date(1960, 1, 1), None, date(9999, 12, 31)]
    for row, day in zip(rows["articles"], days, strict=True):
        row["published"] = day
    hostile.write(data, rows)
    (path,) = readouts.export(to="stata", out=tmp_path / "out", tables=["articles"])
    assert [row["published"] for row in cells(frame(path))] == days


def test_empty_tables_have_their_columns(data: Path, tmp_path: Path) -> None:
    hostile.write(data, {table: [] for table in MODELS})
    for path in readouts.export(to="stata", out=tmp_path / "out"):
        assert list(frame(path).columns) == list(readouts.load(path.stem).columns)
        assert len(frame(path)) == 0


def table(data: Path, held: dict[str, pa.Array]) -> None:
    """Write the newest release by hand: one table of these columns."""
    folder = data / "99.0.0"
    folder.mkdir()
    pq.write_table(pa.table(held), folder / "events.parquet")
    fields = [{"name": name, "type": "any", "description": f"The {name}."} for name in held]
    told = {
        "name": "readouts",
        "title": "By hand",
        "version": "99.0.0",
        "created": "2031-04-01T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0"}],
        "resources": [{"path": "events.parquet", "schema": {"fields": fields}}],
    }
    (folder / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")


NAMES = {
    "too long": "n" * 33,
    "a space": "of whom",
    "a digit first": "1st",
    "a type of Stata": "str20",
    "a word of Stata": "using",
}


@pytest.mark.parametrize("what", NAMES)
def test_names_that_stata_does_not_allow_are_refused(data: Path, tmp_path: Path, what: str) -> None:
    name = NAMES[what]
    table(data, {name: pa.array(["x"])})
    with pytest.raises(CannotExport) as caught:
        readouts.export(to="stata", out=tmp_path / "out")
    assert f"events, column {name}: is no name that Stata allows" in str(caught.value)


@pytest.mark.parametrize("name", ["end", "class", "n" * 32, "année"])
def test_names_that_stata_allows_stay_as_they_are(data: Path, tmp_path: Path, name: str) -> None:
    table(data, {name: pa.array([date(2031, 4, 1)]), "other": pa.array(["x"])})
    (path,) = readouts.export(to="stata", out=tmp_path / "out")
    assert cells(frame(path)) == [{name: date(2031, 4, 1), "other": "x"}]


def test_missing_numbers_and_truths_are_missing(data: Path, tmp_path: Path) -> None:
    numbers = pa.array([None, 0, -(2**31) + 1, 2**31 - 1], pa.int32())
    truths = pa.array([True, None, False, None])
    table(data, {"number": numbers, "truth": truths})
    (path,) = readouts.export(to="stata", out=tmp_path / "out")
    assert [row["number"] for row in cells(frame(path))] == numbers.to_pylist()
    assert [row["truth"] for row in cells(frame(path))] == [1, None, 0, None]
