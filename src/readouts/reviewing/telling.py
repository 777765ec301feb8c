"""What a reviewer tells of words in a text: where they stand, and what a position that was missed says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import BadInput, Problem
from readouts.seeds.types import Place, RulingCell

if TYPE_CHECKING:
    from readouts.reviewing.bench import Bench
    from readouts.reviewing.units import Item, Unit
    from readouts.seeds.types import Article

ASKED = (
    *("holder", "topic", "stance", "target", "act", "voice", "speech", "speaker_id"),
    *("strength", "formula", "elements", "areas"),
)
"""The columns of a position that are told, in this order."""


def place_of(article: Article, words: str, near: int) -> Place:
    """Where words stand in an article; of several places the first at or after `near`, else the first.

    Brackets tell which of the words are meant: `Then [we] signed` is the `we` that stands so.

    Raises:
        BadInput: they do not stand there.
    """
    before, opened, rest = words.partition("[")
    meant, closed, after = rest.partition("]") if opened else (before, "", "")
    before = before if closed else ""
    context = before + meant + after if closed else words
    start = article.text.find(context, near)
    start = start if start >= 0 else article.text.find(context)
    if start < 0 or not context:
        do = "copy them letter for letter, quotation marks included"
        raise BadInput([Problem(article.source.file, f"'{context}' is not in the text", do=do)])
    start += len(before)
    return Place(article.source.file, start, start + len(meant if closed else words))


def offset_cells(item: Item, place: Place) -> list[RulingCell]:
    """What a ruling says where the evidence of a row is another."""
    told = (("evidence_start", place.start), ("evidence_end", place.end))
    cells = [RulingCell(column, str(item.row[column]), str(offset), 0) for column, offset in told]
    return [cell for cell in cells if cell.was != cell.becomes]


def event_of(unit: Unit) -> str | None:
    """The event that a new position is taken to be stated at: the one on the screen."""
    event_id = unit.items[0].row["event_id"]
    return str(event_id) if event_id else None


def speakers(bench: Bench) -> dict[str, str]:
    """Ids and names of those who may speak."""
    return {row["actor_id"]: row["name"] for row in bench.rows["actors"]}
