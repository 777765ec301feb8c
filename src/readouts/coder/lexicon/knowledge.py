"""Everything the coder knows, read once and compiled: the lexicon, the known actors, the known occasions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from readouts.coder.lexicon.compile_conflicts import conflict_words
from readouts.coder.lexicon.compile_events import event_words
from readouts.coder.lexicon.compile_names import (
    heads_named_back,
    known_actors,
    mention_words,
    person_words,
)
from readouts.coder.lexicon.compile_stances import speech_words, stance_words
from readouts.coder.lexicon.compile_topics import area_index, read_areas, topic_index
from readouts.coder.lexicon.compile_words import verb_forms
from readouts.coder.lexicon.files import LexiconFiles
from readouts.coder.lexicon.name_tables import NameTables
from readouts.coder.positions.finder import PositionWords
from readouts.coder.scan import Scan
from readouts.coder.text.document import LayoutWords
from readouts.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from readouts.coder.events.words import EventWords
    from readouts.coder.lexicon.verb_forms import VerbForms
    from readouts.coder.names.mentions import MentionWords
    from readouts.coder.names.people import PersonWords
    from readouts.coder.names.registry import KnownActors
    from readouts.coder.speech.voices import SpeechWords
    from readouts.lexicon.read import OrganisationEntry, State
    from readouts.seeds.types import ActorRecord, Occasion

_FILES = ("names", "speech", "stances", "events", "layout")


@dataclass(frozen=True)
class Knowledge:
    """What the coder knows; make it with `load_knowledge`.

    Attributes:
        layout: how a text is laid out.
        mentions: the words that mentions are made of.
        people: how names of people are built.
        known: states, bodies and people by code and by name.
        back: short titles by which holders of an office are named again.
        verbs: forms of the verbs of the lexicon.
        speech: verbs of speech.
        positions: topics, cues of stances, fields of cooperation.
        events: heads of events.
        occasions: conferences and meetings known by name.
        states: by ISO alpha-3 code.
        organisations: by name.
        actors: what the seeds say of people and bodies, by name.
    """

    layout: LayoutWords
    mentions: MentionWords
    people: PersonWords
    known: KnownActors
    back: Mapping[str, tuple[str, ...]]
    verbs: VerbForms
    speech: SpeechWords
    positions: PositionWords
    events: EventWords
    occasions: tuple[Occasion, ...]
    states: Mapping[str, State]
    organisations: Mapping[str, OrganisationEntry]
    actors: Mapping[str, ActorRecord]

    @cached_property
    def scan(self) -> Scan:
        """Tells the texts that need not be read."""
        return Scan.of(self.mentions, self.positions.topics)


def load_knowledge(
    actors: Sequence[ActorRecord], occasions: Sequence[Occasion], lexicon: Path | None = None
) -> Knowledge:
    """Read and compile the lexicon with the known actors and occasions.

    Args:
        actors: people and organisations, as `readouts.seeds.read.read_actors` gives them.
        occasions: known occasions, as `read_occasions` gives them.
        lexicon: a folder whose files take the place of the packaged ones of the same name.

    Raises:
        BadInput: lexicon entries that do not compile or hold codes that the codebook lacks, all at once.
    """
    files = LexiconFiles(lexicon)
    knowledge = _compiled(files, NameTables.of(files, actors), tuple(occasions))
    if files.problems:
        raise BadInput(files.problems)
    return knowledge


def _compiled(files: LexiconFiles, tables: NameTables, occasions: tuple[Occasion, ...]) -> Knowledge:
    """Compile every file; what cannot be used is noted as a problem of the files."""
    names, speech, stances, events, layout = (files.toml(f"{name}.toml") for name in _FILES)
    stances_told = stance_words(stances, files)
    fields = read_areas(files)
    topics, areas = topic_index(files, tables.organisations, fields), area_index(fields)
    verbs = verb_forms(files, speech, stances, events)
    return Knowledge(
        layout=_layout(layout, files),
        mentions=mention_words(names, tables, verbs, files),
        people=person_words(names),
        known=known_actors(tables, names),
        back=heads_named_back(names),
        verbs=verbs,
        speech=speech_words(speech, files, verbs),
        positions=PositionWords(topics, stances_told, areas, conflict_words(files)),
        events=event_words(events, files),
        occasions=occasions,
        states={state.iso3: state for state in tables.states},
        organisations={body.name: body for body in tables.organisations},
        actors={actor.name: actor for actor in tables.actors},
    )


def _layout(table: Mapping[str, Any], files: LexiconFiles) -> LayoutWords:
    patterns = files.regex("layout.toml", "headers", table["headers"])
    headers = "|".join(f"(?:{pattern.replace('(?i)', '')})" for pattern in patterns)
    return LayoutWords(
        frozenset(table["abbreviations"]), frozenset(table["starters"]), re.compile(headers, re.IGNORECASE)
    )
