"""The workbook holds what the release holds, cell by cell, and nothing in it is ever run."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet as pq
import pytest
from openpyxl.utils.escape import unescape

import invented
import invented_hostile as hostile
import readouts
from readouts.described import describe
from readouts.errors import CannotExport
from readouts.exporting import limits
from readouts.tables.codes import codes, vocabularies
from readouts.tables.models import MODELS, columns

NEWEST = readouts.releases()[-1]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newest release that there is, as a workbook."""
    return readouts.export(to="excel", out=tmp_path_factory.mktemp("excel"))[0]


def exported(changed: invented.Rows, data: Path, out: Path) -> Path:
    hostile.write(data, changed)
    return readouts.export(to="excel", out=out)[0]


def sheet(path: Path, name: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path)[name].iter_rows(values_only=True))


def as_released(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def titles_of(path: Path) -> list[object]:
    head, *rows = sheet(path, "articles")
    return [row[head.index("title")] for row in rows]


class TestTheNewestRelease:
    def test_has_its_sheets_in_the_order_of_the_tables(self, workbook: Path) -> None:
        tables = [table.name for table in describe().tables]
        assert openpyxl.load_workbook(workbook).sheetnames == ["about", *tables, "columns", "codes"]

    @pytest.mark.parametrize("table", MODELS)
    def test_is_in_the_workbook_cell_by_cell(self, workbook: Path, table: str) -> None:
        head, *rows = sheet(workbook, table)
        held = pq.read_table(describe().folder / f"{table}.parquet")
        assert list(head) == held.column_names
        found = [dict(zip(head, map(as_released, row), strict=True)) for row in rows]
        assert found == held.to_pylist()

    def test_tells_what_it_is_and_how_to_cite_it(self, workbook: Path) -> None:
        about = dict(sheet(workbook, "about"))
        assert about["version"] == NEWEST
        assert about["please cite"] == readouts.cite()
        assert about["licence"].startswith("CC-BY-4.0 ")
        assert {f"sheet {table}" for table in MODELS} <= set(about)

    def test_tells_every_column_of_the_tables(self, workbook: Path) -> None:
        told = [row[:2] for row in sheet(workbook, "columns")[1:]]
        assert told == [(table.name, column.name) for table in describe().tables for column in table.columns]
        assert {(table, column.name) for table in MODELS for column in columns(table)} <= set(told)
        assert all(all(row) for row in sheet(workbook, "columns"))

    def test_tells_every_code(self, workbook: Path) -> None:
        told = {row[:2] for row in sheet(workbook, "codes")[1:] if row[2]}
        assert {(name, code) for name in vocabularies() for code in codes(name)} <= told

    def test_has_days_that_sort_and_filter_as_days(self, workbook: Path) -> None:
        events = openpyxl.load_workbook(workbook)["events"]
        start = [cell.value for cell in events[1]].index("start")
        days = [row[start] for row in events.iter_rows(min_row=2) if row[start].value is not None]
        assert {(type(cell.value), cell.number_format) for cell in days} == {(datetime, "yyyy-mm-dd")}

    @pytest.mark.parametrize("table", MODELS)
    def test_keeps_the_header_in_sight_with_a_filter(self, workbook: Path, table: str) -> None:
        held = openpyxl.load_workbook(workbook)[table]
        assert held.freeze_panes == "A2"
        assert held.auto_filter.ref == held.dimensions
        assert all(cell.font.b for cell in held[1])

    def test_wraps_evidence(self, workbook: Path) -> None:
        held = openpyxl.load_workbook(workbook)["positions"]
        evidence = [cell.value for cell in held[1]].index("evidence") + 1
        assert held.cell(2, evidence).alignment.wrap_text
        assert not held.cell(2, 1).alignment.wrap_text

    def test_bears_the_day_of_the_release_and_no_other(self, workbook: Path) -> None:
        told = openpyxl.load_workbook(workbook).properties
        released = datetime.combine(describe().released, datetime.min.time())
        assert (told.created, told.modified) == (released, released)

    def test_computes_nothing_and_links_to_nothing(self, workbook: Path) -> None:
        assert active_parts(workbook) == []


def active_parts(path: Path) -> list[str]:
    """What could compute, fetch or run: formulas, links to elsewhere, macros."""
    with ZipFile(path) as packed:
        texts = {name: packed.read(name).decode() for name in packed.namelist()}
    inside = re.compile(r"<f[ >]|<hyperlink|TargetMode=\"External\"|<ddeLink|<oleLink|t=\"str\"")
    outside = re.compile(r"externalLink|vba|connections|activeX|drawing")
    return [name for name, text in texts.items() if inside.search(text) or outside.search(name)]


class TestHostileTexts:
    @pytest.fixture
    def path(self, data: Path, tmp_path: Path) -> Path:
        return exported(hostile.rows(list(hostile.TEXTS.values())), data, tmp_path / "out")

    def test_come_back_as_they_are(self, path: Path) -> None:
        """Excel reads escapes (_x005F_) in each run of a text; openpyxl joins the runs and leaves them."""
        for found, text in zip(titles_of(path), hostile.TEXTS.values(), strict=True):
            assert text in (found, unescape(str(found)))

    def test_are_text_also_when_somebody_edits_the_cell(self, path: Path) -> None:
        held = openpyxl.load_workbook(path)["articles"]
        title = [cell.value for cell in held[1]].index("title")
        cells = [row[title] for row in held.iter_rows(min_row=2)]
        assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}

    def test_compute_nothing_and_link_to_nothing(self, path: Path) -> None:
        assert active_parts(path) == []

    def test_of_the_title_are_text_too(self, path: Path) -> None:
        assert dict(sheet(path, "about"))["title"] == "=Hostile & <readouts>"

    def test_with_control_characters_show_them(self, data: Path, tmp_path: Path) -> None:
        rows = hostile.rows([text for text, _ in hostile.CONTROLS.values()])
        shown = [shown for _, shown in hostile.CONTROLS.values()]
        assert titles_of(exported(rows, data, tmp_path / "out")) == shown


class TestWhatASheetCannotHold:
    def test_is_told_of_a_text_that_is_too_long(self, data: Path, tmp_path: Path) -> None:
        titles = ["fits", "x" * 40_000, "x" * 32_767, "😀" * 16_384, "😀" * 16_383]
        with pytest.raises(CannotExport) as caught:
            exported(hostile.rows(titles), data, tmp_path / "out")
        lines = str(caught.value).splitlines()
        assert lines[0] == "2 export problems:"
        assert lines[1].startswith(
            "  articles, row 2, column title: has 40,000 characters; expected at most 32,767"
        )
        assert lines[2].startswith("  articles, row 4, column title: has 32,768 characters")
        assert "--to stata" in lines[1]
        assert not (tmp_path / "out").exists()

    def test_is_told_of_a_table_that_is_too_long(
        self, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "ROWS", 2)
        with pytest.raises(CannotExport, match="participants: has 3 rows; expected at most 2 "):
            readouts.export(out=tmp_path / "out")
        assert not (tmp_path / "out").exists()

    def test_fits_if_the_text_just_does(self, data: Path, tmp_path: Path) -> None:
        titles = ["x" * 32_767, "😀" * 16_383]
        assert titles_of(exported(hostile.rows(titles), data, tmp_path / "out")) == titles


def test_days_that_excel_does_not_know_are_text(data: Path, tmp_path: Path) -> None:
    rows = hostile.rows(["a", "b", "c", "d"])
    days = [date(1899, 12, 31), date(1900, 1, 1), date(1900, 3, 1), date(9999, 12, 31)]
    for row, day in zip(rows["articles"], days, strict=True):
        row["published"] = day
    head, *found = sheet(exported(rows, data, tmp_path / "out"), "articles")
    shown = [as_released(row[head.index("published")]) for row in found]
    assert shown == ["1899-12-31", *days[1:]]


def test_empty_tables_have_their_header(data: Path, tmp_path: Path) -> None:
    empty: invented.Rows = {table: [] for table in MODELS}
    path = exported(empty, data, tmp_path / "out")
    for table in MODELS:
        assert sheet(path, table) == [tuple(column.name for column in columns(table))]
