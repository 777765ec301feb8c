"""Who says what: every stretch of speech in a text with its speakers, in ordered sieves.

    block        'X said:' and the paragraphs below it; 'Name: ...' in an interview or press conference
    quote        quotation marks, with the 'X said' before, behind or between
    forward      'X noted that ...', also as a participle ('..., adding that ...')
    backward     '..., X said'
    carried on   sentences after an attribution in the same paragraph that have none of their own
Else nobody: the narrator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from readouts.coder.clauses import Clauses
from readouts.coder.document import Document, Paragraph, Sentence, Span
from readouts.coder.items import Item
from readouts.coder.model import Entity
from readouts.coder.registry import Registry
from readouts.coder.topics import TopicHit
from readouts.coder.trie import Hit, Trie

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_SECOND_PERSON = frozenset({"you", "your"})
_SUBJECT_REACH = 34
_CLOSING = frozenset(
    "in at on during while when after before following as to ahead upon earlier today yesterday here there late".split()
)
_NOUN_BEFORE = frozenset(
    "the a an his her its their our my this that these those 's of in with by on such no any".split()
)
_VERB_BEFORE = frozenset(
    'to will would shall should must can could may might also and , ) who which that then not - further " always '
    "again article statement message communique letter document declaration text".split()
)


@dataclass(frozen=True)
class SpeechVerb:
    """An entry of `speech.toml`."""

    rule: str
    act: str | None


@dataclass(frozen=True)
class Voice(Span):
    """A stretch of speech. No speakers: a question, or someone who cannot be told.

    Attributes:
        speakers: who says it; several for a joint statement.
        mode: direct, indirect or text.
        act: the act that the verb itself tells (reaffirm, demand), or None.
        sieve: how it was found.
    """

    speakers: tuple[Entity, ...]
    mode: str
    act: str | None
    sieve: str


@dataclass(frozen=True)
class SpeechWords:
    """`speech.toml`, compiled; `own` are words that tell a stance as only its holder's people do."""

    verbs: Trie[SpeechVerb]
    issued: frozenset[str]
    press: frozenset[str]
    own: frozenset[str]
    days: frozenset[str]
    joint_texts: tuple[str, ...]
    finite: frozenset[str]


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


@dataclass
class Discourse:
    """The speech of one article, found in order."""

    document: Document
    readings: Sequence[Reading]
    registry: Registry
    words: SpeechWords
    voices: list[Voice] = field(default_factory=list)
    agent: Entity | None = None
    agents: dict[int, Entity] = field(default_factory=dict)
    _issuer: Entity | None = None

    @cached_property
    def is_joint_text(self) -> bool:
        """Whether the text itself is the joint statement of several, with nobody else's words around it."""
        first = self.readings[0].items if self.readings else []
        lows = " ".join(i.low for i in first[:6])
        return any(phrase in lows for phrase in self.words.joint_texts)

    def run(self) -> None:
        """Find all voices; resolves 'he' and 'she' on the way."""
        for reading in self.readings:
            hits = self.words.verbs.every([i.keys for i in reading.items])
            reading.verbs = [h for h in hits if is_verb_here(h.start, reading)]
        block: Voice | None = None
        for paragraph in self.document.paragraphs:
            readings = [r for r in self.readings if r.sentence.paragraph is paragraph]
            block = self._paragraph(paragraph, readings, block)

    def infer_sides(self) -> None:
        """A speaker of no told side speaks for the state whose stances the words tell; in a press conference for
        the state of the outlet."""
        for voice in self.voices:
            for speaker in voice.speakers:
                if speaker.kind == "person" and speaker.side is None and not speaker.offices:
                    speaker.side = self._side_of_words(speaker) or (
                        self.registry.home if voice.sieve == "block" else None
                    )

    def _side_of_words(self, speaker: Entity) -> str | None:
        told = [v for v in self.voices if speaker in v.speakers]
        for reading in self.readings:
            for segment in reading.clauses.segments:
                item = reading.clauses.first_actor_item(segment.first, segment.last)
                if item is None or item.mention is None or item.mention.kind not in ("state", "metonym"):
                    continue
                if any(v.covers(item.start) for v in told) and self._has_stance(reading, item):
                    return item.mention.code
        return None

    def _has_stance(self, reading: Reading, item: Item) -> bool:
        """Whether a state is the subject of a verb that only its own people tell ('is willing', 'supports')."""
        place = next(k for k, i in enumerate(reading.items) if i is item)
        return any(i.low in self.words.own for i in reading.items[place + 1 : place + 8])

    def voice_at(self, position: int) -> Voice | None:
        """The innermost voice at a position."""
        found = [v for v in self.voices if v.covers(position)]
        if any(v.sieve == "quote" for v in found):
            found = [v for v in found if v.sieve not in ("backward", "carried on")]
        return (
            min(found, key=lambda v: (v.sieve == "carried on", v.end - v.start, v.start)) if found else None
        )

    # paragraphs

    def _paragraph(self, paragraph: Paragraph, readings: list[Reading], block: Voice | None) -> Voice | None:
        if paragraph.zone == "header" or not readings:
            return block
        opened = self._opens_block(readings)
        if opened:
            start, rest = opened
            if rest is not None:
                self.voices.append(Voice(rest, paragraph.end, start.speakers, start.mode, None, "block"))
            return start
        if block is not None and not self._leaves_block(readings[0]):
            self.voices.append(
                Voice(paragraph.start, paragraph.end, block.speakers, block.mode, None, "block")
            )
            return block
        carried: Voice | None = None
        for reading in readings:
            carried = self._sentence(reading, carried)
        return None

    def _opens_block(self, readings: list[Reading]) -> tuple[Voice, int | None] | None:
        """'X said:' at the end of a paragraph, or 'X: ...' at its start (then also where the speech begins)."""
        first, last = readings[0], readings[-1]
        items = first.items
        if last.items and last.items[-1].low == ":" and last.verbs:
            speakers = self._speakers(last, last.verbs[-1])
            if speakers:
                self._is_agent(last, speakers[0])
                return Voice(0, 0, speakers, "direct", None, "block"), None
        colon = next((n for n, item in enumerate(items[:6]) if item.low == ":"), None)
        if colon is None or colon == 0:
            return None
        label = " ".join(i.low for i in items[:colon])
        if label in self.words.press or label.endswith(("news", "agency", "times", "daily", "post", "tv")):
            return Voice(0, 0, (), "direct", None, "question"), items[colon].end
        person = self._named(items[:colon])
        if person is None:
            return None
        self.agent = person
        return Voice(0, 0, (person,), "direct", None, "block"), items[colon].end

    def _named(self, items: Sequence[Item]) -> Entity | None:
        """The one person whose name or title makes up a label."""
        if len(items) != 1 or items[0].mention is None:
            return None
        mention = items[0].mention
        if mention.kind == "name":
            return self.registry.introduce(mention)
        return mention.entity if mention.kind in ("person", "office") else None

    def _leaves_block(self, reading: Reading) -> bool:
        """Whether a paragraph tells of speech in the third person, so that the speech block is over."""
        if any(i.low in _FIRST_PERSON or i.low in _SECOND_PERSON for i in reading.items):
            return False
        for hit in reading.verbs:
            if hit.start > _SUBJECT_REACH:
                break
            subjects = reading.clauses.subject(hit.start) or []
            if any(i.mention and i.mention.kind in ("person", "office") for i in subjects):
                return True
        first = reading.clauses.first_actor_item(0, min(len(reading.items), 12))
        return bool(
            first and first.mention and first.mention.kind in ("person", "office") and first.mention.offices
        )

    # sentences

    def _sentence(self, reading: Reading, carried: Voice | None) -> Voice | None:
        quotes = [
            q
            for q in self.document.quotes
            if q.start < reading.sentence.end and reading.sentence.start < q.end
        ]
        found: list[Voice] = []
        main: Voice | None = None
        self._introduce(reading)
        for hit in reading.verbs:
            if any(q.covers(reading.items[hit.start].start) and self._is_long(q) for q in quotes):
                continue
            voice = self._attribution(reading, hit, main)
            if voice:
                found.append(voice)
                main = voice if main is None or not self._is_participle(reading, hit) else main
        found = [*_truncated(found), *self._according(reading)]
        self.voices.extend(found)
        self._quoted(reading, quotes, found, carried)
        self._note_agent(reading, main)
        if main:
            return main if main.speakers[0].kind == "person" else carried
        if carried and not found:
            self.voices.append(
                Voice(
                    reading.sentence.start,
                    reading.sentence.end,
                    carried.speakers,
                    "indirect",
                    None,
                    "carried on",
                )
            )
        return carried

    def _according(self, reading: Reading) -> list[Voice]:
        """'According to X, ...' and '..., according to X'."""
        lows = [i.low for i in reading.items]
        place = next(
            (k for k in range(len(lows) - 2) if lows[k] == "according" and lows[k + 1] == "to"), None
        )
        if place is None or not reading.items[place + 2].is_actor:
            return []
        speakers = tuple(self.entities(reading.items[place + 2], None))
        if not speakers:
            return []
        behind = reading.items[min(place + 3, len(lows) - 1)]
        start, end = (
            (behind.end, reading.sentence.end)
            if place == 0
            else (reading.sentence.start, reading.items[place].start)
        )
        self._is_agent(reading, speakers[0])
        return [Voice(start, end, speakers, "indirect", None, "according")]

    def _introduce(self, reading: Reading) -> None:
        """Keep bare names that do what only people do ('Araghchi briefed')."""
        starts = {hit.start for hit in reading.verbs}
        for place, item in enumerate(reading.items):
            if item.mention is None or item.mention.kind != "name" or item.mention.entities:
                continue
            behind = place + 1
            while behind < len(reading.items) and reading.items[behind].low in (
                "also",
                "then",
                "further",
                "has",
                "had",
                "again",
            ):
                behind += 1
            if behind in starts:
                self.registry.introduce(item.mention)
                reading.items[place] = Item(
                    item.start,
                    item.end,
                    item.low,
                    (item.low, "@person", "@actor"),
                    item.mention,
                    capital=True,
                )

    def _is_participle(self, reading: Reading, hit: Hit[SpeechVerb]) -> bool:
        return reading.items[hit.start].low.endswith("ing")

    def _is_long(self, quote: Span) -> bool:
        """Single words in quotation marks make no quotation."""
        words = self.document.plain[quote.start : quote.end].strip('" ,.').casefold().split()
        return len(words) > 5 or (len(words) > 3 and any(w in self.words.finite for w in words))

    def _attribution(self, reading: Reading, hit: Hit[SpeechVerb], main: Voice | None) -> Voice | None:
        goes_on = main is not None and self._is_participle(reading, hit)
        speakers = main.speakers if main is not None and goes_on else self._speakers(reading, hit)
        if not speakers:
            return None
        start, end, sieve = self._content(reading, hit)
        return Voice(start, end, speakers, "indirect", hit.value.act, sieve) if end > start else None

    def _speakers(self, reading: Reading, hit: Hit[SpeechVerb]) -> tuple[Entity, ...]:
        inverted = self._inverted(reading, hit)
        subjects = [inverted] if inverted else reading.clauses.subject(hit.start)
        subjects = [s for s in subjects or () if not self._possesses(reading, s)]
        if not subjects:
            issued = hit.start > 0 and reading.items[hit.start - 1].low in self.words.issued
            return (self._issuer,) if issued and self._issuer else ()
        entities = [e for item in subjects for e in self.entities(item, None)]
        if any(item.low in _FIRST_PERSON for item in subjects):
            return ()
        return tuple(dict.fromkeys(entities))

    def _possesses(self, reading: Reading, item: Item) -> bool:
        """'the president's office announced': the office, not the president."""
        place = next(k for k, i in enumerate(reading.items) if i is item)
        person = item.mention is not None and item.mention.kind in ("person", "office")
        return person and place + 1 < len(reading.items) and reading.items[place + 1].low == "'s"

    def _inverted(self, reading: Reading, hit: Hit[SpeechVerb]) -> Item | None:
        """'..., said X'."""
        items = reading.items
        if hit.start == 0 or items[hit.start - 1].low not in (",", '"') or hit.end >= len(items):
            return None
        place = hit.end
        while place < len(items) and items[place].low in ("the", "a"):
            place += 1
        if (
            place < len(items)
            and items[place].is_actor
            and (place + 1 >= len(items) or items[place + 1].low in (".", ",", '"', *_CLOSING))
        ):
            return items[place]
        return None

    def _content(self, reading: Reading, hit: Hit[SpeechVerb]) -> tuple[int, int, str]:
        items, sentence = reading.items, reading.sentence
        index = reading.clauses.segment_at(hit.start)
        segment = reading.clauses.segments[index]
        participle = self._is_participle(reading, hit)
        if not participle and self._closes(reading, hit) and segment.first > 0:
            return sentence.start, items[segment.first].start, "backward"
        start = items[hit.end].start if hit.end < len(items) else sentence.end
        if participle and segment.first <= 1 and hit.start <= 2:
            return start, self._fronted_end(reading, index), "fronted participle"
        return start, sentence.end, "participle" if participle else "forward"

    def _closes(self, reading: Reading, hit: Hit[SpeechVerb]) -> bool:
        """Whether the verb ends its clause, so that what it reports stands before it."""
        items = reading.items
        if self._inverted(reading, hit):
            return True
        behind = items[hit.end].low if hit.end < len(items) else "."
        if behind in (".", ",", '"', "?", "!", ";"):
            return True
        segment = reading.clauses.segments[reading.clauses.segment_at(hit.start)]
        before = items[segment.first - 1].low if segment.first else ""
        told = items[hit.start].low in ("told", "tells") and "that" not in [
            i.low for i in items[hit.end : segment.last]
        ]
        return (
            before in (",", '"')
            and (told or behind in _CLOSING or self._is_date(items, hit.end))
            and segment.kind == "comma"
            and self._has_verb(reading, segment.first)
        )

    def _is_date(self, items: Sequence[Item], place: int) -> bool:
        return place < len(items) and items[place].low in self.words.days

    def _has_verb(self, reading: Reading, last: int) -> bool:
        return any(reading.clauses.verbs.is_verb(i.low) for i in reading.items[:last])

    def _fronted_end(self, reading: Reading, index: int) -> int:
        for segment in reading.clauses.segments[index + 1 :]:
            if segment.kind in ("comma", "coordinate") and reading.clauses.starts_clause(segment.first):
                return reading.items[segment.first].start
        return reading.sentence.end

    # quotations

    def _quoted(
        self, reading: Reading, quotes: Sequence[Span], found: Sequence[Voice], carried: Voice | None
    ) -> None:
        for quote in quotes:
            if not self._is_long(quote) or any(
                v.sieve == "quote" and v.start == quote.start for v in self.voices
            ):
                continue
            speakers = self._quote_speakers(reading, quote, found, carried)
            if speakers:
                self.voices.append(Voice(quote.start, quote.end, speakers, "direct", None, "quote"))

    def _quote_speakers(
        self, reading: Reading, quote: Span, found: Sequence[Voice], carried: Voice | None
    ) -> tuple[Entity, ...]:
        if found and reading.sentence.start <= quote.end <= reading.sentence.end:
            return found[0].speakers
        closing = next((r for r in self.readings if r.sentence.start < quote.end <= r.sentence.end), None)
        if closing is not None:
            for hit in closing.verbs:
                if closing.items[hit.start].start >= quote.end - 1:
                    self._introduce(closing)
                    speakers = self._speakers(closing, hit)
                    if speakers:
                        return speakers
        if found:
            return found[0].speakers
        if carried:
            return carried.speakers
        return (self.agent,) if self.agent else ()

    # people as agents

    def entities(self, item: Item, voice: Voice | None) -> list[Entity]:
        """Who an item means; pronouns by the discourse."""
        mention = item.mention
        if mention is None:
            return []
        if mention.entities:
            return mention.entities
        if mention.kind == "pronoun" and mention.code in ("he", "she", "him", "his", "her"):
            agent = self.agent_before(mention.sentence.index)
            if agent:
                mention.entities, mention.reason = [agent], "pronoun"
            return mention.entities
        if mention.kind == "pronoun" and voice and mention.code in _FIRST_PERSON:
            return list(voice.speakers)
        return []

    def agent_before(self, index: int) -> Entity | None:
        """The person who spoke or acted last before a sentence, else in it."""
        earlier = [k for k in self.agents if k < index]
        return self.agents[max(earlier)] if earlier else self.agents.get(index)

    def _note_agent(self, reading: Reading, main: Voice | None) -> None:
        if main and main.speakers and main.speakers[0].kind == "person":
            self._is_agent(reading, main.speakers[0])
            self._issuer = main.speakers[0]
            return
        first = reading.clauses.first_actor_item(0, len(reading.items))
        if (
            first
            and first.mention
            and first.mention.entity
            and any(i.low in self.words.issued for i in reading.items)
        ):
            self._issuer = first.mention.entity
        if first and first.mention and first.mention.kind in ("person", "office") and first.mention.entity:
            if first.mention.entity.kind == "person" and not self.is_quoted(first.start):
                self._is_agent(reading, first.mention.entity)

    def is_quoted(self, position: int) -> bool:
        return any(q.covers(position) for q in self.document.quotes)

    def _is_agent(self, reading: Reading, entity: Entity) -> None:
        self.agent = entity
        self.agents[reading.sentence.index] = entity


def _has_person(voice: Voice) -> bool:
    return any(s.kind == "person" for s in voice.speakers)


def _is_within(voice: Voice, others: Sequence[Voice]) -> bool:
    return any(
        other is not voice and other.start <= voice.start < other.end and _has_person(other)
        for other in others
    )


def is_verb_here(place: int, reading: Reading) -> bool:
    """Whether a form that may be a noun too ('state', 'notes', 'a call for') is a verb where it stands."""
    item = reading.items[place]
    before = reading.items[place - 1] if place else None
    if before is None:
        return True
    if before.low in _NOUN_BEFORE:
        return False
    verbs = reading.clauses.verbs
    if item.low in verbs.base or item.low.endswith("s"):
        return before.is_actor or before.low in _VERB_BEFORE or before.low.endswith("ly")
    return True


def _truncated(voices: Sequence[Voice]) -> list[Voice]:
    """A forward report ends where a later '..., X said' closes the sentence's first part, and the reverse."""
    backward = [v for v in voices if v.sieve == "backward"]
    if not backward:
        return list(voices)
    out: list[Voice] = []
    for voice in voices:
        end = voice.end
        if voice.sieve == "forward" and _is_within(voice, backward) and not _has_person(voice):
            continue  # 'A reaffirms its support, B said': B speaks, A does not
        for other in backward:
            if voice is not other and voice.sieve == "forward" and voice.start < other.end < voice.end:
                end = other.end
        out.append(Voice(voice.start, end, voice.speakers, voice.mode, voice.act, voice.sieve))
    return out
