"""The release is the same bytes wherever and whenever it is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import readouts
from commands import run_really

ROOT = Path(__file__).parents[1]
PLACES = {
    "plain": {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "80"},
    "far away": {
        "PYTHONHASHSEED": "4242",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "de_DE.UTF-8",
        "TZ": "Asia/Tokyo",
    },
}
"""Where a locale is not installed, Python takes C for it: then the other settings are what is tried."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The files of the release, built anew in each place."""
    return [build(tmp_path_factory.mktemp(place), settings) for place, settings in PLACES.items()]


def build(checkout: Path, settings: dict[str, str]) -> dict[str, bytes]:
    for name in ("build", "seeds"):
        shutil.copytree(ROOT / name, checkout / name)
    done = run_really("build", "--root", checkout, **settings)
    assert done.returncode == 0, done.stderr
    return files(checkout)


def files(checkout: Path) -> dict[str, bytes]:
    folder = checkout / "data" / readouts.__version__
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_two_builds_with_other_hash_seeds_and_locales(built: list[dict[str, bytes]]) -> None:
    one, other = built
    assert len(one) == 19
    assert [name for name in one | other if one.get(name) != other.get(name)] == []


def test_the_release_that_is_kept_is_the_one_that_the_seeds_give(built: list[dict[str, bytes]]) -> None:
    kept = files(ROOT)
    assert [name for name in kept | built[0] if kept.get(name) != built[0].get(name)] == []
