"""Text made safe for Markdown: it reads as it was, whatever stands in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.printing import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNS = re.compile(r"[\\`*\[\]<|~$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|^(?:[-+=#>]|\d{1,9}[.)](?=\s|$))")
"""What begins something in Markdown: anywhere, at the edge of a word, or where a line begins."""


def plain(text: str) -> str:
    """Escape a text so that it is shown as it stands, on one line."""
    return SIGNS.sub(_escaped, " ".join(printable(text).split()))


def _escaped(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}\\{found[0][-1]}"


def code(text: str) -> str:
    """Show a name as code; one that holds a backtick, or a bar of a table, as plain text."""
    return plain(text) if "`" in text or "|" in text or not text.strip() else f"`{' '.join(text.split())}`"


def grid(head: Sequence[str], rows: Iterable[Sequence[str]], rule: str = "---") -> str:
    """Make a table of cells that are safe already.

    Args:
        head: the names of the columns.
        rows: the cells, row by row.
        rule: how all columns but the first are aligned: `---` as text, `---:` as numbers.
    """
    rules = ["---", *(rule for _ in head[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rules, *rows))
