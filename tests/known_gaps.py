"""Cases that are data: each a test of its own, and one with a `gap` a failure that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _pytest.mark.structures import ParameterSet


def parameter(case: object, title: str, gap: str | None) -> ParameterSet:
    """A case as a parameter; a gap that closes fails, too, so that it is taken out."""
    marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
    return pytest.param(case, id=title, marks=marks)


def refuse(text: str, told: Sequence[str]) -> None:
    """Fail with the text and what is told of it, if anything is."""
    if told:
        pytest.fail("\n".join([text, "", *(f"  - {each}" for each in told)]), pytrace=False)
