"""`croissant.json`: mlcroissant finds nothing wrong with it, and reads the tables by it, offline."""

from __future__ import annotations

import dataclasses
import json
import socket
from pathlib import Path
from typing import Any

import mlcroissant  # type: ignore[import-untyped]
import pandas as pd
import pyarrow.parquet as pq
import pytest

import readouts
from readouts.errors import ReadoutsError
from readouts.publishing.croissant import croissant
from readouts.publishing.edition import read_edition
from readouts.release.files import digest_of

pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
    pytest.mark.filterwarnings("ignore:The inplace keyword in DataFrame"),
]
"""What mlcroissant is warned of by those that it uses."""

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "data" / readouts.__version__


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        message = "the network is off"
        raise OSError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    # It unpacks the zip into the user's cache, and takes what lies there under the same name for the same.
    monkeypatch.setattr("mlcroissant._src.operation_graph.operations.extract.EXTRACT_PATH", tmp_path)


def places(dist: Path, unpacked: Path) -> dict[str, Path]:
    return {"beside the zip": dist / "croissant.json", "in the zip": unpacked / "croissant.json"}


@pytest.mark.parametrize("place", ["beside the zip", "in the zip"])
class TestBoth:
    def test_have_no_error_and_no_warning(self, dist: Path, unpacked: Path, place: str) -> None:
        issues = mlcroissant.Dataset(jsonld=str(places(dist, unpacked)[place])).metadata.issues
        assert (issues.errors, issues.warnings) == (set(), set())

    @pytest.mark.parametrize("table", sorted(path.stem for path in RELEASE.glob("*.parquet")))
    def test_lead_to_the_rows(self, dist: Path, unpacked: Path, place: str, table: str) -> None:
        dataset = mlcroissant.Dataset(jsonld=str(places(dist, unpacked)[place]))
        found = [{key: plain(value) for key, value in row.items()} for row in dataset.records(table)]
        wanted = pq.read_table(RELEASE / f"{table}.parquet").to_pylist()
        assert found == [{f"{table}/{key}": plain(value) for key, value in row.items()} for row in wanted]

    def test_tell_what_the_dataset_is(self, dist: Path, unpacked: Path, place: str) -> None:
        held = read(places(dist, unpacked)[place])
        assert held["version"] == readouts.__version__
        assert held["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert held["datePublished"] == read_edition(ROOT, RELEASE).released
        assert f"{{readouts_{readouts.__version__.replace('.', '_')}," in held["citeAs"]
        assert "diplomacy" in held["keywords"]
        assert held["creator"]["name"] == "The readouts maintainers"

    def test_name_files_without_an_address(self, dist: Path, unpacked: Path, place: str) -> None:
        urls = [each["contentUrl"] for each in read(places(dist, unpacked)[place])["distribution"]]
        assert len(urls) >= 14
        assert not [url for url in urls if ":" in url or url.startswith("/")]


def read(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return held


def plain(value: Any) -> Any:
    """Values as mlcroissant gives them and as Arrow does, made alike: bytes are text, days are days."""
    if isinstance(value, bytes):
        return value.decode()
    if value is None or value is pd.NaT or value != value:
        return None
    return value.isoformat()[:10] if hasattr(value, "isoformat") else value


def test_hashes_are_those_of_the_files(dist: Path, unpacked: Path) -> None:
    for each in read(unpacked / "croissant.json")["distribution"]:
        assert each["sha256"] == digest_of(unpacked / each["contentUrl"])
    (archive,) = [each for each in read(dist / "croissant.json")["distribution"] if each["@id"] == "archive"]
    assert archive["sha256"] == digest_of(dist / archive["contentUrl"])


def test_columns_have_types_descriptions_keys_and_references(unpacked: Path) -> None:
    sets = {each["@id"]: each for each in read(unpacked / "croissant.json")["recordSet"]}
    fields = {field["@id"]: field for each in sets.values() for field in each["field"]}
    assert sets["positions"]["key"] == {"@id": "positions/position_id"}
    assert fields["events/start"]["dataType"] == "sc:Date"
    assert fields["coverage/is_stated"]["dataType"] == "sc:Boolean"
    assert fields["positions/event_id"]["references"] == {"field": {"@id": "events/event_id"}}
    assert [each["name"] for each in fields.values() if not each.get("description")] == []


def test_what_is_wrong_is_not_published() -> None:
    edition = read_edition(ROOT, RELEASE)
    wrong = dataclasses.replace(edition, described={**edition.described, "licenses": [{"path": None}]})
    with pytest.raises(ReadoutsError, match=r"finds fault [\s\S]*License should be a list of str"):
        croissant(wrong)


def test_what_mlcroissant_warns_of_is_not_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readouts.publishing.edition.Edition.bibtex", "")
    with pytest.raises(ReadoutsError, match=r"mlcroissant finds fault [\s\S]*citeAs\" is recommended"):
        croissant(read_edition(ROOT, RELEASE))
