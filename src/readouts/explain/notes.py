"""What is told beneath a paragraph in the terminal: a few lines for each reference, one for all mentions."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from readouts.printing import as_text, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readouts.coder.text.document import Paragraph
    from readouts.explain.layout import Group
    from readouts.explain.marks import Mark, Row

_LONGEST = 60
_OF_POSITION = ("strength", "formula", "elements", "areas")


@dataclass(frozen=True)
class Note:
    """What is told of a mark: its layer, its reference (or the name of the layer), and lines of text."""

    layer: str
    ref: str
    lines: tuple[str, ...]


def notes_of(text: str, paragraph: Paragraph, found: Iterable[Group]) -> Iterator[Note]:
    """The notes of a paragraph: of what begins in it, layer by layer.

    Args:
        text: the stored text.
        paragraph: the paragraph.
        found: the groups of marks that share something with it.
    """
    begun = [mark for group in found for mark in group.marks if paragraph.covers(mark.start)]
    for layer, tell in (("speech", _of_speech), ("events", _of_event), ("positions", _of_position)):
        for mark in (mark for mark in begun if mark.layer == layer):
            lines = (*tell(mark), f"rule: {mark.rule}")
            yield Note(layer, mark.ref, tuple(map(printable, lines)))
    for layer in ("topics", "mentions"):
        told = dict.fromkeys(_of_words(text, mark) for mark in begun if mark.layer == layer)
        if told:
            yield Note(layer, layer, (printable("; ".join(told)),))


def _of_speech(mark: Mark) -> Iterator[str]:
    yield f"{mark.label}, {mark.kind} speech" + (f", {mark.row['act']}" if mark.row["act"] else "")


def _of_event(mark: Mark) -> Iterator[str]:
    row = mark.row
    days = f"{row['date_edtf'] or 'no date'} ({row['date_precision']}, {row['date_basis']})"
    where = ", ".join(filter(None, (row["place"], row["country"])))
    head = (row["event_type"], row["salience"], row["status"], days, where, row["agenda"])
    yield " · ".join(filter(None, head))
    if parts := "; ".join(map(_part, mark.parts)):
        yield parts


def _part(row: Row) -> str:
    """'host Ana Rojas (Foreign Minister, CHL)'."""
    more = ", ".join(filter(None, (row["office"], row["represents"])))
    return f"{row['role']} {row['name']}" + (f" ({more})" if more else "")


def _of_position(mark: Mark) -> Iterator[str]:
    row = mark.row
    by = f"{row['voice']}, by {row['speaker']}" if row["speaker"] else str(row["voice"])
    said = (
        mark.label,
        row["act"],
        by,
        f"{row['speech']} speech",
        f"at {row['event']}" if row["event"] else "",
    )
    yield " · ".join(filter(None, said))
    if more := " · ".join(f"{name}: {as_text(row[name])}" for name in _OF_POSITION if row[name]):
        yield more


def _of_words(text: str, mark: Mark) -> str:
    words = shorten(text[mark.start : mark.end], _LONGEST, placeholder=" ...")
    kind = f"{mark.kind}: " if mark.layer == "mentions" else ""
    return f"{words} = {kind}{mark.label}"
