"""Compiles what people say and how: `speech.toml` (verbs of speech) and `stances.toml` (cues)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.coder.clauses.grammar import AUXILIARY
from readouts.coder.lexicon.compile_words import phrases
from readouts.coder.lexicon.files import strings
from readouts.coder.positions.cues import Cue, StanceWords
from readouts.coder.positions.polarity import DENIED
from readouts.coder.speech.voices import SpeechVerb, SpeechWords
from readouts.coder.text.trie import Trie
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.coder.lexicon.files import LexiconFiles
    from readouts.coder.lexicon.verb_forms import VerbForms

CUE_KINDS = ("operator", "stance", "deed", "merit", "naming")
_SPEECH, _STANCES = "speech.toml", "stances.toml"


def speech_words(table: Mapping[str, Any], files: LexiconFiles, known: VerbForms) -> SpeechWords:
    """Verbs of speech, and the words around them that tell who speaks.

    Args:
        table: `speech.toml`.
        files: where problems are noted.
        known: the forms of all verbs of the lexicon.
    """
    return SpeechWords(
        verbs=_speech_verbs(table, files),
        issued=_set(table, "issued", "nouns"),
        press=_set(table, "press", "outlets"),
        press_endings=strings(table.get("press", {}), "endings"),
        addressing=_set(table, "addressing", "forms"),
        own=_set(table, "own", "words"),
        own_nouns=_set(table, "own", "nouns"),
        days=_set(table, "days", "words"),
        statements=_set(table, "issued", "statements"),
        spoken=_set(table, "issued", "spoken"),
        joint_texts=strings(table.get("issued", {}), "joint"),
        finite=known.finite | AUXILIARY,
    )


def _speech_verbs(table: Mapping[str, Any], files: LexiconFiles) -> Trie[SpeechVerb]:
    verbs: Trie[SpeechVerb] = Trie()
    for entry in files.entries(_SPEECH, table, "verbs"):
        if "act" in entry:
            files.check(_SPEECH, entry["id"], "act", entry["act"], (*codes("act"), DENIED))
        verb = SpeechVerb(f"speech/{entry['id']}", entry.get("act"))
        for sequence in files.compile(_SPEECH, entry["id"], strings(entry, "patterns")):
            verbs.add(sequence, verb)
    return verbs


def stance_words(table: Mapping[str, Any], files: LexiconFiles) -> StanceWords:
    """Cues of stances, and the words that strengthen, weaken or turn them."""
    return StanceWords(
        cues=_cues(table, files),
        strength=_phrases(table, files, "strength", "words"),
        reaffirming=_phrases(table, files, "strength", "reaffirming"),
        remaining=_phrases(table, files, "strength", "remaining"),
        deeds=_set(table, "strength", "deeds"),
        negating=_set(table, "strength", "negating"),
        unreal=_set(table, "strength", "unreal"),
        sought=_set(table, "strength", "sought"),
        rumoured=_phrases(table, files, "strength", "rumoured"),
        violating=_phrases(table, files, "scope", "violating"),
        adjuncts=_phrases(table, files, "scope", "adjuncts"),
        nouns=_set(table, "holders", "nouns"),
        appreciating=_phrases(table, files, "holders", "appreciating"),
    )


def _cues(table: Mapping[str, Any], files: LexiconFiles) -> Trie[Cue]:
    cues: Trie[Cue] = Trie()
    for entry in files.entries(_STANCES, table, "cues", "kind", "act"):
        cue = _cue(entry, files)
        for sequence in files.compile(_STANCES, entry["id"], strings(entry, "patterns")):
            cues.add(sequence, cue)
    return cues


def _cue(entry: Mapping[str, Any], files: LexiconFiles) -> Cue:
    stance = entry.get("stance", "support")
    files.check(_STANCES, entry["id"], "kind", entry["kind"], CUE_KINDS)
    files.check(_STANCES, entry["id"], "act", entry["act"], codes("act"))
    files.check(_STANCES, entry["id"], "stance", stance, codes("stance"))
    not_before = frozenset(strings(entry, "not_before"))
    praises, aims = entry.get("praises", False), entry.get("aims", False)
    finite_act = entry.get("finite_act")
    return Cue(
        entry["id"], entry["kind"], entry["act"], stance, not_before, praises, aims, finite_act,
        entry.get("light", False), entry.get("outward", False), entry.get("deed_act"),
    )  # fmt: skip


def _phrases(table: Mapping[str, Any], files: LexiconFiles, group: str, key: str) -> Trie[str]:
    return phrases(files, _STANCES, f"{group}.{key}", strings(table.get(group, {}), key))


def _set(table: Mapping[str, Any], group: str, key: str) -> frozenset[str]:
    return frozenset(strings(table.get(group, {}), key))
