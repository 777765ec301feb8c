"""An invented text that needs every kind of mark, explained; and marks made by hand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from invented_news import NOWAK, ROJAS, article, knowledge
from readouts.explain import Explanation, Mark, explain

if TYPE_CHECKING:
    from readouts.coder.text.spans import Span

TEXT = f"""\
Talks in Warsaw

{NOWAK} met with {ROJAS} in Warsaw on March 2.

Nowak said that Poland supports the sovereignty of Moldova, and both sides firmly support the one-China \
principle.

"Poland opposes <b>unilateral</b> sanctions & 'tariffs'," Rojas said. She also spoke about cooperation.
"""


@cache
def explained(text: str = TEXT) -> Explanation:
    """A text with its marks."""
    return explain(article(text), knowledge())


def marks(layer: str, text: str = TEXT) -> list[Mark]:
    """The marks of a layer."""
    return list(explained(text).of(layer))


def words(mark: Span, text: str = TEXT) -> str:
    """The words that a mark stands over."""
    return text[mark.start : mark.end]


def mark(start: int, end: int, ref: str = "", layer: str = "positions", kind: str = "one_china") -> Mark:
    """A mark of no text."""
    return Mark(start, end, layer, kind, ref, f"label of {ref}", "a rule", {})
