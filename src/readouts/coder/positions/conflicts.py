"""Which conflicts an article names, and where: 'the war in X', 'peace between A and B', 'On X, ...'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import DETERMINERS, PREPOSITIONS
from readouts.coder.clauses.items import low_at, past
from readouts.coder.names.model import is_state_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.text.trie import Trie

TOPIC = "peace_process"
_PLACED = ("state", "adjective", "metonym", "place")
_GROUND = ("in", "on", "over", "against", "for", "of", "into")
_BOTH = ("the", "both", "president", "presidents", "leaders", "of", "governments", "forces")
_ENDS = frozenset({",", ".", ";", "that", "which", "who", "by", "while", "to"})
_ABOUT = ("on", "regarding", "concerning")
_STOPS = (",", ".", ";", "")
_REACH = 7
_MOST_PARTIES = 3


@dataclass(frozen=True)
class ConflictWords:
    """`conflicts.toml`, compiled; `states` gives the target of a conflict on the ground of a state."""

    named: Trie[str]
    states: Mapping[str, str]
    matters: frozenset[str]
    of_any: Trie[str]
    situations: frozenset[str]
    meetings: frozenset[str]
    by_others: frozenset[str]

    def parties(self, codes: Sequence[str]) -> str | None:
        """What the tables write for one or several states; None for none, or too many to be the parties."""
        states = sorted({code for code in codes if is_state_code(code)})
        if len(states) == 1:
            return self.states.get(states[0], states[0])
        return "-".join(states) if 0 < len(states) <= _MOST_PARTIES else None


@dataclass(frozen=True)
class ConflictNamed:
    """A conflict in a sentence, by item indexes; `anchor`: the first item of the wording it belongs to."""

    place: int
    parties: str
    anchor: int | None = None


@dataclass(frozen=True)
class ConflictReader:
    """Finds the conflicts that one sentence names."""

    reading: Reading
    words: ConflictWords

    def find(self) -> list[ConflictNamed]:
        """All of them in order."""
        found = [*self._by_name(), *self._at_wordings(), *self._matters()]
        return sorted(found, key=lambda conflict: (conflict.place, conflict.anchor is None, conflict.parties))

    @property
    def _items(self) -> Sequence[Item]:
        return self.reading.items

    def _by_name(self) -> Iterator[ConflictNamed]:
        """'Gaza', 'the Taiwan Strait'."""
        parts = [(word, place) for place, item in enumerate(self._items) for word in item.low.split()]
        for hit in self.words.named.every_of_words([word for word, _ in parts]):
            yield ConflictNamed(parts[hit.start][1], hit.value)

    def _at_wordings(self) -> Iterator[ConflictNamed]:
        """At the wordings of peace and war: 'peace between A and B', 'a ceasefire in X'."""
        for hit in self.reading.topics:
            if hit.formula.topic != TOPIC:
                continue
            if parties := self._at(hit.first, hit.last):
                yield ConflictNamed(hit.first, parties, hit.first)

    def _at(self, first: int, last: int) -> str | None:
        """The parties told with a wording."""
        between = self._between(first, last)
        if len(between) == 1:  # 'between A and a movement'
            near = [c for c in self._by_name() if first <= c.place < last + 2 * _REACH]
            return near[0].parties if near else self.words.parties(between)
        ground = self._ground(first, last)
        joined = between or self._joined_before(first)
        if joined:
            return self.words.parties([*joined, *(ground if self._is_against(first, last) else ())])
        return self.words.parties(ground or self._adjective_before(first, last))

    def _is_against(self, first: int, last: int) -> bool:
        """'the war between A and B against C'."""
        return any(item.low == "against" for item in self._items[first : last + 2 * _REACH])

    def _between(self, first: int, last: int) -> list[str]:
        """'between A and B', close behind a wording or in it."""
        for place in range(first, min(last + _REACH, len(self._items))):
            if place >= last and self._items[place].low in _ENDS - {"by", "to"}:
                break
            if self._items[place].low == "between":
                return self._listed(place + 1)
        return []

    def _listed(self, place: int) -> list[str]:
        """The states that 'and' and commas join from a place on, titles of their people aside."""
        found: list[str] = []
        while (place := past(self._items, place, _BOTH)) < len(self._items):
            code = self._code(place)
            if code is None:
                break
            found.append(code)
            if low_at(self._items, place + 1) not in ("and", ","):
                break
            place += 2
        return found

    def _joined_before(self, first: int) -> list[str]:
        """'the A-B war', 'the Armenian-Azerbaijani peace agenda'."""
        for place in range(first, max(first - 3, 1), -1):
            joined = [self._code(place - 3), self._code(place - 1)]
            if low_at(self._items, place - 2) in ("-", "–", "/") and all(joined):
                return [code for code in joined if code]
        return []

    def _ground(self, first: int, last: int) -> list[str]:
        """'the war in X', 'aggression against X', 'peace in the east of X'."""
        held = self._items[last - 1].low in self.words.meetings
        others = self._items[last - 1].low in self.words.by_others
        for place in range(first, min(last + _REACH, len(self._items))):
            low = self._items[place].low
            if place >= last and low in _ENDS:
                break
            is_place = low in _GROUND and not (held and low == "in") and not (others and low in ("of", "in"))
            if is_place and (codes := self._behind(place + 1)):
                return codes
        return []

    def _behind(self, place: int) -> list[str]:
        """The states behind a preposition, past what may stand before a name ('eastern', 'the')."""
        place = past(self._items, place, DETERMINERS)
        if self._code(place) is None and low_at(self._items, place).isalpha():
            place += 1
        code = self._code(place)
        if code is None or low_at(self._items, place + 1) == "'s":
            return []
        return [code]

    def _adjective_before(self, first: int, last: int) -> list[str]:
        """'the Libyan political process', not 'the Egyptian initiative'."""
        if {self._items[last - 1].low, low_at(self._items, last)} & self.words.by_others:
            return []
        for place in range(first - 1, max(first - 3, -1), -1):
            mention = self._items[place].mention
            if mention is not None:
                code = self._code(place)
                return [code] if code and mention.kind in ("adjective", "state", "place") else []
            low = self._items[place].low
            is_verb = self.reading.clauses.verbs.is_verb(low)
            if not low.isalpha() or low in DETERMINERS or low in PREPOSITIONS or is_verb:
                break
        return []

    def _matters(self) -> Iterator[ConflictNamed]:
        """'the Ukraine crisis', 'the situation in Libya', 'On Libya, ...'."""
        for place in range(len(self._items)):
            code = self._code(place)
            if code is None:
                continue
            behind = {low_at(self._items, place + 1), low_at(self._items, place + 2)}
            before = low_at(self._items, place - 1)
            is_matter = "'s" not in behind and not behind.isdisjoint(self.words.matters)
            is_ground = before in ("in", "inside") and low_at(self._items, place - 2) in self.words.situations
            is_spoken_of = before in _ABOUT and low_at(self._items, place + 1) in _STOPS
            if is_matter or is_ground or is_spoken_of:
                codes = self._joined_before(place + 1) or [code]
                if parties := self.words.parties(codes):
                    yield ConflictNamed(place, parties)

    def _code(self, place: int) -> str | None:
        """The state that an item names as a place or people."""
        if not 0 <= place < len(self._items) or not self._items[place].is_mention(*_PLACED):
            return None
        mention = self._items[place].mention
        return mention.code if mention and is_state_code(mention.code) else None


@dataclass(frozen=True)
class ConflictsTold:
    """The conflicts that a sentence names, the one named last before it, the first behind."""

    here: Sequence[ConflictNamed] = ()
    before: str | None = None
    behind: str | None = None

    def at(self, firsts: Sequence[int]) -> str | None:
        """The conflict of wordings that begin at some items: their own, else the nearest."""
        own = next((c.parties for c in self.here if c.anchor in firsts), None)
        if own or not self.here:
            return own
        earlier = [c for c in self.here if c.place <= firsts[0]]
        return (earlier[-1] if earlier else self.here[0]).parties


def conflicts_told(readings: Sequence[Reading], words: ConflictWords) -> list[ConflictsTold]:
    """For each sentence of an article what it and the others tell of conflicts."""
    named = [ConflictReader(reading, words).find() for reading in readings]
    behind: list[str | None] = [None] * len(named)
    for index in range(len(named) - 2, -1, -1):
        behind[index] = named[index + 1][0].parties if named[index + 1] else behind[index + 1]
    told: list[ConflictsTold] = []
    before: str | None = None
    for here, later in zip(named, behind, strict=True):
        told.append(ConflictsTold(here, before, later))
        before = here[-1].parties if here else before
    return told
