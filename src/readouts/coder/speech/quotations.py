"""Quotation marks, and who said what stands between them: the attribution before, behind or between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.speech.attribution import Attribution
from readouts.coder.speech.voices import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity
    from readouts.coder.speech.speakers import Speakers
    from readouts.coder.speech.voices import SpeechWords, Voices
    from readouts.coder.text.document import Document, Span

_WORDS_OF_A_SENTENCE = 5
_WORDS_OF_A_CLAUSE = 3
_SUBJECT_REACH = 5
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True)
class Quotations:
    """The quotations of one article."""

    document: Document
    readings: Sequence[Reading]
    speakers: Speakers
    words: SpeechWords

    def long_ones(self, reading: Reading) -> list[Span]:
        """The quotations that a sentence has part in; single words in quotation marks make none."""
        near = self.document.quotes_meeting(reading.sentence)
        return [quote for quote in near if self._is_long(quote)]

    def add_voices(
        self,
        reading: Reading,
        quotes: Iterable[Span],
        found: Sequence[Voice],
        carried: Voice | None,
        voices: Voices,
    ) -> None:
        """Add a voice for each quotation that has none yet and whose speaker can be told.

        Args:
            reading: the sentence that they stand in.
            quotes: the quotations.
            found: the voices that the sentence has of its own.
            carried: the voice before, which goes on.
            voices: where to add them.
        """
        for quote in quotes:
            if any(v.sieve == "quote" and v.start == quote.start for v in voices.covering(quote.start)):
                continue
            speakers = self._speakers(reading, quote, found)
            if not speakers and not self._is_told_by_another(quote):
                speakers = self._speakers_before(carried)
            if speakers:
                voices.add(Voice(quote.start, quote.end, speakers, "direct", None, "quote"))

    def _is_long(self, quote: Span) -> bool:
        words = self.document.plain[quote.start : quote.end].strip('" ,.').casefold().split()
        is_clause = len(words) > _WORDS_OF_A_CLAUSE and any(w in self.words.finite for w in words)
        return len(words) > _WORDS_OF_A_SENTENCE or is_clause

    def _speakers(self, reading: Reading, quote: Span, found: Sequence[Voice]) -> tuple[Entity, ...]:
        own = found[0].speakers if found else ()
        if own and quote.end <= reading.sentence.end:
            return own
        return self._speakers_behind(quote) or own

    def _speakers_behind(self, quote: Span) -> tuple[Entity, ...]:
        """Who is told behind the closing mark, in its sentence."""
        sentence = self.document.sentence_at(quote.end - 1)
        if sentence is None:
            return ()
        closing = self.readings[sentence.index]
        for hit in closing.verbs:
            if closing.items[hit.start].start >= quote.end - 1:
                self.speakers.introduce(closing)
                if told := self.speakers.of(Attribution(closing, hit, self.words)):
                    return told
        return ()

    def _is_told_by_another(self, quote: Span) -> bool:
        """'"...," the surgeon said': somebody says it behind the closing mark who cannot be told."""
        sentence = self.document.sentence_at(quote.end - 1)
        if sentence is None:
            return False
        closing = self.readings[sentence.index]
        verbs = (hit.start for hit in closing.verbs if closing.items[hit.start].start >= quote.end)
        verb = next(verbs, 0)
        before = [i for i in closing.items[max(0, verb - _SUBJECT_REACH) : verb] if i.start >= quote.end]
        return bool(before) and before[0].low in _ARTICLES and not any(i.mention for i in before)

    def _speakers_before(self, carried: Voice | None) -> tuple[Entity, ...]:
        if carried:
            return carried.speakers
        return (self.speakers.latest,) if self.speakers.latest else ()
