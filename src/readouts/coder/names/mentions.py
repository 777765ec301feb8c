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
    from collections.abc import Callable, Iterator

    from readouts.coder.names.model import Mention
    from readouts.coder.text.document import Sentence

__all__ = ["AT_HOME", "LAST_NAMED", "MentionWords", "find_mentions"]


def find_mentions(sentence: Sentence, words: MentionWords) -> list[Mention]:
    """The mentions of a sentence in order, none overlapping another."""
    context = MentionContext(sentence, row_of(sentence.tokens, words.names), words)
    readers = _readers(context)
    found: list[Mention] = []
    behind = 0
    for place in _openings(context):
        if place >= behind and (mention := _first(readers, place)):
            found.append(mention)
            behind = mention.last
    return found


def _openings(context: MentionContext) -> Iterator[int]:
    """Where a mention can begin: at a known name, a capital, or one of the words that open mentions."""
    row, openers = context.row, context.words.openers
    for place, token in enumerate(row.tokens):
        if token.low in openers or is_capitalised(token.text) or row.known(place):
            yield place


def _readers(context: MentionContext) -> tuple[Callable[[int], Mention | None], ...]:
    """The readers, the first that finds anything deciding."""
    offices = OfficeReader(context.row, context.words.offices)
    people, bodies = PersonMentions(context, offices), BodyMentions(context, offices)
    groups = GroupMentions(context, lambda place: people.names.read(place) is not None)
    return (
        groups.both_sides,
        groups.plural,
        people.shared.read,
        people.titled,
        people.named,
        bodies.body_of_state,
        bodies.organisation,
        bodies.state,
        groups.pronoun,
        people.weakly_named,
    )


def _first(readers: tuple[Callable[[int], Mention | None], ...], place: int) -> Mention | None:
    for read in readers:
        if mention := read(place):
            return mention
    return None
