"""The grammar of offices: grade + portfolio + head + of + body or state ('Executive Vice Minister of Foreign Affairs')."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readouts.coder.lexical import NameHit
from readouts.coder.model import Office
from readouts.coder.tokens import Token, is_capitalised
from readouts.coder.trie import Trie

_LINKS = ("of", "for", "to", "at", "on", "in")
_INNER = ("of", "for", "and", "the", "at", "on", "in", "&")


@dataclass(frozen=True)
class OfficeWords:
    """The office part of `names.toml`, compiled."""

    modifiers: frozenset[str]
    portfolio: frozenset[str]
    heads: Trie[str]
    kinds: Mapping[str, str]
    owners: Mapping[str, str]
    back: Mapping[str, tuple[str, ...]]
    vague: frozenset[str]
    bodies: frozenset[str]
    bodies_of_state: frozenset[str]


@dataclass(frozen=True)
class Names:
    """Known names of a sentence by the token they start at."""

    starting: Mapping[int, NameHit]

    def at(self, place: int, *kinds: str) -> NameHit | None:
        """The known name that starts here, if it is of one of the kinds."""
        hit = self.starting.get(place)
        return hit if hit and (not kinds or hit.form.kind in kinds) else None


@dataclass(frozen=True)
class OfficeReader:
    """Reads offices in one sentence."""

    tokens: Sequence[Token]
    names: Names
    words: OfficeWords

    def read(self, place: int, owner: str | None = None) -> tuple[Office, int] | None:
        """The office that starts at a token, and the token after it; `owner` is the state said before it."""
        end = self._core(place)
        if end is None:
            return None
        head, kind = self._head_before(place, end)
        office = Office(
            self._text(place, end), head, kind, self._words(place, end), owner or self._default(place, end)
        )
        while True:
            longer = self._complement(office, place, end)
            if longer is None:
                return office, end
            office, end = longer

    def _core(self, place: int) -> int | None:
        """End of grades, portfolios and heads in a row, cut after the last head."""
        end, cursor = None, place
        while cursor < len(self.tokens) and cursor - place < 10:
            head = self.words.heads.longest(_keys(self.tokens), cursor)
            if head:
                end = cursor = head[0]
            elif self._is_grade(cursor):
                cursor += 1
            elif self.tokens[cursor].text == "-" and cursor > place and cursor + 1 < len(self.tokens):
                cursor += 1
            elif self.names.at(cursor, "organisation") and cursor > place - 1 and self._head_follows(cursor):
                cursor = self.names.starting[cursor].last
            else:
                break
        return end

    def _head_follows(self, place: int) -> bool:
        after = self.names.starting[place].last
        return self.words.heads.longest(_keys(self.tokens), after) is not None

    def _is_grade(self, place: int) -> bool:
        token = self.tokens[place]
        if token.low in self.words.modifiers:
            return True
        return token.low in self.words.portfolio

    def _head_before(self, place: int, end: int) -> tuple[str, str]:
        best = ("", "official")
        for start in range(place, end):
            found = self.words.heads.longest(_keys(self.tokens), start)
            if found and found[0] == end:
                head = " ".join(t.low for t in self.tokens[start:end])
                return head, self.words.kinds[found[1][0]]
        return best

    def _complement(self, office: Office, place: int, end: int) -> tuple[Office, int] | None:
        if end >= len(self.tokens) or self.tokens[end].low not in _LINKS:
            return None
        link = self.tokens[end].low
        start = end + 1
        while start < len(self.tokens) and self.tokens[start].low in ("the", "our", "his", "her", "its"):
            start += 1
        if link in ("in", "on", "at") and self.names.at(start, "capital", "city", "state", "seat"):
            return None
        nested = self._nested(start)
        if nested:
            inner, stop = nested
            return self._grown(office, place, stop, inner.owner, None), stop
        stop = self.body_end(start)
        if stop == start:
            return None
        owner = self._owner(start, stop)
        if link == "to" and office.kind == "diplomat":
            return self._grown(office, place, stop, None, owner), stop
        if link in ("for", "in", "on") and owner and not self._is_body(start, stop):
            owner = None
        return self._grown(office, place, stop, owner, None), stop

    def _nested(self, start: int) -> tuple[Office, int] | None:
        """An office inside an office: 'assistant to the President of Azerbaijan'."""
        if start >= len(self.tokens) or not is_capitalised(self.tokens[start].text):
            return None
        hit = self.names.at(start, "state", "adjective")
        found = (
            self.read(hit.last, hit.form.code) if hit and hit.last < len(self.tokens) else self.read(start)
        )
        return found if found and self._is_plausible(start, found[1]) else None

    def _is_plausible(self, start: int, end: int) -> bool:
        """A row of portfolio words that happens to end in a head ('Foreign Affairs Committee Chair') is none."""
        return any(is_capitalised(t.text) for t in self.tokens[start:end])

    def body_end(self, start: int) -> int:
        """End of the row of names, portfolio words and bodies after 'of'."""
        end = cursor = start
        while cursor < len(self.tokens):
            token = self.tokens[cursor]
            hit = self.names.at(cursor)
            if hit and hit.form.kind not in ("person", "occasion"):
                end = cursor = hit.last
            elif self._is_field(cursor) or (token.text.isupper() and len(token.text) > 2):
                end = cursor = cursor + 1
            elif unknown := self._unknown_body(cursor):
                end = cursor = unknown
            elif token.low in (*_INNER, ",", "-", "'s", "'") and cursor > start and self._goes_on(cursor):
                cursor += 1
            else:
                break
        return end

    def _is_field(self, place: int) -> bool:
        token = self.tokens[place]
        if token.low not in self.words.portfolio and token.low not in self.words.bodies:
            return False
        return (
            is_capitalised(token.text)
            or place > 0
            and self.tokens[place - 1].low in ("foreign", "of", "the", "and")
        )

    def _goes_on(self, place: int) -> bool:
        """Whether a link or comma is followed by more of the same name, not by the next thing."""
        cursor = place + 1
        while cursor < len(self.tokens) and self.tokens[cursor].low in _INNER:
            cursor += 1
        if cursor >= len(self.tokens) or not is_capitalised(self.tokens[cursor].text):
            return False
        if self.words.heads.longest(_keys(self.tokens), cursor):
            return False
        if self.tokens[place].low in (",", "and"):
            hit = self.names.at(cursor, "adjective")
            after = hit.last if hit else cursor
            return self._is_field(after) and not (hit and self._core(after))
        return (
            self._is_field(cursor)
            or self.names.at(cursor) is not None
            or self._unknown_body(cursor) is not None
        )

    def _unknown_body(self, place: int) -> int | None:
        """End of a row of capitalised words that ends in a word for a body ('Oslo Peace Institute')."""
        for cursor in range(place, min(place + 6, len(self.tokens))):
            token = self.tokens[cursor]
            if not is_capitalised(token.text):
                return None
            if token.low in self.words.bodies:
                return cursor + 1
        return None

    def _owner(self, start: int, stop: int) -> str | None:
        organisation: str | None = None
        for place in range(start, stop):
            hit = self.names.at(place)
            if hit is None or hit.last > stop:
                continue
            if hit.form.kind in ("state", "adjective", "seat"):
                return hit.form.code
            if hit.form.kind == "organisation" and organisation is None:
                organisation = hit.form.code
        if organisation:
            return organisation
        return self._text(start, stop) if self._is_body(start, stop) else None

    def _is_body(self, start: int, stop: int) -> bool:
        found = [t for t in self.tokens[start:stop] if t.low in self.words.bodies and is_capitalised(t.text)]
        return any(t.low not in self.words.bodies_of_state for t in found) or self._has_acronym(start, stop)

    def _has_acronym(self, start: int, stop: int) -> bool:
        return any(t.text.isupper() and len(t.text) > 2 for t in self.tokens[start:stop])

    def _grown(
        self, office: Office, place: int, stop: int, owner: str | None, accredited: str | None
    ) -> Office:
        return replace(
            office,
            text=self._text(place, stop),
            words=self._words(place, stop),
            owner=office.owner
            or owner
            or self.words.owners.get(" ".join(t.low for t in self.tokens[place:stop])),
            accredited_to=office.accredited_to or accredited,
        )

    def _default(self, place: int, end: int) -> str | None:
        return self.words.owners.get(" ".join(t.low for t in self.tokens[place:end]))

    def _words(self, place: int, end: int) -> frozenset[str]:
        return frozenset(t.low for t in self.tokens[place:end])

    def _text(self, place: int, end: int) -> str:
        return spaced(self.tokens[place:end])


def spaced(tokens: Sequence[Token]) -> str:
    """Tokens as running text, with the blanks that stood between them made one."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        if before is not None and token.start > before.end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def _keys(tokens: Sequence[Token]) -> list[tuple[str]]:
    return [(t.low,) for t in tokens]
