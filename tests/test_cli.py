"""The command line as a whole, and the commands build, check and releases."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from rich.console import Console

import readouts
from commands import content, run, run_really
from readouts.cli import app
from readouts.cli.build import progress_bar

ROOT = Path(__file__).parents[1]
BAD_INPUT = Path(__file__).parent / "bad_input"
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


class TestTheCommandLine:
    def test_has_these_commands(self) -> None:
        assert COMMANDS == [
            "build",
            "check",
            "cite",
            "code",
            "diff",
            "explain",
            "export",
            "fetch",
            "releases",
            "review",
            "score",
            "show",
            "site",
        ]

    @pytest.mark.parametrize("command", COMMANDS)
    def test_documents_every_command_in_the_readme(self, command: str) -> None:
        assert re.search(rf"`readouts {command}\b", (ROOT / "README.md").read_text(encoding="utf-8"))

    @pytest.mark.parametrize("command", COMMANDS)
    def test_explains_every_command(self, command: str) -> None:
        done = run(command, "--help")
        assert done.exit_code == 0
        assert done.stdout.startswith(f"Usage: readouts {command} ")

    def test_prints_its_version(self) -> None:
        assert run("--version").stdout == f"readouts {readouts.__version__}\n"

    def test_runs_as_a_module(self) -> None:
        done = run_really("--version")
        assert (done.returncode, done.stdout) == (0, f"readouts {readouts.__version__}\n")

    def test_is_installed_under_its_name(self) -> None:
        program = Path(sys.executable).parent / "readouts"
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
        assert done.stdout == f"readouts {readouts.__version__}\n"

    @pytest.mark.parametrize(
        "arguments",
        [
            ["nope"],
            ["show"],
            ["show", "events", "--limit", "0"],
            ["code", "a.txt"],
            ["score", "gold"],
            ["releases", "--nope"],
        ],
        ids=" ".join,
    )
    def test_ends_with_2_where_it_is_used_wrongly(self, arguments: list[str]) -> None:
        done = run(*arguments)
        assert done.exit_code == 2
        assert "Usage:" in done.stderr

    @pytest.mark.parametrize("module", ["pandas", "pyarrow", "pandera", "jinja2"])
    def test_explains_itself_without_importing_what_is_slow(self, module: str) -> None:
        code = f"import sys, readouts.cli; sys.exit({module!r} in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestReleases:
    def test_lists_the_versions_oldest_first(self, data: Path) -> None:
        assert run("releases").stdout == "0.2.0\n0.10.0\n"

    def test_fails_where_there_is_none(
        self, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("readouts.paths.home", lambda: tmp_path)
        done = run("releases")
        assert done.exit_code == 1
        places = f"{tmp_path / 'data'}, {cache}"
        assert done.stderr.startswith(f"Error: no release in {places}; get one with `readouts fetch VERSION`")


class TestCheck:
    def test_is_content_with_a_whole_release(self, with_texts: Path) -> None:
        done = run("check", with_texts)
        assert done.exit_code == 0, done.stderr
        assert done.stdout.startswith(f"{with_texts}: nothing wrong\nevidence compared with all 2 texts")

    def test_says_what_it_could_not_compare(self, with_texts: Path, tmp_path: Path) -> None:
        assert "2 of 2 texts are not in" in run("check", with_texts, "--texts", tmp_path).stdout

    def test_names_a_file_in_which_a_bit_was_flipped(self, with_texts: Path) -> None:
        path = with_texts / "positions.parquet"
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        done = run("check", with_texts)
        assert done.exit_code == 1
        assert done.stderr.startswith("Error: 1 release problem:\n")
        assert re.search(rf"{re.escape(str(path))}: its hash is sha256:\w+; expected sha256:\w+", done.stderr)

    def test_tells_every_problem(self, with_texts: Path) -> None:
        (with_texts / "events.csv").unlink()
        (with_texts / "notes.txt").write_text("mine")
        done = run("check", with_texts)
        assert done.exit_code == 1
        assert "events.csv: is missing" in done.stderr
        assert "notes.txt: is not named in datapackage.json" in done.stderr

    def test_of_no_release_says_what_it_wants(self, tmp_path: Path) -> None:
        done = run("check", tmp_path / "absent")
        assert done.exit_code == 1
        assert "a folder of a release, such as data/0.1.0" in done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The parts of a checkout that a build reads."""
    for name in ("build", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


class TestBuild:
    def test_writes_the_release_and_then_finds_it_unchanged(self, checkout: Path) -> None:
        folder = checkout / "data" / readouts.__version__
        first = run("build", "--root", checkout)
        assert first.exit_code == 0, first.stderr
        assert first.stderr.startswith("[1/7] ")
        assert re.search(r"^positions +\d+ +[\d,]+ +[\d,]+ *$", first.stdout, re.MULTILINE)
        assert first.stdout.splitlines()[-1] == f"{folder}: written"
        before = content(folder)
        second = run("build", "--root", checkout)
        assert second.stdout.splitlines()[-1] == f"{folder}: unchanged, the same release was there"
        assert content(folder) == before

    def test_shows_a_bar_where_somebody_watches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        screen = Console(file=io.StringIO(), force_terminal=True, width=80)
        monkeypatch.setattr("readouts.cli.build.console", lambda **_: screen)
        with progress_bar() as tell:
            tell(0, 2, "Read")
            tell(2, 2, "done")
        assert re.search(r"done.*━.*2/2", screen.file.getvalue())  # type: ignore[attr-defined]

    def test_outside_of_a_checkout_says_so(self, tmp_path: Path) -> None:
        done = run("build", "--root", tmp_path)
        assert done.exit_code == 1
        assert done.stderr.startswith(f"Error: {tmp_path}: has no build/ folder")

    @pytest.mark.parametrize("case", ["several_at_once", "date_not_in_calendar", "article_not_utf8"])
    def test_of_bad_seeds_tells_every_problem_and_writes_nothing(self, case: str, tmp_path: Path) -> None:
        shutil.copytree(ROOT / "build", tmp_path / "build")
        for layer in ("_good", case):
            shutil.copytree(BAD_INPUT / layer / "seeds", tmp_path / "seeds", dirs_exist_ok=True)
        before = content(tmp_path)

        done = run_really("build", "--root", tmp_path)

        assert done.returncode == 1
        for line in (BAD_INPUT / case / "expected.txt").read_text(encoding="utf-8").splitlines():
            assert f"  {line}\n" in done.stderr
        assert "Traceback" not in done.stderr
        assert content(tmp_path) == before
        assert not (tmp_path / "data").exists()
