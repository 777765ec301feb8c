"""`readouts.fetch`: from a real server on this machine, which does what servers should not do."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pooch
import pytest
from rich.console import Console

import invented
import loopback
import readouts
from commands import content, run, run_really
from loopback import Answer, Members, Server, archive, members, published
from readouts.errors import (
    CacheFailed,
    FetchFailed,
    NoAddress,
    NoConnection,
    ReadoutsError,
    ServerFailed,
    UnknownRelease,
    WrongContent,
)
from readouts.fetching.address import base_address
from readouts.fetching.disk import Need
from readouts.fetching.into_cache import fetch_release
from readouts.fetching.unpack import unpack
from readouts.paths import cache_folder
from readouts.release.check import check_release
from readouts.release.registry import known_digest
from readouts.release.write import write_release

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VERSION = "0.3.0"
ZIP = f"readouts-data-{VERSION}.zip"
TOP = f"readouts-data-{VERSION}"
FETCH = f"import sys, readouts; readouts.fetch({VERSION!r}, sys.argv[1])"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an invented release."""
    return write_release(invented.release(VERSION), tmp_path_factory.mktemp("made"))[0]


@pytest.fixture(autouse=True)
def nothing_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package knows no release, and no proxy stands between."""
    monkeypatch.setattr("readouts.paths.home", lambda: tmp_path)
    monkeypatch.setattr("readouts.release.registry.home", lambda: tmp_path)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.delenv("READOUTS_BASE", raising=False)


@pytest.fixture
def server(release: Path) -> Iterator[Server]:
    """A server that publishes the release."""
    with loopback.running() as running:
        running.files = published(
            {ZIP: archive(members(release)), "readouts-data-0.10.0.zip": b"x", "x.zip": b""}
        )
        yield running


def know(tmp_path: Path, digest: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "SHA256SUMS").write_text(f"{digest}  {VERSION}/datapackage.json\n", encoding="utf-8")


def left(cache: Path) -> list[str]:
    """What is in the cache, but for the lock."""
    return [path.name for path in cache.iterdir() if path.name != ".lock"]


def flip(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    path.write_bytes(held)


class TestAFetchedRelease:
    def test_has_the_files_that_were_published_and_no_other(
        self, server: Server, cache: Path, release: Path
    ) -> None:
        folder = readouts.fetch(VERSION, server.address)
        assert folder == cache / VERSION
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
            path.name: path.read_bytes() for path in release.iterdir()
        }
        assert check_release(folder) == []
        assert left(cache) == [VERSION]

    def test_is_found_and_loaded(self, server: Server, cache: Path) -> None:
        readouts.fetch(VERSION, server.address)
        assert readouts.releases() == [VERSION]
        assert readouts.load("events", release=VERSION).attrs["release"] == VERSION

    def test_comes_after_the_one_that_is_shipped(self, server: Server, cache: Path, data: Path) -> None:
        readouts.fetch(VERSION, server.address)
        (data / "0.2.0").rename(data / VERSION)
        assert readouts.paths.release_folder(VERSION) == data / VERSION

    def test_can_be_read_by_others(self, server: Server, cache: Path) -> None:
        folder = readouts.fetch(VERSION, server.address)
        assert folder.stat().st_mode & 0o055 == 0o055
        assert (folder / "events.csv").stat().st_mode & 0o044 == 0o044

    def test_is_not_fetched_again(self, server: Server, cache: Path) -> None:
        readouts.fetch(VERSION, server.address)
        asked = list(server.asked)
        assert readouts.fetch(VERSION) == cache / VERSION
        assert server.asked == asked == ["SHA256SUMS", ZIP]

    def test_is_not_fetched_again_for_a_file_that_somebody_put_beside(
        self, server: Server, cache: Path
    ) -> None:
        folder = readouts.fetch(VERSION, server.address)
        (folder / "notes.txt").write_text("mine", encoding="utf-8")
        assert not fetch_release(VERSION).is_new
        assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("name", ["events.parquet", "positions.csv", "CODEBOOK.md", "datapackage.json"])
    def test_is_fetched_anew_where_it_was_damaged(
        self,
        server: Server,
        cache: Path,
        release: Path,
        tmp_path: Path,
        caplog: pytest.LogCaptureFixture,
        name: str,
    ) -> None:
        know(tmp_path, hashlib.sha256((release / "datapackage.json").read_bytes()).hexdigest())
        folder = readouts.fetch(VERSION, server.address)
        flip(folder / name)
        assert fetch_release(VERSION, server.address).is_new
        assert f"{folder / name}: " in caplog.text
        assert "the release is damaged and fetched anew" in caplog.text
        assert (folder / name).read_bytes() == (release / name).read_bytes()
        assert left(cache) == [VERSION]

    def test_stays_as_it_is_where_fetching_it_anew_fails(self, server: Server, cache: Path) -> None:
        folder = readouts.fetch(VERSION, server.address)
        flip(folder / "events.csv")
        damaged = content(folder)
        server.answers["SHA256SUMS"] = [loopback.status(500)]
        with pytest.raises(ServerFailed):
            readouts.fetch(VERSION, server.address, retries=0)
        assert content(folder) == damaged

    @pytest.mark.parametrize("there", [b"", b"{"], ids=["a file", "an empty folder"])
    def test_takes_the_place_of_what_is_no_release(self, server: Server, cache: Path, there: bytes) -> None:
        cache.mkdir()
        if there:
            (cache / VERSION).write_bytes(there)
        else:
            (cache / VERSION).mkdir()
        assert fetch_release(VERSION, server.address).is_new
        assert check_release(cache / VERSION) == []

    def test_goes_into_the_folder_that_is_named(self, server: Server, cache: Path, tmp_path: Path) -> None:
        assert readouts.fetch(VERSION, server.address, tmp_path / "own") == tmp_path / "own" / VERSION
        assert not cache.exists()

    def test_is_one_that_the_package_knows(
        self, server: Server, cache: Path, release: Path, tmp_path: Path
    ) -> None:
        digest = hashlib.sha256((release / "datapackage.json").read_bytes()).hexdigest()
        know(tmp_path, digest)
        assert known_digest(VERSION) == digest
        assert known_digest("9.9.9") is None
        assert fetch_release(VERSION, server.address).is_new


class TestTheCache:
    def test_is_where_pooch_has_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("READOUTS_CACHE")
        assert cache_folder() == pooch.os_cache("readouts")

    def test_is_where_the_variable_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("READOUTS_CACHE", "~/data")
        assert cache_folder() == Path.home() / "data"

    def test_that_is_not_there_is_no_fault(self, cache: Path, data: Path) -> None:
        assert readouts.releases() == ["0.2.0", "0.10.0"]

    def test_that_cannot_be_read_hinders_nobody(self, cache: Path, data: Path) -> None:
        cache.mkdir()
        with closed(cache, 0o000):
            with pytest.raises(PermissionError):
                list(cache.iterdir())
            assert readouts.releases() == ["0.2.0", "0.10.0"]

    @pytest.mark.parametrize("module", ["pooch", "requests", "platformdirs"])
    def test_costs_nothing_that_imports_or_loads(self, data: Path, module: str) -> None:
        light = "" if module == "platformdirs" else "readouts.load('events');"
        script = f"import sys, readouts; {light} print({module!r} in sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "READOUTS_DATA": str(data)},
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stdout == "False\n"


class TestTheAddress:
    @pytest.mark.parametrize(
        ("given", "asked"),
        [
            ("http://example.org", "http://example.org/"),
            ("https://example.org/a/", "https://example.org/a/"),
            (" https://example.org:8/v{version}/x ", "https://example.org:8/v0.3.0/x/"),
            ("http://[::1]:8000", "http://[::1]:8000/"),
        ],
    )
    def test_is_a_folder_on_the_web(self, given: str, asked: str) -> None:
        assert base_address(given, VERSION) == asked

    def test_comes_from_the_variable(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("READOUTS_BASE", "https://example.org/{version}")
        assert base_address(None, VERSION) == "https://example.org/0.3.0/"
        assert base_address("http://example.net", VERSION) == "http://example.net/"

    def test_is_not_known_yet(self) -> None:
        with pytest.raises(
            NoAddress, match=r"^no address to fetch releases from is known; set READOUTS_BASE"
        ):
            readouts.fetch(VERSION)

    @pytest.mark.parametrize(
        "given",
        ["example.org", "ftp://example.org", "file:///tmp", "http://", "http://[::1", "http://a:b/",
         "http://a:99999/", "https://a/?file=", "https://a/#x", "http://a b/"],
    )  # fmt: skip
    def test_that_is_none_is_told(self, given: str) -> None:
        with pytest.raises(NoAddress, match=r"is no address to fetch releases from; expected the http:// or"):
            readouts.fetch(VERSION, given)

    def test_keeps_a_password_to_itself(self, server: Server, cache: Path) -> None:
        base = server.address.replace("//", "//me:secret@")
        with pytest.raises(UnknownRelease) as raised:
            readouts.fetch("0.4.0", base)
        assert "secret" not in str(raised.value)

    @pytest.mark.parametrize("version", ["latest", "1.0", "v0.3.0", "../x", "", 1.0, None])
    def test_is_not_asked_for_what_is_no_version(self, version: str) -> None:
        with pytest.raises(UnknownRelease, match=r"expected a version of three numbers, such as '0.2.0'"):
            readouts.fetch(version, "http://127.0.0.1:1")

    def test_may_lie_behind_a_redirect(self, server: Server, cache: Path) -> None:
        server.files["elsewhere.zip"] = server.files[ZIP]
        server.answers[ZIP] = [loopback.redirected("/elsewhere.zip")]
        assert fetch_release(VERSION, server.address).is_new

    def test_may_lie_behind_a_proxy(
        self, server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", server.address)
        assert fetch_release(VERSION, "http://nowhere.invalid").is_new


OTHER = b"these are other bytes"
HARD: list[tuple[str, str, Answer, type[ReadoutsError], str]] = [
    ("no list", "SHA256SUMS", loopback.status(404), UnknownRelease,
     r"^no release '0\.3\.0': {sums}: is not there \(404 Not Found\); check the version, and the address"),
    ("no archive", ZIP, loopback.status(410), UnknownRelease,
     r"^no release '0\.3\.0': {zip}: is not there \(410 Gone\); check the version"),
    ("an error", ZIP, loopback.status(500), ServerFailed,
     r"^{zip}: the server answered 500 Internal Server Error; fetch again later$"),
    ("too busy", "SHA256SUMS", loopback.status(503), ServerFailed,
     r"503 Service Unavailable; fetch again later$"),
    ("forbidden", "SHA256SUMS", loopback.status(403), ServerFailed,
     r"answered 403 Forbidden; check the version"),
    ("dropped", ZIP, loopback.dropped, NoConnection,
     r"^{zip}: the connection broke off \(.*\); fetch again later$"),
    ("dropped list", "SHA256SUMS", loopback.dropped, NoConnection, r"^{sums}: the connection broke off \("),
    ("closed early", ZIP, loopback.closed_early, NoConnection, r"^{zip}: the connection broke off \("),
    ("broken pieces", ZIP, loopback.broken_chunks, NoConnection, r"^{zip}: the connection broke off \("),
    ("stalled", ZIP, loopback.stalled, NoConnection,
     r"^{zip}: the server says nothing \(timed out\); fetch again"),
    ("silent", "SHA256SUMS", loopback.silent, NoConnection,
     r"^{sums}: the server says nothing \(timed out\)"),
    ("hung up", "SHA256SUMS", loopback.hung_up, NoConnection, r"^{sums}: the server cannot be reached \("),
    ("truncated", ZIP, loopback.truncated, WrongContent,
     r"^1 fetching problem:\n  {zip}: its hash is sha256:\w{{64}}; expected sha256:{digest}; fetch again;"),
    ("truncated list", "SHA256SUMS", loopback.truncated, WrongContent,
     r"{sums}: is no whole list of hashes, it begins '\w{{40}}'; e"),
    ("empty list", "SHA256SUMS", loopback.replaced(b""), WrongContent, r"begins ''; expected lines of a SHA"),
    ("a lie", ZIP, loopback.replaced(OTHER), WrongContent,
     rf"its hash is sha256:{hashlib.sha256(OTHER).hexdigest()}; expected sha256:{{digest}}; fetch again"),
    ("a portal", ZIP, loopback.replaced(loopback.PORTAL, "text/html; charset=utf-8"), WrongContent,
     r"its hash is sha256:\w{{64}}, it is a web page; expected"),
    ("a portal for the list", "SHA256SUMS", loopback.replaced(loopback.PORTAL, "text/html"), WrongContent,
     r"begins '<!DOCTYPE html><title>W.*; if this network wants you to log in with a browser first"),
    ("no text", "SHA256SUMS", loopback.replaced(b"\xff\x00\x1b[31m"), WrongContent, r"is no whole list"),
    ("round and round", ZIP, loopback.redirected(f"/{ZIP}"), ServerFailed,
     r"the server redirects without end"),
    ("off the web", ZIP, loopback.redirected("file:///etc/passwd"), ServerFailed,
     r"redirects to what is not on"),
    ("to nowhere", ZIP, loopback.redirected("http://a..b/"), NoConnection,
     r"^{zip}: there is no such address"),
    ("no HTTP", ZIP, loopback.raw(b"220 mail ready\r\n"), NoConnection,
     r"^{zip}: the server cannot be reached \("),
    ("badly packed", ZIP, loopback.badly_packed, ServerFailed, r"^{zip}: the answer cannot be read"),
    ("a wrong length", ZIP, loopback.of_wrong_length, ServerFailed, r"^{zip}: the answer cannot be read"),
]  # fmt: skip


class TestAServer:
    @pytest.mark.parametrize(
        ("name", "answer", "kind", "message"), [case[1:] for case in HARD], ids=[case[0] for case in HARD]
    )
    def test_that_does_not_do_as_it_should_is_told_and_leaves_nothing(
        self, server: Server, cache: Path, name: str, answer: Answer, kind: type[ReadoutsError], message: str
    ) -> None:
        server.answers[name] = [answer] * 40
        digest = hashlib.sha256(server.files[ZIP]).hexdigest()
        filled = message.format(
            sums=f"{server.address}/SHA256SUMS", zip=f"{server.address}/{ZIP}", digest=digest
        )
        with pytest.raises(kind, match=filled):
            readouts.fetch(VERSION, server.address, timeout=0.3, retries=0)
        assert left(cache) == []
        server.answers.clear()
        assert check_release(readouts.fetch(VERSION, server.address)) == []

    @pytest.mark.parametrize(
        "answer",
        [loopback.dropped, loopback.stalled, loopback.truncated, loopback.status(503)],
        ids=["dropped", "stalled", "truncated", "503"],
    )
    def test_is_asked_again_where_that_may_help(
        self, server: Server, cache: Path, answer: Answer, caplog: pytest.LogCaptureFixture
    ) -> None:
        server.answers[ZIP] = [answer]
        assert check_release(readouts.fetch(VERSION, server.address, timeout=0.3, retries=1)) == []
        assert server.asked == ["SHA256SUMS", ZIP, ZIP]
        assert f"{ZIP}: " in caplog.text
        assert caplog.text.endswith("; trying again\n")

    @pytest.mark.parametrize(
        "answer",
        [loopback.status(404), loopback.status(403), loopback.redirected("file:///x")],
        ids=["404", "403", "off the web"],
    )
    def test_is_not_asked_again_where_that_does_not_help(
        self, server: Server, cache: Path, answer: Answer
    ) -> None:
        server.answers["SHA256SUMS"] = [answer]
        with pytest.raises(ReadoutsError):
            readouts.fetch(VERSION, server.address)
        assert server.asked == ["SHA256SUMS"]

    def test_that_has_other_releases_is_told_with_them(self, server: Server, cache: Path) -> None:
        with pytest.raises(
            UnknownRelease, match=rf"^no release '0\.4\.0': {server.address}/ has 0\.3\.0, 0\.10\.0$"
        ):
            readouts.fetch("0.4.0", server.address)

    @pytest.mark.parametrize(
        ("base", "message"),
        [
            ("http://127.0.0.1:1", "the server cannot be reached (Connection refused); check the net"),
            ("http://nowhere.invalid", "the server cannot be reached ("),
            ("http://a..b", "there is no such address (label empty or too long); check the vers"),
            ("https://127.0.0.1:{port}", "no safe connection ("),
        ],
        ids=["refused", "no such name", "no name", "no TLS"],
    )  # fmt: skip
    def test_that_cannot_be_reached_is_told(
        self, server: Server, cache: Path, base: str, message: str
    ) -> None:
        address = base.format(port=server.server_port)
        with pytest.raises(NoConnection) as raised:
            readouts.fetch(VERSION, address, retries=0)
        assert str(raised.value).startswith(f"{address}/SHA256SUMS: {message}")

    def test_behind_a_proxy_that_is_not_there_is_told(
        self, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        with pytest.raises(
            NoConnection, match=r"the proxy cannot be reached \(Connection refused\); check the"
        ):
            readouts.fetch(VERSION, "http://nowhere.invalid", retries=0)

    def test_whose_certificates_cannot_be_checked_is_told(
        self, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/not/there")
        with pytest.raises(NoConnection, match=r"no connection can be made \(.*/not/there\); correct what"):
            readouts.fetch(VERSION, "https://127.0.0.1:1", retries=0)


def described(held: Members, **changed: object) -> Members:
    path = f"{TOP}/datapackage.json"
    return {**held, path: json.dumps({**json.loads(held[path]), **changed}).encode()}


def resources(held: Members, change: Callable[[list[dict[str, object]]], object]) -> Members:
    listed = json.loads(held[f"{TOP}/datapackage.json"])["resources"]
    change(listed)
    return described(held, resources=listed)


def without(held: Members, name: str) -> Members:
    return {path: data for path, data in held.items() if path != f"{TOP}/{name}"}


LIES: list[tuple[str, Callable[[Members], Members], str]] = [
    ("another table", lambda held: {**held, f"{TOP}/events.csv": held[f"{TOP}/events.csv"].swapcase()},
     r"{zip}, events.csv: its hash is sha256:\w{{64}}; expected sha256:\w{{64}}; fetch again"),
    ("a lost table", lambda held: without(held, "events.csv"),
     r"{zip}, events.csv: is missing; expected sha256"),
    ("a bomb", lambda held: {**held, f"{TOP}/events.csv": bytes(1 << 24)},
     r"{zip}, events.csv: has 16777216 bytes; expected \d+, as datapackage.json says"),
    ("a bomb of a descriptor", lambda held: {**held, f"{TOP}/datapackage.json": bytes((1 << 26) + 1)},
     r"{zip}, datapackage.json: has 67,108,865 bytes; expected the descriptor of a release"),
    ("another version", lambda held: described(held, version="0.3.1"),
     r"{zip}, datapackage.json: is of version '0.3.1'; expected '0.3.0'"),
    ("no version", lambda held: described(held, version=None), r"datapackage.json: is of version None"),
    ("no descriptor", lambda held: without(held, "datapackage.json"), r"{zip}, datapackage.json: is missing"),
    ("no JSON", lambda held: {**held, f"{TOP}/datapackage.json": b"{"},
     r"datapackage.json: cannot be read \("),
    ("deep JSON", lambda held: {**held, f"{TOP}/datapackage.json": b"[" * 100_000},
     r"datapackage.json: cannot be read \("),
    ("no object", lambda held: {**held, f"{TOP}/datapackage.json": b"[]"},
     r"datapackage.json: cannot be read \("),
    ("no sizes", lambda held: resources(held, lambda listed: [one.pop("bytes") for one in listed]),
     r"events.csv: has \d+ bytes; expected None"),
    ("a way out", lambda held: resources(held, lambda listed: listed[0].update(path="../../out")),
     r"{zip}, datapackage.json: names '../../out'; expected plain names, once each"),
    ("itself", lambda held: resources(held, lambda listed: listed[0].update(path="datapackage.json")),
     r"names 'datapackage.json', 2 times"),
    ("another folder", lambda held: {name.replace(TOP, "x"): data for name, data in held.items()},
     r"{zip}, names: holds 'x/CODEBOOK.md', .*, \.\.\.; expected plain names in"),
    *((f"slip {path}", lambda held, path=path: {**held, path: b"x"}, "holds '.*out|holds '.*\\.\\.'")
      for path in ("../out", "/out", f"{TOP}/../out", f"{TOP}/a/out", f"{TOP}/..", f"{TOP}/.out", "out",
                   f"{TOP}/a\\..\\out", f"{TOP}/C:out")),
]  # fmt: skip


class TestALieThatIsConsistent:
    @pytest.mark.parametrize(
        ("change", "message"), [case[1:] for case in LIES], ids=[case[0] for case in LIES]
    )
    def test_is_found_and_leaves_nothing(
        self,
        server: Server,
        cache: Path,
        release: Path,
        tmp_path: Path,
        change: Callable[[Members], Members],
        message: str,
    ) -> None:
        server.files = published({ZIP: archive(change(members(release)))})
        with pytest.raises(WrongContent, match=message.format(zip=f"{server.address}/{ZIP}")):
            readouts.fetch(VERSION, server.address)
        assert left(cache) == []
        assert [path.name for path in tmp_path.rglob("out")] == []

    def test_about_a_release_that_the_package_knows_is_found(
        self, server: Server, cache: Path, release: Path, tmp_path: Path
    ) -> None:
        know(tmp_path, hashlib.sha256((release / "datapackage.json").read_bytes()).hexdigest())
        server.files = published({ZIP: archive(described(members(release), title="Another title"))})
        with pytest.raises(
            WrongContent, match=r"datapackage.json: its hash is .*, the hash that this package k"
        ):
            readouts.fetch(VERSION, server.address)
        assert left(cache) == []

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_with_a_file_twice_is_found(self, server: Server, cache: Path, release: Path) -> None:
        packed = archive({**members(release), f"{TOP}/events.cs_": b"x"})
        server.files = published({ZIP: packed.replace(b"events.cs_", b"events.csv")})
        with pytest.raises(WrongContent, match=r"names: holds '\S+/events.csv'; expected plain names"):
            readouts.fetch(VERSION, server.address)

    def test_in_any_byte_of_the_archive_is_found_or_does_no_harm(self, tmp_path: Path, release: Path) -> None:
        packed = archive(members(release))
        table = packed.index(b"PK\x01\x02")
        told = 0
        whole = [path.read_bytes() for path in sorted(release.iterdir())]
        last = len(packed) - 22
        for at in [*range(0, table, table // 40), *range(table, last, 17), *range(last, len(packed))]:
            path, folder = tmp_path / f"{at}.zip", tmp_path / str(at) / VERSION
            path.write_bytes(packed[:at] + bytes([packed[at] ^ 0x41]) + packed[at + 1 :])
            folder.mkdir(parents=True)
            try:
                unpack(path, folder, VERSION, Need())
            except WrongContent:
                told += 1
            else:
                assert [path.read_bytes() for path in sorted(folder.iterdir())] == whole
        assert told > 50


class TestProcesses:
    def test_that_fetch_at_once_both_end_well(self, server: Server, cache: Path) -> None:
        server.answers[ZIP] = [loopback.slow]
        command = [sys.executable, "-c", FETCH, server.address]
        both = [subprocess.Popen(command) for _ in range(2)]
        assert [one.wait(timeout=30) for one in both] == [0, 0]
        assert check_release(cache / VERSION) == []
        assert server.asked == ["SHA256SUMS", ZIP]
        assert left(cache) == [VERSION]

    def test_that_are_killed_while_they_download_leave_nothing_half(
        self, server: Server, cache: Path
    ) -> None:
        server.answers[ZIP] = [loopback.stalled]
        process = subprocess.Popen([sys.executable, "-c", FETCH, server.address])
        wait_until(lambda: ZIP in server.asked)
        process.kill()
        assert process.wait() == -signal.SIGKILL
        assert readouts.releases() == []
        assert check_release(readouts.fetch(VERSION, server.address)) == []
        assert left(cache) == [VERSION]

    def test_that_are_killed_before_all_is_in_place_leave_nothing_half(
        self, server: Server, cache: Path
    ) -> None:
        script = (
            "import os; from readouts.fetching import into_cache;"
            "into_cache.sync = lambda _: os.kill(os.getpid(), 9);"
        )
        command = [sys.executable, "-c", script + FETCH, server.address]
        assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
        assert readouts.releases() == []
        assert len(left(cache)) == 1
        assert check_release(readouts.fetch(VERSION, server.address)) == []
        assert left(cache) == [VERSION]


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@contextmanager
def closed(folder: Path, mode: int) -> Iterator[None]:
    """Close a folder, and be somebody whom that stops: to root, nothing is closed."""
    is_root = os.geteuid() == 0
    above = {path: path.stat().st_mode for path in folder.parents} if is_root else {}
    folder.chmod(mode)
    for path, before in above.items():
        path.chmod(before | 0o011)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(os.getuid())
        for path, before in {folder: 0o700, **above}.items():
            path.chmod(before)


class TestADisk:
    @pytest.mark.parametrize("place", ["archive", "files"])
    def test_that_is_full_is_told_with_what_is_needed(
        self, server: Server, cache: Path, release: Path, place: str
    ) -> None:
        packed, unpacked = (
            len(server.files[ZIP]),
            sum(map(len, members(release).values())),
        )
        size = 16_384 if place == "archive" else packed + 60_000
        cache.mkdir()
        done = run_on_a_small_disk(cache, size, "fetch", VERSION, "--from", server.address)
        needed = packed if place == "archive" else packed + unpacked
        assert done.returncode == 1
        assert done.stderr.startswith(
            f"Error: {cache}: No space left on device; the release needs about {needed:,} bytes, "
        )
        assert done.stderr.endswith(
            " are free; make space, or name another folder in READOUTS_CACHE, as cache= or by --cache\n"
        )
        assert done.stdout.split() == [".lock"]

    def test_on_which_files_may_not_grow_is_told(self, server: Server, cache: Path) -> None:
        script = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999));" + FETCH
        done = subprocess.run(
            [sys.executable, "-c", script, server.address], capture_output=True, text=True, check=False
        )
        assert f"CacheFailed: {cache}: cannot be written (File too large); make it a folder" in done.stderr
        assert left(cache) == []

    def test_that_may_not_be_written_to_is_told(self, server: Server, cache: Path) -> None:
        cache.mkdir()
        readouts.fetch(VERSION, server.address)  # imports what is needed, which nobody else may
        with closed(cache, 0o555), pytest.raises(CacheFailed) as raised:
            readouts.fetch("0.10.0", server.address)
        assert str(raised.value) == (
            f"{cache}: cannot be written (Permission denied); make it a folder that you may write to, "
            "or name another folder in READOUTS_CACHE, as cache= or by --cache"
        )

    def test_that_has_a_file_in_place_of_the_cache_is_told(self, server: Server, cache: Path) -> None:
        cache.write_text("mine", encoding="utf-8")
        with pytest.raises(CacheFailed, match=r"cannot be written \((File exists|Not a directory)\)"):
            readouts.fetch(VERSION, server.address)
        assert cache.read_text(encoding="utf-8") == "mine"


def run_on_a_small_disk(cache: Path, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command whose cache is on a disk of so many bytes, then list what is on it."""
    alone = ["unshare", "--map-root-user", "--mount"]
    mount = f"mount -t tmpfs -o size={size} none {cache}"
    try:
        can = subprocess.run([*alone, "sh", "-c", mount], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        can = False
    if not can:
        pytest.skip("no small disk can be mounted here: unshare does not do it")
    script = f'{mount} && "$@"; code=$?; ls -A {cache}; exit $code'
    command = [*alone, "sh", "-c", script, "sh", sys.executable, "-m", "readouts", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


class TestTheCommand:
    def test_says_where_the_release_is(self, server: Server, cache: Path) -> None:
        done = run("fetch", VERSION, "--from", server.address)
        assert done.stdout == f"{cache / VERSION}: fetched, every hash is right\n"
        done = run("fetch", VERSION)
        assert done.stdout == f"{cache / VERSION}: there already, every hash is right\n"
        assert run("releases").stdout == f"{VERSION}\n"

    def test_says_how_to_load_what_is_in_a_folder_of_ones_own(
        self, server: Server, cache: Path, tmp_path: Path
    ) -> None:
        own = tmp_path / "own"
        done = run("fetch", VERSION, "--from", server.address, "--cache", own)
        assert done.stdout.splitlines()[1] == f"to load it, set READOUTS_CACHE={own}"

    def test_says_what_it_does_beside_fetching(self, server: Server, cache: Path) -> None:
        readouts.fetch(VERSION, server.address)
        flip(cache / VERSION / "events.csv")
        server.answers["SHA256SUMS"] = [loopback.hung_up]
        done = run_really("fetch", VERSION, READOUTS_BASE=server.address)
        assert done.returncode == 0
        first, second, third = done.stderr.splitlines()
        assert first.startswith(f"{cache / VERSION / 'events.csv'}: its hash is sha256:")
        assert second == "the release is damaged and fetched anew"
        assert third.startswith(f"{server.address}/SHA256SUMS: the server cannot be reached (")
        assert third.endswith("; trying again")

    def test_shows_how_far_it_is_to_whoever_watches(
        self, server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        watched = Console(file=io.StringIO(), force_terminal=True, no_color=True, width=100)
        monkeypatch.setattr("readouts.cli.fetch.console", lambda **_: watched)
        server.answers[ZIP] = [loopback.slow]
        assert run("fetch", VERSION, "--from", server.address).exit_code == 0
        assert isinstance(watched.file, io.StringIO)
        assert re.search(r"Fetch .*\b(\d+\.\d)/\1 kB", watched.file.getvalue())

    def test_says_what_went_wrong(self, server: Server, cache: Path) -> None:
        done = run("fetch", "0.4.0", "--from", server.address)
        assert done.exit_code == 1
        assert done.stderr == f"Error: no release '0.4.0': {server.address}/ has 0.3.0, 0.10.0\n"


def test_everything_that_keeps_a_release_from_being_fetched_can_be_caught_at_once() -> None:
    kinds = (NoAddress, NoConnection, ServerFailed, WrongContent, CacheFailed)
    assert all(issubclass(kind, FetchFailed) for kind in kinds)


def test_pooch_says_as_much_as_before_to_those_who_use_it_themselves(server: Server, cache: Path) -> None:
    theirs = pooch.get_logger()
    before = list(theirs.filters)
    readouts.fetch(VERSION, server.address)
    assert theirs.filters == before
    assert theirs.isEnabledFor(logging.INFO)
