"""Compiles `conflicts.toml`: the words that name a conflict and what the tables write for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.coder.lexicon.compile_words import phrases
from readouts.coder.lexicon.files import strings
from readouts.coder.positions.conflicts import ConflictWords
from readouts.coder.text.trie import Trie

if TYPE_CHECKING:
    from readouts.coder.lexicon.files import LexiconFiles

_FILE = "conflicts.toml"
_PARTIES = re.compile(r"[A-Z]{3}(-[A-Z]{3})*")
_SETS = ("matters", "situations", "meetings", "by_others")


def conflict_words(files: LexiconFiles) -> ConflictWords:
    """The conflicts of the lexicon; parties that are no sorted codes become problems."""
    table = files.toml(_FILE)
    named: Trie[str] = Trie()
    for entry in files.entries(_FILE, table, "conflicts", "parties"):
        _check(files, entry["id"], entry["parties"])
        for sequence in files.compile(_FILE, entry["id"], strings(entry, "patterns")):
            named.add(sequence, entry["parties"])
    states = dict(table.get("states", {}))
    for code, parties in states.items():
        _check(files, f"states.{code}", parties)
    sets = {key: frozenset(strings(table.get("words", {}), key)) for key in _SETS}
    of_any = phrases(files, _FILE, "words.of_any", strings(table.get("words", {}), "of_any"))
    return ConflictWords(named=named, states=states, of_any=of_any, **sets)


def _check(files: LexiconFiles, entry: str, parties: object) -> None:
    text = str(parties)
    if not _PARTIES.fullmatch(text) or sorted(text.split("-")) != text.split("-"):
        what = f"'parties' is {text!r}"
        files.problem(_FILE, entry, what, "codes in alphabetical order, joined by '-'", "write 'ARM-AZE'")
