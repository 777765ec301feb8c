"""What every reader of mentions works on: a sentence, its known names, the words of mentions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readouts.coder.names.model import Mention

if TYPE_CHECKING:
    from readouts.coder.names.lexical import NameIndex
    from readouts.coder.names.model import Office
    from readouts.coder.names.office_heads import OfficeWords
    from readouts.coder.names.people import PersonWords
    from readouts.coder.text.document import Sentence
    from readouts.coder.text.token_row import TokenRow
    from readouts.coder.text.trie import Trie

LAST_NAMED = "@last"
AT_HOME = "@home"
STATES = ("state", "adjective", "demonym")


@dataclass(frozen=True)
class MentionWords:
    """All the words that mentions are made of, compiled."""

    names: NameIndex
    offices: OfficeWords
    people: PersonWords
    groups: Trie[str]
    pronouns: frozenset[str]
    human_verbs: frozenset[str]
    group_verbs: frozenset[str]
    sides: frozenset[str]
    plural_heads: Trie[str]
    issuing: frozenset[str] = frozenset()


@dataclass(frozen=True)
class MentionContext:
    """One sentence, ready to be read for mentions."""

    sentence: Sentence
    row: TokenRow
    words: MentionWords

    def make(
        self, kind: str, first: int, last: int, code: str | None = None, name: str | None = None
    ) -> Mention:
        """A mention from token `first` to before `last`."""
        start, end = self.row.tokens[first].start, self.row.tokens[last - 1].end
        return Mention(start, end, kind, self.sentence, first, last, code, name)

    def person(
        self, kind: str, first: int, last: int, name: str | None, offices: tuple[Office, ...]
    ) -> Mention:
        """A person by name or title, with the offices told."""
        return replace(self.make(kind, first, last, name=name), offices=offices)

    def plural(self, first: int, last: int, head: str, codes: tuple[str, ...]) -> Mention:
        """Several holders of an office, with their states."""
        return replace(self.make("plural", first, last, head), codes=codes)

    def behind_genitive(self, place: int) -> int:
        """The token behind a possessive 's, if one stands here."""
        return place + (self.row.low(place) == "'s")
