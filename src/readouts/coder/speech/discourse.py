"""Who says what: every stretch of speech in a text with its speakers, in ordered sieves.

    block        'X said:' and the paragraphs below it; 'Name: ...' in an interview or press conference
    quote        quotation marks, with the 'X said' before, behind or between
    forward      'X noted that ...', also as a participle ('..., adding that ...')
    backward     '..., X said'
    carried on   sentences after an attribution that have none of their own: in the same paragraph, and in the
                 next one where it reads as that speaker's words
    issuer       what is left of a text in the first person
Else nobody: the narrator.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.reading import speech_verbs
from readouts.coder.speech.attribution import Attribution, according_to, settle
from readouts.coder.speech.blocks import Block, Blocks
from readouts.coder.speech.free_indirect import goes_on
from readouts.coder.speech.issuer import Issuer
from readouts.coder.speech.quotations import Quotations
from readouts.coder.speech.speakers import Speakers
from readouts.coder.speech.speech_sides import infer_speakers_sides
from readouts.coder.speech.voices import COMPANY, QUESTION, Voice, Voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity
    from readouts.coder.names.registry import Registry
    from readouts.coder.speech.voices import SpeechVerb, SpeechWords
    from readouts.coder.text.document import Document, Paragraph, Span
    from readouts.coder.text.trie import Hit

_NAMING_REACH = 6
_NAMING_SENTENCES = 4
_HEADS = ("header", "headline")


@dataclass
class Discourse:
    """The speech of one article, found in order.

    `bodies`: whose text it is; `asked`: the sentences that the press says before it asks.
    """

    document: Document
    readings: Sequence[Reading]
    registry: Registry
    words: SpeechWords
    bodies: tuple[Entity, ...] = ()
    asked: set[int] = field(default_factory=set, init=False)
    _last: Voice | None = field(default=None, init=False)
    _in_past: bool = field(default=True, init=False)

    @cached_property
    def voices(self) -> Voices:
        """The stretches of speech found."""
        return Voices()

    @cached_property
    def is_joint_text(self) -> bool:
        """Whether the text itself is the joint statement of several, with nobody else's words around it."""
        heads = [p for p in self.document.paragraphs if p.zone in _HEADS]
        lines = [self.document.plain[head.start : head.end].casefold() for head in heads]
        first = self.readings[0].items if self.readings else []
        lines.append(" ".join(item.low for item in first[:_NAMING_REACH]))
        return any(phrase in line for phrase in self.words.joint_texts for line in lines) or self._says_we_the

    @property
    def _says_we_the(self) -> bool:
        """'We, the leaders of A, B and C, ...' near the beginning."""
        first = self.readings[:_NAMING_SENTENCES]
        return any("we, the " in reading.text.casefold() for reading in first)

    @property
    def agents(self) -> dict[int, Entity]:
        """Who speaks or acts, by the index of the sentence."""
        return self._speakers.agents

    def run(self) -> None:
        """Find all voices; resolves 'he' and 'she' on the way."""
        by_paragraph: defaultdict[int, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            reading.verbs = speech_verbs(reading, self.words)
            by_paragraph[reading.sentence.paragraph.index].append(reading)
        block: Block | None = None
        for paragraph in self.document.paragraphs:
            readings = by_paragraph[paragraph.index]
            if readings and paragraph.zone != "header":
                block = self._read_paragraph(paragraph, readings, block)
        issuer = Issuer(self.document, self.readings, self.registry, self.words, self.voices, self.bodies)
        if self.bodies or not self.is_joint_text:
            issuer.add_voices()

    def infer_sides(self) -> None:
        """Tell for whom speakers of no told side speak."""
        infer_speakers_sides(self.voices, self.readings, self.words, self.registry.home)

    def voice_at(self, position: int) -> Voice | None:
        """The innermost voice at a position."""
        return self.voices.at(position)

    def is_asked(self, reading: Reading) -> bool:
        """Whether a sentence is part of what the press asks."""
        return reading.sentence.index in self.asked

    def is_quoted(self, position: int) -> bool:
        """Whether a position lies inside quotation marks."""
        return self.document.is_quoted(position)

    def entities(self, item: Item, voice: Voice | None) -> list[Entity]:
        """Who an item means; pronouns by the discourse."""
        return self._speakers.meant(item, voice)

    def agent_before(self, index: int) -> Entity | None:
        """The person who spoke or acted last before a sentence, else in it."""
        return self._speakers.agent_before(index)

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self.document, self.registry, self.words, self.readings)

    @cached_property
    def _quotations(self) -> Quotations:
        return Quotations(self.document, self.readings, self._speakers, self.words)

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks(self._speakers, self.registry, self.words)

    def _read_paragraph(
        self, paragraph: Paragraph, readings: Sequence[Reading], block: Block | None
    ) -> Block | None:
        """Find the voices of a paragraph; gives the block that goes on below it."""
        if opened := self._blocks.opened(readings):
            self._last = None
            if opened.start is not None:
                self._add_block(opened, opened.start, paragraph.end, readings)
            return opened
        if block is not None and not self._blocks.is_left(readings[0]):
            self._add_block(block, paragraph.start, paragraph.end, readings)
            return block
        carried = self._last if self._last and goes_on(readings[0], self._last) else None
        for reading in readings:
            carried = self._read_sentence(reading, carried)
        self._last = carried
        return None

    def _add_block(self, block: Block, start: int, end: int, readings: Sequence[Reading]) -> None:
        """A block is the words of its speakers; of who asks, only the question is nobody's."""
        if block.speakers:
            self.voices.add(Voice(start, end, block.speakers, "direct", None, "block"))
            return
        for reading in readings:
            self.asked.add(reading.sentence.index)
            if reading.items and reading.items[-1].low == "?":
                sentence = reading.sentence
                first = max(start, sentence.start)
                self.voices.add(Voice(first, sentence.end, (), "direct", None, QUESTION))
            else:
                self._read_sentence(reading, None)

    def _read_sentence(self, reading: Reading, carried: Voice | None) -> Voice | None:
        """Find the voices of a sentence; gives the one that the next sentence may carry on."""
        quotes = self._quotations.long_ones(reading)
        self._speakers.introduce(reading)
        found, main = self._attributed(reading, quotes, carried)
        if carried and not any(voice.has_person for voice in found):
            found, main = [], None  # 'X said A. B appreciates C': X goes on
        for voice in found:
            self.voices.add(replace(voice, sieve=QUESTION) if self.is_asked(reading) else voice)
        self._quotations.add_voices(reading, quotes, found, carried, self.voices)
        self._speakers.note_sentence(reading, main)
        if main:
            is_person = main.speakers[0].kind == "person"
            self._in_past = self._in_past if not is_person else not _tells_in_present(reading)
            return main if is_person and main.sieve != COMPANY else carried
        if carried and not found:
            sentence = reading.sentence
            self.voices.add(
                Voice(sentence.start, sentence.end, carried.speakers, "indirect", None, "carried on")
            )
        return carried

    def _attributed(
        self, reading: Reading, quotes: Iterable[Span], carried: Voice | None
    ) -> tuple[list[Voice], Voice | None]:
        """The voices that the verbs of a sentence tell, and the main one: that of its last finite verb."""
        found: list[Voice] = []
        main: Voice | None = None
        for hit in reading.verbs:
            if any(quote.covers(reading.items[hit.start].start) for quote in quotes):
                continue
            if carried is not None and self._in_past and Attribution(reading, hit, self.words).is_present:
                continue  # 'X said A. Y hopes B': told by X
            voice = self._attribution(reading, hit, main)
            if voice is None or _is_inside(voice, found):
                continue
            found.append(voice)
            main = voice if main is None or not reading.is_gerund(hit.start) else main
        return [*settle(found), *self._according(reading)], main

    def _attribution(self, reading: Reading, hit: Hit[SpeechVerb], main: Voice | None) -> Voice | None:
        attribution = Attribution(reading, hit, self.words)
        goes_on = main is not None and attribution.is_participle
        speakers = main.speakers if main is not None and goes_on else self._speakers.of(attribution)
        if not speakers:
            return None
        start, end, sieve = attribution.content()
        if all(item.mention is None or not item.mention.entities for item in attribution.subjects):
            sieve = COMPANY if len(speakers) > 1 else sieve
        if end <= start:
            return None
        mode = "text" if self.is_joint_text else "indirect"
        return Voice(start, end, speakers, mode, hit.value.act, sieve, hit.value.rule)

    def _according(self, reading: Reading) -> list[Voice]:
        """The voice of 'according to X'."""
        told = according_to(reading)
        speakers = tuple(self._speakers.meant(told[0], None)) if told else ()
        if told is None or not speakers:
            return []
        self._speakers.note(reading, speakers[0])
        return [Voice(told[1], told[2], speakers, "indirect", None, "according")]


def _tells_in_present(reading: Reading) -> bool:
    """Whether a sentence reports speech in the present ('X says')."""
    third = reading.clauses.verbs.third
    return any(reading.items[hit.start].low in third for hit in reading.verbs)


def _is_inside(voice: Voice, found: Iterable[Voice]) -> bool:
    """Whether what no person says lies inside what a person says: 'X said that A calls for ...'."""
    return not voice.has_person and any(v.has_person and v.covers(voice.start) for v in found)
