"""`dist/`: whole or not at all, the same bytes each time, over no files of others, of no damaged release."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import readouts
from commands import content
from readouts.errors import BadInput, InvalidRelease, ReadoutsError, UnknownRelease
from readouts.paths import is_version
from readouts.publishing import publish
from readouts.publishing.edition import read_edition
from readouts.publishing.page import told

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "data" / readouts.__version__
PLACES: dict[str, tuple[dict[str, str], int]] = {
    "plain": ({"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}, 0o022),
    "far away": (
        {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "MALLOC_PERTURB_": "85"},
        0o077,
    ),
}
"""What must make no difference; the last fills memory with something else than zeros."""

KILLED = """
import os, signal, sys
from pathlib import Path
from readouts.publishing import publish
from readouts.publishing import sqlite_file
sqlite_file.write_sqlite = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
publish(Path(sys.argv[1]), out=Path(sys.argv[2]))
"""


def script(*arguments: object, umask: int = -1, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build" / "publish.py"), *map(str, arguments)],
        env={**os.environ, **settings},
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def named(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class TestWhatIsPublished:
    def test_is_what_people_download(self, dist: Path) -> None:
        version = readouts.__version__
        data = {f"readouts-data-{version}.zip", f"readouts-{version}.duckdb", f"readouts-{version}.sqlite"}
        assert data | {"croissant.json", "index.html", "SHA256SUMS", "ACCURACY.md"} <= named(dist)

    def test_has_the_hash_of_every_other_file_sorted_by_name(self, dist: Path) -> None:
        lines = (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        files = sorted(named(dist) - {"SHA256SUMS"})
        assert lines == [
            f"{hashlib.sha256((dist / name).read_bytes()).hexdigest()}  {name}" for name in files
        ]

    @pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
    def test_has_hashes_that_sha256sum_can_check(self, dist: Path) -> None:
        checked = subprocess.run(
            ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=dist, capture_output=True, check=False
        )
        assert checked.returncode == 0, checked.stderr

    def test_zip_holds_the_release_byte_for_byte(self, unpacked: Path) -> None:
        packed = content(unpacked)
        assert {path.name: packed[unpacked / path.name] for path in RELEASE.iterdir()} == {
            path.name: path.read_bytes() for path in RELEASE.iterdir()
        }

    def test_zip_holds_nothing_else_but_documents(self, unpacked: Path) -> None:
        documents = {"CITATION.cff", "LICENSE-DATA", "README.md", "croissant.json"}
        changes = {"DATA_CHANGES.md"} if (ROOT / "DATA_CHANGES.md").is_file() else set()
        assert named(unpacked) - named(RELEASE) == documents | changes

    def test_zip_says_nothing_of_when_where_and_by_whom_it_was_made(self, dist: Path) -> None:
        with ZipFile(next(dist.glob("*.zip"))) as archive:
            entries = archive.infolist()
        assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.external_attr >> 16, entry.create_system, entry.extra) for entry in entries} == {
            (0o100644, 3, b"")
        }

    def test_holds_no_article(self, dist: Path, unpacked: Path) -> None:
        texts = [path.read_bytes().strip() for path in (ROOT / "seeds" / "articles").iterdir()]
        assert texts
        for held in (*content(dist).values(), *content(unpacked).values()):
            assert not any(text in held for text in texts)

    @pytest.mark.parametrize("version", sorted(filter(is_version, named(ROOT / "data"))))
    def test_can_be_any_release_and_its_documents_speak_of_it(self, version: str, tmp_path: Path) -> None:
        folder = publish(ROOT, version, tmp_path / "out")
        assert f"readouts-{version}.sqlite" in named(folder)
        with ZipFile(folder / f"readouts-data-{version}.zip") as archive:
            texts = {
                name: archive.read(f"readouts-data-{version}/{name}").decode()
                for name in ("CITATION.cff", "LICENSE-DATA", "README.md")
            }
        assert f"\nversion: {version}\n" in texts["CITATION.cff"]
        assert texts["CITATION.cff"].startswith("cff-version: 1.2.0\n")
        assert f"version {version}" in " ".join(texts["LICENSE-DATA"].split())
        assert f"version {version}" in texts["README.md"]

    def test_newest_is_the_highest_version(self, checkout: Path) -> None:
        assert "readouts-0.10.0.duckdb" in named(publish(checkout))

    def test_changes_are_told_where_there_are_any(self, checkout: Path) -> None:
        folder = publish(checkout)
        assert (folder / "DATA_CHANGES.md").read_text(encoding="utf-8").startswith("# Changes")
        with ZipFile(folder / "readouts-data-0.10.0.zip") as archive:
            assert "readouts-data-0.10.0/DATA_CHANGES.md" in archive.namelist()
        assert 'href="DATA_CHANGES.md"' in (folder / "index.html").read_text(encoding="utf-8")

    def test_creators_and_keywords_are_those_of_the_citation(self) -> None:
        edition = read_edition(ROOT, RELEASE)
        assert edition.creators == ["The readouts maintainers"]
        assert {"diplomacy", "event data"} <= set(edition.keywords)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    folders = []
    for place, (settings, umask) in PLACES.items():
        out = tmp_path_factory.mktemp(place) / "out"
        done = script("--out", out, umask=umask, **settings)
        assert done.returncode == 0, done.stderr
        folders.append({path.name: held for path, held in content(out).items()})
    return folders


class TestBytes:
    def test_are_the_same_in_every_place(self, made: list[dict[str, bytes]]) -> None:
        one, other = made
        assert len(one) > 7
        assert [name for name in one | other if one.get(name) != other.get(name)] == []

    def test_are_the_same_from_the_command_and_from_python(
        self, made: list[dict[str, bytes]], dist: Path
    ) -> None:
        here = {path.name: held for path, held in content(dist).items()}
        assert [name for name in here if here[name] != made[0].get(name)] == []


class TestWriting:
    def test_replaces_what_was_published_before(self, checkout: Path) -> None:
        publish(checkout, "0.2.0")
        folder = publish(checkout, "0.10.0")
        assert folder == checkout / "dist"
        assert not [name for name in named(folder) if "0.2.0" in name]
        assert {path.name for path in checkout.iterdir() if path.name.startswith(".")} == set()

    def test_failing_halfway_leaves_everything_as_it_was(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = content(publish(checkout, "0.2.0"))
        monkeypatch.setattr("readouts.publishing.sums.write_sums", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publish(checkout, "0.10.0")
        assert content(checkout / "dist") == before
        assert list(checkout.glob(".dist*")) == []

    def test_killed_halfway_leaves_everything_as_it_was_and_the_next_run_clears_up(
        self, tmp_path: Path
    ) -> None:
        out = tmp_path / "out"
        before = content(publish(ROOT, out=out))
        killed = subprocess.run([sys.executable, "-c", KILLED, str(ROOT), str(out)], check=False)
        assert killed.returncode == -signal.SIGKILL
        assert content(out) == before
        assert len(list(tmp_path.glob(".out-*"))) == 1
        publish(ROOT, out=out)
        assert named(tmp_path) == {"out"}

    def test_two_at_once_wait_for_each_other(self, tmp_path: Path) -> None:
        command = [sys.executable, str(ROOT / "build" / "publish.py"), "--out", str(tmp_path / "out")]
        runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
        assert [run.wait() for run in runs] == [0, 0]
        assert named(tmp_path) == {"out"}


class TestRefuses:
    @pytest.mark.parametrize(
        ("made", "told_of"),
        [
            (["readouts-0.10.0-py3-none-any.whl"], "holds readouts-0.10.0-py3-none-any.whl"),
            (["notes/todo.txt"], "holds notes"),
            ([f"{number}.txt" for number in range(7)], "holds 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more"),
        ],
        ids=["a wheel", "a folder", "many files"],
    )
    def test_to_write_over_files_of_others(self, checkout: Path, made: list[str], told_of: str) -> None:
        folder = publish(checkout)
        for name in made:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text("mine", encoding="utf-8")
        before = content(folder)
        with pytest.raises(BadInput, match=told_of):
            publish(checkout)
        assert content(folder) == before

    def test_a_folder_without_hashes(self, checkout: Path) -> None:
        folder = publish(checkout)
        (folder / "SHA256SUMS").unlink()
        with pytest.raises(BadInput, match=r"holds (ACCURACY|CODEBOOK)\.md"):
            publish(checkout)

    def test_a_file_in_place_of_the_folder(self, checkout: Path) -> None:
        (checkout / "dist").write_text("mine", encoding="utf-8")
        with pytest.raises(BadInput, match="holds dist"):
            publish(checkout)
        assert (checkout / "dist").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("name", ["positions.parquet", "events.csv", "CODEBOOK.md", "datapackage.json"])
    def test_a_release_with_a_flipped_byte(self, checkout: Path, name: str) -> None:
        path = checkout / "data" / "0.10.0" / name
        held = bytearray(path.read_bytes())
        held[len(held) // 2] ^= 1
        path.write_bytes(held)
        with pytest.raises(InvalidRelease, match=r"release problem"):
            publish(checkout)
        assert not (checkout / "dist").exists()

    def test_a_release_that_is_not_there_and_names_those_that_are(self, checkout: Path) -> None:
        with pytest.raises(UnknownRelease, match=r"no release '1\.0\.0' in .*; there are 0\.2\.0, 0\.10\.0"):
            publish(checkout, "1.0.0")

    def test_a_checkout_without_releases(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownRelease, match="build one with `make release`"):
            publish(tmp_path)

    def test_a_checkout_without_a_licence(self, checkout: Path) -> None:
        (checkout / "LICENSE-DATA").unlink()
        with pytest.raises(BadInput, match="LICENSE-DATA: is not there"):
            publish(checkout)

    @pytest.mark.parametrize("name", ["duckdb", "mlcroissant"])
    def test_to_go_on_without_its_tools_and_says_how_to_get_them(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(ReadoutsError, match=f"install {name}: pip install {name}"):
            publish(checkout)
        assert not (checkout / "dist").exists()


class TestCommand:
    def test_tells_what_it_wrote(self, tmp_path: Path) -> None:
        done = script("0.1.0", "--out", tmp_path / "out")
        assert done.returncode == 0, done.stderr
        assert [line.split()[-1] for line in done.stdout.splitlines()[:-1]] == sorted(named(tmp_path / "out"))
        assert done.stdout.splitlines()[-1] == f"{tmp_path / 'out'}: written"

    def test_makes_an_error_of_ours_one_message(self) -> None:
        done = script("9.9.9")
        assert done.returncode == 1
        assert done.stderr.startswith("Error: no release '9.9.9' in ")
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_000, "1.0 kB"), (798_720, "798.7 kB"), (6_565_888, "6.6 MB")],
)
def test_sizes_are_told_as_people_read_them(size: int, words: str) -> None:
    assert told(size) == words
