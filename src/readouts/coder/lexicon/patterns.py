"""The pattern language of the lexicon.

A pattern is a phrase in plain words, with four conveniences:

    one-china (principle|policy)      one of several
    the [very] beginning              optional words
    <support> for                     any form of a verb (`<support:ing>` the gerund, `<support:fin>` finite)
    relations with @state             a class of mention: @state, @person, @organisation, @actor, ...

Matching ignores case and the kinds of quotes and dashes. A pattern becomes the list of token sequences it
stands for, so that any number of patterns costs one walk along a trie.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.lexicon.inflection import Forms, forms
from readouts.coder.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a pattern can name: kinds of mention, as `clauses.items` gives them, or any other word with a capital.
MENTION_CLASSES = (
    "actor", "adjective", "capital", "group", "organisation", "person", "place", "possessive", "pronoun",
    "state",
)  # fmt: skip

_PIECE = re.compile(
    r"(?P<open>[(\[])|(?P<close>[)\]])|(?P<bar>\|)|<(?P<verb>[^<>]+)>|@(?P<cls>[a-z_]+)|(?P<words>[^()\[\]|<>@]+)"
)
_CLOSING = {"(": ")", "[": "]"}
MAX_EXPANSIONS = 20_000

Sequence_ = tuple[str, ...]


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


@dataclass
class _Reader:
    pattern: str
    irregular: Mapping[str, Forms]
    position: int = 0

    def alternatives(self, closing: str | None) -> list[Sequence_]:
        found: list[Sequence_] = []
        current: list[Sequence_] = [()]
        while True:
            piece = self._next(closing)
            if piece is None or piece.group("close"):
                if piece is not None and piece.group("close") != closing:
                    msg = f"'{piece.group('close')}' at {piece.start()} closes nothing"
                    raise PatternError(msg)
                return found + current
            if piece.group("bar"):
                found += current
                current = [()]
                continue
            current = _joined(current, self._piece(piece))

    def _next(self, closing: str | None) -> re.Match[str] | None:
        if self.position >= len(self.pattern):
            if closing:
                msg = f"'{closing}' is missing"
                raise PatternError(msg)
            return None
        piece = _PIECE.match(self.pattern, self.position)
        if piece is None:
            msg = f"cannot read {self.pattern[self.position :]!r}"
            raise PatternError(msg)
        self.position = piece.end()
        return piece

    def _piece(self, piece: re.Match[str]) -> list[Sequence_]:
        if bracket := piece.group("open"):
            inner = self.alternatives(_CLOSING[bracket])
            return [*inner, ()] if bracket == "[" else inner
        if verb := piece.group("verb"):
            return _verb_forms(verb, self.irregular)
        if cls := piece.group("cls"):
            if cls not in MENTION_CLASSES:
                message = f"'@{cls}' is no kind of mention: use one of {', '.join(MENTION_CLASSES)}"
                raise PatternError(message)
            return [("@" + cls,)]
        return [words(piece.group("words"))]


def expand(pattern: str, irregular: Mapping[str, Forms]) -> tuple[Sequence_, ...]:
    """All token sequences that a pattern stands for, in a fixed order.

    Raises:
        PatternError: the pattern cannot be read, stands for nothing or for far too much.
    """
    sequences = [s for s in dict.fromkeys(_Reader(pattern, irregular).alternatives(None)) if s]
    if not sequences:
        msg = "it stands for no words at all"
        raise PatternError(msg)
    return tuple(sequences)


def _joined(heads: list[Sequence_], tails: list[Sequence_]) -> list[Sequence_]:
    if len(heads) * len(tails) > MAX_EXPANSIONS:
        msg = f"it stands for more than {MAX_EXPANSIONS} phrases: split it"
        raise PatternError(msg)
    return [a + b for a, b in itertools.product(heads, tails)]


def _verb_forms(spec: str, irregular: Mapping[str, Forms]) -> list[Sequence_]:
    lemma, _, which = spec.partition(":")
    found = forms(lemma.strip(), irregular)
    choices = {
        "": found.every,
        "ing": (found.gerund,),
        "fin": (found.base, *found.finite),
        "base": (found.base,),
        "past": tuple(dict.fromkeys((*found.finite[1:], *found.past_participle))),
        "ed": found.past_participle,
    }
    if which not in choices:
        msg = f"'{which}' is no verb form: use one of {', '.join(k for k in choices if k)}"
        raise PatternError(msg)
    return [(form,) for form in dict.fromkeys(choices[which])]
