"""The text with its marks in the terminal: in colour where there is colour, else in plain characters.

What carries a reference stands between brackets ('[P1: supports ...]') either way, and is told beneath its
paragraph. Colours and lines come on top; without them mentions stand `{in braces}` and wordings of topics
`_between lines_`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.table import Table
from rich.text import Text

from readouts.coder.text.spans import SpanIndex
from readouts.explain.brackets import LOOKS, PLAIN, REFS, marked
from readouts.explain.layout import groups
from readouts.explain.marks import FAMILIES, LAYERS
from readouts.explain.notes import notes_of
from readouts.explain.overview import overview
from readouts.printing import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, RenderableType

    from readouts.explain.marks import Explanation
    from readouts.explain.notes import Note

FAINT = Style(dim=True)


def in_colour(screen: Console) -> bool:
    """Whether a screen shows colours: none in pipes, on plain terminals and under NO_COLOR."""
    return screen.color_system is not None and not screen.no_color


def rendered(explanation: Explanation, *, coloured: bool) -> Iterator[RenderableType]:
    """What to print, piece by piece."""
    text, index = explanation.article.text, SpanIndex(groups(explanation.marks))
    yield Text(printable(explanation.title), Style(bold=True))
    yield _grid((Text(fact.name, FAINT), Text(fact.value)) for fact in overview(explanation))
    yield _legend(explanation, coloured=coloured)
    for paragraph in explanation.paragraphs:
        found = index.meeting(paragraph.start, paragraph.end)
        zone = "" if paragraph.zone == "body" else f"({paragraph.zone}) "
        yield Text()
        yield Text.assemble((zone, FAINT), marked(text, paragraph, found, coloured=coloured))
        if notes := list(notes_of(text, paragraph, found)):
            yield _grid(map(_note, notes))


def _grid(rows: Iterable[tuple[Text, Text]]) -> Table:
    """Rows of a name and what it is, set in."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=2)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, told in rows:
        table.add_row("", name, told)
    return table


def _note(note: Note) -> tuple[Text, Text]:
    faint = note.layer not in REFS
    return Text(note.ref, REFS.get(note.layer, FAINT)), Text("\n".join(note.lines), FAINT if faint else "")


def _legend(explanation: Explanation, *, coloured: bool) -> Table:
    """The layers that have marks, each drawn as it is in the text."""
    present = [layer for layer in LAYERS if any(explanation.of(layer))]
    return _grid((_sample(layer, coloured=coloured), _about(layer, coloured=coloured)) for layer in present)


def _sample(layer: str, *, coloured: bool) -> Text:
    """The name of a layer, marked as the layer is."""
    if layer in REFS:
        ref = f"[{layer[0].upper()}1: "
        return Text.assemble(
            (ref, REFS[layer] if coloured else ""),
            (layer, LOOKS[layer] if coloured else ""),
            ("]", REFS[layer] if coloured else ""),
        )
    if coloured:
        return Text(layer, LOOKS.get(layer, ""))
    before, behind = PLAIN[layer]
    return Text(before + layer + behind)


def _about(layer: str, *, coloured: bool) -> Text:
    """What a layer marks; of mentions each kind in its colour."""
    if layer != "mentions" or not coloured:
        return Text(LAYERS[layer])
    families = [*dict.fromkeys(FAMILIES.values()), "other"]
    return Text(", ").join(Text(family, LOOKS[family]) for family in families)
