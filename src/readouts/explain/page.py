"""One page of HTML: the text with its marks, and beside it what each mark made.

The page needs nothing but itself: no script, no other host, and everything that comes from the text is
escaped by the template engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts import __version__
from readouts.coder.text.spans import SpanIndex
from readouts.explain.facts import empty, facts
from readouts.explain.layout import groups, steps
from readouts.explain.marks import FAMILIES, LAYERS
from readouts.explain.overview import overview
from readouts.explain.rules import entries_behind
from readouts.printing import printable
from readouts.templates import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from readouts.coder.text.document import Paragraph
    from readouts.explain.layout import Group, Step
    from readouts.explain.marks import Explanation, Mark

_DEEPEST = 5


@dataclass(frozen=True)
class Piece:
    """A step through a paragraph as the template writes it.

    Attributes:
        does: `open`, `close` or `words`.
        words: the words; empty for the others.
        group: what opens or closes; None for words.
        is_start: its first piece in the paragraph, which has the links to what it made.
        depth: how many of its layer are around it.
    """

    does: str
    words: str = ""
    group: Group | None = None
    is_start: bool = False
    depth: int = 0


@dataclass(frozen=True)
class Passage:
    """A paragraph with the groups of marks that share something with it."""

    text: str
    paragraph: Paragraph
    groups: list[Group]

    @cached_property
    def pieces(self) -> list[Piece]:
        """The paragraph in pieces, each that opens closing inside the one around it."""
        around: list[Group] = []
        return [self._piece(step, around) for step in steps(self.groups, self.paragraph)]

    def marks(self, layer: str) -> list[Mark]:
        """The marks of a layer that begin here."""
        begun = (mark for group in self.groups for mark in group.marks if self.paragraph.covers(mark.start))
        return [mark for mark in begun if mark.layer == layer]

    def _piece(self, step: Step, around: list[Group]) -> Piece:
        group = step.group
        if group is None:
            return Piece("words", printable(self.text[step.start : step.end]))
        if step.does == "close":
            around.remove(group)
            return Piece("close", group=group)
        depth = sum(other.layer == group.layer for other in around)
        around.append(group)
        return Piece("open", group=group, is_start=step.is_edge, depth=min(depth, _DEEPEST))


def page_of(explanation: Explanation) -> str:
    """The page, from its first line to its last."""
    article = explanation.article
    template = _environment().get_template("page.html.j2")
    return template.render(
        version=__version__,
        title=printable(explanation.title),
        language=article.source.language,
        overview=overview(explanation),
        layers={layer: about for layer, about in LAYERS.items() if any(explanation.of(layer))},
        families=[*dict.fromkeys(FAMILIES.values()), "other"],
        refs=[mark.ref for mark in explanation.marks if mark.ref],
        passages=list(_passages(explanation)),
        words=lambda mark: printable(article.text[mark.start : mark.end]),
    )


def _passages(explanation: Explanation) -> Iterator[Passage]:
    index = SpanIndex(groups(explanation.marks))
    for paragraph in explanation.paragraphs:
        found = index.meeting(paragraph.start, paragraph.end)
        yield Passage(explanation.article.text, paragraph, found)


def _environment() -> Environment:
    made = environment("readouts.explain")
    made.globals.update(facts=facts, empty=empty, entries_behind=entries_behind)
    made.filters["shown"] = printable
    return made
