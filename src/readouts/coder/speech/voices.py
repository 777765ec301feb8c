"""Stretches of speech, and the words that tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.text.spans import Span, SpanIndex

if TYPE_CHECKING:
    from readouts.coder.names.model import Entity
    from readouts.coder.text.trie import Trie


QUESTION = "question"
COMPANY = "company"
ISSUER = "issuer"


@dataclass(frozen=True)
class SpeechVerb:
    """An entry of `speech.toml`."""

    rule: str
    act: str | None


@dataclass(frozen=True)
class SpeechWords:
    """`speech.toml`, compiled.

    Attributes:
        verbs: verbs of speech.
        issued: things that 'say', the words being those of whoever issued them.
        press: who asks in an interview; `press_endings`: how the names of outlets end.
        addressing: verbs that may have who is spoken to behind them.
        statements: words by which a text calls itself somebody's own ('statement', 'remarks').
        spoken: those of them that are spoken ('remarks').
        own: words that tell a stance as only its holder's people do.
        own_nouns: nouns of what a state's people tell as its own ('A's position').
        days: names of the days of the week.
        joint_texts: how a text calls itself that several issue together.
        finite: finite forms of all known verbs.
    """

    verbs: Trie[SpeechVerb]
    issued: frozenset[str]
    press: frozenset[str]
    own: frozenset[str]
    days: frozenset[str]
    joint_texts: tuple[str, ...]
    finite: frozenset[str]
    press_endings: tuple[str, ...] = ()
    addressing: frozenset[str] = frozenset()
    own_nouns: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Voice(Span):
    """A stretch of speech. No speakers: a question, or someone who cannot be told.

    Attributes:
        speakers: who says it; several for a joint statement.
        mode: direct, indirect or text.
        act: the act that the verb itself tells (reaffirm, demand), or None.
        sieve: how it was found.
        rule: entry of the lexicon whose verb tells it; empty where no verb does.
    """

    speakers: tuple[Entity, ...]
    mode: str
    act: str | None
    sieve: str
    rule: str = ""

    @property
    def has_person(self) -> bool:
        """Whether a person is among the speakers."""
        return any(speaker.kind == "person" for speaker in self.speakers)

    @property
    def is_weak(self) -> bool:
        """Whether a quotation in the same place says better who speaks."""
        return self.sieve in ("backward", "carried on")


class Voices(SpanIndex[Voice]):
    """The voices of an article, in the order in which they were found."""

    def at(self, position: int) -> Voice | None:
        """The innermost voice at a position."""
        found = self.covering(position)
        if any(voice.sieve == "quote" for voice in found):
            found = [voice for voice in found if not voice.is_weak]
        return min(found, key=_rank) if found else None


def _rank(voice: Voice) -> tuple[bool, int, int]:
    """The narrower comes first, and anything before what is only carried on."""
    return voice.sieve == "carried on", voice.end - voice.start, voice.start
