"""Fixtures that many tests use: invented rows, tables, and a written release."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pyarrow as pa
import pytest
from hypothesis import settings

import invented
from readouts.coder import Knowledge, load_knowledge
from readouts.publishing import publish
from readouts.release.write import write_release
from readouts.seeds.read import read_actors, read_occasions
from readouts.tables.arrow import to_arrow_tables

SEEDS = Path(__file__).parents[1] / "seeds"

settings.register_profile("readouts", deadline=None)  # a busy machine is no fault
settings.load_profile("readouts")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What the coder knows: the packaged lexicon, with the people and occasions of the seeds."""
    return load_knowledge(read_actors(SEEDS / "actors.csv"), read_occasions(SEEDS / "occasions.csv"))


@pytest.fixture(scope="session", autouse=True)
def _not_the_users_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the user has fetched changes no test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READOUTS_CACHE", str(tmp_path_factory.mktemp("users") / "cache"))
        yield


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of fetched releases, which is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("READOUTS_CACHE", str(folder))
    return folder


@pytest.fixture
def rows() -> invented.Rows:
    """The rows of every table, to be changed at will."""
    return invented.rows()


@pytest.fixture
def texts() -> dict[str, str]:
    """The stored texts by article id."""
    return invented.texts()


@pytest.fixture
def tables() -> dict[str, pa.Table]:
    """The Arrow tables of the rows."""
    return to_arrow_tables(invented.rows())


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the releases 0.2.0 and 0.10.0, which `readouts.load` finds."""
    folder = tmp_path / "data"
    for version in ("0.2.0", "0.10.0"):
        write_release(invented.release(version), folder)
    monkeypatch.setattr("readouts.paths.home", lambda: tmp_path)
    return folder


@pytest.fixture
def with_texts(data: Path) -> Path:
    """The folder of the newest release, with the articles where a checkout has them."""
    articles = data.parent / "seeds" / "articles"
    articles.mkdir(parents=True)
    for article in invented.rows()["articles"]:
        (articles / article["file"]).write_bytes(invented.texts()[article["article_id"]].encode())
    return data / "0.10.0"


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is downloaded of the newest release of this checkout."""
    return publish(SEEDS.parent, out=tmp_path_factory.mktemp("published") / "dist")


@pytest.fixture(scope="session")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the zip of the newest release holds."""
    (archive,) = dist.glob("*.zip")
    place = tmp_path_factory.mktemp("unpacked")
    with ZipFile(archive) as opened:
        opened.extractall(place)
    return place / archive.stem


@pytest.fixture
def checkout(data: Path) -> Path:
    """A checkout with the releases of `data` and the documents that are published with them."""
    for name in ("CITATION.cff", "LICENSE-DATA"):
        shutil.copy(SEEDS.parent / name, data.parent)
    (data.parent / "DATA_CHANGES.md").write_text("# Changes\n\nNone to tell of.\n", encoding="utf-8")
    return data.parent
