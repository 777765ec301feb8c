"""The views, as they stand in `views.sql`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VIEW = re.compile(
    r"(?P<about>(?:^-- [^\n]+\n)+)(?P<sql>CREATE VIEW (?P<name>\w+) AS\n.*?);$", re.MULTILINE | re.DOTALL
)


SMALL_LETTERS = "ascii_lower"
"""What the statements call the function that makes A to Z small letters, and no others: the databases and the
functions of `readouts.views` must agree."""


@dataclass(frozen=True)
class View:
    """A view.

    Attributes:
        name: of the view.
        about: what its rows are.
        sql: the statement that makes it.
    """

    name: str
    about: str
    sql: str


@cache
def views() -> tuple[View, ...]:
    """All views, in the order of the file."""
    text = (files("readouts.publishing") / "views.sql").read_text(encoding="utf-8")
    return tuple(View(found["name"], _joined(found["about"]), found["sql"]) for found in _VIEW.finditer(text))


def _joined(comment: str) -> str:
    return " ".join(line.removeprefix("-- ") for line in comment.splitlines())
