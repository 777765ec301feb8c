"""A paragraph of the terminal: its words, with brackets where marks begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from readouts.explain.layout import steps
from readouts.printing import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.text.spans import Span
    from readouts.explain.layout import Group, Step

LOOKS = {
    "speech": Style(italic=True),
    "events": Style(bold=True),
    "positions": Style(underline=True),
    "topics": Style(reverse=True),
    "person": Style(color="green"),
    "state": Style(color="blue"),
    "organisation": Style(color="magenta"),
    "office": Style(color="cyan"),
    "other": Style(dim=True),
}
"""How the words of layers and of kinds of mentions look; styles of several layers add up."""

REFS = {
    "speech": Style(color="cyan", bold=True),
    "events": Style(color="yellow", bold=True),
    "positions": Style(color="red", bold=True),
}
"""How the brackets and references of a layer look."""

PLAIN = {"topics": ("_", "_"), "mentions": ("{", "}")}
"""What stands around the words of layers without references where there is no colour."""


def look(group: Group) -> Style:
    """How the words of a group look."""
    return LOOKS[group.marks[0].family if group.layer == "mentions" else group.layer]


def marked(text: str, paragraph: Span, found: Sequence[Group], *, coloured: bool) -> Text:
    """A paragraph with its marks.

    Args:
        text: the stored text.
        paragraph: the stretch of it.
        found: the groups of marks that share something with it.
        coloured: mentions and topics are told by colours, not by brackets.
    """
    writer = _Writer(text, paragraph, coloured)
    for step in steps(found, paragraph):
        writer.take(step)
    return writer.shown


@dataclass
class _Writer:
    """Writes a paragraph step by step.

    Attributes:
        around: the groups that the walk is in, from the outermost.
        brackets: those with a bracket still to close, as they were opened.
    """

    text: str
    paragraph: Span
    coloured: bool
    shown: Text = field(default_factory=Text)
    around: list[Group] = field(default_factory=list)
    brackets: list[Group] = field(default_factory=list)

    def take(self, step: Step) -> None:
        """Write one step."""
        group = step.group
        if group is None:
            style = Style.combine([Style.null(), *map(look, self.around if self.coloured else ())])
            self.shown.append(printable(self.text[step.start : step.end]), style)
        elif step.does == "open":
            self.around.append(group)
            if step.is_edge:
                self._write(group, self._opening(group))
        else:
            self.around.remove(group)
            if step.is_edge:
                self._write(group, self._closing(group))

    def _write(self, group: Group, bracket: str) -> None:
        self.shown.append(bracket, REFS.get(group.layer) if self.coloured else None)

    def _opening(self, group: Group) -> str:
        """'[P1: '; '[S2 ...: ' where it began in a paragraph before."""
        if not group.refs:
            return "" if self.coloured else PLAIN[group.layer][0]
        self.brackets.append(group)
        goes_on = " ..." if group.start < self.paragraph.start else ""
        return f"[{' '.join(group.refs)}{goes_on}: "

    def _closing(self, group: Group) -> str:
        """']'; ' P1]' where the last bracket opened is another one's; '...]' where it goes on below."""
        if not group.refs:
            return "" if self.coloured else PLAIN[group.layer][1]
        goes_on = " ..." if group.end > self.paragraph.end else ""
        is_last = self.brackets[-1] is group
        self.brackets.remove(group)
        return goes_on + ("]" if is_last else f" {' '.join(group.refs)}]")
