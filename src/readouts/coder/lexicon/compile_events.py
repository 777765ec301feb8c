"""Compiles `events.toml`: heads of events with their entries, and the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.coder.events.frames import FRAMES
from readouts.coder.events.model import UNPLACED_TYPES, EventEntry, EventWords
from readouts.coder.lexicon.compile_words import phrases
from readouts.coder.lexicon.files import strings
from readouts.coder.text.trie import Trie
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.coder.lexicon.files import LexiconFiles

_FILE = "events.toml"
_PHRASES = ("planned", "cancelled", "ongoing", "framework", "supposed")
_WORDS = (
    "sums", "denied", "adjuncts", "separately", "bare_meeting", "accepting", "led_by", "passed_titles",
    "welcoming", "own_ground", "agenda", "out_of_office", "facing_abroad",
)  # fmt: skip


def event_words(table: Mapping[str, Any], files: LexiconFiles) -> EventWords:
    """What the lexicon says of events; entries with codes or frames that do not exist become problems."""
    words = table.get("words", {})
    compiled: dict[str, Any] = {name: frozenset(strings(words, name)) for name in _WORDS}
    for name in _PHRASES:
        compiled[name] = phrases(files, _FILE, f"words.{name}", strings(words, name))
    return EventWords(heads=_heads(table, files), host_stems=strings(words, "host_stems"), **compiled)


def _heads(table: Mapping[str, Any], files: LexiconFiles) -> Trie[EventEntry]:
    heads: Trie[EventEntry] = Trie()
    for row in files.entries(_FILE, table, "events", "type", "frame"):
        files.check(_FILE, row["id"], "type", row["type"], codes("event_type"))
        files.check(_FILE, row["id"], "frame", row["frame"], FRAMES)
        entry = _entry(row)
        for sequence in files.compile(_FILE, row["id"], strings(row, "patterns")):
            heads.add(sequence, entry)
    return heads


def _entry(row: Mapping[str, Any]) -> EventEntry:
    return EventEntry(
        rule=f"{row['type']}/{row['id']}",
        event_type=row["type"],
        frame=row["frame"],
        facts=strings(row, "facts"),
        lowered=row.get("lowered", False),
        only_lead=row.get("only_lead", False),
        placed=row.get("placed", row["type"] not in UNPLACED_TYPES),
        with_main=row.get("with_main", False),
        not_yet=row.get("not_yet", False),
        before=frozenset(strings(row, "before")),
    )
