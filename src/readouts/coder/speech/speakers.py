"""Who speaks and acts, sentence by sentence: whom a subject, a pronoun or 'the statement' means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import BEFORE_VERB, FIRST_PERSON, SINGULAR_PRONOUNS
from readouts.coder.clauses.items import past
from readouts.coder.speech.voices import COMPANY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity, Mention
    from readouts.coder.names.registry import Registry
    from readouts.coder.speech.attribution import Attribution
    from readouts.coder.speech.voices import SpeechWords, Voice
    from readouts.coder.text.document import Document, Sentence

# What pronouns may mean beside people.
_THINGS = {"it": ("state", "organisation"), "they": ("organisation",)}
_MEMBERS = ("members", "heads", "leaders", "ministers", "member states")


@dataclass
class Speakers:
    """The people who spoke or acted so far.

    Attributes:
        readings: the sentences of the article.
        latest: who did last.
        agents: by the index of their sentence, in order.
        issuer: whose statement or letter was told of last.
    """

    document: Document
    registry: Registry
    words: SpeechWords
    readings: Sequence[Reading] = ()
    latest: Entity | None = None
    agents: dict[int, Entity] = field(default_factory=dict)
    issuer: Entity | None = None

    def of(self, attribution: Attribution) -> tuple[Entity, ...]:
        """Who is the subject of a verb of speech; nobody where it is 'I' or cannot be told."""
        subjects = attribution.subjects
        if attribution.is_passive and not subjects:
            company = self.company(attribution.reading.sentence)
            return tuple(company) if len(company) > 1 else ()
        if not subjects:
            return (self.issuer,) if self.issuer and attribution.is_of_issued_text else ()
        found = [entity for item in subjects for entity in self.meant(item, None)]
        if any(_is_open_group(item) for item in subjects):
            company = self.company(attribution.reading.sentence)
            found += [entity for entity in company if entity.side not in {e.side for e in found}]
        if any(item.low in FIRST_PERSON for item in subjects):
            return ()
        return tuple(dict.fromkeys(found))

    def meant(self, item: Item, voice: Voice | None) -> list[Entity]:
        """Whom an item means; pronouns by the discourse."""
        mention = item.mention
        if mention is None or mention.entities:
            return mention.entities if mention else []
        if mention.kind != "pronoun":
            return []
        if mention.code in _THINGS:
            return self._thing_before(item, mention)
        if mention.code in SINGULAR_PRONOUNS:
            return self._antecedent(mention)
        return list(voice.speakers) if voice and mention.code in FIRST_PERSON else []

    def agent_before(self, index: int) -> Entity | None:
        """The person who spoke or acted last before a sentence, else in it."""
        earlier = next((k for k in reversed(self.agents) if k < index), index)
        return self.agents.get(earlier)

    def company(self, sentence: Sentence) -> list[Entity]:
        """Who is together where a sentence stands: the people of several sides named last in its paragraph.

        Where its paragraph names none before it, those whom the text names first.
        """
        told = [(index, people) for index, people in self._companies if index <= sentence.index]
        paragraph = sentence.paragraph
        here = [p for index, p in told if self.readings[index].sentence.paragraph is paragraph]
        return here[-1] if here else (self._companies[0][1] if self._companies else [])

    @cached_property
    def _companies(self) -> list[tuple[int, list[Entity]]]:
        """The people of each sentence that names some of several sides, one a side."""
        found: list[tuple[int, list[Entity]]] = []
        for index, reading in enumerate(self.readings):
            people = [e for item in reading.items if item.mention for e in item.mention.entities]
            by_side = {e.side: e for e in reversed(people) if e.kind == "person" and e.side}
            if len(by_side) > 1:
                found.append((index, [e for e in dict.fromkeys(people) if e in by_side.values()]))
        return found

    def introduce(self, reading: Reading) -> None:
        """Keep bare names that do what only people do ('Novak briefed')."""
        starts = {hit.start for hit in reading.verbs}
        for place, item in enumerate(reading.items):
            if item.mention is None or item.mention.kind != "name" or item.mention.entities:
                continue
            if past(reading.items, place + 1, BEFORE_VERB) in starts:
                self.registry.introduce(item.mention)
                reading.items[place] = replace(item, keys=(item.low, "@person", "@actor"))

    def note(self, reading: Reading, person: Entity) -> None:
        """Remember who spoke or acted in a sentence."""
        self.latest = person
        self.agents[reading.sentence.index] = person

    def note_sentence(self, reading: Reading, main: Voice | None) -> None:
        """Remember the speaker of a sentence, else who acts in it, and who issued something there."""
        if main and main.sieve == COMPANY:
            return
        if main and main.speakers[0].kind == "person":
            self.note(reading, main.speakers[0])
            self.issuer = main.speakers[0]
            return
        first = reading.clauses.first_actor_item(0, len(reading.items))
        if first is None or first.mention is None or first.mention.entity is None:
            return
        entity = first.mention.entity
        if any(item.low in self.words.issued for item in reading.items):
            self.issuer = entity
        is_person = first.is_mention("person", "office") and entity.kind == "person"
        if is_person and not self.document.is_quoted(first.start):
            self.note(reading, entity)

    def _thing_before(self, item: Item, mention: Mention) -> list[Entity]:
        """The state or organisation that was the subject last: 'The Council affirmed A. It calls on B'.

        'They' are its members, so only an organisation's.
        """
        here = self.readings[mention.sentence.index]
        before = self.readings[mention.sentence.index - 1] if mention.sentence.index else None
        earlier = here.clauses.first_actor_item(0, here.items.index(item)) if item in here.items else None
        last = before.clauses.first_actor_item(0, len(before.items)) if before else None
        kinds = _THINGS[mention.code or "it"]
        for subject in (earlier, last):
            if subject and subject.mention and subject.mention.entities:
                found = [e for e in subject.mention.entities if e.kind in kinds]
                is_meant = mention.code == "it" or subject.low.startswith(_MEMBERS)
                mention.entities = found if is_meant and len(subject.mention.entities) == 1 else []
                return mention.entities
        return []

    def _antecedent(self, mention: Mention) -> list[Entity]:
        agent = self.agent_before(mention.sentence.index)
        if agent:
            mention.entities, mention.reason = [agent], "pronoun"
        return mention.entities


def _is_open_group(item: Item) -> bool:
    """'his counterparts', 'the two ministers', 'they'."""
    mention = item.mention
    if mention is None or mention.entities:
        return False
    return mention.kind in ("group", "plural") or mention.code == "they"
