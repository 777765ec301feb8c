"""Every folder of tests/bad_input is a case of input that cannot be used.

What stands in it is laid over `_good`, `remove.txt` names what is taken out, and `expected.txt` holds the
messages that must come: one a line, and no others. A new case needs no code.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readouts.coder import load_knowledge
from readouts.errors import BadInput
from readouts.seeds.read import read_articles, read_seeds

CASES = Path(__file__).parent / "bad_input"
GOOD = CASES / "_good"
NOT_INPUT = shutil.ignore_patterns("expected.txt", "remove.txt")


def read_the_seeds() -> None:
    read_seeds(Path("seeds"))


def read_the_texts() -> None:
    read_articles(Path("texts"), Path("sources.csv"))


def read_the_lexicon() -> None:
    """Compile the lexicon; the files of the folder, if there is one, take the place of ours."""
    if Path("lexicon").is_dir():
        load_knowledge((), (), lexicon=Path("lexicon"))


READERS = (read_the_seeds, read_the_texts, read_the_lexicon)


def messages() -> list[str]:
    """What each reader finds wrong in the current folder."""
    found: list[str] = []
    for read in READERS:
        try:
            read()
        except BadInput as error:
            found.extend(map(str, error.problems))
    return found


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the good input, as the current folder."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_good_input_has_no_problem(good: Path) -> None:
    assert messages() == []


@pytest.mark.parametrize(
    "name", sorted(path.name for path in CASES.iterdir() if path.is_dir() and path != GOOD)
)
def test_bad_input_gets_its_messages_and_nothing_is_written(name: str, good: Path) -> None:
    shutil.copytree(CASES / name, good, dirs_exist_ok=True, ignore=NOT_INPUT)
    for line in lines(CASES / name / "remove.txt"):
        path = good / line
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    before = content(good)

    assert messages() == lines(CASES / name / "expected.txt")
    assert lines(CASES / name / "expected.txt"), "a case that expects no message tests nothing"
    assert content(good) == before
