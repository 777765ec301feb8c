"""The lexicon of conflicts: what it may say, and what is told of one that says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readouts.coder.lexicon.compile_conflicts import conflict_words
from readouts.coder.lexicon.files import LexiconFiles

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("codes", "parties"),
    [
        (["PSE"], "ISR-PSE"),
        (["AZE", "ARM"], "ARM-AZE"),
        (["SDN"], "SDN"),
        (["United Nations"], None),
        ([], None),
    ],
)
def test_parties_are_codes_in_order(codes: list[str], parties: str | None) -> None:
    assert conflict_words(LexiconFiles()).parties(codes) == parties


@pytest.mark.parametrize("wrong", ["AZE-ARM", "Armenia-Azerbaijan", ""])
def test_parties_written_otherwise_are_a_problem(wrong: str, tmp_path: Path) -> None:
    text = f'[[conflicts]]\nid = "a"\nparties = "{wrong}"\npatterns = ["a war"]\n'
    (tmp_path / "conflicts.toml").write_text(text, encoding="utf-8")
    files = LexiconFiles(tmp_path)
    conflict_words(files)
    (problem,) = files.problems
    assert problem.where == "lexicon/conflicts.toml, entry 'a'"
    assert repr(wrong) in problem.what
