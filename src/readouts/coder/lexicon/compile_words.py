"""Phrases and verbs: what several files of the lexicon are compiled with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from readouts.coder.lexicon.files import strings
from readouts.coder.lexicon.inflection import forms
from readouts.coder.lexicon.verb_forms import VerbForms
from readouts.coder.text.trie import Trie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from readouts.coder.lexicon.files import LexiconFiles

_VERB = re.compile(r"<([^<>:]+)(?::\w+)?>")
_AUXILIARIES = frozenset({"be", "have", "do"})


def phrases(files: LexiconFiles, name: str, entry: str, patterns: Iterable[str]) -> Trie[str]:
    """The phrases that some patterns of a file stand for."""
    trie: Trie[str] = Trie()
    for sequence in files.compile(name, entry, patterns):
        trie.add(sequence, " ".join(sequence))
    return trie


def verb_forms(files: LexiconFiles, *tables: Mapping[str, Any]) -> VerbForms:
    """The forms of every verb that the patterns of some files name, and of every irregular verb."""
    named = {lemma.strip() for pattern in _patterns(*tables) for lemma in _VERB.findall(pattern)}
    lemmas = sorted((named | set(files.irregular)) - _AUXILIARIES)
    found = [forms(lemma, files.irregular) for lemma in lemmas]
    return VerbForms(
        finite=frozenset(form for verb in found for form in verb.finite),
        base=frozenset(verb.base for verb in found),
        gerund=frozenset(verb.gerund for verb in found),
        third=frozenset(verb.finite[0] for verb in found),
        bare=frozenset(word for table in tables for word in strings(table.get("bare", {}), "words")),
    )


def _patterns(*tables: Mapping[str, Any]) -> Iterator[str]:
    """The patterns of all entries of some files."""
    lists = (entries for table in tables for entries in table.values() if isinstance(entries, list))
    for entries in lists:
        for entry in entries:
            yield from strings(entry, "patterns")
