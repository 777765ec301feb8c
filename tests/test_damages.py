"""Ten planned damages: each is caught, by a command that somebody would run, with a message to act on.

`DAMAGES` is the list: what is damaged, which command finds it, and what its message must say: what is wrong,
what was expected, and what to do.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

import invented
import loopback
from commands import content, run
from loopback import archive, members, published
from readouts.release.files import sha256, write_table
from readouts.release.write import write_release

if TYPE_CHECKING:
    from typer.testing import Result

ROOT = Path(__file__).parents[1]
GOOD = Path(__file__).parent / "bad_input" / "_good" / "seeds"
VERSION = "0.3.0"
ZIP = f"readouts-data-{VERSION}.zip"

Damage = Callable[[Path], "Result"]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing stands between the tests and the server on this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def released(place: Path) -> Path:
    """A whole release, in a folder of releases."""
    return write_release(invented.release(VERSION), place / "data")[0]


def describe(folder: Path, *replacements: tuple[str, str]) -> None:
    """Edit the descriptor by hand."""
    path = folder / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def in_step(folder: Path, before: dict[str, str]) -> None:
    """Bring the hashes in the descriptor in step with files that were changed."""
    now = {path.name: sha256(path) for path in folder.iterdir()}
    describe(folder, *((old, now[name]) for name, old in before.items() if name in now and now[name] != old))


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path) for path in folder.iterdir() if path.suffix != ".json"}


def a_byte_flipped(place: Path) -> Result:
    path = released(place) / "positions.parquet"
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    path.write_bytes(held)
    return run("check", path.parent)


def a_table_swapped(place: Path) -> Result:
    folder = released(place)
    shutil.copy(folder / "events.parquet", folder / "reports.parquet")
    return run("check", folder)


def a_row_deleted(place: Path) -> Result:
    """In both formats, with hashes that fit: only the list of digests beside the release tells."""
    folder = released(place)
    before = hashes(folder)
    write_table(folder, "participants", pq.read_table(folder / "participants.parquet").slice(1))
    in_step(folder, before)
    return run("check", folder)


def a_hash_edited(place: Path) -> Result:
    folder = released(place)
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    old = next(each["hash"] for each in described["resources"] if each["path"] == "events.csv")
    describe(folder, (old, f"{old[:-1]}{'0' if old[-1] != '0' else '1'}"))
    return run("check", folder)


def a_schema_widened(place: Path) -> Result:
    """A code more is allowed; the list of digests is lost, or not at hand."""
    folder = released(place)
    describe(folder, ('"occurred",', '"occurred",\n                "rumoured",'))
    (folder.parent / "SHA256SUMS").unlink()
    return run("check", folder)


def a_ruling_stale(place: Path) -> Result:
    shutil.copytree(ROOT / "build", place / "build")
    shutil.copytree(GOOD, place / "seeds")
    answers = "c\n1\nplace\nTown Hall\n\nAs the caption has it.\nq\n"
    who = ("--who", "Ada Reader", "--date", "2024-04-02")
    assert run("review", *who, "--root", place, answers=answers).exit_code == 0
    path = place / "seeds" / "rulings.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Bergen,", "Oslo,"), encoding="utf-8")
    return run("build", "--root", place)


def an_id_reused(place: Path) -> Result:
    """The next release gives the id of a position to a position of somebody else."""
    released(place)
    rows = invented.rows()
    rows["positions"][0]["holder"] = "XSU"
    return refused(lambda: write_release(invented.release("2.0.0", rows), place / "data"))


def a_version_too_small(place: Path) -> Result:
    write_release(invented.release("1.0.0"), place / "data")
    rows = invented.rows()
    rows["participants"] = rows["participants"][:2]
    rows["participants"] += [{**invented.rows()["participants"][2], "participant_id": invented.key("par", 4)}]
    rows["positions"] += [{**rows["positions"][0], "position_id": invented.key("pos", 2), "act": "pledge"}]
    rows["coverage"][0]["n_positions"] = 2
    rows["rulings"] = rows["rulings"][1:]
    return refused(lambda: write_release(invented.release("1.0.1", rows), place / "data"))


def a_download_truncated(place: Path) -> Result:
    folder = released(place)
    with loopback.running() as server:
        server.files = published({ZIP: archive(members(folder))})
        server.answers[ZIP] = [loopback.replaced(server.files[ZIP][:1000])] * 9
        return run("fetch", VERSION, "--from", server.address, "--cache", place / "cache")


def a_server_that_lies(place: Path) -> Result:
    """The zip and its hash are of another release under the same name; the package knows the right one."""
    folder = released(place)
    lie = {
        name: data.replace(b"Nothing in it is true.", b"All of it is true, so.")
        for name, data in members(folder).items()
    }
    with loopback.running() as server, pytest.MonkeyPatch.context() as patched:
        patched.setattr("readouts.release.registry.home", lambda: place)
        server.files = published({ZIP: archive(lie)})
        return run("fetch", VERSION, "--from", server.address, "--cache", place / "cache")


def refused(write: Callable[[], object]) -> Result:
    """What a build that ends so prints."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("readouts.release.building.run_build", lambda *_: write())
        return run("build")


DAMAGES: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "a byte flipped": (
        a_byte_flipped,
        (
            "positions.parquet: its hash is sha256:",
            "expected sha256:",
            "fetch the release again, or build it",
        ),
    ),
    "a table swapped": (
        a_table_swapped,
        ("reports.parquet: its hash is sha256:", "expected sha256:", "fetch the release again, or build it"),
    ),
    "a row deleted": (
        a_row_deleted,
        ("datapackage.json: its hash is sha256:", "SHA256SUMS; fetch the release again, or build it"),
    ),
    "a hash edited": (
        a_hash_edited,
        (
            "events.csv: its hash is sha256:",
            "datapackage.json: its hash is sha256:",
            "fetch the release again",
        ),
    ),
    "a schema widened": (
        a_schema_widened,
        (
            "datapackage.json: describes other tables than this version of readouts",
            "if it was edited, fetch it",
        ),
    ),
    "a ruling stale": (
        a_ruling_stale,
        (
            "seeds/rulings.csv, row 2 (r0001, change): ",
            "place is now 'Bergen'; expected 'Oslo'",
            "`readouts review`",
        ),
    ),
    "an id reused": (
        an_id_reused,
        ("pos_000000000001", "XNO", "XSU", "seeds/rulings.csv"),
    ),
    "a version too small": (
        a_version_too_small,
        (
            "1.0.1 is too small a step from 1.0.0",
            "The smallest version that will do is ",
            "change it in seeds/release.toml",
        ),
    ),
    "a download truncated": (
        a_download_truncated,
        (ZIP, "expected ", "fetch again"),
    ),
    "a server that lies": (
        a_server_that_lies,
        (
            "datapackage.json: its hash is sha256:",
            "the hash that this package knows; fetch again; if it stays so",
        ),
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_caught_with_a_message_to_act_on(name: str, tmp_path: Path) -> None:
    damage, said = DAMAGES[name]
    done = damage(tmp_path)
    assert done.exit_code == 1, done.output
    assert "Error: " in done.stderr
    for words in said:
        assert words in done.stderr, done.stderr
    assert "Traceback" not in done.stderr


def test_there_are_the_ten_that_were_planned() -> None:
    assert len(DAMAGES) == 10


@pytest.mark.parametrize("name", ["a download truncated", "a server that lies"])
def test_nothing_of_what_was_refused_is_in_the_cache(name: str, tmp_path: Path) -> None:
    DAMAGES[name][0](tmp_path)
    assert [path.name for path in (tmp_path / "cache").iterdir() if path.name != ".lock"] == []


@pytest.mark.parametrize("name", ["an id reused", "a version too small"])
def test_a_refused_build_leaves_the_releases_as_they_were(name: str, tmp_path: Path) -> None:
    write_release(invented.release("1.0.0" if name == "a version too small" else VERSION), tmp_path / "data")
    before = content(tmp_path / "data")
    DAMAGES[name][0](tmp_path)
    assert content(tmp_path / "data") == before


def test_without_damage_nothing_is_found(tmp_path: Path) -> None:
    assert run("check", released(tmp_path)).exit_code == 0
