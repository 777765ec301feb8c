"""Compiles `events.toml`: heads of events with their entries, and the words around them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from readouts.coder.events.frames import FRAMES
from readouts.coder.events.model import UNPLACED_TYPES, EventEntry
from readouts.coder.events.words import ConferenceWords, EventWords, TextWords
from readouts.coder.lexicon.compile_words import phrases
from readouts.coder.lexicon.files import strings
from readouts.coder.text.trie import Trie
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.coder.lexicon.files import LexiconFiles

_FILE = "events.toml"
_PHRASES = "Trie[str]"
_LISTS = "frozenset[str]"
_ROLES = ("attendee", "speaker", "host")


def event_words(table: Mapping[str, Any], files: LexiconFiles) -> EventWords:
    """What the lexicon says of events; entries with codes or frames that do not exist become problems."""
    words = table.get("words", {})
    conferences, texts = table.get("conferences", {}), table.get("texts", {})
    return EventWords(
        heads=_heads(table, files),
        conferences=ConferenceWords(
            deeds=_deeds(conferences, files),
            numbered=strings(conferences, "numbered"),
            **_lists(ConferenceWords, conferences, "conferences", files),
        ),
        texts=TextWords(**_lists(TextWords, texts, "texts", files)),
        host_stems=strings(words, "host_stems"),
        voices=strings(words, "voices"),
        **_lists(EventWords, words, "words", files),
    )


def _lists(words: type, table: Mapping[str, Any], name: str, files: LexiconFiles) -> dict[str, Any]:
    """The lists of a table of the file, as sets of words or as phrases, by the fields of a dataclass."""
    compiled: dict[str, Any] = {}
    for each in fields(words):
        if each.type == _LISTS:
            compiled[each.name] = frozenset(strings(table, each.name))
        elif each.type == _PHRASES and each.name != "deeds":
            compiled[each.name] = phrases(files, _FILE, f"{name}.{each.name}", strings(table, each.name))
    return compiled


def _deeds(table: Mapping[str, Any], files: LexiconFiles) -> Trie[str]:
    """The phrases for what somebody does at a conference, each with the role that it makes."""
    deeds: Trie[str] = Trie()
    for role in _ROLES:
        for sequence in files.compile(_FILE, f"conferences.{role}", strings(table, role)):
            deeds.add(sequence, role)
    return deeds


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
        main_only=row.get("main_only", False),
        not_yet=row.get("not_yet", False),
        before=frozenset(strings(row, "before")),
    )
