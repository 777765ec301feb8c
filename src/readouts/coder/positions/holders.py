"""Whose stance it is, and in whose voice it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import FIRST_PERSON, PLURAL_PRONOUNS, SECOND_PERSON
from readouts.coder.positions.holding import Dyad, Holding
from readouts.coder.positions.possessors import possessors
from readouts.coder.speech.voices import ISSUER

_NEGATED = frozenset({"not", "never"})
_OWN_COUNTRY = frozenset({"kingdom", "sultanate", "republic", "emirate", "government", "nation"})
_SOUGHT_REACH = 6
_WE = frozenset({"we"})
_AGREEING = frozenset({"agree", "agreed", "agrees", "reached", "consensus", "shared"})
_MUTUAL = frozenset({"mutual", "common", "shared", "joint", "sides"})

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.clauses import Clauses
    from readouts.coder.clauses.items import Item
    from readouts.coder.names.model import Entity
    from readouts.coder.positions.governor import Governor
    from readouts.coder.speech.discourse import Discourse
    from readouts.coder.speech.voices import Voice

__all__ = ["Dyad", "Holders", "Holding"]


@dataclass(frozen=True)
class Holders:
    """Finds the holders of what is said in one sentence.

    Attributes:
        items, clauses: of the sentence.
        discourse, dyad: of the article.
        nouns: nouns of stance.
        utterances: the places of the sentence's verbs of speech.
        sought: verbs that tell what is wanted of another.
        named: items inside wordings of topics ('Taiwan independence'), which hold nothing.
    """

    items: Sequence[Item]
    clauses: Clauses
    discourse: Discourse
    dyad: Dyad
    nouns: frozenset[str]
    utterances: frozenset[int] = frozenset()
    sought: frozenset[str] = frozenset()
    named: frozenset[Item] = frozenset()

    def of(self, governor: Governor | None, place: int) -> list[Holding]:
        """The holders of a topic at an item under a governor (None: the mere assertion)."""
        at = governor.head.first if governor else place
        voice = self._voice_at(at)
        if governor and self._is_sought(governor):
            return []
        subjects = self._subjects(governor) if governor else self._asserting(place, voice)
        if subjects and all(item in self.named for item in subjects):
            subjects = None
        if subjects is None and governor is not None and self._is_mutual(governor):
            subjects = ()
        if subjects is None and voice is not None and self._is_own_country(governor):
            subjects = ()
        if subjects is None and not _may_be_of_thing(governor, voice):
            return []
        subjects = subjects or ()
        praised = self._praised(governor) if governor and governor.praises_stance else ()
        if praised:
            return self._of_praised(praised, subjects, voice)
        if voice is None:
            return self._untold(governor, subjects)
        return self._in_speech(governor, subjects, voice)

    def _is_own_country(self, governor: Governor | None) -> bool:
        """'the Kingdom will ...', 'the government is ready to ...', in somebody's speech."""
        if governor is None:
            return False
        first = self.clauses.segment(governor.head.first).first
        return any(item.low in _OWN_COUNTRY for item in self.items[first : governor.head.first])

    def _untold(self, governor: Governor | None, subjects: Sequence[Item]) -> list[Holding]:
        """Nobody is quoted."""
        if governor is None:
            return self._in_own_words(subjects, uttered=False, demands=False, mutual=False)
        return self._in_own_words(
            subjects,
            uttered=governor.head.first in self.utterances,
            demands=governor.act == "demand",
            mutual=self._is_mutual(governor),
        )

    def _in_speech(self, governor: Governor | None, subjects: Sequence[Item], voice: Voice) -> list[Holding]:
        """Somebody says it: of all sides together, of the own one, or of others."""
        if governor is not None and governor.act == "demand":
            return self._told(subjects, voice, by_speaker=True)
        is_shared = governor is not None and self._is_mutual(governor)
        if is_shared or _is_agreed(governor, self.items):
            together = self._agreeing(subjects, voice)
            if together:
                return together
        return self._told(subjects, voice, by_speaker=not subjects or _has(subjects, FIRST_PERSON))

    def _voice_at(self, place: int) -> Voice | None:
        """Who says it; in a joint text nobody but its people says anything."""
        voice = self.discourse.voice_at(self.items[place].start)
        is_joint = voice is not None and self.discourse.is_joint_text and voice.sieve != ISSUER
        is_of_text = voice is not None and is_joint and not voice.has_person
        return None if is_of_text else voice

    def _subjects(self, governor: Governor) -> Sequence[Item] | None:
        """Those whose stance the cue tells; None where it is that of a thing."""
        if owners := possessors(governor, self.items, self.nouns):
            return owners
        return () if governor.head.cue.kind == "merit" else self.clauses.subject(governor.head.first)

    def _is_sought(self, governor: Governor) -> bool:
        """'asked for X's support': a stance that somebody wants of another."""
        if not possessors(governor, self.items, self.nouns):
            return False
        near = range(max(0, governor.head.first - _SOUGHT_REACH), governor.head.first)
        return any(self.items[place].low in self.sought for place in near)

    def _asserting(self, place: int, voice: Voice | None) -> Sequence[Item]:
        """Who asserts by the mere words, where nobody is quoted: 'A does not recognise B'."""
        is_content = voice is None and self.clauses.segment(place).kind == "that"
        is_verb = self.items[place].low in _NEGATED and not is_content
        found = self.clauses.subject(place) or () if is_verb else ()
        return [item for item in found if item not in self.named and item.is_mention("state", "organisation")]

    def _entities(self, subjects: Sequence[Item], voice: Voice | None) -> list[Entity]:
        return [entity for item in subjects for entity in self.discourse.entities(item, voice)]

    def _states_told(self, subjects: Sequence[Item], voice: Voice) -> list[str]:
        return _sides([entity for entity in self._entities(subjects, voice) if entity.kind != "person"])

    # praised

    def _praised(self, governor: Governor) -> Sequence[Item]:
        """Those whose stance is praised: 'thanked X and Y for supporting', 'appreciates X's adherence'."""
        for place in range(governor.head.last, governor.inner.first):
            item = self.items[place]
            if item.mention and (item.is_actor or item.is_mention("adjective")):
                joined = self.clauses.coordinated(place) if item.is_actor else [item]
                return [other for other in joined if other.start < self.items[governor.inner.first].start]
        return ()

    def _of_praised(
        self, praised: Sequence[Item], subjects: Sequence[Item], voice: Voice | None
    ) -> list[Holding]:
        """A stance that another is thanked for is the other's."""
        thanking = self._entities(subjects, voice) or (list(voice.speakers) if voice else [])
        speaker = next((entity for entity in thanking if entity.kind == "person"), None)
        if speaker is None and voice and voice.speakers:
            speaker = _person(voice.speakers[0])
        sides = _sides(self._entities(praised, voice))
        speech = voice.mode if voice else "indirect" if speaker else "none"
        return [Holding(side, speaker, "other", speech) for side in sides]

    # in nobody's speech

    def _in_own_words(
        self, subjects: Sequence[Item], *, uttered: bool, demands: bool, mutual: bool
    ) -> list[Holding]:
        """Nobody is quoted: a person speaks in the act itself; a state too, if the verb is one of speech.

        A demand that nobody utters ('X must accept') is not a stance of the one on whom it is made.
        """
        if demands and not uttered:
            return self._of_all("text") if self.discourse.is_joint_text else []
        if self._is_told_before_asking(subjects):
            return []
        if together := self._together(subjects, mutual=mutual):
            return together
        entities = self._entities(subjects, None)
        people = [entity for entity in entities if entity.kind == "person" and entity.speaks_for]
        if people:
            voice = "joint" if len(_sides(people)) > 1 else "self"
            speech = "text" if self.discourse.is_joint_text else "indirect"
            return [Holding(person.speaks_for or "", person, voice, speech) for person in people]
        sides = _sides(entities)
        voice, speech = self._voice_of_sides(len(sides) > 1, uttered=uttered)
        return [Holding(side, None, voice, speech) for side in sides]

    def _together(self, subjects: Sequence[Item], *, mutual: bool) -> list[Holding]:
        """What all sides hold together: 'the two sides', 'mutual readiness', 'we, the ministers of'."""
        is_joint = self.discourse.is_joint_text
        if sides := self._sides_together(subjects):
            speech = "text" if is_joint else "indirect"
            return [Holding(side, self.dyad.person(side), "joint", speech) for side in sides]
        if not subjects and mutual:
            return self._of_all("indirect")
        is_ours = is_joint and any(item.low in _WE for item in self.items)
        return self._of_all("text") if is_ours else []

    def _of_all(self, speech: str) -> list[Holding]:
        """All sides of the occasion, or of the text, hold it together."""
        sides = self.dyad.meant_by("")
        return [Holding(side, self.dyad.person(side), "joint", speech) for side in sides]

    def _is_mutual(self, governor: Governor) -> bool:
        """'mutual readiness to ... was expressed'."""
        if self.items[governor.head.first].low not in self.nouns:
            return False
        place = governor.head.first
        return any(item.low in _MUTUAL for item in self.items[max(0, place - 2) : place])

    def _is_told_before_asking(self, subjects: Sequence[Item]) -> bool:
        """'They oppose ...', said by the press of others than the sides of the article."""
        mention = subjects[0].mention if subjects else None
        is_open = mention is not None and not mention.entities
        return is_open and mention is not None and mention.sentence.index in self.discourse.asked

    def _voice_of_sides(self, several: bool, *, uttered: bool) -> tuple[str, str]:
        """In whose voice states or organisations hold something, and how it is said."""
        if self.discourse.is_joint_text:
            return "joint" if several else "self", "text"
        if several:
            return "joint", "indirect"
        return ("self", "indirect") if uttered else ("narrator", "none")

    # in somebody's speech

    def _told(self, subjects: Sequence[Item], voice: Voice, *, by_speaker: bool) -> list[Holding]:
        """Inside somebody's speech; `by_speaker` where the speaker holds it, whatever the subject."""
        if not voice.speakers:
            return []
        if len({speaker.speaks_for for speaker in voice.speakers}) > 1:
            return _of_several(voice, () if by_speaker else self._states_told(subjects, voice))
        speaker = voice.speakers[0]
        if speaker.speaks_for is None:
            return [] if speaker.offices else self._of_side_told(subjects, voice)
        if by_speaker:
            holder = self._body(subjects, voice) or speaker.speaks_for
            return [Holding(holder, _person(speaker), "self", voice.mode)]
        return self._of_subjects(subjects, voice, speaker.speaks_for)

    def _agreeing(self, subjects: Sequence[Item], voice: Voice) -> list[Holding]:
        """'We agreed to ...', 'A and B have agreed to ...', said by one of the sides."""
        own = voice.speakers[0].speaks_for if voice.speakers else None
        if own and _has(subjects, _WE):
            return _voiced((own, self.dyad.other(own)), voice, "joint")
        sides = self._states_told(subjects, voice)
        return _voiced(sides, voice, "joint") if len(sides) > 1 else []

    def _of_subjects(self, subjects: Sequence[Item], voice: Voice, own: str) -> list[Holding]:
        """What a speaker says of others: 'you', 'the two sides', a state; `own` is the speaker's side."""
        if _has(subjects, SECOND_PERSON):
            return _voiced([self.dyad.other(own)], voice, "other")
        if together := self._sides_together(subjects):
            others = tuple(side for side in together if side != own) or (self.dyad.other(own),)
            return _voiced((own, *others), voice, "joint")
        return self._of_entities(self._entities(subjects, voice), own, voice)

    def _body(self, subjects: Sequence[Item], voice: Voice) -> str | None:
        """The organisation in whose name a speaker says 'we'."""
        found = self._entities(subjects, voice)
        return found[0].code if found and found[0].kind == "organisation" else None

    def _of_entities(self, entities: Sequence[Entity], own: str, voice: Voice) -> list[Holding]:
        sides = _sides(entities)
        if not sides or (len(sides) > 1 and own in sides and not self._says_each_other):
            return _voiced([own], voice, "self")
        return [
            holding
            for side in sides
            for holding in _voiced([side], voice, "self" if self._is_own(side, own) else "other")
        ]

    def _of_side_told(self, subjects: Sequence[Item], voice: Voice) -> list[Holding]:
        """A speaker of no told side who says what a state is ready to do speaks for that state."""
        entities = [entity for entity in self._entities(subjects, voice) if entity.kind != "person"]
        return _voiced(_sides(entities)[:1], voice, "self")

    @property
    def _says_each_other(self) -> bool:
        return any(item.low == "each other" for item in self.items)

    def _is_own(self, side: str, own: str) -> bool:
        """Whether a side is the speaker's, or a body of the speaker's state."""
        return own in (side, self.discourse.registry.sides.country_of_body(side))

    def _sides_together(self, subjects: Sequence[Item]) -> tuple[str, ...]:
        """The sides that 'the two sides', 'they', 'all' are; empty where it is none of these."""
        mention = subjects[0].mention if subjects else None
        if mention is None or mention.entities or len(self.dyad.sides) < 2:
            return ()
        is_group = mention.kind in ("group", "plural") or mention.code in PLURAL_PRONOUNS
        is_group |= self.discourse.is_joint_text and mention.code in FIRST_PERSON
        return self.dyad.meant_by(subjects[0].low) if is_group else ()


def _is_agreed(governor: Governor | None, items: Sequence[Item]) -> bool:
    """Whether the cue says that several agreed."""
    inside = items[governor.head.first : governor.head.last] if governor else ()
    return any(item.low in _AGREEING for item in inside)


def _may_be_of_thing(governor: Governor | None, voice: Voice | None) -> bool:
    """Whether somebody holds it though the subject is a thing: who demands it, or who says so."""
    if governor is None or governor.act == "demand":
        return True
    is_forecast = governor.head.is_operator and governor.act == "pledge"
    return governor.kind != "deed" and not is_forecast and voice is not None


def _of_several(voice: Voice, told: Sequence[str]) -> list[Holding]:
    """Speakers of several sides hold it together, but for what they tell of some of them alone."""
    sides = ((speaker, speaker.speaks_for) for speaker in voice.speakers)
    return [
        Holding(side, _person(speaker), "joint", voice.mode)
        for speaker, side in sides
        if side and (side in told or not told)
    ]


def _voiced(sides: Sequence[str | None], voice: Voice, whose: str) -> list[Holding]:
    """Holdings told by the first speaker of a voice."""
    speaker = _person(voice.speakers[0])
    return [Holding(side, speaker, whose, voice.mode) for side in sides if side]


def _has(subjects: Sequence[Item], words: frozenset[str]) -> bool:
    return any(item.low in words for item in subjects)


def _sides(entities: Sequence[Entity]) -> list[str]:
    """On whose behalf entities act, each side once."""
    return list(dict.fromkeys(e.speaks_for for e in entities if e.speaks_for))


def _person(entity: Entity) -> Entity | None:
    return entity if entity.kind == "person" else None
