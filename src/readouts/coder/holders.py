"""Whose stance it is, and in whose voice it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.coder.clauses import Clauses
from readouts.coder.cues import Governor
from readouts.coder.items import Item
from readouts.coder.model import Entity
from readouts.coder.speech import Discourse, Voice

_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_SECOND = frozenset({"you", "your"})
_NOMINAL = frozenset(
    {
        "support",
        "commitment",
        "adherence",
        "readiness",
        "willingness",
        "respect",
        "interest",
        "desire",
        "appreciation",
        "opposition",
        "thanks",
        "gratitude",
        "efforts",
        "intent",
        "intention",
        "contributions",
    }
)


@dataclass(frozen=True)
class Holding:
    """One holder of a position, with who voices it."""

    holder: str
    speaker: Entity | None
    voice: str
    speech: str


@dataclass(frozen=True)
class Dyad:
    """The sides of an article, in the order in which they appear, each with the person who stands for it."""

    sides: tuple[str, ...]
    persons: tuple[Entity | None, ...]

    def other(self, side: str) -> str | None:
        """The side that faces a side; None where it isn't told."""
        others = [s for s in self.sides if s != side]
        return others[0] if others else None

    def person(self, side: str) -> Entity | None:
        """The person who stands for a side."""
        return next((p for s, p in zip(self.sides, self.persons, strict=True) if s == side), None)


@dataclass(frozen=True)
class Holders:
    """Finds the holders of what is said in one sentence."""

    items: Sequence[Item]
    clauses: Clauses
    discourse: Discourse
    dyad: Dyad
    utterances: frozenset[int] = frozenset()

    def of(self, governor: Governor | None, place: int) -> list[Holding]:
        """The holders of a topic at an item under a governor (None: the mere assertion)."""
        at = governor.head.first if governor else place
        voice = self.discourse.voice_at(self.items[at].start)
        if (
            self.discourse.is_joint_text
            and voice is not None
            and not any(s.kind == "person" for s in voice.speakers)
        ):
            voice = None
        subjects = self._subjects(governor, at)
        if (
            governor is not None
            and subjects is None
            and governor.kind in ("deed", "stance", "operator")
            and governor.act != "demand"
        ):
            subjects = None if governor.kind == "deed" or voice is None else ()
            if subjects is None:
                return []
        if governor is not None and governor.praises_stance and (praised := self._praised(governor)):
            return self._of_praised(praised, subjects or (), voice)
        demand = governor is not None and governor.act == "demand"
        if voice is None:
            return self._own_words(subjects or (), uttered=at in self.utterances)
        return self._told(subjects or (), voice, demand)

    def _subjects(self, governor: Governor | None, at: int) -> Sequence[Item] | None:
        if governor is None:
            return ()
        possessor = self._possessor(governor)
        if possessor:
            return possessor
        if governor.head.cue.kind == "merit":
            return ()
        return self.clauses.subject(at)

    def _praised(self, governor: Governor) -> Item | None:
        """The one whose stance is praised: 'thanked X for supporting', 'appreciates X's adherence'."""
        between = self.items[governor.head.last : governor.inner.first]
        return next(
            (i for i in between if i.mention and ("@actor" in i.keys or i.mention.kind == "adjective")), None
        )

    def _possessor(self, governor: Governor) -> Sequence[Item]:
        """'China's readiness to', 'U.S. support for', 'the commitment of the United States to'."""
        first = governor.head.first
        if self.items[first].low not in _NOMINAL:
            return ()
        inside = [i for i in self.items[first : governor.head.last] if i.is_actor]
        if inside:
            return inside
        place = first - 1
        while place > 0 and (
            self.items[place].low.endswith(
                ("ed", "ous", "ong", "ing", "nt", "al", "ic", "ant", "fast", "ad", "ce")
            )
            and not self.items[place].is_actor
            and self.items[place].mention is None
        ):
            place -= 1
        if place > 0 and self.items[place].low == "'s" and self.items[place - 1].mention:
            return self.clauses.coordinated(place - 1)[:1]
        if place >= 0 and self.items[place].mention and self.items[place].mention.kind == "adjective":
            return [self.items[place]]
        if governor.last < len(self.items) and self.items[governor.head.last - 1].low == "of":
            return ()
        return ()

    def _entities(self, subjects: Sequence[Item], voice: Voice | None) -> list[Entity]:
        return [e for item in subjects for e in self.discourse.entities(item, voice)]

    def _of_praised(self, praised: Item, subjects: Sequence[Item], voice: Voice | None) -> list[Holding]:
        """A stance that another is thanked for is the other's."""
        thanking = self._entities(subjects, voice) or (list(voice.speakers) if voice else [])
        speaker = next((e for e in thanking if e.kind == "person"), None)
        if speaker is None and voice and voice.speakers:
            speaker = self._person(voice.speakers[0])
        told = self._entities([praised], voice)
        sides = [e.speaks_for for e in told if e.speaks_for]
        mode = voice.mode if voice else "indirect"
        return [Holding(s, speaker, "other", mode if speaker or voice else "none") for s in sides[:1]]

    def _own_words(self, subjects: Sequence[Item], *, uttered: bool) -> list[Holding]:
        """No one else is quoted: a person speaks in the act itself; a state too, if the verb is one of speech."""
        if self._is_both(subjects):
            return [Holding(s, self.dyad.person(s), "joint", "indirect") for s in self.dyad.sides[:2]]
        entities = self._entities(subjects, None)
        people = [e for e in entities if e.kind == "person" and e.speaks_for]
        if people:
            kind = "joint" if len({p.speaks_for for p in people}) > 1 else "self"
            return [Holding(p.speaks_for or "", p, kind, "indirect") for p in people]
        sides = list(dict.fromkeys(e.speaks_for for e in entities if e.speaks_for))
        if self.discourse.is_joint_text and sides:
            return [Holding(s, None, "joint" if len(sides) > 1 else "self", "text") for s in sides]
        if len(sides) > 1:
            return [Holding(s, None, "joint", "indirect") for s in sides]
        return [
            Holding(s, None, "self" if uttered else "narrator", "indirect" if uttered else "none")
            for s in sides
        ]

    def _told(self, subjects: Sequence[Item], voice: Voice, demand: bool) -> list[Holding]:
        """Inside somebody's speech."""
        if not voice.speakers:
            return []
        if len({s.speaks_for for s in voice.speakers}) > 1:
            return [
                Holding(s.speaks_for, self._person(s), "joint", voice.mode)
                for s in voice.speakers
                if s.speaks_for
            ]
        speaker = voice.speakers[0]
        own = speaker.speaks_for
        if own is None:
            return [] if speaker.offices else self._inferred(subjects, voice)
        if demand or not subjects or any(i.low in _FIRST for i in subjects):
            if self._holds_for_body(subjects, voice):
                body = self._entities(subjects, voice)[0]
                return [Holding(body.code or own, self._person(speaker), "self", voice.mode)]
            return [Holding(own, self._person(speaker), "self", voice.mode)]
        if any(i.low in _SECOND for i in subjects):
            other = self.dyad.other(own)
            return [Holding(other, self._person(speaker), "other", voice.mode)] if other else []
        if self._is_both(subjects):
            other = self.dyad.other(own)
            sides = [own, other] if other else [own]
            return [Holding(s, self._person(speaker), "joint", voice.mode) for s in sides if s]
        return self._by_entities(self._entities(subjects, voice), speaker, own, voice)

    def _holds_for_body(self, subjects: Sequence[Item], voice: Voice) -> bool:
        found = self._entities(subjects, voice)
        return bool(found) and found[0].kind == "organisation"

    def _by_entities(
        self, entities: Sequence[Entity], speaker: Entity, own: str, voice: Voice
    ) -> list[Holding]:
        sides = list(dict.fromkeys(e.speaks_for for e in entities if e.speaks_for))
        if not sides:
            return [Holding(own, self._person(speaker), "self", voice.mode)]
        if len(sides) > 1 and own in sides:
            return [Holding(own, self._person(speaker), "self", voice.mode)]
        return [
            Holding(s, self._person(speaker), "self" if self._is_own(s, own) else "other", voice.mode)
            for s in sides
        ]

    def _is_own(self, side: str, own: str) -> bool:
        body = self.discourse.registry.bodies.get(side)
        known = self.discourse.registry.known.organisations.get(side)
        country = (body.country if body else None) or (known.country if known else None)
        return side == own or country == own

    def _inferred(self, subjects: Sequence[Item], voice: Voice) -> list[Holding]:
        """A speaker of no told side who says what a state is ready to do speaks for that state."""
        sides = [e.speaks_for for e in self._entities(subjects, voice) if e.kind != "person" and e.speaks_for]
        return [Holding(sides[0], self._person(voice.speakers[0]), "self", voice.mode)] if sides else []

    def _is_both(self, subjects: Sequence[Item]) -> bool:
        if not subjects or len(self.dyad.sides) < 2:
            return False
        mention = subjects[0].mention
        if mention is None or mention.entities:
            return False
        return mention.kind in ("group", "plural") or mention.code in ("they", "their")

    def _person(self, entity: Entity) -> Entity | None:
        return entity if entity.kind == "person" else None
