"""What is published is what is fetched: the zip of the newest release, from a server, into an empty cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

import loopback
import readouts
from commands import run, run_really
from readouts.release.check import check_release
from readouts.tables.models import MODELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION = readouts.__version__


@pytest.fixture(scope="module")
def address(dist: Path) -> Iterator[str]:
    """A server that holds what was published, and nothing else."""
    with loopback.running() as server:
        server.files = {path.name: path.read_bytes() for path in dist.iterdir()}
        yield server.address


def test_is_the_release_byte_for_byte(address: str, cache: Path) -> None:
    done = run_really("fetch", VERSION, "--from", address, READOUTS_CACHE=str(cache), no_proxy="127.0.0.1")
    assert done.returncode == 0, done.stderr
    kept = next(path for path in readouts.paths.data_folders() if (path / VERSION).is_dir()) / VERSION
    fetched = {path.name: path.read_bytes() for path in (cache / VERSION).iterdir()}
    assert fetched == {path.name: path.read_bytes() for path in kept.iterdir()}


def test_is_whole_and_loads(
    address: str, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package is made to forget the release that it came with, so that only the cache holds it."""
    shipped = {table: readouts.load(table, release=VERSION) for table in MODELS}
    folder = readouts.fetch(VERSION, address)
    monkeypatch.setattr("readouts.paths.home", lambda: tmp_path)
    assert readouts.releases() == [VERSION]
    assert check_release(folder) == []
    for table, frame in shipped.items():
        pd.testing.assert_frame_equal(readouts.load(table, release=VERSION), frame)


def test_another_time_needs_no_server(address: str, cache: Path) -> None:
    readouts.fetch(VERSION, address)
    done = run("fetch", VERSION, "--from", "http://127.0.0.1:9")
    assert done.exit_code == 0
    assert "there already" in done.stdout
