"""Who issues a joint text: the states and organisations that its title or first sentences list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.names.model import Mention

_JOINTS = frozenset({",", "and", "the", "&", "as", "well", "of", "for", "foreign", "affairs"})
_NAMING = ("state", "organisation", "office", "person", "plural")
_FIRST_SENTENCES = 5


def issuers(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The sides that the beginning of a joint text lists; empty where it lists no two.

    Args:
        mentions: those of the text, in order.
    """
    found: list[tuple[str, ...]] = []
    for sentence, named in groupby(mentions, key=lambda mention: mention.sentence):
        if sentence.index > _FIRST_SENTENCES:
            break
        found += [sides for row in _rows(list(named)) if len(sides := _sides(row)) > 1]
    return max(found, key=len, default=())


def _rows(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions that only commas and small words part."""
    rows: list[list[Mention]] = []
    for mention in mentions:
        if mention.kind not in _NAMING:
            continue
        if rows and _is_joined(rows[-1][-1], mention):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _is_joined(one: Mention, other: Mention) -> bool:
    between = one.sentence.tokens[one.last : other.first]
    return bool(between) and all(token.low in _JOINTS for token in between)


def _sides(row: Sequence[Mention]) -> tuple[str, ...]:
    """The sides of a row of mentions; an organisation whose members follow is none beside them."""
    named = [side for mention in row for side in _sides_of(mention)]
    if row[0].kind == "organisation" and len(row) > 2 and _is_of_members(row[0]):
        named = named[1:]
    return tuple(dict.fromkeys(named))


def _is_of_members(mention: Mention) -> bool:
    """'the G7 Foreign Ministers of A, B and C'."""
    tokens = mention.sentence.tokens
    return mention.last < len(tokens) and tokens[mention.last].low == "of"


def _sides_of(mention: Mention) -> Sequence[str]:
    if mention.codes:
        return mention.codes
    owners = (office.owner for office in mention.offices if office.owner)
    told = [e.speaks_for for e in mention.entities if e.speaks_for and (e.actor_id or e.kind == "person")]
    if mention.kind == "organisation":
        return told
    return told or [*dict.fromkeys(owners)]
