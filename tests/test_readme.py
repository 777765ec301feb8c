"""The README's examples are run, and must print what the README says."""

import pytest

from readme import README, blocks, filled

TEXT = README.read_text(encoding="utf-8")


def test_the_readme_has_examples_of_both_kinds() -> None:
    assert sum(block.count(">>> ") for block in blocks(TEXT, "python")) >= 5
    assert sum(block.count("$ readouts ") for block in blocks(TEXT, "console")) >= 4


def test_the_examples_print_what_the_readme_shows() -> None:
    """Where the data have changed, `make readme` writes down what they print now."""
    assert filled(TEXT).splitlines() == TEXT.splitlines()


def test_output_that_is_no_longer_true_is_replaced() -> None:
    loop = ">>> for n in (1, 2):\n...     print(n)\n"
    stale = f"So:\n\n```python\n>>> 6 * 7\n41\n{loop}```\n"
    assert filled(stale) == f"So:\n\n```python\n>>> 6 * 7\n42\n{loop}1\n2\n```\n"


def test_other_commands_than_ours_are_refused() -> None:
    with pytest.raises(ValueError, match="`readouts` commands only, not 'ls'"):
        filled("```console\n$ ls\n```\n")
