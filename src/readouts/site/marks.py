"""Where the words that matter stand in a sentence: its formula, and what heightens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Marks = list[tuple[int, int]]


def marks_in(sentence: str, formula: str | None, strength: str | None) -> Marks:
    """Tell from where to where words are marked, in characters; sorted, and none within another.

    Args:
        sentence: the evidence.
        formula: the wording of the topic, as written.
        strength: the words that heighten the stance, joined by `;`.
    """
    found = [*_places(sentence, [formula or ""]), *_places(sentence, (strength or "").split(";"))]
    return _joined(sorted(found))


def _places(sentence: str, wordings: Iterable[str]) -> Marks:
    places = []
    for words in filter(None, map(str.strip, wordings)):
        pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
        match = re.search(pattern, sentence) or re.search(pattern, sentence, re.IGNORECASE)
        if match:
            places.append(match.span())
    return places


def _joined(places: Marks) -> Marks:
    joined: Marks = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def pieces(sentence: str, marks: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The sentence in pieces, each with whether it is marked."""
    told, at = [], 0
    for start, end in marks:
        told += [(sentence[at:start], False), (sentence[start:end], True)]
        at = end
    return [(words, is_marked) for words, is_marked in [*told, (sentence[at:], False)] if words]
