"""The descriptor is a Data Package that others can read, and tells the truth."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless
import pyarrow.parquet as pq
import pytest

from readouts.release.content import content_hash
from readouts.tables.codes import codes
from readouts.tables.models import MODELS, columns


@pytest.fixture
def described(data: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((data / "0.10.0" / "datapackage.json").read_text(encoding="utf-8"))
    return held


def resource(described: dict[str, Any], path: str) -> dict[str, Any]:
    (found,) = (each for each in described["resources"] if each["path"] == path)
    return dict(found)


def test_frictionless_finds_nothing_wrong(described: dict[str, Any]) -> None:
    assert list(frictionless.Package.metadata_validate(described)) == []


def test_frictionless_would_find_something_wrong(described: dict[str, Any]) -> None:
    described["resources"][0]["path"] = 7
    assert list(frictionless.Package.metadata_validate(described)) != []


def test_it_says_when_and_under_which_licence(described: dict[str, Any]) -> None:
    assert described["version"] == "0.10.0"
    assert described["created"] == "2031-04-01T00:00:00Z"
    assert [licence["name"] for licence in described["licenses"]] == ["CC-BY-4.0"]


def test_it_names_every_source(described: dict[str, Any]) -> None:
    assert {source["path"] for source in described["sources"]} == {
        "https://post.example/visit.txt",
        "https://post.example/speech.txt",
    }


def test_it_tells_bytes_and_hash_of_every_file(described: dict[str, Any], data: Path) -> None:
    files = {path.name: path.read_bytes() for path in (data / "0.10.0").iterdir()}
    del files["datapackage.json"]
    assert {each["path"]: (each["bytes"], each["hash"]) for each in described["resources"]} == {
        name: (len(held), f"sha256:{sha256(held).hexdigest()}") for name, held in files.items()
    }


@pytest.mark.parametrize("table", MODELS)
def test_it_tells_rows_and_content_of_every_table(described: dict[str, Any], data: Path, table: str) -> None:
    held = pq.read_table(data / "0.10.0" / f"{table}.parquet")
    for kind in ("csv", "parquet"):
        found = resource(described, f"{table}.{kind}")
        assert (found["rows"], found["content_hash"]) == (held.num_rows, content_hash(held))


@pytest.mark.parametrize("table", MODELS)
def test_it_describes_every_column(described: dict[str, Any], table: str) -> None:
    fields = resource(described, f"{table}.csv")["schema"]["fields"]
    assert [(field["name"], field["description"]) for field in fields] == [
        (column.name, column.description) for column in columns(table)
    ]


def test_it_limits_a_column_to_its_codes(described: dict[str, Any]) -> None:
    fields = resource(described, "positions.csv")["schema"]["fields"]
    stance = next(field for field in fields if field["name"] == "stance")
    assert stance["constraints"] == {"required": True, "enum": list(codes("stance"))}


def test_references_stay_within_a_format(described: dict[str, Any]) -> None:
    for each in described["resources"]:
        for key in each.get("schema", {}).get("foreignKeys", []):
            named = key["reference"]["resource"]
            target = next(other for other in described["resources"] if other["name"] == named)
            assert target["format"] == each["format"]
