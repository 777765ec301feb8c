"""A sentence as the coder reads it: text, items, clauses, formulas of topics, verbs of speech."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import NOUN_BEFORE, VERB_BEFORE

if TYPE_CHECKING:
    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item
    from readouts.coder.positions.topics import TopicHit
    from readouts.coder.speech.voices import SpeechVerb, SpeechWords
    from readouts.coder.text.document import Sentence
    from readouts.coder.text.trie import Hit


@dataclass(eq=False)
class Reading:
    """A sentence with its text, items, clauses, formulas and verbs of speech."""

    sentence: Sentence
    items: list[Item]
    clauses: Clauses
    text: str = ""
    topics: list[TopicHit] = field(default_factory=list)
    verbs: list[Hit[SpeechVerb]] = field(default_factory=list)

    def sentence_text(self, item: Item) -> str:
        """An item as the article writes it, a mention without the article before it."""
        start, end = (item.mention.start, item.mention.end) if item.mention else (item.start, item.end)
        return self.text[start - self.sentence.start : end - self.sentence.start]

    def is_gerund(self, place: int) -> bool:
        """Whether a verb stands in its form in -ing."""
        return self.items[place].low.endswith("ing")


def speech_verbs(reading: Reading, words: SpeechWords) -> list[Hit[SpeechVerb]]:
    """The verbs of speech of a sentence, without the nouns that are spelt alike."""
    hits = words.verbs.every([item.keys for item in reading.items])
    return [hit for hit in hits if _is_verb_here(hit.start, reading, words.issued)]


def _is_verb_here(place: int, reading: Reading, issued: frozenset[str]) -> bool:
    """Whether a form that may be a noun too ('state', 'notes', 'a call for') is a verb where it stands."""
    if place == 0:
        return True
    low, before = reading.items[place].low, reading.items[place - 1]
    is_compound = before.low == "-" and before.end == reading.items[place].start
    if before.low in NOUN_BEFORE or is_compound:
        return False
    may_be_noun = low in reading.clauses.verbs.base or low.endswith("s")
    is_subject = before.is_actor or before.low in issued
    return not may_be_noun or is_subject or before.low in VERB_BEFORE or before.low.endswith("ly")
