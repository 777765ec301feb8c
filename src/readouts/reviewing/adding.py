"""A position that the coder missed: where its words stand, and which cells are to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.errors import BadInput, Problem
from readouts.seeds.types import Place

if TYPE_CHECKING:
    from readouts.reviewing.bench import Bench
    from readouts.reviewing.units import Unit
    from readouts.seeds.types import Article

ASKED = (
    *("holder", "topic", "stance", "target", "act", "voice", "speech", "speaker_id"),
    *("strength", "formula", "elements", "areas"),
)
"""The columns of a position that are told, in this order."""


def place_of(article: Article, words: str, near: int) -> Place:
    """Where words stand in an article; of several places the first at or after `near`, else the first.

    Raises:
        BadInput: they do not stand there.
    """
    start = article.text.find(words, near)
    start = start if start >= 0 else article.text.find(words)
    if start < 0:
        do = "copy them letter for letter, quotation marks included"
        raise BadInput([Problem(article.source.file, f"'{words}' is not in the text", do=do)])
    return Place(article.source.file, start, start + len(words))


def event_of(unit: Unit) -> str | None:
    """The event that a new position is taken to be stated at: the one on the screen."""
    event_id = unit.items[0].row["event_id"]
    return str(event_id) if event_id else None


def speakers(bench: Bench) -> dict[str, str]:
    """Ids and names of those who may speak."""
    return {row["actor_id"]: row["name"] for row in bench.rows["actors"]}
