"""A unit beside the words it rests on, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from readouts.printing import as_text, printable
from readouts.rulings.judged import JUDGED
from readouts.rulings.ruled import RULED
from readouts.tables.models import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.reviewing.units import Item, Unit
    from readouts.seeds.types import Article, Place

OPEN, CLOSE = "[", "]"
"""What stands around evidence where no colour is shown."""

QUOTED = frozenset({"reports", "participants"})
"""Tables whose evidence is shown beside each row; of a position it is what is marked in the text."""


def heading(article: Article, number: int, of: int) -> str:
    """Which article it is, and how far the review is."""
    source = article.source
    day = source.published.isoformat() if source.published else "day not known"
    return f"{source.file} · {source.outlet or 'outlet not known'} · {day} · {number} of {of}"


def passages(text: str, places: Sequence[Place], *, colour: bool) -> Iterator[Text]:
    """The paragraphs that hold evidence, with the evidence marked.

    Args:
        text: the stored text.
        places: the evidence; where stretches overlap, they are marked as one.
        colour: mark by style; otherwise by brackets.
    """
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [(max(p.start, start), min(p.end, end)) for p in places if p.start < end and start < p.end]
        if inside:
            yield _marked(text, (start, end), _merged(inside), colour=colour)
        start = end + 1


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, paragraph: tuple[int, int], spans: Sequence[tuple[int, int]], *, colour: bool) -> Text:
    shown, at = Text(), paragraph[0]
    for start, end in spans:
        shown.append(printable(text[at:start]))
        words = printable(text[start:end])
        shown.append(words if colour else f"{OPEN}{words}{CLOSE}", style="bold reverse" if colour else "")
        at = end
    return shown.append(printable(text[at : paragraph[1]]))


def rows(unit: Unit) -> Iterator[tuple[str, Table]]:
    """The rows of a unit, numbered, each with what is judged of it."""
    for number, item in enumerate(unit.items, start=1):
        yield f"{number}  {item.table} {item.row_id}{_standing(item)}", _cells(item)


def _standing(item: Item) -> str:
    if item.row["coding"] == RULED:
        return " (ruled upon)"
    return " (accepted)" if item.is_seen else ""


def _cells(item: Item) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    shown = [name for name in JUDGED[item.table] if name != "event_id"]
    for name in [*shown, "evidence"] if item.table in QUOTED else shown:
        value = " ".join(printable(as_text(item.row[name])).split())
        if value:
            grid.add_row(f"   {name}", Text(value))
    return grid


def kinds(table: str) -> str:
    """The columns of a table that can be changed, the judged ones first."""
    judged = JUDGED[table]
    others = [column.name for column in columns(table) if column.name not in judged]
    return ", ".join([*judged, *others])
