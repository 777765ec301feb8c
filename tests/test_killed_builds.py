"""A build that is killed at any point leaves only whole releases, and the next one succeeds."""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readouts.paths import is_version
from readouts.release.building import run_build
from readouts.release.check import check_release
from readouts.release.registry import read_digests

ROOT = Path(__file__).parents[1]
GOOD = Path(__file__).parent / "bad_input" / "_good" / "seeds"
WHOLE_RUN = 3.0
"""Seconds, about: an early kill falls somewhere within."""
WRITING = 0.5
"""Seconds, about, in which the last scripts run: there a kill could do harm."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good seeds of the tests, with the scripts of build/; it keeps what each killed build left."""
    place = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "build", place / "build")
    shutil.copytree(GOOD, place / "seeds")
    return place


def name_version(checkout: Path, version: str) -> None:
    path = checkout / "seeds" / "release.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'version = ".*"', f'version = "{version}"', text), encoding="utf-8")


def kill_early(checkout: Path, after: float) -> None:
    """Kill a build some time after its start."""
    with started(checkout) as build:
        time.sleep(after)
        build.kill()


def kill_writing(checkout: Path, after: float) -> None:
    """Kill a build some time after it began to write the release."""
    with started(checkout) as build:
        assert build.stderr is not None
        while not build.stderr.readline().startswith("[6/"):
            pass
        time.sleep(after)
        build.kill()


def started(checkout: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "readouts", "build", "--root", str(checkout)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def there(checkout: Path) -> list[Path]:
    """The releases; whatever else may be seen in `data/` is the list of their digests."""
    data = checkout / "data"
    seen = [path for path in data.iterdir() if not path.name.startswith(".")] if data.exists() else []
    releases = [path for path in seen if is_version(path.name)]
    assert {path.name for path in seen} <= {path.name for path in releases} | {"SHA256SUMS"}
    return sorted(releases)


@pytest.mark.parametrize("point", range(20))
def test_only_whole_releases_are_there(checkout: Path, point: int) -> None:
    """The points are drawn at random: five within the whole run, fifteen while the release is written."""
    name_version(checkout, f"0.1.{point}")
    draw = random.Random(point)
    if point % 4 == 0:
        kill_early(checkout, draw.uniform(0, WHOLE_RUN))
    else:
        kill_writing(checkout, draw.uniform(0, WRITING))
    for release in there(checkout):
        assert check_release(release) == []
    assert read_digests(checkout / "data").keys() <= {path.name for path in there(checkout)}


def test_the_next_build_succeeds(checkout: Path) -> None:
    work = run_build(checkout)
    assert check_release(work.folder) == []
    name_version(checkout, "0.2.0")
    work = run_build(checkout)
    assert work.is_new
    assert read_digests(checkout / "data").keys() >= {"0.2.0"}
    assert (checkout / "DATA_CHANGES.md").read_text(encoding="utf-8").count("\n## 0.2.0 ") == 1


def test_a_killed_build_is_what_it_says(checkout: Path) -> None:
    with started(checkout) as build:
        build.kill()
    assert build.returncode == -signal.SIGKILL
