"""Tokens over a text that stays untouched.

Matching runs on a copy normalised character for character (curly quotes, dashes and no-break spaces mapped to
their plain forms), so that every offset holds in the text as stored.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201b": "'", "`": "'", "\u00b4": "'", "\u02bc": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    }
)  # fmt: skip

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S. D.C.
    r"|'s\b"
    r"|\d+(?:[.,]\d+)+"
    r"|[^\W_]+(?:'(?!s\b)[^\W_]+)*"
    r"|[^\s]"
)


class Token(NamedTuple):
    """One word or mark: offsets in the text, the plain form and the form for look-up."""

    start: int
    end: int
    text: str
    low: str


def normalise(text: str) -> str:
    """The text with look-alike characters made plain, of the same length."""
    return text.translate(_PLAIN)


def tokenise(plain: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a normalised text between two offsets."""
    stop = len(plain) if end is None else end
    return [Token(*m.span(), text := m[0], text.casefold()) for m in _TOKEN.finditer(plain, start, stop)]


def words(phrase: str) -> tuple[str, ...]:
    """The look-up forms of a phrase, tokenised as a text is."""
    return tuple(token.low for token in tokenise(normalise(phrase)))


def is_capitalised(word: str) -> bool:
    """Whether the word begins with a capital letter (of any script that has them)."""
    return word[:1].isupper()
