"""What codes and sides are called on the pages: plain words, with the code's meaning behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readouts.plain import side_name, word, worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

SIDE = "side"
"""The vocabulary of states and organisations: ISO 3166-1 alpha-3 codes, or names, which stay as they are."""

WITHIN = frozenset(
    {
        *("stance", "act", "voice", "told_by", "speech", "status", "element", "salience", "coding"),
        *("ruling_action", "date_precision", "date_basis", "published_basis"),
    }
)
"""Vocabularies whose words go on with a sentence; those of others begin with a capital letter."""

FORMS = {"told_by": "voice"}
"""Vocabularies that are other words for the codes of one."""

CHOSEN = ("topic", "stance", "voice", "event_type", "status", "actor_kind")
"""Vocabularies that a list chooses from: an address may ask for a code of theirs that no row has."""

FOREIGN = frozenset({"plover_event", "plover_mode", "cameo_code"})
"""Vocabularies of others: who knows them knows them by their codes."""


@dataclass(frozen=True)
class Term:
    """A code in words.

    Attributes:
        words: what the page shows.
        title: the code and its meaning; empty where the words are all there is.
    """

    words: str
    title: str = ""


class Terms:
    """The words of every vocabulary of a release.

    Args:
        vocabularies: what each code means, by vocabulary, as the descriptor tells.
        states: names of states by code that come before those of the package.
    """

    def __init__(self, vocabularies: Mapping[str, Mapping[str, str]], states: Mapping[str, str]) -> None:
        self._meanings = vocabularies
        self._states = states

    def of(self, vocabulary: str, code: str) -> Term:
        """Tell one code in words; one that is not known is shown as it is."""
        if vocabulary == SIDE:
            name = self._states.get(code) or side_name(code)
            return Term(name, code if name != code else "")
        meaning = self._meanings.get(FORMS.get(vocabulary, vocabulary), {}).get(code)
        if vocabulary in FOREIGN:
            return Term(f"{code} ({meaning})" if meaning else code)
        words = word(vocabulary, code)
        words = words if vocabulary in WITHIN else words[:1].upper() + words[1:]
        return Term(words, f"{code}: {meaning}" if meaning else code)

    def several(self, vocabulary: str, joined: str) -> list[Term]:
        """Tell the codes that `;` joins."""
        return [self.of(vocabulary, code) for code in codes_in(joined)]

    def used(self, cells: Iterable[tuple[str, str]]) -> dict[str, dict[str, list[str]]]:
        """The words and titles of the codes that are used, by vocabulary, for the script of a page."""
        found: dict[str, dict[str, list[str]]] = {}
        for vocabulary, joined in sorted(set(cells)):
            for code in codes_in(joined):
                term = self.of(vocabulary, code)
                found.setdefault(vocabulary, {})[code] = [term.words, term.title]
        return found

    def chosen(self, vocabularies: Collection[str]) -> list[tuple[str, str]]:
        """All codes that lists of these vocabularies may be asked for, each with its vocabulary."""
        return [
            (vocabulary, code)
            for vocabulary in CHOSEN
            if vocabulary in vocabularies
            for code in self._meanings.get(vocabulary) or worded(vocabulary)
        ]


def codes_in(joined: str) -> list[str]:
    """The codes of a cell."""
    return [code.strip() for code in joined.split(";") if code.strip()]


def terms_of(described: Mapping[str, Any], actors: Iterable[Mapping[str, Any]]) -> Terms:
    """The words of a release, from its descriptor and its table of actors."""
    states = {row["country"]: row["name"] for row in actors if row["kind"] == "state" and row["country"]}
    return Terms(described.get("vocabularies", {}), states)
