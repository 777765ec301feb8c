"""What every reader of mentions works on: a sentence, its known names, the words of mentions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.names.model import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping

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
OWNERS_NAMED_BEFORE = ("country", "nation")


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

    @cached_property
    def openers(self) -> Mapping[str, tuple[str, ...]]:
        """For each word that can open a mention in small letters, what it can open, in the order of reading.

        Whatever it opens, a mention may also begin with a known name or a capital.
        """
        offices, people = self.offices, self.people
        before_names = people.particles.union(people.honorific_phrases.beginnings, ("the",))
        found: dict[str, tuple[str, ...]] = {}
        for kind, words in (
            ("both_sides", self.groups.beginnings),
            ("plural", self.plural_heads.beginnings),
            ("shared", before_names.union(self.plural_heads.beginnings)),
            ("titled", offices.opening.union(OWNERS_NAMED_BEFORE)),
            ("named", before_names),
            ("body_of_state", offices.portfolio | offices.bodies_of_state),
            ("pronoun", self.pronouns),
            ("weakly_named", people.particles),
        ):
            for word in words:
                found[word] = (*found.get(word, ()), kind)
        return found


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
