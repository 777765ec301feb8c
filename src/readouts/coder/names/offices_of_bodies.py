"""Offices of clubs, companies and the like: the same words as those of states ('president', 'chairman')."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Office

_ARTICLES = ("the", "a", "an")
_LONGEST_NAME = 5


def as_of_body(office: Office, context: MentionContext, place: int, end: int) -> Office:
    """An office as one of a body, where the words around it say so, else as it is.

    Args:
        office: the office read from token `place` to before `end`, no state standing before it.
        context: its sentence.
        place: its first token.
        end: the token behind it.
    """
    row, words = context.row, context.words.offices
    behind = row.past(end + 1, _ARTICLES) if row.low(end) == "of" else end
    is_plain = office.head in words.of_any_body
    if is_plain and row.text(behind).isalpha() and row.text(behind) in words.bodies_before:
        return replace(office, of_body=True, owner=None)  # 'head of the Dutch bank'
    is_alone = office.owner is None and office.text.lower() in words.of_bodies_alone
    return replace(office, of_body=is_alone or (is_plain and _is_behind_body(context, place)))


def _is_behind_body(context: MentionContext, place: int) -> bool:
    """'Club president', 'its president', 'Kallio president': behind a name that is no state's."""
    row, before = context.row, context.row.low(place - 1)
    if before in context.words.offices.bodies_before:
        return True
    is_name = row.is_capital(place - 1) and before.isalpha() and before not in context.words.people.common
    return is_name and not row.is_capital(place) and not _is_behind_known(context, place)


def _is_behind_known(context: MentionContext, place: int) -> bool:
    """Whether a known name ends right before a token."""
    hits = (context.row.known(start) for start in range(max(0, place - _LONGEST_NAME), place))
    return any(hit is not None and hit.last == place for hit in hits)
