"""One verb of speech in its sentence: who is its subject, and which words it reports.

forward      'X noted that ...', also as a participle ('..., adding that ...')
backward     '..., X said', '..., said X'
according    'according to X, ...'
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import ADJUNCT_STARTS, is_adverb
from readouts.coder.clauses.items import low_at, past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.clauses import Segment
    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.speech.voices import SpeechVerb, SpeechWords, Voice
    from readouts.coder.text.trie import Hit

_BEFORE_INVERSION = (",", '"')
_PASSIVE = ("was", "were", "been", "is", "are")
_THAT_REACH = 4
_BEHIND_INVERSION = ADJUNCT_STARTS | {".", ",", '"'}
_CLOSING_MARKS = (".", ",", '"', "?", "!", ";")


@dataclass(frozen=True)
class Attribution:
    """A verb of speech where it stands."""

    reading: Reading
    hit: Hit[SpeechVerb]
    words: SpeechWords

    @cached_property
    def subjects(self) -> list[Item]:
        """Who says it; not those of whom something says it ('the president's office announced')."""
        if self.is_passive:
            return [self.agent] if self.agent else []
        found = [self.inverted] if self.inverted else self.reading.clauses.subject(self.hit.start)
        return [item for item in found or () if not self._possesses(item)]

    @cached_property
    def inverted(self) -> Item | None:
        """Who stands behind the verb: '..., said X'."""
        items = self.reading.items
        if low_at(items, self.hit.start - 1) not in _BEFORE_INVERSION:
            return None
        place = past(items, self.hit.end, ("the", "a"))
        if place >= len(items) or not items[place].is_actor:
            return None
        closes = place + 1 >= len(items) or items[place + 1].low in _BEHIND_INVERSION
        return items[place] if closes else None

    @cached_property
    def is_passive(self) -> bool:
        """'it was noted that ...', 'the importance of ... was stressed'."""
        items, place = self.reading.items, self.hit.start - 1
        while place > 0 and is_adverb(items[place].low):
            place -= 1
        return low_at(items, place) in _PASSIVE and items[self.hit.start].low.endswith("ed")

    @property
    def agent(self) -> Item | None:
        """By whom it was said, in the passive."""
        items = self.reading.items
        place = past(items, self.hit.end + 1, ("the",))
        is_told = low_at(items, self.hit.end) == "by" and place < len(items) and items[place].is_actor
        return items[place] if is_told else None

    @property
    def is_participle(self) -> bool:
        """'..., adding that': its speaker is that of the verb before."""
        return self.reading.is_gerund(self.hit.start)

    @property
    def is_present(self) -> bool:
        """'X hopes', 'X says'."""
        return self.reading.items[self.hit.start].low in self.reading.clauses.verbs.third

    @property
    def is_of_issued_text(self) -> bool:
        """'the statement notes'."""
        return low_at(self.reading.items, self.hit.start - 1) in self.words.issued

    def content(self) -> tuple[int, int, str]:
        """Where what is said begins and ends, and the sieve that tells it."""
        items, end = self.reading.items, self.reading.sentence.end
        segment = self._segment
        if self.is_passive and not self._leads_that():
            return self._start_of_passive(), items[self.hit.start].start, "backward"
        if not self.is_participle and segment.first > 0 and self._closes_clause():
            return self.reading.sentence.start, items[segment.first].start, "backward"
        start = items[self.hit.end].start if self.hit.end < len(items) else end
        if not self.is_participle:
            return start, end, "forward"
        if segment.first <= 1 and self.hit.start <= 2:
            return start, self._end_of_fronted(), "fronted participle"
        return start, end, "participle"

    def _start_of_passive(self) -> int:
        """Where the thing said begins; behind a comma that closes an aside, with the sentence."""
        here = self._segment
        is_bare = here.kind == "comma" and low_at(self.reading.items, here.first) in _PASSIVE
        return self.reading.sentence.start if is_bare else self.reading.items[here.first].start

    @property
    def _segment(self) -> Segment:
        return self.reading.clauses.segment(self.hit.start)

    def _possesses(self, item: Item) -> bool:
        items = self.reading.items
        return item.is_mention("person", "office") and low_at(items, items.index(item) + 1) == "'s"

    def _leads_that(self) -> bool:
        """Whether 'that' follows, perhaps behind a few words ('it was noted with satisfaction that')."""
        behind = self.reading.items[self.hit.end : self.hit.end + _THAT_REACH]
        return any(item.low == "that" for item in behind)

    def _closes_clause(self) -> bool:
        """Whether the verb ends its clause, so that what it reports stands before it."""
        if self.inverted:
            return True
        items = self.reading.items
        if self.hit.end >= len(items) or items[self.hit.end].low in _CLOSING_MARKS:
            return True
        segment = self._segment
        stands_behind = segment.kind == "comma" and low_at(items, segment.first - 1) in _BEFORE_INVERSION
        return stands_behind and self._has_no_object(segment) and self._has_verb_before(segment)

    def _has_no_object(self, segment: Segment) -> bool:
        """Whether only an adjunct, a day or an addressee stands behind the verb."""
        items, behind = self.reading.items, self.reading.items[self.hit.end].low
        if behind in ADJUNCT_STARTS or behind in self.words.days:
            return True
        addresses = items[self.hit.start].low in self.words.addressing
        return addresses and all(item.low != "that" for item in items[self.hit.end : segment.last])

    def _has_verb_before(self, segment: Segment) -> bool:
        verbs = self.reading.clauses.verbs
        return any(verbs.is_verb(item.low) for item in self.reading.items[: segment.first])

    def _end_of_fronted(self) -> int:
        """Where the main clause behind a fronted participle begins."""
        clauses = self.reading.clauses
        for segment in clauses.segments[clauses.segment_at(self.hit.start) + 1 :]:
            if segment.kind in ("comma", "coordinate") and clauses.starts_clause(segment.first):
                return self.reading.items[segment.first].start
        return self.reading.sentence.end


def according_to(reading: Reading) -> tuple[Item, int, int] | None:
    """'According to X, ...' and '..., according to X': X, and where what X says begins and ends."""
    items = reading.items
    place = next(
        (k for k in range(len(items) - 2) if (items[k].low, items[k + 1].low) == ("according", "to")), None
    )
    if place is None or not items[place + 2].is_actor:
        return None
    if place > 0:
        return items[place + 2], reading.sentence.start, items[place].start
    behind = items[min(3, len(items) - 1)]
    return items[2], behind.end, reading.sentence.end


def settle(voices: Sequence[Voice]) -> list[Voice]:
    """The voices of a sentence without overlaps of what is said before and behind a verb.

    A forward report ends where a later '..., X said' closes the first part of the sentence.
    In 'A reaffirms its support, B said', B speaks and A does not.
    """
    backward = [voice for voice in voices if voice.sieve == "backward"]
    if not backward:
        return list(voices)
    return [_cut(voice, backward) for voice in voices if not _is_reported(voice, backward)]


def _is_reported(voice: Voice, backward: Sequence[Voice]) -> bool:
    """Whether a forward report of no person lies inside what a person says."""
    if voice.sieve != "forward" or voice.has_person:
        return False
    return any(other.has_person and other.covers(voice.start) for other in backward)


def _cut(voice: Voice, backward: Sequence[Voice]) -> Voice:
    if voice.sieve != "forward":
        return voice
    ends = [other.end for other in backward if voice.start < other.end < voice.end]
    return replace(voice, end=ends[-1]) if ends else voice
