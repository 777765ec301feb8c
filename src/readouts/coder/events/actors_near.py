"""The actors around the head of an event: its subjects, its objects, those behind 'between' or 'by'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import FIRST_PERSON, SECOND_PERSON
from readouts.coder.clauses.items import low_at
from readouts.coder.events.author import is_own, sides_of
from readouts.coder.events.model import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.words import EventWords
    from readouts.coder.names.model import Entity, Mention
    from readouts.coder.positions.holders import Dyad
    from readouts.coder.speech.discourse import Discourse
    from readouts.coder.speech.voices import Voice

REACH = 16
_THINGS = frozenset({"state", "metonym", "organisation"})
_THIRD = frozenset({"his", "her"})
_OF_THINGS = frozenset({"attendee", "host"})
_WHILE = frozenset({"while", "when", "after", "before", "upon", "on"})
_PASSED = frozenset({"the", "a", "an", "his", "her", "its", "visiting", "both", "new"})
_PASSED_IN_LIST = _PASSED | {"and"}
_NO_OBJECT_BEHIND = frozenset({"that", "to", ";", ".", ":", "where", "which"})
_GOVERNING = frozenset({"of", "in", "at", "by", "on", "for", "from"})
_JOINING = frozenset({",", "and"})
_OF_A_PAIR = frozenset({"between", "of"})
_REPORTING = frozenset({"reported", "reports", "said", "says", "quoted", "wrote"})


@dataclass(frozen=True)
class ActorsNear:
    """Reads actors off one sentence; places are item indexes, `last` is the one behind the head.

    `pair` are those who met or spoke to each other in the event told last: 'the two ministers', 'they'.
    `authors` are those whose text it is: 'I', 'we'.
    """

    reading: Reading
    discourse: Discourse
    dyad: Dyad
    words: EventWords
    pair: tuple[Entity, ...] = ()
    authors: tuple[Entity, ...] = ()

    @property
    def items(self) -> Sequence[Item]:
        """The items of the sentence."""
        return self.reading.items

    def parts(self, items: Sequence[Item], role: str, place: int) -> list[Part]:
        """Everyone whom some items mean, with a role."""
        voice = self.voice(place)
        named = [(item, item.mention) for item in items if item.mention is not None]
        return [Part(e, role, i.start, i.end) for i, m in named for e in self._meant(i, m, voice)]

    def here(self, entity: Entity, role: str, place: int) -> Part:
        """The part of somebody who is not named here, shown by the word at a place."""
        item = self.items[place]
        return Part(entity, role, item.start, item.end)

    @property
    def is_of_two(self) -> bool:
        """Whether the article is of two sides, with somebody who stands for one of them."""
        is_pair = len(self.dyad.sides) > 1 and len(self.dyad.circle) <= len(self.dyad.sides[:2])
        return is_pair and any(self.dyad.persons[:2])

    # around a verb

    def subjects(self, place: int, role: str) -> list[Part]:
        """The subjects of a verb; of a verb whose subject is a thing, those who lead it."""
        subjects = self.reading.clauses.subject(place)
        if subjects and self.authors and self._is_we(subjects[0]):
            return [self.here(author, role, place) for author in self.authors]
        if not subjects and (there := self._subjects_there(place) or self._subjects_of_main(place)):
            return self.parts(there, role, place)
        return self._leaders(place, role) if subjects is None else self.parts(subjects, role, place)

    def _subjects_of_main(self, place: int) -> list[Item]:
        """'A spoke while receiving B': those of the clause around it."""
        verbs = self.reading.clauses.verbs
        if low_at(self.items, place - 1) not in _WHILE or self.items[place].low not in verbs.gerund:
            return []
        segment = self.reading.clauses.segment(place)
        outside = [*range(segment.first), *range(segment.last, len(self.items))]
        finite = (k for k in outside if self.items[k].low in verbs.finite)
        return next((found for k in finite if (found := self.reading.clauses.subject(k))), [])

    def _subjects_there(self, place: int) -> list[Item]:
        """'in X, where A and B, an envoy, signed': a comma parts the subject from its verb."""
        clauses = self.reading.clauses
        index = clauses.segment_at(place)
        before = clauses.segments[index - 1] if index else clauses.segments[0]
        if self.items[before.first].low != "where":
            return []
        verbs = clauses.verbs.finite
        row = range(before.first, before.last)
        first = next((k for k in row if self.items[k].is_actor), None)
        if first is None or any(self.items[k].low in verbs for k in row):
            return []
        return clauses.coordinated(first)

    def _is_we(self, subject: Item) -> bool:
        """'We, the ministers of A and B, met'."""
        place = next((k for k, i in enumerate(self.items) if i is subject), 0)
        return low_at(self.items, place - 1) == "," and low_at(self.items, place - 2) == "we"

    def objects(self, last: int, role: str) -> list[Part]:
        """The object of a verb with those listed behind it."""
        place = self.object_place(last)
        return [] if place is None else self.parts(self._listed(place), role, place)

    def object_place(self, last: int) -> int | None:
        """Where the object stands: in the head, right behind it, behind 'with', or free of a preposition."""
        if last and self.items[last - 1].is_actor:
            return last - 1
        first_free: int | None = None
        for place in range(last, min(last + REACH, len(self.items))):
            if self.items[place].low in _NO_OBJECT_BEHIND:
                break
            if not self._can_be_object(place):
                continue
            before = self.word_before(place)
            if before == "with" or place == last or (before == "from" == low_at(self.items, last - 1)):
                return place
            if first_free is None and before not in _GOVERNING:
                first_free = place
        return first_free

    def behind(self, link: str, last: int, role: str) -> list[Part]:
        """Those named behind the next 'between', 'by' or 'to'."""
        for place in range(last, min(last + REACH, len(self.items) - 1)):
            if self.items[place].low == link:
                return self.named_at(place + 1, role)
        return []

    def named_at(self, place: int, role: str) -> list[Part]:
        """Those named at a place, behind articles and such, with those listed behind them."""
        items = self.items
        while place < len(items) and self._is_passed(items[place]):
            place += 1
        if place >= len(items) or not items[place].is_actor:
            return []
        return self.parts(self._listed(place), role, place)

    def possessor(self, first: int, role: str) -> Part | None:
        """Whose event it is: 'his visit', 'my visit', 'X's visit'."""
        for place in range(first, max(-1, first - 3), -1):
            item = self.items[place]
            if item.mention and item.mention.kind == "pronoun":
                return self._pronoun_part(place, role)
            if item.low == "'s" and place and self.items[place - 1].mention:
                found = self.parts([self.items[place - 1]], role, place)
                return found[0] if found else None
        return None

    def word_before(self, place: int) -> str:
        """The word that governs an item, past articles and adjectives of nationality."""
        cursor = place - 1
        while cursor > 0 and (self.items[cursor].low in _PASSED or self._is_adjective(cursor)):
            cursor -= 1
        return self.items[cursor].low if cursor >= 0 else ""

    # in the article

    def voice(self, place: int) -> Voice | None:
        """Whose words stand at a place."""
        return self.discourse.voice_at(self.items[min(place, len(self.items) - 1)].start)

    def agent(self, place: int) -> Part | None:
        """Who the news is about at this point: the last one who spoke or acted before."""
        index = self.reading.sentence.index
        agent = self.discourse.agents.get(index) or self.discourse.agent_before(index)
        return self.here(agent, "counterpart", place) if agent else None

    def side_facing(self, side: str | None) -> str | None:
        """The side that faces one, where that one is told."""
        return self.dyad.other(side) if side else None

    def person_facing(self, side: str | None) -> Entity | None:
        """Who stands for the side that faces one."""
        other = self.side_facing(side)
        return self.dyad.person(other) if other else None

    def both_people(self, place: int) -> list[Part]:
        """The people who stand for the two sides of the article."""
        return [self.here(person, "counterpart", place) for person in self._both()]

    # inside

    def _leaders(self, place: int, role: str) -> list[Part]:
        """'A delegation led by X paid a visit'."""
        for cursor in range(place - 1, 0, -1):
            if self.items[cursor].low == "by" and self.items[cursor - 1].low in self.words.led_by:
                return self.named_at(cursor + 1, role)
        return []

    def _listed(self, place: int) -> list[Item]:
        """An actor with those listed behind it: 'X, title, Y and Z'."""
        found = [self.items[place]]
        cursor = place + 1
        while cursor + 1 < len(self.items) and self.items[cursor].low in _JOINING:
            following = self._past_articles(cursor + 1)
            if following >= len(self.items) or not self.items[following].is_actor:
                break
            is_pair = len(found) == 1 and self._is_pair(place, cursor)
            if self.reading.clauses.starts_clause(following) and not is_pair:
                break
            if self._is_source(following):
                break
            found.append(self.items[following])
            cursor = following + 1
        return found

    def _is_source(self, place: int) -> bool:
        """'..., the news agency reported' at the end of a sentence."""
        is_body = self.items[place].is_mention("organisation")
        return is_body and low_at(self.items, place + 1) in _REPORTING

    def _past_articles(self, cursor: int) -> int:
        while cursor < len(self.items) and self.items[cursor].low in _PASSED_IN_LIST:
            cursor += 1
        return cursor

    def _is_pair(self, place: int, cursor: int) -> bool:
        """'between A and B', 'of A and B': what stands behind 'and' begins no clause."""
        return self.items[cursor].low == "and" and self.word_before(place) in _OF_A_PAIR

    def _can_be_object(self, place: int) -> bool:
        item = self.items[place]
        if item.is_mention("adjective"):
            return low_at(self.items, place + 1) in self.words.texts.bodies
        return item.is_actor and not item.is_mention("metonym")

    def _is_passed(self, item: Item) -> bool:
        return item.low in _PASSED or item.low in self.words.passed_titles

    def _is_adjective(self, place: int) -> bool:
        mention = self.items[place].mention
        return mention is not None and mention.kind == "adjective"

    def _meant(self, item: Item, mention: Mention, voice: Voice | None) -> list[Entity]:
        """Who an item means; 'you' is who faces the speaker, 'they' are the two people of the article."""
        if mention.code in FIRST_PERSON and is_own(voice) and self.authors:
            return list(self.authors)
        entities = self.discourse.entities(item, voice)
        if entities:
            return sides_of(mention, self.discourse.registry) if mention.kind == "office" else entities
        if mention.code in SECOND_PERSON and voice and voice.speakers and voice.speakers[0].speaks_for:
            person = self.person_facing(voice.speakers[0].speaks_for)
            return [person] if person else []
        if mention.code == "it":
            return self._thing_before(item)
        if mention.kind in ("group", "plural") or mention.code == "they":
            people = self._both()
            return people if mention.code != "they" or len(people) > 1 else []
        return []

    def _thing_before(self, pronoun: Item) -> list[Entity]:
        """'X announced that it will host': the state or body named last before."""
        before = [i.mention for i in self.items if i.start < pronoun.start and i.mention]
        named = [m.entity for m in before if m.kind in _THINGS and m.entity]
        return named[-1:]

    def _both(self) -> list[Entity]:
        """The two of the event told last, else those who stand for the sides of the article."""
        return list(self.pair) or [p for p in self.dyad.persons[:2] if p]

    def _pronoun_part(self, place: int, role: str) -> Part | None:
        low, voice = self.items[place].low, self.voice(place)
        if low in FIRST_PERSON and voice and voice.speakers:
            return self.here(voice.speakers[0], role, place)
        if low == "its" and role in _OF_THINGS:
            things = self._thing_before(self.items[place])
            return self.here(things[0], role, place) if things else None
        if low not in _THIRD:
            return None
        named = [(i, e) for i in self.items[:place] if i.mention and (e := i.mention.entity)]
        people = [Part(e, role, i.start, i.end) for i, e in named if e.kind == "person"]
        if people:  # 'thanked X for her participation' is about X, 'met X during his visit' about the subject
            return people[-1] if low_at(self.items, place - 1) == "for" else people[0]
        agent = self.agent(place)
        return self.here(agent.entity, role, place) if agent else None
