"""A look at the words of a text before it is read: could anybody in it act for a state or organisation?

Where nobody can, there is no event and no position, and the text need not be read. Words are looked at one
by one, without their order, so what is passed over surely has no rows; what is not may turn out to have none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.text.tokens import is_capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from readouts.coder.names.mention_context import MentionWords
    from readouts.coder.positions.topics import TopicIndex

_RUN = re.compile(r"[^\W_]+")
_LABEL = re.compile(r":(?:\s|$)")
_DASH = "[-\u2010-\u2015]"
_SHORTEST_ACRONYM = 3


@dataclass(frozen=True)
class Scan:
    """Case-folded words, one for each phrase of the lexicon: a text without it does not hold the phrase.

    Attributes:
        large: of names of states, places, organisations and people, and of bodies; written with a capital,
            and each with the sets of further such words of which one must be there, too ('David': 'Camp').
        small: of names without a capital, and of offices that only one state has.
        offices: of offices, whose holders act for the state of the outlet or for a body.
        topics: of formulas of topics, on which 'we' may be the state of the outlet.
        odd: a pattern for names that have no such word, only figures and single letters ('3+3').
    """

    large: Mapping[str, frozenset[frozenset[str]]]
    small: frozenset[str]
    offices: frozenset[str]
    topics: frozenset[str]
    odd: re.Pattern[str]

    @classmethod
    def of(cls, words: MentionWords, topics: TopicIndex) -> Scan:
        """The scan for what the lexicon knows."""
        offices = words.offices
        names = [form.spelling for form in words.names.forms() if form.kind != "lookalike"]
        names += [tuple(body.title().split()) for body in offices.bodies | offices.bodies_of_state]
        runs = {name: _large_runs(name) or [_longest_run(name)] for name in names}
        odd = {name for name in names if _is_odd(runs[name][0])}
        large = {name for name in names if _large_runs(name)} - odd
        formulas = (phrase for trie in (topics.words, topics.classes) for phrase in trie.phrases())
        return cls(
            large=_by_first(runs[name] for name in large),
            small=_each((*offices.owners, *offices.owners_within.phrases(), *({*names} - large - odd))),
            offices=_each(head.split() for head in offices.kinds),
            topics=_each(formulas),
            odd=_any_of(sorted(odd)),
        )

    def finds_actor(self, text: str, home: str | None) -> bool:
        """Whether somebody could act for a state or organisation.

        Args:
            text: the stored text.
            home: the state of the outlet, if it is known: its officials, those asked and 'we' may act for it.
        """
        words = set(_RUN.findall(text))
        capitals = {word.casefold() for word in words if is_capitalised(word)}
        if any(others <= capitals for word in self.large.keys() & capitals for others in self.large[word]):
            return True
        folded = {word.casefold() for word in words}
        if not self.small.isdisjoint(folded) or self.odd.search(text):
            return True
        has_office = not self.offices.isdisjoint(folded)
        if home is None:
            return has_office and any(map(_is_acronym, words))
        return has_office or not self.topics.isdisjoint(folded) or _LABEL.search(text) is not None


def _large_runs(spelling: Sequence[str]) -> list[str]:
    """The case-folded words of a name that must be written with a capital, the longest first."""
    runs = [run.group() for token in spelling if is_capitalised(token) and (run := _RUN.match(token))]
    return sorted((run.casefold() for run in runs), key=len, reverse=True)


def _by_first(names: Iterable[Sequence[str]]) -> dict[str, frozenset[frozenset[str]]]:
    """The first word of each name, with the others."""
    found: dict[str, set[frozenset[str]]] = {}
    for first, *others in names:
        found.setdefault(first, set()).add(frozenset(others))
    return {first: frozenset(others) for first, others in found.items()}


def _each(phrases: Iterable[Sequence[str]]) -> frozenset[str]:
    """The longest word of each phrase; classes of mentions are no words."""
    return frozenset(_longest_run([word for word in phrase if word[0] != "@"]) for phrase in phrases)


def _longest_run(words: Iterable[str]) -> str:
    return max((run for word in words for run in _RUN.findall(word)), key=len, default="").casefold()


def _is_odd(run: str) -> bool:
    return len(run) < 2 or run.isdigit()


def _any_of(spellings: Iterable[Sequence[str]]) -> re.Pattern[str]:
    """A pattern for names as a text may write them, whatever the case, blanks and dashes."""
    parts = ([_DASH if part == "-" else re.escape(part) for part in spelling] for spelling in spellings)
    names = "|".join(r"\s*".join(part) for part in parts)
    return re.compile(rf"(?<!\w)(?:{names or '(?!)'})(?!\w)", re.IGNORECASE)


def _is_acronym(word: str) -> bool:
    return len(word) >= _SHORTEST_ACRONYM and word.isupper()
