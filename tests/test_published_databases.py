"""The DuckDB and the SQLite file: the rows, keys and codes of the release, and the same views."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

import invented
import readouts
from readouts.publishing import publish
from readouts.publishing.ddl import create_table, in_order
from readouts.publishing.views import views
from readouts.release.write import write_release

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
TABLES = sorted(path.stem for path in (ROOT / "data" / readouts.__version__).glob("*.parquet"))
VIEWS = [view.name for view in views()]
QUESTIONS = [
    "dated_positions",
    "state_sides",
    "exchanges",
    "silences",
    "placed_positions",
    "one_china_levels",
    "integrity_levels",
    "dyads",
    "network",
    "network_of_people",
    "statements",
    "wording",
    "two_sides",
]
"""What is compared with the functions of `readouts.views` in `test_views_sql.py`, and what it rests on."""

NASTY = "O'Neill; \"DROP TABLE\" 东京 %s ? -- \t'' Ş\u202e"

CROWD = 200

Row = tuple[Any, ...]


@dataclass
class Databases:
    """Both files of one release, open, and where its Parquet files are."""

    duck: duckdb.DuckDBPyConnection
    lite: sqlite3.Connection
    folder: Path

    def both(self, sql: str) -> tuple[list[Row], list[Row]]:
        """What each answers, in its own order, dates and truth as SQLite has them."""
        plain = [tuple(map(as_sqlite, row)) for row in self.duck.execute(sql).fetchall()]
        return plain, self.lite.execute(sql).fetchall()

    def frame(self, table: str) -> pd.DataFrame:
        """A table with plain values: None where null, days as days."""
        rows = pq.read_table(self.folder / f"{table}.parquet").to_pylist()
        return pd.DataFrame(rows, dtype=object)

    def described(self) -> dict[str, Any]:
        held = json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8"))
        return {each["name"]: each for each in held["resources"] if each["format"] == "csv"}


def as_sqlite(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def in_one_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: [(value is not None, str(value)) for value in row])


def opened(dist: Path, folder: Path) -> Databases:
    (duck,), (lite,) = dist.glob("*.duckdb"), dist.glob("*.sqlite")
    return Databases(duckdb.connect(str(duck), read_only=True), sqlite3.connect(lite), folder)


@pytest.fixture(scope="module")
def newest(dist: Path) -> Iterator[Databases]:
    databases = opened(dist, ROOT / "data" / readouts.__version__)
    with closing(databases.duck), closing(databases.lite):
        yield databases


def nasty_rows() -> invented.Rows:
    """Rows with every letter that SQL could stumble over, and events with many participants."""
    rows = invented.rows()
    rows["actors"][1]["name"] = NASTY
    rows["events"][0]["label"] = NASTY
    rows["events"][0] |= {"event_type": "conference", "start": date(1969, 12, 31), "end": date(2031, 3, 4)}
    rows["events"][0] |= {
        "date_edtf": "1969-12-31/2031-03-04",
        "date_precision": "span",
        "date_basis": "article",
    }
    rows["participants"][2] |= {"name": "Å. Last", "represents": None, "office_of": None}
    for number in range(CROWD):
        who, side = f"per_guest_{number}", side_of(number)
        rows["actors"].append(invented.actor(who, "person", "Guest", side))
        guest = {**rows["participants"][0], "participant_id": invented.key("par", 1000 + number)}
        guest |= {"event_id": invented.key("evt", 2), "actor_id": who, "represents": side}
        rows["participants"].append(guest | {"name": f"Guest {number * 7919 % CROWD:03}"})
    return rows


def side_of(number: int) -> str:
    return f"X{chr(65 + number % 26)}{chr(65 + number % 7)}"


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    root = tmp_path_factory.mktemp("nasty")
    for name in ("CITATION.cff", "LICENSE-DATA"):
        shutil.copy(ROOT / name, root)
    folder, _ = write_release(invented.release("0.11.0", nasty_rows()), root / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("readouts.paths.home", lambda: root)
        databases = opened(publish(root), folder)
    with closing(databases.duck), closing(databases.lite):
        yield databases


class TestRows:
    @pytest.mark.parametrize("table", TABLES)
    def test_of_a_table_are_those_of_the_release_in_its_order(self, newest: Databases, table: str) -> None:
        wanted = [
            tuple(as_sqlite(value) for value in row.values())
            for row in pq.read_table(newest.folder / f"{table}.parquet").to_pylist()
        ]
        duck, lite = newest.both(f'SELECT * FROM "{table}"')
        assert wanted
        assert duck == wanted
        assert lite == wanted

    @pytest.mark.parametrize("view", VIEWS)
    def test_of_a_view_are_the_same_in_both(self, newest: Databases, view: str) -> None:
        duck, lite = newest.both(f'SELECT * FROM "{view}"')
        assert duck or view in QUESTIONS
        assert in_one_order(duck) == in_one_order(lite)

    @pytest.mark.parametrize("name", [*TABLES, *VIEWS])
    def test_are_the_same_in_both_whatever_the_letters(self, nasty: Databases, name: str) -> None:
        if name in TABLES and not (nasty.folder / f"{name}.parquet").is_file():
            pytest.skip("a table that the invented release does not have")
        duck, lite = nasty.both(f'SELECT * FROM "{name}"')
        assert duck or name in [*TABLES, *QUESTIONS]
        assert in_one_order(duck) == in_one_order(lite)

    def test_keep_every_letter(self, nasty: Databases) -> None:
        told = "SELECT count(*) FROM stated_positions WHERE holder_name IS NOT NULL"
        assert nasty.both(told) == ([(1,)], [(1,)])
        asked = "SELECT label, \"start\" FROM event_list WHERE event_type = 'conference'"
        assert nasty.both(asked) == ([(NASTY, "1969-12-31")], [(NASTY, "1969-12-31")])

    def test_tell_what_the_file_is(self, newest: Databases) -> None:
        duck, lite = newest.both('SELECT * FROM "release"')
        assert duck == lite
        told: dict[str, str] = {key: value for key, value in duck}  # noqa: C416 - mypy knows no lengths
        assert told["version"] == readouts.__version__
        assert told["citation"].startswith("The readouts maintainers (")
        assert {key for key, _ in duck} == {"name", "title", "version", "released", "licence", "citation"}


class TestTypes:
    def test_are_duckdbs_own(self, newest: Databases) -> None:
        asked = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
        found = {(table, column): kind for table, column, kind in newest.duck.execute(asked).fetchall()}
        wanted = {"string": "VARCHAR", "date": "DATE", "integer": "INTEGER", "boolean": "BOOLEAN"}
        for table, resource in newest.described().items():
            for field in resource["schema"]["fields"]:
                assert found[table, field["name"]] == wanted[field["type"]]

    def test_are_text_and_whole_numbers_in_sqlite(self, newest: Databases) -> None:
        allowed = {"string": {"text"}, "date": {"text"}, "integer": {"integer"}, "boolean": {"integer"}}
        for table, resource in newest.described().items():
            for field in resource["schema"]["fields"]:
                asked = f'SELECT DISTINCT typeof("{field["name"]}") FROM "{table}"'
                found = {kind for (kind,) in newest.lite.execute(asked)}
                assert found <= allowed[field["type"]] | {"null"}, (table, field["name"])

    def test_of_dates_are_days_that_both_reckon_with(self, newest: Databases) -> None:
        days = [(row["start"], row["end"]) for row in newest.frame("events").to_dict("records")]
        longest = max((end - start).days for start, end in days if start and end)
        first = min(start for start, _ in days if start)
        in_duckdb = 'SELECT max("end" - "start"), min("start") FROM events'
        assert newest.duck.execute(in_duckdb).fetchone() == (longest, first)
        in_sqlite = 'SELECT max(julianday("end") - julianday("start")), min("start") FROM events'
        assert newest.lite.execute(in_sqlite).fetchone() == (longest, first.isoformat())


class TestKeys:
    def test_are_those_of_the_descriptor(self, newest: Databases) -> None:
        for table, resource in newest.described().items():
            schema = resource["schema"]
            wanted = {
                (key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
                for key in schema.get("foreignKeys", [])
            }
            info = newest.lite.execute(f'PRAGMA table_info("{table}")').fetchall()
            keys = newest.lite.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            asked = (
                "SELECT constraint_type, constraint_column_names, referenced_table, referenced_column_names "
                f"FROM duckdb_constraints() WHERE table_name = '{table}'"
            )
            duck = newest.duck.execute(asked).fetchall()
            required = {
                field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")
            }
            if required.issuperset(schema["primaryKey"]):
                numbered = sorted((row[5], row[1]) for row in info if row[5])
                assert [name for _, name in numbered] == schema["primaryKey"]
                assert [row[1] for row in duck if row[0] == "PRIMARY KEY"] == [schema["primaryKey"]]
            assert {(row[3], row[2], row[4]) for row in keys} == wanted
            assert {(row[1][0], row[2], row[3][0]) for row in duck if row[0] == "FOREIGN KEY"} == wanted
            assert {row[1] for row in info if row[3]} == required
            assert {row[1][0] for row in duck if row[0] == "NOT NULL"} >= required

    def test_hold_for_every_row(self, newest: Databases) -> None:
        assert newest.lite.execute("PRAGMA foreign_key_check").fetchall() == []
        assert newest.lite.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def test_that_may_be_null_are_no_primary_keys(self) -> None:
        fields = [{"name": name, "type": "string", "description": name} for name in ("a", "b")]
        fields[0]["constraints"] = {"required": True}  # type: ignore[assignment]
        table = {"description": "Two.", "schema": {"fields": fields, "primaryKey": ["a", "b"]}}
        assert 'UNIQUE ("a", "b")' in create_table("two", table)

    def test_have_tables_made_before_those_that_point_to_them(self, newest: Databases) -> None:
        order = list(in_order(newest.described()))
        assert sorted(order) == TABLES
        assert order.index("actors") < order.index("participants")


BROKEN = {
    "a code that is none": "UPDATE positions SET stance = 'unsure'",
    "a count below nothing": "UPDATE coverage SET n_positions = -1",
    "nothing where a value must be": "UPDATE positions SET holder = NULL",
    "a key that is there": "INSERT INTO actors SELECT * FROM actors",
    "an article that is not there": "UPDATE coverage SET article_id = 'art_none'",
}


@pytest.mark.parametrize("sql", BROKEN.values(), ids=BROKEN)
def test_neither_takes(dist: Path, tmp_path: Path, sql: str) -> None:
    for path in (*dist.glob("*.duckdb"), *dist.glob("*.sqlite")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (
        duckdb.connect(str(next(tmp_path.glob("*.duckdb")))) as duck,
        pytest.raises(duckdb.ConstraintException),
    ):
        duck.execute(sql)
    with closing(sqlite3.connect(next(tmp_path.glob("*.sqlite")))) as lite:
        lite.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            lite.execute(sql)


@pytest.mark.parametrize("value", ["13.11.2024", "2024-11", "2024-11-31"])
def test_sqlite_takes_no_date_that_is_none(dist: Path, tmp_path: Path, value: str) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(next(dist.glob("*.sqlite")).read_bytes())
    with closing(sqlite3.connect(copy)) as lite, pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        lite.execute("UPDATE articles SET published = ?", [value])


class TestWords:
    def test_of_the_descriptor_stand_at_tables_and_columns_in_duckdb(self, newest: Databases) -> None:
        asked = "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE comment IS NOT NULL"
        found = {(table, column): comment for table, column, comment in newest.duck.execute(asked).fetchall()}
        tables = dict(newest.duck.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
        for table, resource in newest.described().items():
            assert tables[table] == resource["description"]
            for field in resource["schema"]["fields"]:
                assert found[table, field["name"]] == field["description"]

    def test_of_the_descriptor_stand_in_the_statements_of_sqlite(self, newest: Databases) -> None:
        for table, resource in newest.described().items():
            asked = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
            (statement,) = newest.lite.execute(asked, [table]).fetchone()
            for field in resource["schema"]["fields"]:
                line = next(
                    line for line in statement.splitlines() if line.startswith(f'  "{field["name"]}" ')
                )
                assert line.endswith(f"-- {field['description']}")

    def test_explain_every_view(self, newest: Databases) -> None:
        asked = "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
        assert dict(newest.duck.execute(asked).fetchall()) == {view.name: view.about for view in views()}
        assert ["stated_positions", "event_list", "who_met_whom", "core_topics", *QUESTIONS] == VIEWS


class TestViews:
    """Against pandas, on the newest release."""

    def rows(self, databases: Databases, view: str) -> list[dict[str, Any]]:
        found = databases.lite.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    def test_stated_positions_are_the_positions_with_what_they_point_to(self, newest: Databases) -> None:
        positions, actors = newest.frame("positions"), newest.frame("actors")
        articles = newest.frame("articles").set_index("article_id")
        events = newest.frame("events").set_index("event_id")
        names = actors.set_index("actor_id")["name"]
        states = actors[actors["kind"] == "state"].set_index("country")["name"]
        organisations = set(actors.loc[actors["kind"] == "organisation", "name"])
        found = {row["position_id"]: row for row in self.rows(newest, "stated_positions")}
        assert len(found) == len(positions)
        for row in positions.to_dict("records"):
            told = found[row["position_id"]]
            holder = row["holder"]
            assert told["holder_name"] == states.get(holder, holder if holder in organisations else None)
            assert told["speaker_name"] == names.get(row["speaker_id"])
            assert told["outlet"] == articles.loc[row["article_id"], "outlet"]
            assert told["published"] == as_sqlite(articles.loc[row["article_id"], "published"])
            assert told["url"] == articles.loc[row["article_id"], "url"]
            if row["event_id"]:
                event = events.loc[row["event_id"]]
                assert told["event_label"] == event["label"]
                assert (told["event_start"], told["event_end"]) == (
                    as_sqlite(event["start"]),
                    as_sqlite(event["end"]),
                )
            kept = ("holder", "topic", "stance", "act", "target", "speaker", "formula", "evidence")
            assert [told[column] for column in kept] == [row[column] for column in kept]

    def test_event_list_names_participants_and_sides_in_a_fixed_order(self, newest: Databases) -> None:
        parts = newest.frame("participants").sort_values(["name", "participant_id"])
        events = newest.frame("events").set_index("event_id")
        found = {row["event_id"]: row for row in self.rows(newest, "event_list")}
        assert found.keys() == set(events.index)
        for event_id, row in found.items():
            told = [
                f"{part['name']} ({', '.join(dict.fromkeys([*acts_for(part), part['role']]))})"
                for part in parts[parts["event_id"] == event_id].to_dict("records")
            ]
            sides = sorted(set(parts.loc[parts["event_id"] == event_id, "represents"].dropna()))
            assert row["participants"] == ("; ".join(told) or None)
            assert row["sides"] == (";".join(sides) or None)
            assert row["n_reports"] == events.loc[event_id, "n_reports"]

    def test_who_met_whom_has_each_pair_once_an_event_that_took_place(self, newest: Databases) -> None:
        parts, events = newest.frame("participants"), newest.frame("events")
        met = events[
            events["event_type"].isin(["meeting", "call", "visit", "conference"])
            & events["status"].isin(["occurred", "ongoing"])
        ]
        wanted = [
            (event_id, *pair)
            for event_id in met["event_id"]
            for pair in combinations(
                sorted(set(parts.loc[parts["event_id"] == event_id, "represents"].dropna())), 2
            )
        ]
        found = [(row["event_id"], row["side_a"], row["side_b"]) for row in self.rows(newest, "who_met_whom")]
        assert wanted
        assert sorted(found) == sorted(wanted)

    def test_core_topics_tell_of_every_article_and_core_topic(self, newest: Databases) -> None:
        merged = newest.frame("coverage").merge(newest.frame("articles"), on="article_id")
        wanted = {
            (row["article_id"], row["topic"]): (
                row["outlet"],
                as_sqlite(row["published"]),
                int(row["is_stated"]),
                row["n_positions"],
            )
            for row in merged.to_dict("records")
        }
        found = {
            (row["article_id"], row["topic"]): (
                row["outlet"],
                row["published"],
                row["is_stated"],
                row["n_positions"],
            )
            for row in self.rows(newest, "core_topics")
        }
        assert found == wanted

    def test_keep_their_order_with_many_threads(self, nasty: Databases) -> None:
        nasty.duck.execute("SET threads = 4")
        names = sorted(
            (row["name"], row["participant_id"])
            for row in nasty.frame("participants").to_dict("records")
            if row["event_id"] == invented.key("evt", 2)
        )
        asked = "SELECT participants FROM event_list WHERE event_type = 'conference'"
        for told, *_ in nasty.both(asked):
            assert [part.split(" (")[0] for part in told[0].split("; ")] == [name for name, _ in names]

    def test_pair_nobody_with_nobody(self, nasty: Databases) -> None:
        counted = "SELECT count(*), count(DISTINCT side_a || side_b) FROM who_met_whom"
        asked = f"{counted} WHERE event_type = 'conference'"
        sides = {side_of(number) for number in range(CROWD)}
        pairs = len(sides) * (len(sides) - 1) // 2
        assert nasty.both(asked) == ([(pairs, pairs)], [(pairs, pairs)])


def acts_for(part: dict[Any, Any]) -> list[str]:
    side = part["represents"]
    return [side] if side and side != part["name"] else []


class TestFiles:
    def test_are_found_by_their_own_programs(self, dist: Path) -> None:
        assert next(dist.glob("*.sqlite")).read_bytes()[:16] == b"SQLite format 3\0"
        assert next(dist.glob("*.duckdb")).read_bytes()[8:12] == b"DUCK"

    def test_of_sqlite_tell_which_version_wrote_them(self, dist: Path) -> None:
        number = int.from_bytes(next(dist.glob("*.sqlite")).read_bytes()[96:100], "big")
        major, minor, patch = sqlite3.sqlite_version_info
        assert number == major * 1_000_000 + minor * 1_000 + patch

    def test_hold_no_empty_pages(self, newest: Databases) -> None:
        assert newest.lite.execute("PRAGMA freelist_count").fetchone() == (0,)

    def test_can_be_attached_under_another_name(self, dist: Path) -> None:
        (path,) = dist.glob("*.duckdb")
        with duckdb.connect() as database:
            database.execute(f"ATTACH '{path}' AS other (READ_ONLY)")
            assert database.execute("SELECT count(*) > 0 FROM other.stated_positions").fetchone() == (True,)
