"""Several at once: 'the two sides', 'the Azerbaijani and Chinese leaders'; and pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.names.mention_context import STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Mention

_ALSO_DETERMINERS = ("the two", "both", "all")
_BARE = ("ministers", "leaders", "presidents")


@dataclass(frozen=True)
class GroupMentions:
    """Reads groups, plurals and pronouns in one sentence; `is_name` tells where a name begins."""

    context: MentionContext
    is_name: Callable[[int], bool]

    def both_sides(self, place: int) -> Mention | None:
        """'the two sides', but not 'the two embassies' or 'both A and B'."""
        row, words = self.context.row, self.context.words
        found = row.phrase(words.groups, place)
        if found is None or row.low(found[0]) == "of":
            return None
        end, group = found
        behind = row.low(end)
        if not group.startswith(("the ", *_ALSO_DETERMINERS)) and row.is_capital(end):
            return None  # 'foreign ministers Jan Novak of A and ...'
        if group in _BARE and place > 0 and row.low(place - 1)[:1].isalpha():
            return None
        is_determiner = (
            group in (*_ALSO_DETERMINERS, *_BARE) and behind[:1].isalpha() and behind not in words.group_verbs
        )
        return None if is_determiner else self.context.make("group", place, end, code=group)

    def pronoun(self, place: int) -> Mention | None:
        """'he', 'they', 'our'."""
        low = self.context.row.low(place)
        if low not in self.context.words.pronouns or self.context.row.text(place) == "US":
            return None
        if self.is_name(place):
            return None
        return self.context.make("pronoun", place, place + 1, code=low)

    def plural(self, place: int) -> Mention | None:
        """'the Finnish and Swedish leaders', 'leaders of A and B'; 'NATO leaders' are the organisation."""
        row, heads = self.context.row, self.context.words.plural_heads
        body = row.known(place, "organisation")
        if body and (last := row.end_of(heads, body.last)):
            return self.context.make("organisation", place, last, code=body.form.code)
        codes, cursor = self._state_list(place)
        found = row.phrase(heads, cursor)
        if found is None:
            return None
        end, head = found
        if not codes and row.low(end) == "of":
            return self._plural_of(place, end, head)
        return self.context.plural(place, end, head, codes) if len(codes) > 1 else None

    def _plural_of(self, place: int, end: int, head: str) -> Mention | None:
        """'leaders of A and B', 'foreign ministers of both countries'; 'ministers of ASEAN' are ASEAN."""
        row = self.context.row
        start = end + 1 + (row.low(end + 1) == "the")
        if body := row.known(start, "organisation"):
            return self.context.make("organisation", place, body.last, code=body.form.code)
        codes, stop = self._state_list(start)
        if codes:
            return self.context.plural(place, stop, head, codes)
        is_all = row.low(end + 1) == "all"
        group_end = None if is_all else row.end_of(self.context.words.groups, end + 1)
        return self.context.plural(place, group_end, head, ()) if group_end else None

    def _state_list(self, place: int) -> tuple[tuple[str, ...], int]:
        """The states of a list, and the token behind it."""
        codes: list[str] = []
        cursor = place
        while hit := self.context.row.known(cursor, *STATES):
            codes.append(hit.form.code)
            cursor = hit.last
            following = self._next_state(cursor)
            if following is None:
                break
            cursor = following
        return tuple(codes), cursor

    def _next_state(self, place: int) -> int | None:
        """Where a list of states goes on behind a comma, an 'and' or a hyphen."""
        row = self.context.row
        if row.low(place) not in (",", "and", "-"):
            return None
        cursor = row.past_joint(place)
        cursor += row.low(cursor) == "the"
        return cursor if row.known(cursor, *STATES) else None
