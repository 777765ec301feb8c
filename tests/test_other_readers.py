"""Other programs read the newest release as their users would: the same rows, days, nulls and letters."""

from __future__ import annotations

import csv
import datetime
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.dataset as pa_dataset
import pyarrow.parquet as pq
import pytest

import invented
import readouts
from readouts.publishing.readers import readers
from readouts.release.write import write_release

if TYPE_CHECKING:
    from collections.abc import Callable

RELEASE = Path(__file__).parents[1] / "data" / readouts.__version__
DESCRIBED = json.loads((RELEASE / "datapackage.json").read_text(encoding="utf-8"))
TABLES: dict[str, dict[str, Any]] = {
    each["name"]: each for each in DESCRIBED["resources"] if each["format"] == "csv"
}
HARD = {"label": "NULL", "place": 'Åre, "Ünye" 東京\nnext line', "country": "NAM"}
"""What readers like to take for something else: a word for null, a quote and a line end, and a state."""

Rows = list[dict[str, Any]]


def wanted(table: str, folder: Path = RELEASE) -> Rows:
    """The rows as the release holds them."""
    rows: Rows = pq.read_table(folder / f"{table}.parquet").to_pylist()
    return rows


def columns_of(table: str, kind: str) -> list[str]:
    return [field["name"] for field in TABLES[table]["schema"]["fields"] if field["type"] == kind]


def pandas_csv(path: Path, table: str) -> Rows:
    frame = pd.read_csv(
        path,
        keep_default_na=False,
        na_values=[""],
        parse_dates=columns_of(table, "date"),
        dtype=dict.fromkeys(columns_of(table, "string"), "str")
        | dict.fromkeys(columns_of(table, "integer"), "Int64")
        | dict.fromkeys(columns_of(table, "boolean"), "boolean"),
    )
    return from_pandas(frame)


def from_pandas(frame: pd.DataFrame) -> Rows:
    return [
        {str(name): None if pd.isna(value) else as_day(value) for name, value in row.items()}
        for row in frame.astype(object).to_dict("records")
    ]


def as_day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime.datetime) else value


def polars_csv(path: Path, table: str) -> Rows:
    text = dict.fromkeys(columns_of(table, "string"), pl.String)
    frame = pl.read_csv(path, try_parse_dates=True, infer_schema_length=None, schema_overrides=text)
    nothing = [name for name in columns_of(table, "date") if frame[name].null_count() == len(frame)]
    return frame.with_columns(pl.col(nothing).cast(pl.Date)).to_dicts()


def duckdb_rows(sql: str) -> Rows:
    with duckdb.connect() as database:
        found = database.execute(sql)
        names = [column[0] for column in found.description or []]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def duckdb_csv(path: Path, table: str) -> Rows:
    text = ", ".join(f"'{name}': 'VARCHAR'" for name in columns_of(table, "string"))
    days = ", ".join(f"'{name}': 'DATE'" for name in columns_of(table, "date"))
    return duckdb_rows(f"FROM read_csv('{path}', types = {{{', '.join(filter(None, (text, days)))}}})")


def arrow_csv(path: Path, table: str) -> Rows:
    types = {"string": pa.string(), "date": pa.date32(), "integer": pa.int32(), "boolean": pa.bool_()}
    fields = TABLES[table]["schema"]["fields"]
    options = pa_csv.ConvertOptions(
        column_types={field["name"]: types[field["type"]] for field in fields},
        strings_can_be_null=True,
        null_values=[""],
    )
    parsing = pa_csv.ParseOptions(newlines_in_values=True)
    rows: Rows = pa_csv.read_csv(path, convert_options=options, parse_options=parsing).to_pylist()
    return rows


def frictionless_csv(path: Path, table: str) -> Rows:
    package: Any = frictionless.Package(str(path.parent / "datapackage.json"))
    with frictionless.system.use_context(trusted=True):
        return [dict(row) for row in package.get_resource(table).read_rows()]


CSV: dict[str, Callable[[Path, str], Rows]] = {
    "pandas": pandas_csv,
    "Polars": polars_csv,
    "DuckDB": duckdb_csv,
    "pyarrow": arrow_csv,
    "frictionless": frictionless_csv,
}
PARQUET: dict[str, Callable[[Path], Rows]] = {
    "pandas": lambda path: from_pandas(pd.read_parquet(path)),
    "pandas with Arrow types": lambda path: from_pandas(pd.read_parquet(path, dtype_backend="pyarrow")),
    "Polars": lambda path: pl.read_parquet(path).to_dicts(),
    "Polars, lazily": lambda path: pl.scan_parquet(path).collect().to_dicts(),
    "DuckDB": lambda path: duckdb_rows(f"FROM '{path}'"),
    "pyarrow": lambda path: pa_dataset.dataset(path).to_table().to_pylist(),
}


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release with what readers like to take for something else."""
    rows = invented.rows()
    rows["events"][1] |= HARD
    rows["articles"][1] |= {"outlet": "None", "title": "NA"}
    folder, _ = write_release(invented.release("0.1.0", rows), tmp_path_factory.mktemp("hard"))
    return folder


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("program", PARQUET)
def test_parquet_is_read_whole_by(program: str, table: str) -> None:
    assert PARQUET[program](RELEASE / f"{table}.parquet") == wanted(table)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("program", CSV)
def test_csv_is_read_whole_by(program: str, table: str) -> None:
    assert CSV[program](RELEASE / f"{table}.csv", table) == wanted(table)


@pytest.mark.parametrize("program", CSV)
def test_no_word_is_taken_for_null_by(program: str, hard: Path) -> None:
    for table in ("events", "articles"):
        assert CSV[program](hard / f"{table}.csv", table) == wanted(table, hard)
    events = {row["label"]: row for row in CSV[program](hard / "events.csv", "events")}
    assert (events["NULL"]["country"], events["NULL"]["place"]) == (HARD["country"], HARD["place"])


@pytest.mark.parametrize("program", PARQUET)
def test_every_letter_comes_through_parquet_to(program: str, hard: Path) -> None:
    assert PARQUET[program](hard / "events.parquet") == wanted("events", hard)


def test_pandas_sees_days_as_days_and_numbers_as_numbers() -> None:
    articles = pd.read_parquet(RELEASE / "articles.parquet")
    assert isinstance(articles["published"].dropna().iloc[0], datetime.date)
    assert pd.api.types.is_integer_dtype(articles["characters"])
    assert pd.api.types.is_string_dtype(articles["outlet"])


def test_polars_and_duckdb_see_days_as_days() -> None:
    assert pl.read_parquet(RELEASE / "events.parquet").schema["start"] == pl.Date
    assert pl.read_csv(RELEASE / "events.csv", try_parse_dates=True).schema["end"] == pl.Date
    kinds = duckdb_rows(f"SELECT DISTINCT typeof(\"start\") AS kind FROM '{RELEASE / 'events.csv'}'")
    assert kinds == [{"kind": "DATE"}]


def test_plain_csv_is_read_by_pythons_own_reader_too() -> None:
    for table in TABLES:
        with (RELEASE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        assert [list(row) for row in found[:1]] == [list(wanted(table)[0])]
        assert len(found) == TABLES[table]["rows"] == len(wanted(table))


class TestAQuestion:
    """How many positions each holder states on each topic: the same answer from every program."""

    @pytest.fixture
    def answer(self) -> dict[tuple[str, str], int]:
        counted: dict[tuple[str, str], int] = {}
        with (RELEASE / "positions.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                counted[row["holder"], row["topic"]] = counted.get((row["holder"], row["topic"]), 0) + 1
        assert len(counted) > 3
        return counted

    def test_to_pandas(self, answer: dict[tuple[str, str], int]) -> None:
        frame = pd.read_parquet(RELEASE / "positions.parquet")
        assert frame.groupby(["holder", "topic"]).size().to_dict() == answer

    def test_to_polars(self, answer: dict[tuple[str, str], int]) -> None:
        frame = pl.read_csv(RELEASE / "positions.csv").group_by("holder", "topic").len()
        assert {(holder, topic): number for holder, topic, number in frame.rows()} == answer

    def test_to_duckdb_and_sqlite(self, answer: dict[tuple[str, str], int], dist: Path) -> None:
        sql = "SELECT holder, topic, count(*) FROM stated_positions GROUP BY holder, topic"
        with duckdb.connect(str(next(dist.glob("*.duckdb"))), read_only=True) as database:
            assert {(row[0], row[1]): row[2] for row in database.execute(sql).fetchall()} == answer
        with closing(sqlite3.connect(next(dist.glob("*.sqlite")))) as lite:
            assert {(row[0], row[1]): row[2] for row in lite.execute(sql)} == answer

    def test_to_pandas_over_sqlite(self, answer: dict[tuple[str, str], int], dist: Path) -> None:
        with closing(sqlite3.connect(next(dist.glob("*.sqlite")))) as lite:
            frame = pd.read_sql("SELECT * FROM stated_positions", lite, parse_dates=["published"])
        assert frame.groupby(["holder", "topic"]).size().to_dict() == answer
        assert frame["published"].dtype.kind == "M"


class TestFrictionless:
    def test_finds_the_descriptor_right(self, unpacked: Path) -> None:
        for folder in (RELEASE, unpacked):
            described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
            assert list(frictionless.Package.metadata_validate(described)) == []

    @pytest.mark.parametrize("table", TABLES)
    def test_finds_the_csv_right(self, table: str) -> None:
        package = frictionless.Package(str(RELEASE / "datapackage.json"))
        report = package.get_resource(table).validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])

    def test_would_find_a_wrong_code(self, hard: Path, tmp_path: Path) -> None:
        copy = tmp_path / "copy"
        shutil.copytree(hard, copy)
        text = (copy / "positions.csv").read_text(encoding="utf-8")
        (copy / "positions.csv").write_text(text.replace(",support,", ",unsure,"), encoding="utf-8")
        package = frictionless.Package(str(copy / "datapackage.json"))
        assert not package.get_resource("positions").validate().valid


RSCRIPT = shutil.which("Rscript")
IN_R = """
positions <- read.csv("positions.csv", na.strings = "", encoding = "UTF-8")
events <- read.csv("events.csv", na.strings = "", encoding = "UTF-8")
cat(nrow(positions), sum(is.na(positions$target)), nrow(events), sum(is.na(as.Date(events$start))), "\\n")
"""


@pytest.mark.skipif(RSCRIPT is None, reason="Rscript is not installed")
def test_r_reads_rows_days_and_nulls() -> None:
    done = subprocess.run(
        [str(RSCRIPT), "--vanilla", "-e", IN_R], cwd=RELEASE, capture_output=True, text=True, check=True
    )
    positions, events = wanted("positions"), wanted("events")
    nulls = sum(row["target"] is None for row in positions), sum(row["start"] is None for row in events)
    assert [int(word) for word in done.stdout.split()] == [len(positions), nulls[0], len(events), nulls[1]]


@pytest.mark.parametrize(
    "name", [reader.name for reader in readers(readouts.__version__) if reader.language == "python"]
)
def test_the_lines_to_copy_run_as_they_stand(name: str, dist: Path, unpacked: Path, tmp_path: Path) -> None:
    """In the folder that the page speaks of: the files saved there, the zip unpacked there."""
    (code,) = [reader.code for reader in readers(readouts.__version__) if reader.name == name]
    for path in (*dist.glob("*.duckdb"), *dist.glob("*.sqlite")):
        shutil.copy(path, tmp_path)
    shutil.copytree(unpacked, tmp_path / unpacked.name)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 1
