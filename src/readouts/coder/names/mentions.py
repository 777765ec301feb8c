"""Mentions of actors in a sentence: states, bodies, offices, people, pronouns, both sides at once.

One reading from left to right; at each place the richest phrase wins (state + office + name + more offices).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.names.body_mentions import BodyMentions
from readouts.coder.names.group_mentions import GroupMentions
from readouts.coder.names.mention_context import AT_HOME, LAST_NAMED, MentionContext, MentionWords
from readouts.coder.names.offices import OfficeReader
from readouts.coder.names.person_mentions import PersonMentions
from readouts.coder.text.token_row import row_of
from readouts.coder.text.tokens import is_capitalised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from readouts.coder.names.model import Mention
    from readouts.coder.text.document import Sentence

    Reader = Callable[[int], Mention | None]

__all__ = ["AT_HOME", "LAST_NAMED", "MentionWords", "find_mentions"]


def find_mentions(sentence: Sentence, words: MentionWords) -> list[Mention]:
    """The mentions of a sentence in order, none overlapping another."""
    context = MentionContext(sentence, row_of(sentence.tokens, words.names), words)
    readers = _readers(context)
    found: list[Mention] = []
    behind = 0
    for place, kinds in _openings(context, tuple(readers)):
        if place >= behind and (mention := _first([readers[kind] for kind in kinds], place)):
            found.append(mention)
            behind = mention.last
    return found


def _readers(context: MentionContext) -> dict[str, Reader]:
    """The readers by what they read, the first that finds anything deciding."""
    offices = OfficeReader(context.row, context.words.offices)
    people = PersonMentions(context, offices)

    def is_name(place: int) -> bool:
        return people.names.read(place) is not None

    bodies, groups = BodyMentions(context, offices, is_name), GroupMentions(context, is_name)
    return {
        "both_sides": groups.both_sides,
        "plural": groups.plural,
        "shared": people.shared.read,
        "titled": people.titled,
        "named": people.named,
        "body_of_state": bodies.body_of_state,
        "organisation": bodies.organisation,
        "state": bodies.state,
        "pronoun": groups.pronoun,
        "weakly_named": people.weakly_named,
    }


def _openings(context: MentionContext, kinds: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The places where mentions can begin, each with the kinds that can: all at a name or a capital."""
    row, openers = context.row, context.words.openers
    for place, token in enumerate(row.tokens):
        if is_capitalised(token.text) or row.known(place):
            yield place, kinds
        elif opened := openers.get(token.low):
            yield place, opened


def _first(readers: Iterable[Reader], place: int) -> Mention | None:
    for read in readers:
        if mention := read(place):
            return mention
    return None
