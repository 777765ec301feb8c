"""The lexicon's README tells every key that a formula may have."""

from __future__ import annotations

from importlib import resources

import pytest

from readouts.coder.lexicon.compile_topics import FORMULA_KEYS

README = (resources.files("readouts.lexicon") / "README.md").read_text("utf-8")


@pytest.mark.parametrize("key", FORMULA_KEYS)
def test_a_key_of_formulas_is_told(key: str) -> None:
    rows = [line for line in README.splitlines() if line.startswith("|")]
    assert any(f"`{key}`" in row.split("|")[1] for row in rows), f"write a row for `{key}`"
