"""Quotations by their marks: paired, straight or curly, over several paragraphs where one is left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from readouts.coder.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENING = "\u201c\u00ab\u201e"
_CLOSING = "\u201d\u00bb"
_BEFORE_OPENING = "([-\u2013\u2014\u201c\"'"
_MARK = re.compile(f'[{_OPENING}{_CLOSING}"]')
_REACH = 8


class _Paired(NamedTuple):
    """The marks of a paragraph: its outermost pairs, the opening mark left over, the first closing one."""

    spans: list[Span]
    left_open: int | None
    left_closed: int | None


def find_quotes(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Outermost quotations; one left open goes on over the next paragraphs if one of them closes it."""
    paired = [_pair(text, paragraph) for paragraph in paragraphs]
    found: list[Span] = []
    carried: int | None = None
    for index, (spans, left_open, left_closed) in enumerate(paired):
        if carried is not None and left_closed is not None:
            found.append(Span(carried, left_closed + 1))
            carried = None
        if carried is None:
            found += [span for span in spans if not found or span.start >= found[-1].end]
            if left_open is not None and _is_closed_later(paired, index):
                carried = left_open
            elif left_open is not None:
                found.append(Span(left_open, paragraphs[index].end))
    return sorted(found, key=lambda span: span.start)


def _pair(text: str, paragraph: Span) -> _Paired:
    opened: list[int] = []
    spans: list[Span] = []
    left_closed: int | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        place = mark.start()
        if _opens(text, place, paragraph):
            opened.append(place)
        elif not opened:
            left_closed = place if left_closed is None else left_closed
        else:
            start = opened.pop()
            if not opened:
                spans.append(Span(start, place + 1))
    return _Paired(spans, opened[0] if opened else None, left_closed)


def _opens(text: str, place: int, paragraph: Span) -> bool:
    """Whether a mark opens a quotation; a straight one does behind a blank and before a word."""
    if text[place] != '"':
        return text[place] in _OPENING
    before = text[place - 1] if place > paragraph.start else " "
    after = text[place + 1] if place + 1 < paragraph.end else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _is_closed_later(paired: Sequence[_Paired], index: int) -> bool:
    return any(later.left_closed is not None for later in paired[index + 1 : index + 1 + _REACH])
