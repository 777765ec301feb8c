"""English verb forms: enough to write a lexicon in lemmas.

`forms("adhere")` gives adhere, adheres, adhered, adhering. Irregular verbs stand in `irregular_verbs.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOWELS = "aeiou"


@dataclass(frozen=True)
class Forms:
    """The forms of one verb, told apart where the grammar needs it."""

    base: str
    finite: tuple[str, ...]
    past_participle: tuple[str, ...]
    gerund: str

    @property
    def every(self) -> tuple[str, ...]:
        """All forms, each once, in a fixed order."""
        return tuple(dict.fromkeys((self.base, *self.finite, *self.past_participle, self.gerund)))


def forms(lemma: str, irregular: Mapping[str, Forms]) -> Forms:
    """The forms of a verb lemma; the first word of a phrasal verb is inflected."""
    if lemma in irregular:
        return irregular[lemma]
    past = _past(lemma)
    return Forms(lemma, (_third(lemma), past), (past,), _gerund(lemma))


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _doubled(lemma: str) -> str:
    """'plan' gives 'plann' before an ending: one syllable, vowel between consonants."""
    short = len(lemma) > 2 and sum(c in _VOWELS for c in lemma) == 1 and lemma[-2] in _VOWELS
    return lemma + lemma[-1] if short and lemma[-1] not in _VOWELS + "wxy" else lemma


def _past(lemma: str) -> str:
    lemma = _doubled(lemma)
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _gerund(lemma: str) -> str:
    lemma = _doubled(lemma)
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + "ing"
