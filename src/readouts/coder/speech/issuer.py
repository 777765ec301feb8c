"""A statement in the first person: 'we' outside all quotations is whoever issues the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.speech.voices import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity
    from readouts.coder.names.registry import Registry
    from readouts.coder.speech.voices import Voices
    from readouts.coder.text.document import Document

_LONGEST_BYLINE = 14
_LONGEST_TITLE = 40
_STATEMENTS = frozenset({"statement", "remarks", "message", "comment", "comments", "response", "release"})
_WHO_ISSUES = frozenset({"we", "i"})
_PRIVATE = frozenset({"i", "my", "me", "myself"})


def add_issuers_voice(
    voices: Voices, document: Document, readings: Sequence[Reading], registry: Registry
) -> None:
    """Give the sentences that nobody is told to say to the issuer of a text in the first person.

    Args:
        voices: who says what; the issuer's are added.
        document: the text.
        readings: its sentences.
        registry: the actors of the article, with the state of its outlet.
    """
    unvoiced = [r for r in readings if r.sentence.paragraph.zone == "body" and not _has_voice(r, voices)]
    if not any(_has_outside_quotes(reading, document, _WHO_ISSUES) for reading in unvoiced):
        return
    issuer = _signed(readings) or _state_at_home(unvoiced, document, registry)
    if issuer is None:
        return
    for reading in unvoiced:
        sentence = reading.sentence
        voices.add(Voice(sentence.start, sentence.end, (issuer,), "text", None, "issuer"))


def _has_voice(reading: Reading, voices: Voices) -> bool:
    return any(voices.at(item.start) for item in reading.items)


def _state_at_home(unvoiced: Sequence[Reading], document: Document, registry: Registry) -> Entity | None:
    """The state of the outlet, unless somebody writes as a private person ('my neighbour')."""
    is_private = any(_has_outside_quotes(reading, document, _PRIVATE) for reading in unvoiced)
    return registry.side(registry.home) if registry.home and not is_private else None


def _has_outside_quotes(reading: Reading, document: Document, words: frozenset[str]) -> bool:
    pronouns = (item for item in reading.items if item.low in words and item.is_mention("pronoun"))
    return any(not document.is_quoted(item.start) for item in pronouns)


def _signed(readings: Sequence[Reading]) -> Entity | None:
    """Whose name stands alone above or below the text ('Statement by Foreign Minister N')."""
    for reading in (*readings[:2], *readings[-2:]):
        is_title = reading.sentence.paragraph.zone == "headline" and _is_statement(reading)
        is_short = len(reading.items) <= (_LONGEST_TITLE if is_title else _LONGEST_BYLINE)
        people = [item.mention.entity for item in reading.items if item.mention and item.is_mention("person")]
        if is_short and len(people) == 1 and people[0] and not _has_verb(reading):
            return people[0]
    return None


def _is_statement(reading: Reading) -> bool:
    return any(item.low in _STATEMENTS for item in reading.items)


def _has_verb(reading: Reading) -> bool:
    finite = reading.clauses.verbs.finite_only
    return any(item.mention is None and item.low in finite for item in reading.items)
