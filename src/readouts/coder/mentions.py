"""Mentions of actors in a sentence: states, bodies, offices, people, pronouns, both sides at once.

One reading from left to right; at each place the richest phrase wins (state + office + name + further offices).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from readouts.coder.document import Sentence
from readouts.coder.lexical import NameIndex
from readouts.coder.model import Mention, Office
from readouts.coder.offices import Names, OfficeReader, OfficeWords
from readouts.coder.people import NameReader, PersonWords
from readouts.coder.tokens import Token, is_capitalised
from readouts.coder.trie import Trie

LAST_NAMED = "@last"
AT_HOME = "@home"
_STATES = ("state", "adjective", "demonym")
_PLACES = ("capital", "seat", "city")


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


def find_mentions(sentence: Sentence, words: MentionWords) -> list[Mention]:
    """The mentions of a sentence in order, none overlapping another."""
    return list(_Scanner(sentence, words).scan())


class _Scanner:
    def __init__(self, sentence: Sentence, words: MentionWords) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens
        self.words = words
        self.names = Names({h.first: h for h in words.names.find(self.tokens)})
        self.offices = OfficeReader(self.tokens, self.names, words.offices)
        self.people = NameReader(self.tokens, self.names, words.offices, words.people)

    @cached_property
    def _keys(self) -> list[tuple[str]]:
        return [(t.low,) for t in self.tokens]

    def scan(self) -> Iterator[Mention]:
        place = 0
        readers: tuple[Callable[[int], Mention | None], ...] = (
            self._group, self._plural, self._titled, self._named, self._state_body, self._body, self._state, self._pronoun, self._weak_name,
        )  # fmt: skip
        while place < len(self.tokens):
            found = next((m for read in readers if (m := read(place))), None)
            if found:
                yield found
                place = found.last
            else:
                place += 1

    def _make(self, kind: str, first: int, last: int, **more: object) -> Mention:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Mention(start, end, kind, self.sentence, first, last, **more)  # type: ignore[arg-type]

    def _low(self, place: int) -> str:
        return self.tokens[place].low if place < len(self.tokens) else ""

    # both sides, pronouns

    def _group(self, place: int) -> Mention | None:
        found = self.words.groups.longest(self._keys, place)
        if found is None or self._low(found[0]) == "of":
            return None
        bare = found[1][0] in ("the two", "both")
        if bare and self._low(found[0])[:1].isalpha() and self._low(found[0]) not in self.words.group_verbs:
            return None  # 'the two embassies', 'both A and B'
        return self._make("group", place, found[0], code=found[1][0])

    def _pronoun(self, place: int) -> Mention | None:
        if self._low(place) not in self.words.pronouns or self.tokens[place].text == "US":
            return None
        return self._make("pronoun", place, place + 1, code=self._low(place))

    # several at once: 'the Azerbaijani and Chinese leaders'

    def _plural(self, place: int) -> Mention | None:
        codes, cursor = self._state_list(place)
        body = self.names.at(place, "organisation")
        if body and (found := self.words.plural_heads.longest(self._keys, body.last)):
            return self._make("organisation", place, found[0], code=body.form.code)
        found = self.words.plural_heads.longest(self._keys, cursor)
        if found is None:
            return None
        end, head = found[0], found[1][0]
        if not codes and self._low(end) == "of":
            start = end + 1 + (self._low(end + 1) == "the")
            codes, stop = self._state_list(start)
            group = self.words.groups.longest(self._keys, end + 1)
            if codes or group:
                return self._make(
                    "plural", place, stop if codes else group[0] if group else end, code=head, codes=codes
                )
            return None
        return self._make("plural", place, end, code=head, codes=codes) if len(codes) > 1 else None

    def _state_list(self, place: int) -> tuple[tuple[str, ...], int]:
        codes: list[str] = []
        cursor = place
        while hit := self.names.at(cursor, *_STATES):
            codes.append(hit.form.code)
            cursor = hit.last
            if self._low(cursor) in (",", "and", "-") and self._state_after(cursor):
                cursor += 1 + (self._low(cursor) == "," and self._low(cursor + 1) == "and")
                cursor += self._low(cursor) == "the"
            else:
                break
        return tuple(codes), cursor

    def _state_after(self, place: int) -> bool:
        cursor = place + 1 + (self._low(place + 1) == "and")
        cursor += self._low(cursor) == "the"
        return self.names.at(cursor, *_STATES) is not None

    # state + office + name + further offices

    def _titled(self, place: int) -> Mention | None:
        owner, start = self._owner(place)
        offices, end = self._office_row(start, owner)
        if not offices:
            return self._owned_name(place, owner, start) if owner else None
        name = self._name_after(end)
        if name:
            after = self._appositions(name[1], offices)
            return self._make("person", place, after[1], name=name[0], offices=after[0])
        behind = self._name_in_apposition(end)
        if behind:
            return self._make("person", place, behind[1], name=behind[0], offices=offices)
        first = offices[0]
        vague = first.head in self.words.offices.vague
        told = owner or first.owner or len(offices) > 1 or (self._points_back(place) and not vague)
        if not told and (vague or not is_capitalised(self.tokens[start].text)):
            return None
        return self._make("office", place, end, offices=offices)

    def _name_in_apposition(self, end: int) -> tuple[str, int] | None:
        """'the ambassador of China, Chen Lin, ...'."""
        if self._low(end) != ",":
            return None
        name = self.people.read(self.people.honorific(end + 1))
        closes = name is not None and self._low(name[1]) in (",", ".", ";", ")", "")
        goes_on = name is not None and self._office_row(name[1] + 1, None)[0]
        return name if name and " " in name[0] and closes and not goes_on else None

    def _points_back(self, place: int) -> bool:
        return place > 0 and self._low(place - 1) in ("the", "our", "his", "her", "this")

    def _owner(self, place: int) -> tuple[str | None, int]:
        """A state or body said before an office: 'Chinese', 'China's', 'country's', 'NATO'."""
        hit = self.names.at(place, *_STATES, "organisation", "seat", "capital")
        if hit:
            after = hit.last + (self._low(hit.last) == "'s")
            if self._low(hit.last) == "'" and self.tokens[hit.first].low.endswith("s"):
                after += 1
            return hit.form.code, after
        if self._low(place) in ("country", "nation") and self._low(place + 1) == "'s":
            return LAST_NAMED, place + 2
        return None, place

    def _office_row(self, start: int, owner: str | None) -> tuple[tuple[Office, ...], int]:
        """One office or several: 'A, B and C'."""
        offices: list[Office] = []
        end = cursor = start
        while cursor < len(self.tokens) and (
            found := self.offices.read(cursor, owner if not offices else None)
        ):
            offices.append(found[0])
            end = cursor = found[1]
            if self._low(cursor) in (",", "and", "&"):
                cursor += 1 + (self._low(cursor) == "," and self._low(cursor + 1) == "and")
                cursor += self._low(cursor) in ("the", "a", "also")
                if not self._office_continues(cursor):
                    break
            else:
                break
        return tuple(offices), end

    def _office_continues(self, place: int) -> bool:
        """'Minister of X and President of Y' goes on; 'President of A and Prime Minister B of C' are two people."""
        if place >= len(self.tokens) or not is_capitalised(self.tokens[place].text):
            return False
        found = self.offices.read(place)
        return found is not None

    def _name_after(self, end: int) -> tuple[str, int] | None:
        start = self.people.honorific(end)
        if start == end and self._low(end) == "," and self.people.honorific(end + 1) > end + 1:
            start = self.people.honorific(end + 1)
        return self.people.read(start)

    def _owned_name(self, place: int, owner: str, start: int) -> Mention | None:
        """'Kenya's Musalia Mudavadi'."""
        if self._low(start - 1) not in ("'s", "'"):
            return None
        name = self.people.read(start)
        if name is None or " " not in name[0]:
            return None
        office = Office("", "", "official", frozenset(), owner)
        return self._make("person", place, name[1], name=name[0], offices=(office,))

    def _appositions(self, end: int, offices: tuple[Office, ...]) -> tuple[tuple[Office, ...], int]:
        """Offices told behind a name: ', also a member of ...'; 'of Azerbaijan' behind 'President X'."""
        if self._low(end) == "of" and offices and not offices[0].owner:
            cursor = end + 1 + (self._low(end + 1) == "the")
            if hit := self.names.at(cursor, "state"):
                first = offices[0]
                offices = (
                    Office(first.text, first.head, first.kind, first.words, hit.form.code),
                    *offices[1:],
                )
                end = hit.last
        if self._low(end) != ",":
            return offices, end
        cursor = end + 1
        while self._low(cursor) in ("also", "the", "a", "an", "who", "is", "currently"):
            cursor += 1
        owner, start = self._owner(cursor)
        more, stop = self._office_row(start, owner)
        if not more or self._name_after(stop):
            return offices, end
        closing = self._low(stop)
        if (
            closing in (",", ".", ")", ";", "")
            or closing in self.words.human_verbs
            or closing in ("and", "in", "at", "during", "said", "on")
        ):
            return (*offices, *more), stop
        return offices, end

    # names with an honorific, known names, names followed by an office

    def _named(self, place: int) -> Mention | None:
        start = self.people.honorific(place)
        name = self.people.read(start)
        if name is None:
            return None
        offices, end = self._appositions(name[1], ())
        known = self.names.at(start, "person")
        if start > place or offices or known:
            return self._make("person", place, end, name=name[0], offices=offices)
        return None

    def _weak_name(self, place: int) -> Mention | None:
        """Capitalised words that may be a name: the registry keeps those that something else supports."""
        name = self.people.read(place)
        return self._make("name", place, name[1], name=name[0]) if name else None

    # bodies and states

    def _body(self, place: int) -> Mention | None:
        hit = self.names.at(place, "organisation")
        if hit:
            return self._make("organisation", place, hit.last, code=hit.form.code)
        if not is_capitalised(self.tokens[place].text) or self._low(place) in self.words.people.common:
            return None
        end = self._body_end(place)
        if end is None:
            return None
        code = self.sentence_text(place, end)
        return self._make("organisation", place, end, code=code, name=code)

    def sentence_text(self, first: int, last: int) -> str:
        """The plain words of some tokens."""
        from readouts.coder.offices import spaced

        return spaced(self.tokens[first:last])

    def _body_end(self, place: int) -> int | None:
        """End of 'Oslo Peace Institute', 'Institute of East European, Russian and Central Asian Studies'."""
        head = None
        for cursor in range(place, min(place + 7, len(self.tokens))):
            token = self.tokens[cursor]
            if token.low in self.words.offices.bodies and is_capitalised(token.text):
                head = cursor + 1
            elif not is_capitalised(token.text) or self.offices.words.heads.longest(self._keys, cursor):
                break
        if head is None:
            return None
        if (
            self._low(head) in ("of", "for", "on", "in")
            and (stop := self.offices.body_end(head + 1)) > head + 1
        ):
            return stop
        return head if head - place > 1 else None

    def _state_body(self, place: int) -> Mention | None:
        """'the Georgian Foreign Ministry', 'the Government of Kenya': the state."""
        hit = self.names.at(place, *_STATES)
        cursor = hit.last + (self._low(hit.last) == "'s") if hit else place
        end = self._state_body_end(cursor)
        if end is None:
            return None
        if hit:
            return self._make("state", place, end, code=hit.form.code)
        if self._low(end) == "of":
            owner = self.names.at(end + 1 + (self._low(end + 1) == "the"), *_STATES)
            if owner:
                return self._make("state", place, owner.last, code=owner.form.code)
        name = self.sentence_text(place, end)
        if end - place > 1 and is_capitalised(self.tokens[place].text):
            return self._make("organisation", place, end, code=AT_HOME, name=name)
        return None

    def _state_body_end(self, place: int) -> int | None:
        """End of portfolio words and a body of state ('Foreign Ministry', 'Ministry of Defence', 'government')."""
        offices = self.words.offices
        cursor = place
        while self._low(cursor) in offices.portfolio and self._low(cursor) not in offices.bodies_of_state:
            cursor += 1
        if self._low(cursor) not in offices.bodies_of_state or cursor - place > 4:
            return None
        end = cursor + 1
        if (
            self._low(end) == "of"
            and self._low(end + 1) in offices.portfolio
            and is_capitalised(self.tokens[end + 1].text)
        ):
            end = self.offices.body_end(end + 1)
        return None if self.words.offices.heads.longest(self._keys, end) else end

    def _state(self, place: int) -> Mention | None:
        hit = self.names.at(place, *_STATES, *_PLACES)
        if hit is None:
            return None
        kind = {"demonym": "adjective", "capital": "metonym", "seat": "metonym", "city": "place"}.get(
            hit.form.kind, hit.form.kind
        )
        country = self.names.at(hit.last + 1, "state") if self._low(hit.last) == "," else None
        if country and kind in ("metonym", "place") and country.form.code == hit.form.code:
            return self._make("place", place, country.last, code=hit.form.code)  # 'Baku, Azerbaijan'
        if self._low(hit.last) in self.words.sides:
            return self._make("state", place, hit.last + 1, code=hit.form.code)
        return self._make(kind, place, hit.last, code=hit.form.code)
