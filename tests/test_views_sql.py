"""The views of the DuckDB and the SQLite file give the rows of the functions."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd
import pytest

import invented
import readouts
from readouts import views
from readouts.publishing import publish
from readouts.release.write import write_release
from test_views_levels import case_line, cases
from view_tables import POSITIONS, VIEWS, View, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
IN_SQL: dict[str, View] = {
    **VIEWS,
    "network_of_people": lambda release: views.network(release, between="people"),
}


LETTERS = """
n1 | 1 | XNO | climate | support | assert | XSU | - | Élargi “ÜBER” Partnership
s1 | 1 | XNO | climate | support | assert | XSU | - | élargi über partnership
n1 | 1 | XNO | nuclear | support | assert | XSU | - | The 'One' Partnership
s1 | 1 | XNO | nuclear | support | assert | XSU | - | the “one” partnership
n2 | 2 | XNO | territorial_integrity | support | assert | XSU | unity | supports Crİmea and Kosovo
n1 | 1 | XWE | peace_process | support | assert | XSU-XNO | - | supports talks
"""
"""Letters beyond A to Z, quotation marks, and a conflict as the target."""


def many_positions() -> str:
    """Those of the other tests, an answer in an article that places one of two, every case of the levels."""
    answer = "n2 | 2 | XNO | core_interests | support | assert | XWE | - | Norland stands by Westland\n"
    return POSITIONS + answer + LETTERS + "\n".join(map(case_line, cases()))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What is downloaded of an invented release, which `readouts` finds, too."""
    root = tmp_path_factory.mktemp("views")
    for name in ("CITATION.cff", "LICENSE-DATA"):
        shutil.copy(ROOT / name, root)
    write_release(invented.release("0.11.0", rows(positions=many_positions())), root / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("readouts.paths.home", lambda: root)
        yield publish(root)


def plain(value: Any) -> object:
    """A cell as both databases can have it."""
    if pd.isna(value):
        return None
    if hasattr(value, "isoformat"):
        return str(value)[:10]
    return int(value) if isinstance(value, (bool, int, float, np.generic)) else value


def in_one_order(found: list[tuple[Any, ...]]) -> list[tuple[object, ...]]:
    return sorted((tuple(map(plain, row)) for row in found), key=repr)


def given(dist: Path, view: str) -> Iterator[tuple[list[str], list[tuple[object, ...]]]]:
    """Columns and rows of a view in each of the two files."""
    (duck,), (lite,) = dist.glob("*.duckdb"), dist.glob("*.sqlite")
    with duckdb.connect(str(duck), read_only=True) as one, closing(sqlite3.connect(lite)) as other:
        for database in (one, other):
            asked: Any = database.execute(f'SELECT * FROM "{view}"')
            yield [column[0] for column in asked.description], in_one_order(asked.fetchall())


def check(dist: Path, view: str, release: str) -> pd.DataFrame:
    made = IN_SQL[view](release)
    expected = in_one_order(list(made.astype(object).itertuples(index=False, name=None)))
    for columns, found in given(dist, view):
        assert columns == list(made.columns)
        assert found == expected
    return made


@pytest.mark.parametrize("view", IN_SQL)
def test_of_the_newest_release(dist: Path, view: str) -> None:
    check(dist, view, readouts.__version__)


@pytest.mark.parametrize("view", IN_SQL)
def test_of_an_invented_release(published: Path, view: str) -> None:
    assert len(check(published, view, "0.11.0")) > 0
