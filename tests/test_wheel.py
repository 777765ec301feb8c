"""The wheel holds all that a user needs: installed alone and offline, it loads, shows, codes and checks."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

import readouts

ROOT = Path(__file__).parents[1]
OFFLINE = """
import socket
def refuse(*_, **__):
    raise OSError("the network is off")
socket.socket.connect = socket.getaddrinfo = refuse
"""
TEXT = """\
BRATISLAVA, Feb. 5 -- Slovak Foreign Minister Jana Kr\u00e1tka met with Chinese Ambassador Lin Yao on Monday.

Kr\u00e1tka said that Slovakia supports the sovereignty and territorial integrity of Moldova.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel, sees what it depends on, and has no network."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, symlinks=True)
    programs = Path(sysconfig.get_path("scripts", "venv", {"base": str(folder)}))
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))
    run(sys.executable, "-m", "pip", "--python", str(programs / "python"), "install", "--quiet", "--no-index",
        "--no-deps", "--disable-pip-version-check", str(wheel), cwd=folder)  # fmt: skip
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    # Not sitecustomize.py: some systems have one of their own, which comes first.
    (packages / "offline.py").write_text(OFFLINE, encoding="utf-8")
    (packages / "offline.pth").write_text("import offline", encoding="utf-8")
    return programs


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"COLUMNS": "100"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_holds_the_newest_release_and_what_the_coder_knows(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    release = f"readouts/_shipped/data/{readouts.__version__}"
    assert {
        f"{release}/events.parquet",
        f"{release}/CODEBOOK.md",
        "readouts/_shipped/data/SHA256SUMS",
        "readouts/_shipped/seeds/actors.csv",
    } <= held
    assert {"readouts/py.typed", "readouts/lexicon/states.csv", "readouts/cli/columns.toml"} <= held


def test_holds_no_article(wheel: Path) -> None:
    texts = {path.name for path in (ROOT / "seeds" / "articles").iterdir()}
    assert [name for name in ZipFile(wheel).namelist() if Path(name).name in texts] == []


def test_is_the_same_bytes_again(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=ROOT)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_loads_from_the_wheel(bare: Path, tmp_path: Path) -> None:
    script = "import readouts; print(readouts.__file__, len(readouts.load('events')))"
    file, rows = run(str(bare / "python"), "-c", script, cwd=tmp_path).split()
    assert Path(file).is_relative_to(bare.parent)
    assert int(rows) > 0


def test_knows_the_releases_that_it_may_fetch(bare: Path, tmp_path: Path) -> None:
    script = (
        "from readouts.release.registry import known_digest as known; print(known('0.1.0'), known('9.9.9'))"
    )
    digest, unknown = run(str(bare / "python"), "-c", script, cwd=tmp_path).split()
    assert (len(digest), unknown) == (64, "None")


def test_exports_and_cites_from_the_wheel(bare: Path, tmp_path: Path) -> None:
    run(str(bare / "readouts"), "export", "--to", "excel", "--out", "readouts.xlsx", cwd=tmp_path)
    assert (tmp_path / "readouts.xlsx").read_bytes().startswith(b"PK")
    assert f"version {readouts.__version__}" in run(str(bare / "readouts"), "cite", cwd=tmp_path)


def test_has_no_network_here(bare: Path, tmp_path: Path) -> None:
    script = "import socket\ntry: socket.create_connection(('localhost', 1))\nexcept OSError as e: print(e)"
    assert run(str(bare / "python"), "-c", script, cwd=tmp_path) == "the network is off\n"


def test_shows_checks_codes_and_explains(bare: Path, tmp_path: Path) -> None:
    readouts_ = str(bare / "readouts")
    (tmp_path / "moldova.txt").write_text(TEXT, encoding="utf-8")
    assert f"release {readouts.__version__}" in run(readouts_, "show", "positions", cwd=tmp_path)
    shipped = next(bare.parent.rglob("_shipped/data/[0-9]*"))
    assert "nothing wrong" in run(readouts_, "check", str(shipped), cwd=tmp_path)
    run(readouts_, "code", "moldova.txt", "--published", "2024-02-06", "--out", "tables", cwd=tmp_path)
    assert "SVK" in (tmp_path / "tables" / "positions.csv").read_text(encoding="utf-8")
    run(readouts_, "explain", "moldova.txt", "--html", cwd=tmp_path)
    assert "@media print" in (tmp_path / "moldova.html").read_text(encoding="utf-8")
